import io.lambdamaven.plugin.testing.MavenRun
import io.lambdamaven.plugin.testing.SideBySide

// A servlet, found by its type and started in the Jetty that the project brings: hosted, it answers what it answers in a
// Jetty that somebody starts.

def run = new MavenRun(basedir, localRepositoryPath)
    .option('-Dlambda.local.directory=local').option('-Dlambda.target=local')
try {
    def deployed = run.mvn('clean', 'lambda:deploy')
    assert deployed.contains('com.example.desk.Desk')
    def both = SideBySide.start(basedir, deployed, ['-cp',
        ['target/classes', 'target/test-classes', 'target/lib/*'].join(File.pathSeparator),
        'com.example.desk.Direct', '{port}']).changing('JSESSIONID=[^;]*')
    try {
        both.same('GET', '/')
        both.same('GET', '/a%20b/%C3%A4?x=1&x=2&y=%26+z&empty=&flag')
        both.same('GET', '/echo')
        both.same('GET', '/echo', ['X-Told': 'a, b', 'X-Told-Too': '', 'Accept': 'text/*;q=0.3, text/html', 'Cookie': 'a=1; b="c d"', 'Accept-Language': 'de-AT'])
        both.same('GET', '/a;p=1/b;q')
        both.same('HEAD', '/echo')
        both.same('OPTIONS', '/echo')
        both.same('PATCH', '/echo')
        both.same('DELETE', '/echo')
        both.same('PROPFIND', '/echo')
        both.same('POST', '/form?a=0', ['Content-Type': 'application/x-www-form-urlencoded'], 'a=1&b=%C3%A4+%2B')
        both.same('POST', '/nothing')
        both.same('PUT', '/put', ['Content-Type': 'application/json'], '{"größe": "€"}')
        both.same('PUT', '/put', ['Content-Type': 'application/x-any'], (0..255) as byte[])
        both.same('PUT', '/put', ['Content-Type': 'text/plain; charset=ISO-8859-1'], 'größe'.getBytes('ISO-8859-1'))
        both.same('PUT', '/put', ['Content-Type': 'application/x-any'], new byte[3_000_000])
        both.same('GET', '/redirect')
        both.same('GET', '/error', ['Accept': 'text/html'])
        both.same('GET', '/error', ['Accept': 'application/json'])
        both.same('GET', '/fails', ['Accept': 'text/plain'])
        both.same('GET', '/cookies')
        both.same('GET', '/session')
        both.same('GET', '/bytes')
        both.same('GET', '/untyped')
        both.same('GET', '/notmodified')
        both.same('GET', '/many')
        both.same('HEAD', '/many')
        both.same('GET', '/a/%2e%2e/b')
        both.same('GET', '/a//b')
        both.same('GET', '/a%2Fb')
        both.check(30)

        def cookie = both.hosted('GET', '/session', [:]).header('Set-Cookie').split(';')[0]
        assert both.hosted('GET', '/session', ['Cookie': cookie]).text() == 'visit 2'
    } finally {
        both.close()
    }
} finally {
    run.mvn('lambda:stop')
    new File(basedir, 'local').deleteDir()
}
return true
