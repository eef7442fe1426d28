package io.lambdamaven.runtime;

import io.lambdamaven.api.Caller;
import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.Gate;
import io.lambdamaven.runtime.caller.Callers;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.route.Route;
import io.lambdamaven.runtime.task.Once;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A call of a method that is called once for all events of a key. It stands within the interceptors, and takes hold of
 * the key when the arguments are bound: who would be refused is refused a kept answer too.
 */
final class GuardedCall implements Gate {
    private static final int SERVER_ERROR = 500;

    /** Claims of one token, which its caller's next one does not share (RFC 7519, OpenID Connect). */
    private static final Set<String> PASSING = Set.of("exp", "iat", "nbf", "auth_time", "jti", "origin_jti");

    private final Once once;
    private final Delivery delivery;
    private final Route route;
    private final Arguments in;
    private Once.@Nullable Hold hold;
    private boolean refusing;

    private GuardedCall(Once once, Delivery delivery, Route route, Arguments in) {
        this.once = once;
        this.delivery = delivery;
        this.route = route;
        this.in = in;
    }

    static @Nullable Object of(RoutedHandler handler, Once once, Delivery delivery, Route route, Arguments in)
            throws Exception {
        GuardedCall call = new GuardedCall(once, delivery, route, in);
        in.guard(call);
        Object result;
        try {
            result = handler.call(route.number(), in);
        } catch (Exception | Error e) {
            call.failed(e);
            throw e;
        }
        call.done(result);
        return result;
    }

    @Override
    public boolean isOver() {
        refusing = true;
        Once.Hold begun = once.hold(in, route, delivery.context(), family(), caller());
        refusing = false;
        hold = begun;
        return begun.isOver();
    }

    @Override
    public @Nullable Object earlier() {
        refusing = true;
        Object result = hold == null ? null : hold.result();
        refusing = false;
        return result;
    }

    @Override
    public boolean isRefusing() {
        return refusing;
    }

    private void failed(Throwable failure) {
        if (hold != null && !hold.isOver()) {
            try {
                hold.failed(failure);
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
            }
        }
    }

    private void done(@Nullable Object result) {
        if (hold == null) {
            refusing = true;
            throw new IllegalStateException(
                    route.handler() + " was called without its key being held: build the project"
                            + " again, with plugin and lambda-handler-runtime of one version");
        } else if (hold.isOver()) {
            return;
        } else if (result instanceof HttpResponse response && response.status() >= SERVER_ERROR) {
            release(hold, response.status());
            return;
        }
        refusing = true;
        hold.done(result);
        refusing = false;
    }

    /** Such an answer is a failure that the method has told itself. */
    private void release(Once.Hold held, int status) {
        try {
            held.failed(new IllegalStateException("answered " + status));
        } catch (RuntimeException e) {
            Failures.log(delivery.context(), route.takes() + ": its key is held on, after " + status, e);
        }
    }

    /** The fronts of HTTP are one. */
    private String family() {
        return delivery.kind().isHttp() ? "HTTP" : delivery.kind().name();
    }

    /** Who sent it, as a front has verified it, or which connection did; empty if neither is known. */
    private String caller() {
        boolean socket = delivery.kind() == EventKind.WEBSOCKET;
        if (!delivery.kind().isHttp() && !socket) {
            return "";
        }
        Caller caller = Callers.of(in).orNull();
        if (caller == null) {
            return socket
                    ? EventObject.of(EventObject.of(in.delivered()).value("requestContext"))
                            .text("connectionId")
                    : "";
        } else if (caller.getName().isEmpty()) {
            Map<String, Object> claims = new TreeMap<>(caller.claims());
            claims.keySet().removeAll(PASSING);
            return new String(Json.write(claims), StandardCharsets.UTF_8);
        }
        String issuer = caller.claim("iss");
        return caller.getName() + "\n" + (issuer == null ? "" : issuer);
    }
}
