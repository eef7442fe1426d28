// Every mistake is told in one run, with its place and what to do.

def log = new File(basedir, 'build.log').text
def messages = log.readLines().findAll { it =~ /LM0\d\d com\.example\./ }
def ids = messages.collect { (it =~ /LM0\d\d/)[0] } as Set
assert ids.size() >= 15 : ids
messages.each { assert it =~ /\((Mistakes|Unmakeable)\.java:\d+\)/ : it }
assert messages.size() == (messages.collect { it.replaceAll('^.*?LM', 'LM') } as Set).size() : 'a message is told twice'
assert log.contains("${messages.size()} faults:")
return true
