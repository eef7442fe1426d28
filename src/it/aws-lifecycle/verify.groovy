import groovy.json.JsonSlurper
import io.lambdamaven.plugin.testing.FaultProxy
import io.lambdamaven.plugin.testing.MavenRun
import io.lambdamaven.plugin.testing.MotoServer

// From first deploy to undeploy against an AWS endpoint nobody here wrote, with AWS's own CLI as the judge.

if (!MotoServer.available()) {
    if (motoRequired == 'true') {
        throw new AssertionError('moto_server is required and not on the PATH')
    }
    println 'SKIPPED: moto_server is not on the PATH'
    return true
}
