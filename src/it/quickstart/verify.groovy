import io.lambdamaven.plugin.testing.MavenRun
import io.lambdamaven.plugin.testing.OpenApiValidator

// What README's first command shows, checked from the outside: the printed lines, then the URL after Maven has exited.

def log = new File(basedir, 'build.log').readLines().collect { it.replaceFirst(/^\[INFO\] ?/, '') }
def section = { String title ->
    def start = log.findIndexOf { it.startsWith(title) && it.contains('  ->  ') }
    assert start >= 0 : "nothing was sent for ${title}"
    log.subList(start + 1, log.size()).takeWhile { it.startsWith('    ') }.collect { it.trim() }
}
def run = new MavenRun(basedir, localRepositoryPath).option('-Dlambda.local.directory=local')

// What the orders' records cost is said, and is all there is.
assert log.any { it =~ /^jackson-databind \(\d\.\d MB, .*\) is packed for OrderApi\.get \(returns Optional<Order>\), OrderApi\.place/ }
assert new File(basedir, 'target/orders-1.0.0-lambda.jar').length() <= 3_000_000

try {
    def http = section('POST /orders')
    assert http.any { it =~ /^sent +\{"customer": "Linus"/ }
    assert http.any { it =~ /^answer +201 \{"id":"1003"/ }
    assert http.any { it =~ /^took +\d+ ms, cold start \(\d+ ms of it init\)/ }

    def s3 = section('S3 event')
    assert s3.any { it.contains('import 1: incoming/orders 2026.csv') }
    assert s3.any { it =~ /^took +\d+ ms, warm/ }

    // Of three messages one fails, and it alone goes back.
    def sqs = section('SQS batch')
    def failures = (sqs.find { it.startsWith('answer') } =~ /"itemIdentifier":/).size()
    assert failures == 1 : sqs
    assert sqs.any { it.contains('order 1001 is SHIPPED') }
    assert sqs.any { it.contains('order 1002 is PAID') }

    assert section('Schedule rate(1 hour)').any { it.contains('order 1001 closed') }
    assert section('Command report').any { it.contains('{"orders":3,"open":2,"importedFiles":1}') }

    // The URL answers though Maven has exited.
    def url = log.findResult { (it =~ /^Live at (http:\S+)/).with { m -> m.find() ? m.group(1) : null } }
    assert url != null
    def get = { path ->
        def connection = new URL(url.replaceAll('/$', '') + path).openConnection()
        [connection.responseCode, (connection.responseCode < 400 ? connection.inputStream : connection.errorStream)?.text]
    }
    assert get('/orders/1003') == [200, '{"id":"1003","customer":"Linus","item":"kettle","quantity":2,"status":"NEW"}']
    assert get('/orders/none')[0] == 404
    assert get('/nothing')[0] == 404

    // The three commands it ends with work.
    def hints = log.dropWhile { !it.startsWith('Try next') }.drop(1).takeWhile { it.startsWith('  ') }*.trim()
    assert hints.size() == 3 : hints
    hints.findAll { it.startsWith('curl ') }.each { assert run.command('curl', '-sf', it - 'curl ').contains('"id":"1001"') }
    assert log.any { it.startsWith('Stop the local Lambda with mvn') }
    assert run.mvn('lambda:invoke', '-Dlambda.command=report', '-Dlambda.target=local').contains('"orders":3')
    assert run.mvn('lambda:logs', '-Dlambda.target=local').contains('order 1001 closed')

    // The routes' description, as others check it.
    assert run.mvn('lambda:openapi') =~ /Described \d+ paths in .*openapi\.json\./
    def described = new File(basedir, 'target/openapi.json').text
    assert OpenApiValidator.faults(described) == []
    assert described.contains('"/orders/{id}"') && described.contains('"#/components/schemas/Order"')

    // A wrong turn each, with a message that helps.
    assert run.mvnFailing('lambda:invoke', '-Dlambda.event=carrier-pigeon', '-Dlambda.target=local').contains('LM152')
    assert run.mvnFailing('lambda:invoke', '-Dlambda.event=kinesis', '-Dlambda.target=local')
        .contains('LM150 -Dlambda.event: No method has a trigger of the kind kinesis.')
    assert run.mvnFailing('lambda:invoke', '-Dlambda.command=nothing', '-Dlambda.target=local') =~ /LM15\d/
    assert run.mvnFailing('lambda:invoke', '-Dlambda.payloadFile=none.json', '-Dlambda.target=local').contains('LM508')
    assert run.mvnFailing('lambda:invoke', '-Dlambda.payload={"any": "payload"}', '-Dlambda.target=local').contains('LM507')

    // Deployed again: nothing to do. Taken back: nothing answers.
    assert run.mvn('lambda:deploy', '-Dlambda.target=local').contains('No changes: ')
    run.mvn('lambda:undeploy', '-Dlambda.target=local')
    assert run.mvn('lambda:status', '-Dlambda.target=local').contains('log group /aws/lambda/orders-dev')
    run.mvn('lambda:undeploy', '-Dlambda.target=local', '-Dlambda.deleteData')
    assert run.mvn('lambda:status', '-Dlambda.target=local').contains('Nothing is deployed of stage dev')
} finally {
    run.mvn('lambda:stop')
}
assert run.mvn('lambda:stop').contains('does not run')
new File(basedir, 'local').deleteDir()

// The version that the quickstart names is the one that was built.
assert new File(basedir, 'pom.xml').text.contains("<lambda-maven.version>${projectVersion}</lambda-maven.version>")
return true
