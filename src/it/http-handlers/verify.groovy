import groovy.json.JsonSlurper
import io.lambdamaven.plugin.testing.MavenRun
import io.lambdamaven.plugin.testing.Reply

import java.util.zip.GZIPInputStream

// HTTP as handlers have it, over the wire: a request to the local Lambda's front, an event to the packaged jar in AWS's
// runtime client, and back.

def run = new MavenRun(basedir, localRepositoryPath)
    .option('-Dlambda.local.directory=local').option('-Dlambda.target=local')
def ask = { int port, String method, String target, Map headers = [:], body = '' ->
    Reply.ask(port, method, target, [Host: "localhost:$port".toString()] + headers,
        body instanceof byte[] ? body : body.getBytes('UTF-8'))
}
def portOf = { String deployed -> (deployed =~ /Answers at http:\/\/localhost:(\d+)/)[0][1] as int }
def json = ['Content-Type': 'application/json']
def problem = { Reply reply, int status ->
    assert reply.status() == status
    assert reply.header('content-type') == 'application/problem+json'
    def read = new JsonSlurper().parse(reply.body())
    assert read.status == status
    read
}

try {
    def http = ask.curry(portOf(run.mvn('lambda:deploy')))

    // What answers by itself.
    def note = http('GET', '/notes/a%20b?lang=de')
    assert note.status() == 200 && note.text() == 'note a b in de'
    def head = http('HEAD', '/notes/1')
    assert head.status() == 200 && head.body().length == 0 && head.header('etag')
    def options = http('OPTIONS', '/notes/1')
    assert options.status() == 204 && options.header('allow').split(', ').toSorted() == ['GET', 'HEAD', 'OPTIONS', 'PUT']
    def refused = http('DELETE', '/notes/1')
    problem(refused, 405)
    assert refused.header('allow').split(', ').toSorted() == ['GET', 'HEAD', 'OPTIONS', 'PUT']
    problem(http('GET', '/nowhere'), 404)
    assert http('GET', '/nowhere', [Accept: 'text/plain']).header('content-type').startsWith('text/plain')

    // Media types and sizes.
    assert http('PUT', '/notes/1', ['Content-Type': 'text/plain'], 'x' * 1000).status() == 204
    problem(http('PUT', '/notes/1', ['Content-Type': 'text/plain'], 'x' * 1001), 413)
    problem(http('PUT', '/notes/1', json, '{}'), 415)
    problem(http('PUT', '/notes/1', [:], 'x'), 415)
    assert http('GET', '/report').header('content-type') == 'application/json'
    def table = http('GET', '/report', [Accept: 'application/json;q=0.1, text/*'])
    assert table.header('content-type').startsWith('text/csv') && table.text() == 'tea;12\n'
    problem(http('GET', '/report', [Accept: 'image/png']), 406)
    def packed = http('GET', '/report?lines=500', [Accept: 'text/csv', 'Accept-Encoding': 'gzip'])
    assert packed.header('content-encoding') == 'gzip' && packed.header('vary').toLowerCase().contains('accept-encoding')
    assert new GZIPInputStream(new ByteArrayInputStream(packed.body())).text == 'tea;12\n' * 500
    assert http('GET', '/report?lines=500', [Accept: 'text/csv']).text() == 'tea;12\n' * 500

    // Caches.
    def tag = http('GET', '/notes/1').header('etag')
    def unchanged = http('GET', '/notes/1', ['If-None-Match': tag])
    assert unchanged.status() == 304 && unchanged.header('etag') == tag && unchanged.body().length == 0
    assert http('GET', '/notes/2', ['If-None-Match': tag]).status() == 200
    assert http('GET', '/page').header('last-modified') == 'Sat, 31 Jan 2026 10:00:00 GMT'
    assert http('GET', '/page', ['If-Modified-Since': 'Sat, 31 Jan 2026 10:00:00 GMT']).status() == 304
    assert http('GET', '/page', ['If-Modified-Since': 'Sat, 31 Jan 2026 09:59:59 GMT']).status() == 200

    // Changes of what the caller has seen, and of nothing else.
    def text = ['Content-Type': 'text/plain']
    def seen = http('GET', '/ticket').header('etag')
    assert http('GET', '/ticket', ['If-Match': '"other"']).status() == 412
    problem(http('PUT', '/ticket', text + ['If-Match': '"other"'], 'lost'), 412)
    problem(http('PUT', '/ticket', text + ['If-None-Match': '*'], 'lost'), 412)
    assert http('PUT', '/ticket', text + ['If-Match': seen], 'second').header('etag') == '"second"'
    problem(http('PUT', '/ticket', text + ['If-Match': seen], 'late'), 412)
    assert http('GET', '/ticket').text() == 'second'

    // Parts of bytes, and more than can be passed on.
    def film = http('GET', '/film', [Range: 'bytes=2-4'])
    assert film.status() == 206 && film.text() == '234'
    assert film.header('content-range') == 'bytes 2-4/10' && film.header('content-type') == 'video/mp4'
    assert http('GET', '/film', [Range: 'bytes=-3', 'If-Range': '"f1"']).text() == '789'
    assert http('GET', '/film', [Range: 'bytes=-3', 'If-Range': '"f0"']).text() == '0123456789'
    def beyond = http('GET', '/film', [Range: 'bytes=10-'])
    problem(beyond, 416)
    assert beyond.header('content-range') == 'bytes */10'
    assert problem(http('GET', '/much'), 502).detail.contains('6291456 bytes')

    // Values that may be left out.
    assert http('GET', '/values').text() == 'Optional.empty [] 9'
    assert http('GET', '/values?one=1&many=a&many=b,c&rest=2').text() == 'Optional[1] [a, b,c] 2'
    assert problem(http('GET', '/values?one=x'), 400).detail.contains('one')

    // Redirects and cookies.
    def login = http('POST', '/login')
    assert login.status() in [302, 303] && login.header('location') == '/notes/1'
    def cookies = login.headers()['set-cookie']
    assert cookies.size() == 2
    assert cookies[0] ==~ /session=7;.*/ && ['Secure', 'HttpOnly', 'SameSite=Lax'].every { cookies[0].contains(it) }
    assert cookies[1] ==~ /guest=;.*Max-Age=0.*/

    // Forms.
    def form = ['Content-Type': 'application/x-www-form-urlencoded']
    assert http('POST', '/search', form, 'q=%C3%A4+b&page=1&page=2').body() == 'ä b [1, 2]'.getBytes('UTF-8')
    assert problem(http('POST', '/search', form, 'q=a&page=one'), 400).detail.contains('page')
    assert problem(http('POST', '/search', form, 'page=1'), 400).detail.contains('q')
    problem(http('POST', '/search', form, 'q=%ff'), 400)
    problem(http('POST', '/search', json, '{"q": "a"}'), 415)
    def wire = { byte[] bytes -> new String(bytes, 'ISO-8859-1') }
    def part = { String says, String bytes -> "--b\r\nContent-Disposition: form-data; $says\r\n\r\n$bytes\r\n".toString() }
    def upload = part('name="title"', wire('Höhe'.getBytes('UTF-8'))) +
        part('name="photo"; filename="C:\\pictures\\a.png"\r\nContent-Type: image/png', wire((0..255) as byte[])) +
        part('name="name"', 'Ada') + '--b--\r\n'
    def photo = http('POST', '/photos', ['Content-Type': 'multipart/form-data; boundary=b'], upload.getBytes('ISO-8859-1'))
    assert new String(photo.body(), 'UTF-8') ==
        'Höhe: a.png, image/png, 256 bytes, of Sender[name=Ada, city=Optional.empty]'
    problem(http('POST', '/photos', ['Content-Type': 'multipart/form-data; boundary=b'], upload[0..-20].getBytes('ISO-8859-1')), 400)

    // Constraints: all that is violated, in one answer.
    assert http('POST', '/orders', json, '{"name": "Ada", "lines": [{"item": "tea", "count": 1}]}').status() == 200
    def violations = problem(http('POST', '/orders?limit=101', json,
        '{"name": " ", "lines": [{"item": "tea", "count": 0}, {"item": "", "count": 1}]}'), 400).violations
    assert violations*.path as Set == ['limit', 'order.name', 'order.lines[0].count', 'order.lines[1].item'] as Set
    assert violations.every { it.message }
    assert problem(http('POST', '/orders', json, '{"name": "Ada", "lines": [{"count": "many"}]}'), 400).detail.contains('count')

    // Pages of other sites.
    def page = 'http://localhost:5173'
    def price = http('GET', '/price', [Origin: page])
    assert price.header('access-control-allow-origin') == page && price.header('vary').contains('Origin')
    assert price.header('access-control-allow-credentials') == 'true'
    assert price.header('access-control-expose-headers') == 'X-Price'
    def stranger = http('GET', '/price', [Origin: 'http://localhost:5174'])
    assert stranger.status() == 200 && !stranger.header('access-control-allow-origin')
    assert http('GET', '/price', [Origin: 'https://shop.example']).status() == 403 // the machine's own pages alone
    def preflight = [Origin: page, 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'x-told']
    def allowed = http('OPTIONS', '/price', preflight)
    assert allowed.status() == 204 && allowed.header('access-control-allow-methods').contains('GET')
    assert allowed.header('access-control-allow-headers').equalsIgnoreCase('X-Told') && allowed.header('access-control-max-age') == '600'
    assert !http('OPTIONS', '/notes/1', preflight).header('access-control-allow-origin')

    // Paths.
    assert http('GET', '/files/a/b%2Fc/d.txt', ['X-Mark': '+']).text() == '+a/b/c/d.txt'
    problem(http('GET', '/files/a/%2e%2e/b'), 400)

    // A resource of Jakarta REST, with no implementation of it in the jar.
    assert http('GET', '/shelves').text() == '[{"id":"a","places":1},{"id":"b","places":2}]'
    assert http('GET', '/shelves?limit=1').text() == '[{"id":"a","places":1}]'
    assert http('GET', '/shelves/ab').text() == '{"id":"ab","places":2}'
    assert http('POST', '/shelves', json, '{"id":"d","places":4}').text() == '{"id":"d","places":4}'
    problem(http('POST', '/shelves', ['Content-Type': 'text/plain'], 'd'), 415)
    problem(http('PUT', '/shelves'), 405)
    assert http('DELETE', '/shelves/a/books/x/y').status() == 204

    // What something before the function puts before its paths.
    def based = ask.curry(portOf(run.mvn('lambda:deploy', '-Dlambda.stage=based')))
    assert based('GET', '/v1/shelves/ab').text() == '{"id":"ab","places":2}'
    assert based('GET', '/shelves/ab').status() == 200
    problem(based('GET', '/v10/shelves/ab'), 404)

    // An HTTP API passes on only what it has a route for; a preflight request is among that.
    def api = ask.curry(portOf(run.mvn('lambda:deploy', '-Dlambda.stage=api')))
    assert api('GET', '/shelves/ab').text() == '{"id":"ab","places":2}'
    assert api('OPTIONS', '/price', preflight).header('access-control-allow-origin') == page
    assert api('HEAD', '/notes/1').status() == 404
    assert new String(api('POST', '/photos', ['Content-Type': 'multipart/form-data; boundary=b'], upload.getBytes('ISO-8859-1')).body(), 'UTF-8')
        .startsWith('Höhe: a.png, image/png, 256 bytes')
} finally {
    run.mvn('lambda:stop')
    new File(basedir, 'local').deleteDir()
}
return true
