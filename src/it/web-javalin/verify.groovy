import io.lambdamaven.plugin.testing.MavenRun
import io.lambdamaven.plugin.testing.SideBySide

// A Javalin application, found by its main: hosted behind an HTTP API, it answers what it answers when somebody starts it.

def run = new MavenRun(basedir, localRepositoryPath)
    .option('-Dlambda.local.directory=local').option('-Dlambda.target=local')
try {
    def deployed = run.mvn('clean', 'lambda:deploy')
    assert deployed.contains('com.example.chat.Chat')
    def both = SideBySide.start(basedir, deployed, ['-Dserver.port={port}', '-cp',
        ['target/classes', 'target/lib/*'].join(File.pathSeparator), 'com.example.chat.Chat'])
        // Of files, these tell when they were unpacked.
        .changing('(?m)^last-modified: .*').changing('(?m)^etag: W/.*')
    try {
        def text = ['Content-Type': 'text/plain; charset=utf-8']
        def picture = new File(basedir, 'src/main/resources/public/dot.png').bytes
        both.same('GET', '/')
        both.same('GET', '/index.html')
        both.same('GET', '/style.css')
        both.same('GET', '/style.css', ['If-Modified-Since': 'Fri, 01 Jan 2100 00:00:00 GMT'])
        both.same('HEAD', '/style.css')
        both.same('GET', '/dot.png')
        both.same('GET', '/dot.png', ['Range': 'bytes=0-9'])
        both.same('GET', '/rooms/main')
        both.same('GET', '/rooms/a%20b%C3%A4?since=1&since=2')
        both.same('HEAD', '/rooms/main')
        both.same('OPTIONS', '/rooms/main')
        both.same('PATCH', '/rooms/main', text, 'x')
        both.same('POST', '/rooms/main', text, 'grüße an alle')
        both.same('POST', '/rooms/main', text, '')
        both.same('PUT', '/rooms/main/picture', ['Content-Type': 'image/png'], picture)
        both.same('PUT', '/rooms/main/picture', ['Content-Type': 'image/png'], new byte[1_000_000])
        both.same('POST', '/form', ['Content-Type': 'application/x-www-form-urlencoded'], 'a=1&a=2&b=%C3%A4+%26')
        def upload = new ByteArrayOutputStream()
        upload << '--x\r\nContent-Disposition: form-data; name="file"; filename="dot.png"\r\nContent-Type: image/png\r\n\r\n'.bytes
        upload << picture
        upload << '\r\n--x--\r\n'.bytes
        both.same('POST', '/upload', ['Content-Type': 'multipart/form-data; boundary=x'], upload.toByteArray())
        both.same('DELETE', '/rooms/main')
        both.same('GET', '/json')
        both.same('GET', '/json', ['Accept-Encoding': 'gzip'])
        both.same('GET', '/latin')
        both.same('GET', '/stream')
        both.same('GET', '/stream', ['Accept-Encoding': 'gzip'])
        both.same('GET', '/video')
        both.same('GET', '/video', ['Range': 'bytes=100-199'])
        both.same('GET', '/login')
        both.same('GET', '/conflict')
        both.same('GET', '/conflict', ['Accept': 'application/json'])
        both.same('GET', '/fails')
        both.same('GET', '/nowhere')
        both.same('GET', '/raw/a/b;c=d?q=1&q=&r&s=%26%3D+%2B&%C3%BC=%C3%B6', ['Cookie': 'a=1; b=2', 'X-Told': 'this'])
        both.same('GET', '/raw/%C3%BC')
        both.check(33)
    } finally {
        both.close()
    }
} finally {
    run.mvn('lambda:stop')
    new File(basedir, 'local').deleteDir()
}
return true
