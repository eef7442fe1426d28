import io.lambdamaven.plugin.testing.MavenRun
import java.util.zip.ZipFile

// Spring Boot's repackage replaces the main jar; what goes to Lambda is packed from the classes all the same. Deployed
// the way people type it: a whole build, then the goal.

def run = new MavenRun(basedir, localRepositoryPath)
    .option('-Dlambda.local.directory=local').option('-Dlambda.target=local')
def names = { String jar -> new ZipFile(new File(basedir, "target/${jar}")).withCloseable { zip -> zip.entries().collect { it.name } } }
try {
    run.mvn('clean', 'verify', 'lambda:deploy')
    assert names('repackaged-1.0.0.jar').contains('BOOT-INF/classes/com/example/Hello.class')
    def packed = names('repackaged-1.0.0-lambda.jar')
    assert packed.contains('com/example/Hello.class') && packed.contains('com/example/LambdaHandler.class')
    assert !packed.any { it.startsWith('BOOT-INF/') }
    assert run.mvn('lambda:invoke') =~ /answer +"hello"/
} finally {
    run.mvn('lambda:stop')
    new File(basedir, 'local').deleteDir()
}
return true
