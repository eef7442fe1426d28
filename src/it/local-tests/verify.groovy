import io.lambdamaven.plugin.testing.MavenRun

// A function that hangs, exits or fills its memory is reported as Lambda reports it, and the next event gets an answer.

def run = new MavenRun(basedir, localRepositoryPath)
    .option('-Dlambda.local.directory=local').option('-Dlambda.target=local')
try {
    def url = new File(basedir, 'build.log').readLines().findResult { (it =~ /Answers at (http:\S+)/).with { m -> m.find() ? m.group(1) : null } }
    assert new URL(url.replaceAll('/$', '') + '/greet?name=Ada').text == 'hello Ada'

    assert run.mvnFailing('lambda:invoke', '-Dlambda.command=hang').contains('Task timed out after 2.00 seconds')
    assert run.mvnFailing('lambda:invoke', '-Dlambda.command=exit').contains('Runtime.ExitError')
    assert run.mvnFailing('lambda:invoke', '-Dlambda.command=fill') =~ /OutOfMemoryError|Runtime.ExitError/
    assert new URL(url.replaceAll('/$', '') + '/greet').text == 'hello you'

    def environment = run.mvn('lambda:invoke')
    assert environment.contains('"AWS_LAMBDA_FUNCTION_NAME":"local-tests-dev"')
    assert environment.contains('"GREETING":"hello"')
    assert !environment.contains('CALLERS_OWN')

    // A page of another origin gets nothing.
    def foreign = new URL(url).openConnection()
    foreign.setRequestProperty('Cookie', 'a=b')
    assert run.command('curl', '-s', '-o', '/dev/null', '-w', '%{http_code}', '-H', 'Origin: https://evil.example', url + 'greet').endsWith('403')
    assert run.command('curl', '-s', '-o', '/dev/null', '-w', '%{http_code}', '-H', 'Host: evil.example', url + 'greet').endsWith('403')

    // The same without AWS's native client.
    run.mvn('lambda:stop')
    assert run.mvn('lambda:deploy', '-Dlambda.local.javaLoop=true', '-Dlambda.memory=256').contains('Answers at ')
    assert new URL(url.replaceAll('/$', '') + '/greet').text == 'hello you'
} finally {
    run.mvn('lambda:stop')
    new File(basedir, 'local').deleteDir()
}
return true
