import io.lambdamaven.plugin.testing.MavenRun
import java.util.zip.ZipFile

// Sample events of services beside the first four, through the packed jar in AWS's runtime client: what each of them is
// answered, what the plan leaves to the user, and that no library for JSON was needed.

def run = new MavenRun(basedir, localRepositoryPath)
    .option('-Dlambda.local.directory=local').option('-Dlambda.target=local')
def answer = { String event -> run.mvn('lambda:invoke', "-Dlambda.event=${event}") }
try {
    def deployed = run.mvn('package', 'lambda:deploy')
    assert deployed.contains('left to you:')
    assert deployed =~ /! lex Shop V2/ && deployed =~ /! cognito PRE_SIGN_UP/
    assert deployed =~ /\+ SNS subscription .*:orders -> services-dev:live/ && deployed =~ /\+ EventBridge rule default.services-dev/
    def packed = new ZipFile(new File(basedir, 'target/services-1.0.0-lambda.jar')).withCloseable { zip ->
        zip.entries().collect { it.name }
    }
    assert !packed.any { it.contains('fasterxml') }

    // The description of the routes: a file of the build, and served.
    assert new File(basedir, 'target/openapi.json').text.contains('"/fail"')
    assert deployed.contains('GET /openapi.json')
    assert answer('GET /openapi.json').contains('"operationId":"fail"')

    assert answer('sns').contains('told of arn:aws:sns:')
    assert answer('dynamodb') =~ /changed by (INSERT|MODIFY)/
    assert answer('kinesis') =~ /"batchItemFailures":\s*\[\s*\{\s*"itemIdentifier"/
    assert answer('firehose') =~ /"result":\s*"Dropped"/
    assert answer('eventbridge').contains('happened at com.example.shop')
    assert answer('cognito') =~ /"autoConfirmUser":\s*true/
    def policy = answer('authorizer')
    assert policy =~ /"principalId":\s*"ada"/ && policy =~ /"Effect":\s*"Allow"/ && policy =~ /"team":\s*"blue"/
    assert answer('lex') =~ /"state":\s*"Fulfilled"/
    assert answer('GET /fail') =~ /503 Services.fail failed/
} finally {
    run.mvn('lambda:stop')
    new File(basedir, 'local').deleteDir()
}
return true
