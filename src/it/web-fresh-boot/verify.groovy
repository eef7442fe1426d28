import io.lambdamaven.plugin.testing.MavenRun

// A project as start.spring.io makes it, with nothing but the runtime, the plugin and <webApplication/>: the walk-through
// of web-applications.md.

def run = new MavenRun(basedir, localRepositoryPath)
    .option('-Dlambda.local.directory=' + new File(basedir, 'local')).option('-Dlambda.target=local')
try {
    def deployed = run.mvn('clean', 'lambda:deploy')
    assert deployed.contains('Hosts com.example.demo.DemoApplication, a class with main: it takes what no trigger takes.')
    def base = (deployed =~ /Answers at (http:\/\/localhost:\d+)/)[0][1]
    assert new URL(base + '/hello?name=Ada').text == 'Hello Ada!'
} finally {
    run.mvn('lambda:stop')
    new File(basedir, 'local').deleteDir()
}
return true
