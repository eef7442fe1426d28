package io.lambdamaven.plugin.local.daemon;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Lets in only who asked for this machine. A web page anywhere can make a browser send requests to loopback; its
 * {@code Origin} gives it away, and where it had its own name point here, the {@code Host} does.
 */
final class LoopbackGuard extends Handler.Wrapper {
    private static final Pattern PAGE = Pattern.compile("https?://(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?");

    private static final List<String> NAMES = List.of("127.0.0.1", "localhost", "[::1]");

    private final IntPredicate takesSockets;

    /** @param takesSockets at which ports pages of this machine's other ports may connect: no page has a WebSocket's */
    LoopbackGuard(Handler handler, IntPredicate takesSockets) {
        super(handler);
        this.takesSockets = takesSockets;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        int port = Request.getLocalPort(request);
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        boolean known = isHere(request.getHeaders().get(HttpHeader.HOST), port)
                && (origin == null
                        || (origin.startsWith("http://") && isHere(origin.substring(7), port))
                        || (isSocket(request, port) && PAGE.matcher(origin).matches()));
        if (known) {
            return super.handle(request, response, callback);
        }
        Exchange.message(response, callback, 403, "Forbidden: this address serves its own machine only");
        return true;
    }

    private boolean isSocket(Request request, int port) {
        return takesSockets.test(port)
                && "websocket".equalsIgnoreCase(request.getHeaders().get(HttpHeader.UPGRADE));
    }

    private static boolean isHere(@Nullable String authority, int port) {
        return authority != null
                && NAMES.stream()
                        .anyMatch(name -> authority.toLowerCase(Locale.ROOT).equals(name + ":" + port));
    }
}
