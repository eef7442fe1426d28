package io.lambdamaven.runtime.terms;

import io.lambdamaven.api.HttpRequest;
import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.api.MediaTypes;
import io.lambdamaven.runtime.bind.LazyRequest;
import io.lambdamaven.runtime.http.Conditions;
import io.lambdamaven.runtime.http.Errors;
import io.lambdamaven.runtime.route.CorsTerms;
import io.lambdamaven.runtime.route.HttpTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done before and after the call of a route that says more than its method and path. */
public final class Terms {
    private Terms() {}

    /**
     * Whether a request keeps the terms.
     *
     * @param terms of its route
     * @param lazy the request
     * @return 406, 413 or 415, or null if the method is to be called
     * @throws io.lambdamaven.runtime.bind.BindException if the body is said to be base64 and is not
     */
    public static @Nullable HttpResponse refusalOrNull(HttpTerms terms, LazyRequest lazy) {
        if (!terms.produces().isEmpty() && best(terms, lazy) == null) {
            return Errors.of(406, "this path answers with " + String.join(", ", terms.produces()), lazy);
        } else if (terms.maxBody() == 0 && terms.consumes().isEmpty()) {
            return null;
        }
        HttpRequest request = lazy.get();
        int length = request.body().length;
        if (terms.maxBody() > 0 && length > terms.maxBody()) {
            return Errors.of(413, "the body has " + length + " bytes, and may have " + terms.maxBody(), lazy);
        } else if (length > 0 && !terms.consumes().isEmpty() && !isConsumed(terms.consumes(), request)) {
            String types = String.join(", ", terms.consumes());
            return Errors.of(415, "this path takes " + types, lazy).header("Accept", types);
        }
        return null;
    }

    /** A body of no type is of none that is wanted: browsers send it across sites without asking first. */
    private static boolean isConsumed(List<String> types, HttpRequest request) {
        String type = request.header("content-type");
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).equals("*/*") || (type != null && MediaTypes.isWithin(type, types.get(i)))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Makes of a response what the terms want.
     *
     * @param terms of the route
     * @param request that it answers
     * @param response what the method said, or an error
     * @return it with type, tag, compression and what lets pages of other sites read it
     * @throws io.lambdamaven.runtime.json.JsonException if the body cannot be written as JSON
     */
    public static HttpResponse finished(HttpTerms terms, LazyRequest request, HttpResponse response) {
        HttpResponse finished = typed(terms, request, response);
        if (terms.eTag()) {
            finished = Tags.tagged(finished, request, terms.gzipFrom() > 0);
        }
        boolean packs = false;
        if (terms.gzipFrom() > 0 && !request.isOfRestApi() && !Compression.isLeft(finished)) {
            finished = Compression.settled(finished);
            if (Compression.isFor(finished, terms.gzipFrom())) {
                // Whether or not this caller takes it: a cache may not give the one form to those who want the other.
                finished = Vary.by(finished, "Accept-Encoding");
                packs = Compression.isAsked(request);
            }
        }
        // Before the packing, which what is not sent needs not; but with the headers that it would have.
        finished = Conditions.met(packs ? Compression.weaklyTagged(finished) : finished, request);
        if (packs && finished.status() != 304 && finished.status() != 412) {
            finished = Compression.packed(finished);
        }
        CorsTerms cors = terms.cors();
        return cors == null ? finished : Cors.readable(finished, cors, request.header("origin"));
    }

    private static HttpResponse typed(HttpTerms terms, LazyRequest request, HttpResponse response) {
        if (terms.produces().isEmpty() || response.status() >= 300) {
            return response;
        }
        HttpResponse typed = response;
        boolean hasBody = response.isJson() || response.body() != null;
        String best = best(terms, request);
        if (hasBody
                && best != null
                && best.indexOf('*') < 0
                && !response.headers().containsKey("content-type")) {
            boolean text = best.startsWith("text/") && best.indexOf(';') < 0 && response.body() instanceof String;
            typed = typed.type(text ? best + "; charset=utf-8" : best);
        }
        return terms.produces().size() > 1 ? Vary.by(typed, "Accept") : typed;
    }

    private static @Nullable String best(HttpTerms terms, LazyRequest request) {
        return MediaTypes.best(request.header("accept"), terms.produces());
    }
}
