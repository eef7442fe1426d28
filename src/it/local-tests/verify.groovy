import io.lambdamaven.plugin.testing.MavenRun

// A function that hangs, exits or fills its memory is reported as Lambda reports it, and the next event gets an answer.

def run = new MavenRun(basedir, localRepositoryPath)
    .option('-Dlambda.local.directory=local').option('-Dlambda.target=local')
try {
    def url = new File(basedir, 'build.log').readLines().findResult { (it =~ /Answers at (http:\S+)/).with { m -> m.find() ? m.group(1).replaceAll('/$', '') : null } }
    assert new URL(url + '/greet?name=Ada').text == 'hello Ada'

    assert run.mvnFailing('lambda:invoke', '-Dlambda.command=hang').contains('Task timed out after 2.00 seconds')
    assert run.mvnFailing('lambda:invoke', '-Dlambda.command=exit').contains('Runtime.ExitError')
    assert run.mvnFailing('lambda:invoke', '-Dlambda.command=fill') =~ /OutOfMemoryError|Runtime.ExitError/
    assert new URL(url + '/greet').text == 'hello you'

    def environment = run.mvn('lambda:invoke')
    assert environment.contains('"AWS_LAMBDA_FUNCTION_NAME":"local-tests-dev"')
    assert environment.contains('"GREETING":"hello"')
    assert !environment.contains('CALLERS_OWN')
    // Only what the runtime keeps there goes to the local table: tables of the function's own are on AWS.
    assert environment =~ /"LAMBDA_MAVEN__TASK_STATES":"http:\/\/127\.0\.0\.1:\d+\/_states\// && !environment.contains('DYNAMODB')

    // A page of another origin gets nothing.
    assert run.command('curl', '-s', '-o', '/dev/null', '-w', '%{http_code}', '-H', 'Origin: https://evil.example', url + '/greet').endsWith('403')
    assert run.command('curl', '-s', '-o', '/dev/null', '-w', '%{http_code}', '-H', 'Host: evil.example', url + '/greet').endsWith('403')

    assert run.mvnFailing('lambda:deploy', '-Dlambda.local.port=high').contains('LM513')
    assert run.mvn('lambda:deploy', '-Dlambda.runtime=java99').contains('LM514')

    // The same without AWS's native client.
    run.mvn('lambda:stop')
    assert run.mvn('lambda:deploy', '-Dlambda.local.javaLoop=true', '-Dlambda.memory=256').contains('Answers at ')
    assert new URL(url + '/greet').text == 'hello you'
} finally {
    run.mvn('lambda:stop')
    new File(basedir, 'local').deleteDir()
}
return true
