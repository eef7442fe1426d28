package io.lambdamaven.runtime;

import io.lambdamaven.api.HttpException;
import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.bind.LazyRequest;
import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.HttpTarget;
import io.lambdamaven.runtime.json.JsonException;
import io.lambdamaven.runtime.reply.HttpReply;
import io.lambdamaven.runtime.reply.Problems;
import io.lambdamaven.runtime.reply.Results;
import io.lambdamaven.runtime.route.HttpMatch;
import io.lambdamaven.runtime.route.RouteTable;

/** Serves HTTP requests. Whatever goes wrong is answered; a caller learns no more of it than is meant for him. */
final class HttpLine {
    private static final String UNSAID = "the request could not be served";

    private HttpLine() {}

    static byte[] answer(Delivery delivery) {
        RouteTable routes = delivery.routes();
        Event what = delivery.what();
        HttpTarget http = HttpTarget.of(what);
        if (!routes.hasHttp()) {
            throw delivery.unroutable(http.method() + " " + http.path());
        }
        HttpMatch match = routes.http(http.method(), http.path(), http.pathDecoded());
        HttpResponse response;
        if (match instanceof HttpMatch.Found found) {
            response = call(delivery, found, http);
        } else {
            response = refusal(match, http);
        }
        try {
            return HttpReply.write(what, response);
        } catch (JsonException e) {
            Failures.log(delivery.context(), http.method() + " " + http.path() + " has a result that is no JSON", e);
            return HttpReply.write(what, Problems.of(500, UNSAID));
        }
    }

    private static HttpResponse call(Delivery delivery, HttpMatch.Found found, HttpTarget http) {
        String takes = found.route().takes();
        try {
            LazyRequest request = new LazyRequest(delivery.what(), http, delivery.event(), found);
            return Results.http(
                    delivery.call(found.route(), Arguments.ofHttp(delivery.context(), delivery.event(), request)));
        } catch (BindException e) {
            return Problems.of(400, message(e));
        } catch (HttpException e) {
            if (e.status() >= 500 || e.getCause() != null) {
                Failures.log(delivery.context(), takes + " answers " + e.status(), e);
            }
            return Problems.of(e.status(), message(e));
        } catch (Exception e) {
            Failures.log(delivery.context(), takes + " failed", e);
            return Problems.of(500, UNSAID);
        }
    }

    private static HttpResponse refusal(HttpMatch match, HttpTarget http) {
        if (match instanceof HttpMatch.WrongMethod wrong) {
            return Problems.of(405, "this path does not take " + http.method())
                    .header("Allow", String.join(", ", wrong.allowed()));
        } else if (match instanceof HttpMatch.BadPath) {
            return Problems.of(400, "the path is not properly percent-encoded");
        }
        return Problems.of(404, "there is nothing at this path");
    }

    private static String message(Exception e) {
        String message = e.getMessage();
        return message == null ? "" : message;
    }
}
