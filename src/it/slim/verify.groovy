import groovy.json.JsonSlurper
import io.lambdamaven.plugin.testing.MavenRun
import io.lambdamaven.plugin.testing.MotoServer
import java.nio.file.Files
import java.security.MessageDigest
import java.util.zip.ZipFile
import org.opentest4j.TestAbortedException

// The layout slim from package to undeploy: two jars, the local Lambda, a jar built elsewhere, a bucket on an endpoint nobody
// here wrote.

def run = new MavenRun(basedir, localRepositoryPath)
    .option('-Dlambda.local.directory=local').option('-Dlambda.region=eu-central-1')
def sha256 = { byte[] bytes -> MessageDigest.getInstance('SHA-256').digest(bytes).encodeHex().toString() }
def small = new File(basedir, 'target/slim-1.0.0-lambda.jar')
def large = new File(basedir, 'target/slim-1.0.0-lambda-application.jar')
def manifest = { File jar ->
    new ZipFile(jar).withCloseable { zip -> new JsonSlurper().parse(zip.getInputStream(zip.getEntry('META-INF/lambda/manifest.json'))) }
}

try {
    // Without a bucket there is nowhere to fetch from, which is told before AWS is asked anything.
    assert run.mvnFailing('package', 'lambda:plan').contains('LM287')

    def packed = run.mvn('clean', 'package')
    assert packed =~ /It fetches slim-1\.0\.0-lambda-application\.jar, \d\.\d MB, from <codeBucket>\./
    assert small.length() < 1_000_000
    assert manifest(small).application == [sha256: sha256(large.bytes), size: large.length()]
    def both = [small.bytes, large.bytes]
    run.mvn('clean', 'package')
    assert Arrays.equals(small.bytes, both[0]) && Arrays.equals(large.bytes, both[1])

    // On the local Lambda.
    run.mvn('package', 'lambda:deploy', '-Dlambda.target=local')
    def where = run.mvn('lambda:invoke', '-Dlambda.event=GET /where', '-Dlambda.target=local')
    assert where =~ /runs from file:\S+META-INF\/lambda\/application\.jar/

    // Elsewhere, without a project.
    def elsewhere = new File(basedir, 'elsewhere')
    elsewhere.mkdirs()
    def jar = new File(elsewhere, 'app.jar')
    jar.bytes = small.bytes
    def beside = new File(elsewhere, 'app-application.jar')
    beside.bytes = large.bytes
    assert run.mvn('lambda:deploy', '-Dlambda.target=local', "-Dlambda.jar=${jar}".toString()).contains('No changes: ')
    beside.append('x')
    def refused = run.mvnFailing('lambda:deploy', '-Dlambda.target=local', "-Dlambda.jar=${jar}".toString())
    assert refused.contains('LM505') && refused.contains('It was not built together with app.jar')
} finally {
    run.mvn('lambda:stop')
    new File(basedir, 'local').deleteDir()
}

MotoServer moto
try {
    System.setProperty('lambda.moto.required', motoRequired)
    moto = MotoServer.start()
} catch (TestAbortedException e) {
    println "SKIPPED: ${e.message}"
    return true
}
try {
    run.environment('AWS_ACCESS_KEY_ID', 'test')
        .environment('AWS_SECRET_ACCESS_KEY', 'test')
        .environment('AWS_DEFAULT_REGION', 'eu-central-1')
        .environment('AWS_EC2_METADATA_DISABLED', 'true')
        .option("-Dlambda.endpoint=${moto.endpoint()}".toString())
        .option('-Dlambda.codeBucket=our-code')
    def aws = { String... words ->
        def out = run.command((['aws', '--endpoint-url', moto.endpoint().toString(), '--output', 'json'] + words.toList()) as String[])
        out.trim().isEmpty() ? null : new JsonSlurper().parseText(out)
    }
    def keys = { aws('s3api', 'list-objects-v2', '--bucket', 'our-code')?.Contents?.collect { it.Key } ?: [] }

    assert run.mvnFailing('lambda:deploy').contains('LM392')
    assert run.mvn('lambda:deploy', '-Dlambda.createMissing').contains('+ code object our-code/lambda-maven/com.example/slim/')
    def key = "lambda-maven/com.example/slim/123456789012/eu-central-1/dev/${sha256(large.bytes)}.jar".toString()
    assert keys() == [key]
    aws('s3api', 'get-object', '--bucket', 'our-code', '--key', key, new File(basedir, 'target/fetched.jar').toString())
    assert Arrays.equals(new File(basedir, 'target/fetched.jar').bytes, large.bytes)
    def function = aws('lambda', 'get-function-configuration', '--function-name', 'slim-dev')
    assert function.Handler == 'io.lambdamaven.runtime.code.SlimHandler'
    assert function.Environment.Variables.LAMBDA_MAVEN__APPLICATION == "s3://our-code/${key}".toString()
    assert run.mvn('lambda:deploy', '-Dlambda.createMissing').contains('No changes: ')

    // Other code is another object, and the version before keeps its own.
    run.edit('src/main/java/com/example/slim/Slim.java', 'runs from ', 'now runs from ')
    run.mvn('lambda:deploy', '-Dlambda.createMissing')
    assert keys().size() == 2 && keys().contains(key)
    assert run.mvn('lambda:plan', '-Dlambda.createMissing').contains(': slim-dev:1 fetches it')

    run.mvn('lambda:undeploy')
    assert keys() == []
} finally {
    moto.close()
}
return true
