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
 * {@code Origin} gives it away, and where it had its own name point here, the {@code Host} does. Pages of this machine
 * may call its functions, from whatever port they came: so a front end is tried out beside them.
 */
final class LoopbackGuard extends Handler.Wrapper {
    private static final Pattern PAGE = Pattern.compile("https?://(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?");

    private static final List<String> NAMES = List.of("127.0.0.1", "localhost", "[::1]");

    private final IntPredicate answersHttp;
    private final IntPredicate takesSockets;

    /**
     * @param answersHttp at which ports functions answer pages of this machine's other ports
     * @param takesSockets at which ports such pages may connect: no page has a WebSocket's
     */
    LoopbackGuard(Handler handler, IntPredicate answersHttp, IntPredicate takesSockets) {
        super(handler);
        this.answersHttp = answersHttp;
        this.takesSockets = takesSockets;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        int port = Request.getLocalPort(request);
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        boolean known = isHere(request.getHeaders().get(HttpHeader.HOST), port)
                && (origin == null
                        || (origin.startsWith("http://") && isHere(origin.substring(7), port))
                        || (isFunction(request, port) && PAGE.matcher(origin).matches()));
        if (known) {
            return super.handle(request, response, callback);
        }
        Exchange.message(response, callback, 403, "Forbidden: this address serves its own machine only");
        return true;
    }

    private boolean isFunction(Request request, int port) {
        return answersHttp.test(port)
                || (takesSockets.test(port)
                        && "websocket".equalsIgnoreCase(request.getHeaders().get(HttpHeader.UPGRADE)));
    }

    private static boolean isHere(@Nullable String authority, int port) {
        return authority != null
                && NAMES.stream()
                        .anyMatch(name -> authority.toLowerCase(Locale.ROOT).equals(name + ":" + port));
    }
}
