import io.lambdamaven.plugin.testing.EventFront
import io.lambdamaven.plugin.testing.MavenRun
import io.lambdamaven.plugin.testing.SideBySide

// Applications of Micronaut, Vert.x and Helidon, found by their main, and a servlet behind a chain of filters that a
// ServletContainerInitializer puts together: hosted, they answer what they answer when somebody starts them.

def libraries = ['target/classes', 'target/test-classes', 'target/lib/*'].join(File.pathSeparator)
def text = ['Content-Type': 'text/plain; charset=utf-8']
def json = ['Content-Type': 'application/json']
def any = ['Content-Type': 'application/octet-stream']
def upload = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n' +
    'Content-Type: text/plain\r\n\r\nGrüße\r\n--x--\r\n'

def run = new MavenRun(basedir, localRepositoryPath)
    .option('-Dlambda.local.directory=' + new File(basedir, 'local')).option('-Dlambda.target=local')
try {
    def deployed = run.mvn('clean', 'package')
    def compare = { module, main, arguments, requests ->
        def log = deployed.substring(deployed.indexOf("Plan for com.example:${module},"))
        def both = SideBySide.start(new File(basedir, module), log, arguments.collect { it.toString() } +
            ['-cp', libraries, main] + (main.endsWith('Direct') ? ['{port}'] : []))
        try {
            requests(both)
        } finally {
            both.close()
        }
    }
    def same = { both ->
        both.same('GET', '/echo/a')
        both.same('GET', '/echo/a%20b%C3%A4?tag=1&tag=%26+%2B&empty=&flag', ['X-Told': 'a, b', 'Cookie': 'a=1; b=2'])
        both.same('HEAD', '/echo/a')
        both.same('OPTIONS', '/echo/a')
        both.same('DELETE', '/echo/a')
        both.same('GET', '/json')
        both.same('POST', '/json', json, '{"title":"Größe","pages":7}')
        both.same('POST', '/json', json, '{"title":')
        both.same('POST', '/body', any, (0..255) as byte[])
        both.same('POST', '/body', any, new byte[1_000_000])
        both.same('POST', '/body', text, 'grüße an alle')
        both.same('GET', '/login')
        both.same('GET', '/long')
        both.same('GET', '/long', ['Accept-Encoding': 'gzip'])
        both.same('GET', '/fails')
        both.same('GET', '/nowhere')
        both.same('GET', '/nowhere', ['Accept': 'text/html'])
        both.check(17)
    }
    compare('micronaut', 'com.example.micronaut.Application', ['-Dmicronaut.server.port={port}'], same)
    compare('helidon', 'com.example.helidon.Main', ['-Dserver.port={port}'], same)
    compare('vertx', 'com.example.vertx.Main', ['-Dhttp.port={port}']) { both ->
        both.same('POST', '/upload', ['Content-Type': 'multipart/form-data; boundary=x'], upload)
        same(both)
        // So it does behind a REST API and a load balancer.
        def lambda = (deployed =~ /Local Lambda at http:\/\/127\.0\.0\.1:(\d+)/)[0][1] as int
        EventFront.values().each { front ->
            def through = { method, target, headers = [:], body = '' ->
                both.same(front, lambda, 'vertx-dev:live', method, target, headers, body)
            }
            through('GET', '/echo/a%20b%C3%A4?empty=&tag=1&tag=%26%2B', ['X-Told': 'a, b', 'Cookie': 'a=1; b=2'])
            through('HEAD', '/echo/a')
            through('POST', '/json', json, '{"title":"Größe","pages":7}')
            through('POST', '/body', any, (0..255) as byte[])
            through('GET', '/login')
            through('GET', '/long', ['Accept-Encoding': 'gzip'])
            through('GET', '/nowhere')
        }
        both.check(32)
    }
    compare('servlet', 'com.example.reception.Direct', []) { both ->
        both.same('GET', '/desk/a%20b%C3%A4?tag=1&tag=%26+%2B', ['X-Told': 'a, b'])
        both.same('HEAD', '/desk/a')
        both.same('GET', '/desk/json')
        both.same('POST', '/desk/body', any, (0..255) as byte[])
        both.same('GET', '/desk/login')
        both.same('GET', '/desk/shout')
        both.same('GET', '/desk/nowhere')
        both.same('GET', '/nowhere')
        both.same('GET', '/private/a')
        both.same('GET', '/private/a', ['Authorization': 'Bearer ada'])
        both.check(10)
        // What the chain has done, and not the same nothing twice.
        assert both.hosted('GET', '/desk/shout', [:]).text().endsWith('TRUE NULL!')
        assert both.hosted('GET', '/private/a', [:]).status() == 401
        assert both.hosted('GET', '/private/a', ['Authorization': 'Bearer ada']).headers()['x-chain'] != null
    }
} finally {
    run.mvn('lambda:stop')
    new File(basedir, 'local').deleteDir()
}
return true
