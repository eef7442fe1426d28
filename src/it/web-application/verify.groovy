import io.lambdamaven.plugin.testing.MavenRun
import io.lambdamaven.plugin.testing.SideBySide

// A Spring Boot application as it is: hosted, it answers what it answers when somebody starts it with java -jar. So it
// does with Spring Boot 3, and with Spring Boot 4.

def json = ['Content-Type': 'application/json']
def picture = new File(basedir, 'src/main/resources/static/dot.png').bytes
def upload = new ByteArrayOutputStream()
upload << '--x\r\nContent-Disposition: form-data; name="file"; filename="dot.png"\r\nContent-Type: image/png\r\n\r\n'.bytes
upload << picture
upload << '\r\n--x--\r\n'.bytes

['3.5.8', '4.0.0'].each { boot ->
    def run = new MavenRun(basedir, localRepositoryPath).option("-Dspring-boot.version=${boot}".toString())
        .option('-Dlambda.local.directory=local').option('-Dlambda.target=local')
    try {
        def deployed = run.mvn('clean', 'lambda:deploy')
        assert deployed.contains('com.example.shop.ShopApplication')
        def both = SideBySide.start(basedir, deployed, ['-jar', 'target/web-application-1.0.0.jar', '--server.port={port}'])
            .changing('JSESSIONID=[^;]*').changing('(?m)^last-modified: .*')
            .changing('"timestamp":"[^"]*"').changing('<div id=.created.>.*?</div>')
        try {
            both.same('GET', '/orders/7')
            both.same('GET', '/orders/a%20b?limit=3')
            both.same('GET', '/orders/7?limit=many')
            both.same('HEAD', '/orders/7')
            both.same('OPTIONS', '/orders/7')
            both.same('DELETE', '/orders/7')
            both.same('POST', '/orders', json, '{"item":"tea","quantity":2}')
            both.same('POST', '/orders', json, '{"item":"","quantity":0}')
            both.same('POST', '/orders', json, '{"item":')
            both.same('POST', '/orders', ['Content-Type': 'text/plain'], 'tea')
            both.same('GET', '/')
            both.same('GET', '/index.html')
            both.same('GET', '/style.css')
            both.same('GET', '/style.css', ['Range': 'bytes=0-3'])
            both.same('GET', '/style.css', ['If-Modified-Since': 'Fri, 01 Jan 2100 00:00:00 GMT'])
            both.same('GET', '/dot.png')
            both.same('POST', '/upload', ['Content-Type': 'multipart/form-data; boundary=x'], upload.toByteArray())
            both.same('GET', '/nowhere', ['Accept': 'text/html'])
            both.same('GET', '/nowhere', ['Accept': 'application/json'])
            both.same('GET', '/fails', ['Accept': 'application/json'])
            both.same('GET', '/fails', ['Accept': 'text/html'])
            both.same('GET', '/visits')
            both.check(22)

            // A session lives as long as its environment.
            def first = both.hosted('GET', '/visits', [:])
            def cookie = ['Cookie': first.header('Set-Cookie').split(';')[0]]
            assert first.text() == 'visit 1'
            assert both.hosted('GET', '/visits', cookie).text() == 'visit 2'
            assert both.hosted('GET', '/visits', cookie).text() == 'visit 3'

            // Handlers beside it come first, and have beans of its context: web-applications.md shows these classes.
            assert both.hosted('GET', '/keeper', [:]).text() == 'the storekeeper counts 0'
            run.mvn('lambda:invoke', '-Dlambda.event=schedule')
            assert both.hosted('GET', '/keeper', [:]).text() == 'the storekeeper counts 10'
            assert both.hosted('GET', '/shelf', [:]).text() == 'the application counts 10'
        } finally {
            both.close()
        }
    } finally {
        run.mvn('lambda:stop')
        new File(basedir, 'local').deleteDir()
    }
}
return true
