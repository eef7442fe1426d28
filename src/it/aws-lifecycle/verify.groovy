import groovy.json.JsonSlurper
import io.lambdamaven.plugin.testing.Fault
import io.lambdamaven.plugin.testing.FaultProxy
import io.lambdamaven.plugin.testing.MavenRun
import io.lambdamaven.plugin.testing.MotoServer
import org.opentest4j.TestAbortedException

// From first deploy to undeploy against an AWS endpoint nobody here wrote, with AWS's own CLI as the judge.

MotoServer moto
try {
    System.setProperty('lambda.moto.required', motoRequired)
    moto = MotoServer.start()
} catch (TestAbortedException e) {
    println "SKIPPED: ${e.message}"
    return true
}
def proxy = FaultProxy.before(moto)
def nothing = { call -> new Fault.Pass() } as java.util.function.Function

def run = new MavenRun(basedir, localRepositoryPath)
    .environment('AWS_ACCESS_KEY_ID', 'test')
    .environment('AWS_SECRET_ACCESS_KEY', 'test')
    .environment('AWS_DEFAULT_REGION', 'eu-central-1')
    .environment('AWS_EC2_METADATA_DISABLED', 'true')
    .option("-Dlambda.endpoint=${proxy.endpoint()}".toString())

def aws = { String... words ->
    def out = run.command((['aws', '--endpoint-url', moto.endpoint().toString(), '--output', 'json'] + words.toList()) as String[])
    out.trim().isEmpty() ? null : new JsonSlurper().parseText(out)
}
def deploy = { String... more ->
    proxy.restart(nothing)
    run.mvn((['lambda:deploy'] + more.toList()) as String[])
}

try {
    proxy.restart(nothing)
    aws('s3api', 'create-bucket', '--bucket', 'lifecycle-files', '--create-bucket-configuration', 'LocationConstraint=eu-central-1')
    aws('sqs', 'create-queue', '--queue-name', 'lifecycle-jobs')
    // Somebody else's queue listens to the same bucket.
    aws('sqs', 'create-queue', '--queue-name', 'foreign')
    def foreign = '{"QueueConfigurations":[{"Id":"foreign","QueueArn":"arn:aws:sqs:eu-central-1:123456789012:foreign",' +
        '"Events":["s3:ObjectRemoved:*"],"Filter":{"Key":{"FilterRules":[{"Name":"prefix","Value":"other/"}]}}}]}'
    aws('s3api', 'put-bucket-notification-configuration', '--bucket', 'lifecycle-files', '--notification-configuration', foreign)
    def foreignBefore = aws('s3api', 'get-bucket-notification-configuration', '--bucket', 'lifecycle-files')

    // What is set, and where; secrets are not told.
    new File(basedir, 'stages.xml').text = '''<configuration>
        <region>eu-central-1</region>
        <placeholders><bucket>lifecycle-files</bucket><queue>lifecycle-jobs</queue></placeholders>
        <environment><DB_PASSWORD>hunter2</DB_PASSWORD></environment>
        <stages>
          <base><timeout>20</timeout></base>
          <prod><extends>base</extends><memory>1024</memory></prod>
        </stages>
      </configuration>'''
    def listed = run.mvn('lambda:effective-config', '-Dlambda.settings=stages.xml', '-Dlambda.stage=prod', '-Dlambda.tracing=on',
        '-Dlambda.endpoint.sqs=http://127.0.0.1:5001', '-Dlambda.out=effective.json')
    assert listed.contains('stage prod, which extends base')
    assert listed =~ /memory +1024 +\[<stages><prod>\]/
    assert listed =~ /DB_PASSWORD +\(secret\)/
    def effective = new JsonSlurper().parse(new File(basedir, 'effective.json'))
    assert effective.extends == ['base']
    assert effective.settings.'endpoints.sqs'.origin == 'the command line'
    def settingsOf = effective.functions.'lifecycle-prod'.settings
    assert settingsOf.timeout.value == '20' && settingsOf.timeout.origin == '<stages><base>'
    assert settingsOf.tracing.value == 'on' && settingsOf.tracing.origin == 'the command line'
    assert settingsOf.architecture.origin == 'default'
    assert settingsOf.'environment.DB_PASSWORD'.origin == 'stages.xml'
    assert !listed.contains('hunter2') && !new File(basedir, 'effective.json').text.contains('hunter2')

    // The deployer's policy, without asking AWS; IAM takes it.
    proxy.restart(nothing)
    run.mvn('lambda:deployer-policy', '-Dlambda.account=123456789012', '-Dlambda.out=policy.json')
    assert proxy.calls().isEmpty()
    def document = new File(basedir, 'policy.json')
    assert document.text.contains('function:lifecycle-dev')
    assert aws('iam', 'create-policy', '--policy-name', 'deployer', '--policy-document', "file://${document}".toString()).Policy.Arn
    aws('iam', 'delete-policy', '--policy-arn', 'arn:aws:iam::123456789012:policy/deployer')

    // Keys of a server in Maven's settings, encrypted as Maven does it, and none elsewhere.
    def maven = new MavenRun(basedir, localRepositoryPath)
        .environment('AWS_EC2_METADATA_DISABLED', 'true')
        .environment('AWS_SHARED_CREDENTIALS_FILE', 'none')
        .option("-Dsettings.security=${new File(basedir, 'security.xml')}".toString())
    def encrypted = { String option, String secret -> (maven.mvn(option, secret) =~ /\{[^}]+\}/)[0] }
    new File(basedir, 'security.xml').text =
        "<settingsSecurity><master>${encrypted('--encrypt-master-password', 'sesame')}</master></settingsSecurity>"
    new File(basedir, 'servers.xml').text = """<settings><servers><server><id>deployer</id><username>test</username>
        <password>${encrypted('--encrypt-password', 'test')}</password></server></servers></settings>"""
    maven.option('-o').option('-s').option('servers.xml').option("-Dlambda.endpoint=${proxy.endpoint()}".toString())
    assert maven.mvn('lambda:plan', '-Dlambda.serverId=deployer').contains('+ function lifecycle-dev')
    assert maven.mvnFailing('lambda:plan', '-Dlambda.serverId=deploier') =~ /LM516.*there are deployer/
    new File(basedir, 'security.xml').text = '<settingsSecurity/>'
    assert maven.mvnFailing('lambda:plan', '-Dlambda.serverId=deployer').contains('LM517 <server> deployer')
    assert maven.mvnFailing('lambda:plan', '-Dlambda.profile=nobody').contains('LM364')
    assert maven.mvnFailing('lambda:deployer-policy', '-Dlambda.account=12').contains('LM522')

    // A plan makes nothing and says what a deploy then does.
    proxy.restart(nothing)
    def plan = run.mvn('lambda:plan')
    assert proxy.writes().isEmpty()
    def planned = plan.readLines().findAll { it =~ /^\[INFO\]   \+ / }.collect { it.replaceAll(/ \(.*|  PUBLIC.*| *$/, '').replace('[INFO]   ', '') } as Set
    def first = deploy()
    def made = first.readLines().findAll { it =~ /^\[INFO\] \+ / }.collect { it.replace('[INFO] ', '').trim() } as Set
    assert planned == made
    assert planned.size() > 10

    // The same is known without asking anybody.
    def offline = run.mvn('lambda:plan', '-Dlambda.offline', '-Dlambda.endpoint=http://127.0.0.1:1', '-Dlambda.out=offline.json')
    assert offline.readLines().findAll { it =~ /^\[INFO\]   \+ / }.collect { it.replaceAll(/ \(.*|  PUBLIC.*| *$/, '').replace('[INFO]   ', '').replace('{account}', '123456789012') } as Set == planned
    assert run.mvnFailing('lambda:deploy', '-Dlambda.plan=offline.json').contains('The plan is for {account}, this deploy for 123456789012.')

    def f = aws('lambda', 'get-function', '--function-name', 'lifecycle-dev')
    assert f.Configuration.Handler == 'com.example.LambdaHandler'
    assert f.Configuration.Runtime == 'java17'
    assert f.Configuration.Environment.Variables.LAMBDA_MAVEN_QUEUE == 'lifecycle-jobs'
    assert f.Tags['lambda-maven:project'] == 'com.example:lifecycle'
    assert aws('lambda', 'list-aliases', '--function-name', 'lifecycle-dev').Aliases*.Name as Set == ['live', 'ops'] as Set
    def role = f.Configuration.Role.tokenize('/').last()
    aws('iam', 'list-role-policies', '--role-name', role).PolicyNames.each { name ->
        def policy = aws('iam', 'get-role-policy', '--role-name', role, '--policy-name', name).PolicyDocument
        policy.Statement.each { assert !([it.Resource].flatten().contains('*')) }
    }
    def api = aws('apigatewayv2', 'get-apis').Items.find { it.Name == 'lifecycle-dev' }
    assert aws('apigatewayv2', 'get-routes', '--api-id', api.ApiId).Items*.RouteKey as Set == ['GET /jobs/{id}', 'DELETE /jobs/{id}'] as Set
    def notifications = aws('s3api', 'get-bucket-notification-configuration', '--bucket', 'lifecycle-files')
    assert notifications.LambdaFunctionConfigurations.size() == 1
    assert notifications.LambdaFunctionConfigurations[0].LambdaFunctionArn.endsWith(':lifecycle-dev:live')
    assert notifications.QueueConfigurations == foreignBefore.QueueConfigurations
    def mapping = aws('lambda', 'list-event-source-mappings').EventSourceMappings
    assert mapping.size() == 1 && mapping[0].BatchSize == 5
    def rules = aws('events', 'list-rules').Rules
    assert rules*.ScheduleExpression as Set == ['rate(10 minutes)', 'rate(5 minutes)'] as Set
    assert rules.find { it.ScheduleExpression == 'rate(5 minutes)' }.Name == 'lifecycle-dev-keepwarm'
    rules.each { rule ->
        assert aws('events', 'list-targets-by-rule', '--rule', rule.Name).Targets*.Arn.collect { it.endsWith(':lifecycle-dev:live') } == [true]
    }

    // Again: nothing to do, nothing written; a plan for CI agrees.
    def again = deploy()
    assert again.contains('No changes: ')
    assert proxy.writes() == []
    assert run.mvn('lambda:plan', '-Dlambda.plan.failOnChange').contains('No changes: ')

    // A change of code only.
    run.edit('src/main/java/com/example/Jobs.java', 'version 1', 'version 2')
    proxy.restart(nothing)
    assert run.mvnFailing('lambda:plan', '-Dlambda.plan.failOnChange').contains('LM506')
    assert proxy.writes() == []
    // Saved, and applied as it was read; with another setting it is another plan.
    run.mvn('lambda:plan', '-Dlambda.out=plan.json')
    assert new JsonSlurper().parse(new File(basedir, 'plan.json')).changes['function lifecycle-dev'].action == 'change'
    assert run.mvnFailing('lambda:deploy', '-Dlambda.plan=plan.json', '-Dlambda.memory=1024').contains('LM342 function lifecycle-dev')
    assert proxy.writes() == []
    deploy('-Dlambda.plan=plan.json')
    assert proxy.writes() == ['lambda:UpdateFunctionCode', 'lambda:PublishVersion', 'lambda:UpdateAlias', 'lambda:UpdateAlias']
    assert aws('lambda', 'list-aliases', '--function-name', 'lifecycle-dev').Aliases*.FunctionVersion as Set == ['2'] as Set

    // A setting, from the command line.
    deploy('-Dlambda.memory=1024')
    assert aws('lambda', 'get-function-configuration', '--function-name', 'lifecycle-dev').MemorySize == 1024
    deploy('-Dlambda.memory=1024')
    assert proxy.writes() == []

    // Triggers that are gone are removed; foreign entries stay.
    def source = 'src/main/java/com/example/Jobs.java'
    run.edit(source, '    @S3Trigger(bucket = "${bucket}", prefix = "in/")\n', '')
    run.edit(source, '    @SqsTrigger(queue = "${queue}", batchSize = 5)\n', '')
    run.edit(source, '    @ScheduleTrigger("rate(10 minutes)")\n', '')
    run.edit(source, '    @HttpTrigger(method = "DELETE", path = "/jobs/{id}")\n    public void cancel(@PathParam String id) {}\n', '')
    deploy('-Dlambda.memory=1024')
    def left = aws('s3api', 'get-bucket-notification-configuration', '--bucket', 'lifecycle-files')
    assert !left.LambdaFunctionConfigurations
    assert left.QueueConfigurations == foreignBefore.QueueConfigurations
    assert aws('lambda', 'list-event-source-mappings').EventSourceMappings == []
    assert aws('events', 'list-rules').Rules*.Name == ['lifecycle-dev-keepwarm']
    assert aws('apigatewayv2', 'get-routes', '--api-id', api.ApiId).Items*.RouteKey == ['GET /jobs/{id}']

    // A setting, switched off by an empty property.
    deploy('-Dlambda.memory=1024', '-Dlambda.keepWarm=')
    assert aws('events', 'list-rules').Rules == []

    // The jar alone, where there is no project.
    def elsewhere = new File(basedir, 'elsewhere')
    elsewhere.mkdirs()
    def plugin = "io.lambdamaven:lambda-maven-plugin:${projectVersion}"
    def alone = new MavenRun(elsewhere, localRepositoryPath)
        .environment('AWS_ACCESS_KEY_ID', 'test')
        .environment('AWS_SECRET_ACCESS_KEY', 'test')
        .option("-Dlambda.endpoint=${proxy.endpoint()}".toString())
        .option('-Dlambda.region=eu-central-1')
    assert alone.mvn("${plugin}:deploy", "-Dlambda.jar=${new File(basedir, 'target/lifecycle-1.0.0-lambda.jar')}",
        '-Dlambda.memory=1024').contains('No changes: ')
    assert alone.mvnFailing("${plugin}:deploy").contains('LM500')
    assert alone.mvnFailing("${plugin}:deploy", '-Dlambda.jar=none.jar').contains('LM505')

    // Back to nothing of ours; the log group holds data and stays until told.
    run.mvn('lambda:undeploy')
    assert aws('lambda', 'list-functions').Functions == []
    assert aws('iam', 'list-roles').Roles*.RoleName == []
    assert aws('apigatewayv2', 'get-apis').Items == []
    assert aws('logs', 'describe-log-groups').logGroups*.logGroupName == ['/aws/lambda/lifecycle-dev']
    assert aws('s3api', 'get-bucket-notification-configuration', '--bucket', 'lifecycle-files').QueueConfigurations == foreignBefore.QueueConfigurations
    run.mvn('lambda:undeploy', '-Dlambda.deleteData')
    assert aws('logs', 'describe-log-groups').logGroups == []
    assert run.mvn('lambda:status').contains('Nothing is deployed of stage dev')

    // Mistakes, each with one clear message.
    assert run.mvnFailing('lambda:deploy', '-Dlambda.stage=prod').contains('LM200')
    assert run.mvnFailing('lambda:deploy', '-Dlambda.endpoint=nowhere').contains('LM511')
    assert run.mvnFailing('lambda:deploy', '-Dlambda.layout=round').contains('LM503')
    assert run.mvnFailing('lambda:deploy', '-Dlambda.probe=maybe').contains('LM515')
    def unreachable = run.mvnFailing('lambda:plan', '-Dlambda.endpoint=http://127.0.0.1:1')
    assert unreachable =~ /LM3\d\d/ && unreachable.contains('lambda.endpoint')
    proxy.restart({ call -> Fault.expiredToken() } as java.util.function.Function)
    assert run.mvnFailing('lambda:plan') =~ /LM3\d\d.*expired/
    proxy.restart({ call -> call.action() == 'CreateRole' ? Fault.accessDenied(call) : new Fault.Pass() } as java.util.function.Function)
    assert run.mvnFailing('lambda:deploy') =~ /LM3\d\d.*iam:CreateRole/
} finally {
    proxy.close()
    moto.close()
}
return true
