package io.lambdamaven.plugin.local.socket;

import io.lambdamaven.plugin.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** Serves one WebSocket API at its port: those who want to connect, and the commands for who is connected. */
public final class SocketHandler implements Request.Handler {
    /** Where functions get the keys that they sign commands with. */
    public static final String CREDENTIALS = "/@credentials";

    private static final Duration KEYS_LAST = Duration.ofHours(6);

    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final int LONGEST_FRAME = 32 * 1024;
    private static final int LONGEST_MESSAGE = 128 * 1024;

    private final ServerWebSocketContainer container;
    private final SocketTraffic traffic;
    private final ConnectionCommands commands;
    private final Clock clock;

    public SocketHandler(
            ServerWebSocketContainer container,
            SocketFront front,
            SocketFunction function,
            ExecutorService later,
            Clock clock) {
        this.container = container;
        this.traffic = new SocketTraffic(front, new SocketCalls(function, later, SocketCalls.PATIENCE), later, clock);
        this.commands = new ConnectionCommands(traffic);
        this.clock = clock;
    }

    /**
     * What makes connections of requests to a server that has not been started, with API Gateway's limits.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html">
     *     Quotas</a>
     */
    public static ServerWebSocketContainer container(Server server) {
        ServerWebSocketContainer container = ServerWebSocketContainer.ensure(server);
        container.setIdleTimeout(IDLE);
        container.setMaxTextMessageSize(LONGEST_MESSAGE);
        container.setMaxFrameSize(LONGEST_FRAME);
        container.setAutoFragment(false);
        return container;
    }

    /** Serves the API as it is now; who is connected stays so. */
    public void follow(SocketFront front) {
        traffic.follow(front);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = path(request);
        if (path.startsWith(ConnectionCommands.ROOT)) {
            String id = path.substring(ConnectionCommands.ROOT.length());
            commands.handle(decoded(id), request, response, callback);
        } else if (path.equals(CREDENTIALS)) {
            Replies.json(response, callback, 200, credentials());
        } else if (!path.equals("/")) {
            Replies.message(response, callback, 403, "Forbidden");
        } else if (!isUpgrade(request)) {
            response.getHeaders().put(HttpHeader.UPGRADE, "websocket");
            Replies.message(response, callback, 426, "Upgrade Required");
        } else {
            connect(request, response, callback);
        }
        return true;
    }

    /** Without the API's stage, which may be there or not. */
    private String path(Request request) {
        String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("/");
        String stage = "/" + traffic.front().api().stage();
        if (path.equals(stage) || path.startsWith(stage + "/")) {
            path = path.substring(stage.length());
        }
        return path.isEmpty() ? "/" : path;
    }

    /** As it came where it cannot be decoded: then it is nobody's. */
    private static String decoded(String id) {
        try {
            return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return id;
        }
    }

    private static boolean isUpgrade(Request request) {
        return "GET".equals(request.getMethod())
                && "websocket".equalsIgnoreCase(request.getHeaders().get(HttpHeader.UPGRADE));
    }

    private void connect(Request request, Response response, Callback callback) throws InterruptedException {
        Client client = new Client(
                Client.newId(),
                clock.instant(),
                Request.getServerName(request),
                Request.getRemoteAddr(request),
                request.getHeaders().get(HttpHeader.USER_AGENT));
        SocketAnswer answer = traffic.asks(client, SocketRequest.of(request));
        if (!answer.accepts()) {
            int status = answer.status() >= 400 && answer.status() <= 599 ? answer.status() : 500;
            String failure = answer.failure();
            Replies.message(response, callback, status, failure == null ? "Forbidden" : failure);
            return;
        }
        String protocol = answer.headers().get("sec-websocket-protocol");
        boolean upgraded = container.upgrade(
                (asked, agreed, done) -> {
                    // API Gateway compresses nothing.
                    agreed.setExtensions(List.of());
                    if (protocol != null) {
                        agreed.setAcceptedSubProtocol(protocol);
                    }
                    return new SocketConnection(client, traffic, clock);
                },
                request,
                response,
                callback);
        if (!upgraded) {
            Replies.message(response, callback, 400, "Bad Request");
        }
    }

    /** Keys that are good here and nowhere else. */
    private Json credentials() {
        return Json.object()
                .put("AccessKeyId", "local")
                .put("SecretAccessKey", "local")
                .put("Token", "local")
                .put("Expiration", clock.instant().plus(KEYS_LAST).toString())
                .build();
    }
}
