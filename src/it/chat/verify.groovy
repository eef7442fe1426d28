import io.lambdamaven.plugin.testing.MavenRun
import java.net.http.HttpClient
import java.net.http.WebSocket
import java.net.http.WebSocketHandshakeException
import java.util.concurrent.ExecutionException
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit

// A WebSocket API on this machine: clients come, are refused, get answers and what functions send to them.

class Listener implements WebSocket.Listener {
    def heard = new LinkedBlockingQueue<String>()

    java.util.concurrent.CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        heard.add(data.toString())
        socket.request(1)
        return null
    }
}

def run = new MavenRun(basedir, localRepositoryPath)
    .option('-Dlambda.local.directory=local').option('-Dlambda.target=local')
try {
    def url = (run.mvn('clean', 'lambda:deploy') =~ /Answers at (ws:\S+)/).with { it.find(); it.group(1) }
    assert run.mvn('lambda:status').contains(url)

    def listener = new Listener()
    def connect = { String query -> HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(url + query), listener).get(60, TimeUnit.SECONDS) }
    def hears = { listener.heard.poll(60, TimeUnit.SECONDS) }
    try {
        connect('')
        assert false
    } catch (ExecutionException e) {
        assert e.cause instanceof WebSocketHandshakeException && e.cause.response.statusCode() == 403
    }

    def socket = connect('?user=ada')
    socket.sendText('hello', true).join()
    assert [hears(), hears()] == ['posted hello', 'answered hello']
    socket.sendText('{"action":"who"}', true).join()
    def id = hears()

    // Without an event of the client, from a process of its own.
    assert run.mvn('lambda:invoke', '-Dlambda.payload="' + id + '"').contains('true')
    assert hears() == 'pushed'
    socket.sendClose(WebSocket.NORMAL_CLOSURE, '').join()
    assert run.mvn('lambda:invoke', '-Dlambda.payload="' + id + '"').contains('false')
} finally {
    run.mvn('lambda:stop')
    new File(basedir, 'local').deleteDir()
}
return true
