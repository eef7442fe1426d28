import io.lambdamaven.plugin.testing.MavenRun
import io.lambdamaven.plugin.testing.SideBySide

// A Jakarta REST application, found by its type and started through SeBootstrap: hosted, it answers what it answers
// when somebody starts it.

def run = new MavenRun(basedir, localRepositoryPath)
    .option('-Dlambda.local.directory=local').option('-Dlambda.target=local')
try {
    def deployed = run.mvn('clean', 'lambda:deploy')
    assert deployed.contains('com.example.library.Library')
    def both = SideBySide.start(basedir, deployed, ['-Dsun.net.httpserver.nodelay=true', '-cp',
        ['target/classes', 'target/test-classes', 'target/lib/*'].join(File.pathSeparator),
        'com.example.library.Direct', '{port}'])
    try {
        def json = ['Content-Type': 'application/json']
        both.same('GET', '/books/7')
        both.same('GET', '/books/a%20b%C3%A4?page=3')
        both.same('GET', '/books/a+b?page=3&page=4')
        both.same('GET', '/books/a%2Fb')
        both.same('GET', '/books/7?page=many')
        both.same('GET', '/books/none')
        both.same('HEAD', '/books/7')
        both.same('OPTIONS', '/books/7')
        both.same('PATCH', '/books/7', json, '{}')
        both.same('GET', '/books/7/text')
        both.same('GET', '/books/7/text', ['Accept': 'text/html'])
        both.same('GET', '/books/7/text', ['Accept': 'image/png'])
        both.same('GET', '/books/7/cover')
        both.same('GET', '/books/7/edition')
        both.same('GET', '/books/7/edition', ['If-None-Match': '"third"'])
        both.same('GET', '/books/all')
        both.same('HEAD', '/books/all')
        both.same('GET', '/books/cookies')
        both.same('GET', '/books/old')
        both.same('POST', '/books', json, '{"title":"Der Prozeß","pages":2}')
        both.same('POST', '/books', json, '{"title":"Nichts","pages":0}')
        both.same('POST', '/books', json, '{"title":')
        both.same('POST', '/books', ['Content-Type': 'text/plain'], 'a book')
        both.same('PUT', '/books/7', ['Content-Type': 'application/octet-stream'], (0..255) as byte[])
        both.same('PUT', '/books/7', ['Content-Type': 'application/octet-stream'])
        both.same('PUT', '/books/7', ['Content-Type': 'application/octet-stream'], new byte[3_000_000])
        both.same('DELETE', '/books/7')
        both.same('DELETE', '/books/lent')
        both.same('GET', '/echo/', ['X-Told': 'this', 'Accept-Language': 'de, en;q=0.5', 'Cookie': 'a=1; b="2"'])
        both.same('GET', '/echo/a//b/%2e%2E/c;d=e?q=1&q=&r&s=%26%3D+%2B&ü=ö'.replace('ü', '%C3%BC').replace('ö', '%C3%B6'))
        both.same('POST', '/echo', ['Content-Type': 'application/x-www-form-urlencoded'], 'name=J%C3%BCrgen+K&tag=a&tag=b%26')
        both.same('GET', '/nowhere')
        both.check(32)
    } finally {
        both.close()
    }
} finally {
    run.mvn('lambda:stop')
    new File(basedir, 'local').deleteDir()
}
return true
