package io.lambdamaven.runtime;

import io.lambdamaven.api.HttpException;
import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.bind.LazyRequest;
import io.lambdamaven.runtime.event.BasePath;
import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.HttpTarget;
import io.lambdamaven.runtime.http.Conditions;
import io.lambdamaven.runtime.http.Errors;
import io.lambdamaven.runtime.json.JsonException;
import io.lambdamaven.runtime.reply.HttpReply;
import io.lambdamaven.runtime.reply.PayloadLimit;
import io.lambdamaven.runtime.reply.Results;
import io.lambdamaven.runtime.route.HttpMatch;
import io.lambdamaven.runtime.route.HttpTerms;
import io.lambdamaven.runtime.route.Route;
import io.lambdamaven.runtime.route.RouteTable;
import io.lambdamaven.runtime.terms.Cors;
import io.lambdamaven.runtime.terms.Terms;
import io.lambdamaven.runtime.web.WebHost;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Serves HTTP requests. Whatever goes wrong is answered; a caller learns no more of it than is meant for him. */
final class HttpLine {
    private static final String UNSAID = "the request could not be served";

    /** What stands before the paths of the routes where the front cannot tell; null for nothing. */
    private static final @Nullable String BASE_PATH = System.getenv(BasePath.VARIABLE);

    private HttpLine() {}

    static byte[] answer(Delivery delivery) {
        RouteTable routes = delivery.routes();
        Event what = delivery.what();
        HttpTarget whole = HttpTarget.of(what);
        HttpTarget http = BASE_PATH != null || HttpTarget.mayBeMapped(what)
                ? BasePath.off(whole, what, delivery.event(), BASE_PATH)
                : whole;
        WebHost host = delivery.host();
        if (host == null && !routes.hasHttp()) {
            throw delivery.unroutable(http.method() + " " + http.path());
        }
        if (routes.hasCors() && http.method().equals("OPTIONS")) {
            LazyRequest asking = new LazyRequest(what, http, delivery.event(), null);
            HttpResponse preflight = Cors.preflightOrNull(routes, http, asking);
            if (preflight != null) {
                return HttpReply.write(what, preflight);
            }
        }
        HttpMatch match = routes.http(http.method(), http.path(), http.pathDecoded());
        if (host != null && !(match instanceof HttpMatch.Found)) {
            return host.answer(what, whole, delivery.event(), delivery.context());
        }
        LazyRequest request =
                new LazyRequest(what, http, delivery.event(), match instanceof HttpMatch.Found found ? found : null);
        try {
            byte[] answer = write(what, http, response(delivery, match, http, request));
            // A constant, compiled in: answers of the usual length load nothing for it.
            return answer.length > PayloadLimit.BALANCER ? passable(delivery, http, request, answer) : answer;
        } catch (JsonException e) {
            Failures.log(delivery.context(), http.method() + " " + http.path() + " has a result that is no JSON", e);
            return write(what, http, Errors.of(500, UNSAID, request));
        }
    }

    /** What a front does not pass on is told in the log, and to the caller. */
    private static byte[] passable(Delivery delivery, HttpTarget http, LazyRequest request, byte[] answer) {
        int limit = PayloadLimit.of(delivery.what());
        if (answer.length <= limit) {
            return answer;
        }
        Failures.log(
                delivery.context(),
                "the answer to " + http.method() + " " + http.path() + " makes " + answer.length + " bytes, and "
                        + PayloadLimit.taker(delivery.what()) + " takes " + limit);
        return write(
                delivery.what(),
                http,
                Errors.of(502, "the answer is larger than the " + limit + " bytes that can be passed on", request));
    }

    private static byte[] write(Event what, HttpTarget http, HttpResponse response) {
        return http.method().equals("HEAD") ? HttpReply.head(what, response) : HttpReply.write(what, response);
    }

    private static HttpResponse response(Delivery delivery, HttpMatch match, HttpTarget http, LazyRequest request) {
        if (!(match instanceof HttpMatch.Found found)) {
            return refusal(match, http, request);
        }
        HttpTerms terms = found.route().terms();
        HttpResponse response = call(delivery, found.route(), terms, request);
        if (terms != null) {
            return Terms.finished(terms, request, response);
        }
        // Whether it can be asked for under a condition or in part; most have no header and are no bytes.
        return response.headers().isEmpty() && !response.isBytes() ? response : Conditions.met(response, request);
    }

    private static HttpResponse call(
            Delivery delivery, Route.Http route, @Nullable HttpTerms terms, LazyRequest request) {
        String takes = route.takes();
        try {
            HttpResponse refusal = terms == null ? null : Terms.refusalOrNull(terms, request);
            if (refusal != null) {
                return refusal;
            }
            Object result = delivery.call(route, Arguments.ofHttp(delivery.context(), delivery.event(), request));
            return result instanceof Optional<?> optional && optional.isEmpty()
                    ? Errors.of(404, "there is nothing here", request)
                    : Results.http(result);
        } catch (BindException e) {
            return e.violations().isEmpty() ? Errors.of(400, message(e), request) : Errors.invalid(e, request);
        } catch (HttpException e) {
            if (e.status() >= 500 || e.getCause() != null) {
                Failures.log(delivery.context(), takes + " answers " + e.status(), e);
            }
            return Errors.of(e.status(), message(e), request);
        } catch (Exception e) {
            Failures.log(delivery.context(), takes + " failed", e);
            return Errors.of(500, UNSAID, request);
        }
    }

    private static HttpResponse refusal(HttpMatch match, HttpTarget http, LazyRequest request) {
        if (match instanceof HttpMatch.WrongMethod wrong) {
            HttpResponse response = http.method().equals("OPTIONS")
                    ? HttpResponse.of(204)
                    : Errors.of(405, "this path does not take " + http.method(), request);
            return response.header("Allow", String.join(", ", wrong.allowed()));
        } else if (match instanceof HttpMatch.BadPath) {
            return Errors.of(400, "the path is not properly percent-encoded, or leads out of its folder", request);
        }
        return Errors.of(404, "there is nothing at this path", request);
    }

    private static String message(Exception e) {
        String message = e.getMessage();
        return message == null ? "" : message;
    }
}
