package io.lambdamaven.runtime.http;

import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.api.Preconditions;
import io.lambdamaven.runtime.bind.LazyRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds the conditions of a request that reads to what its response says: answers 304 to a caller who has the content
 * already, 412 to one who wants other content, and 206 to one who wants a part.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-conditional-requests">RFC 9110, section 13</a>
 */
public final class Conditions {
    static final String ETAG = "etag";
    static final String LAST_MODIFIED = "last-modified";

    /** What a 304 repeats of the answer that it stands for, by RFC 9110, section 15.4.5; and what CORS wants. */
    private static final List<String> KEPT =
            List.of(ETAG, LAST_MODIFIED, "cache-control", "content-location", "date", "expires", "vary");

    private Conditions() {}

    /**
     * Whether a response says anything that a request may ask about.
     *
     * @param response of any status
     * @return true if it has a tag or a time
     */
    public static boolean isConditional(HttpResponse response) {
        return response.status() == 200
                && (response.headers().containsKey(ETAG) || response.headers().containsKey(LAST_MODIFIED));
    }

    /**
     * Gives a caller what the request's conditions want.
     *
     * @param response to the request
     * @param request of any method
     * @return 206, 304, 412 or 416, or the response itself
     */
    public static HttpResponse met(HttpResponse response, LazyRequest request) {
        if (!isRead(request)) {
            return response;
        }
        if (isConditional(response)) {
            Preconditions asked = new Preconditions(
                    request.header("if-match"),
                    request.header("if-unmodified-since"),
                    request.header("if-none-match"),
                    request.header("if-modified-since"));
            int status =
                    asked.status(true, first(response, ETAG), Preconditions.instant(first(response, LAST_MODIFIED)));
            if (status == Preconditions.NOT_MODIFIED) {
                return kept(HttpResponse.of(status), response);
            } else if (status == Preconditions.FAILED) {
                return kept(Errors.of(status, Preconditions.WHY, request), response);
            }
        }
        boolean part = response.isBytes()
                && response.status() == 200
                && request.method().equals("GET")
                && request.header("range") != null;
        return part ? Ranges.of(response, request) : response;
    }

    /**
     * Whether a request only reads.
     *
     * @param request of any method
     * @return false if the condition of another kind would have to be met before the call
     */
    public static boolean isRead(LazyRequest request) {
        return request.method().equals("GET") || request.method().equals("HEAD");
    }

    /** An answer instead of a response, with what holds for both. */
    static HttpResponse kept(HttpResponse answer, HttpResponse response) {
        HttpResponse kept = answer;
        for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
            for (int i = 0; i < KEPT.size(); i++) {
                if (header.getKey().equalsIgnoreCase(KEPT.get(i))) {
                    kept = with(kept, header.getKey(), header.getValue());
                }
            }
        }
        for (int i = 0; i < response.cookies().size(); i++) {
            kept = kept.cookie(response.cookies().get(i));
        }
        return kept;
    }

    private static HttpResponse with(HttpResponse response, String name, List<String> values) {
        HttpResponse more = response;
        for (int i = 0; i < values.size(); i++) {
            more = more.header(name, values.get(i));
        }
        return more;
    }

    static @Nullable String first(HttpResponse response, String header) {
        List<String> values = response.headers().get(header);
        return values == null || values.isEmpty() ? null : values.get(0);
    }
}
