package io.lambdamaven.runtime.http;

import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.runtime.bind.LazyRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers 304 to a caller who has the content already.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-conditional-requests">RFC 9110, section 13</a>
 */
public final class Conditions {
    private static final String ETAG = "etag";
    private static final String LAST_MODIFIED = "last-modified";

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
     * Tells a caller who has the content already so.
     *
     * @param response to the request
     * @param request of any method
     * @return 304, or the response itself
     */
    public static HttpResponse met(HttpResponse response, LazyRequest request) {
        if (!isConditional(response) || !isRead(request)) {
            return response;
        }
        String tags = request.header("if-none-match");
        boolean known = tags == null
                ? isUnmodified(first(response, LAST_MODIFIED), request.header("if-modified-since"))
                : hasTag(tags, first(response, ETAG));
        return known ? notModified(response) : response;
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

    private static HttpResponse notModified(HttpResponse response) {
        HttpResponse short304 = HttpResponse.of(304);
        for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
            for (int i = 0; i < KEPT.size(); i++) {
                if (header.getKey().equalsIgnoreCase(KEPT.get(i))) {
                    short304 = with(short304, header.getKey(), header.getValue());
                }
            }
        }
        for (int i = 0; i < response.cookies().size(); i++) {
            short304 = short304.cookie(response.cookies().get(i));
        }
        return short304;
    }

    private static HttpResponse with(HttpResponse response, String name, List<String> values) {
        HttpResponse more = response;
        for (int i = 0; i < values.size(); i++) {
            more = more.header(name, values.get(i));
        }
        return more;
    }

    private static @Nullable String first(HttpResponse response, String header) {
        List<String> values = response.headers().get(header);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** Compared weakly: the same content is meant, whatever its bytes. */
    private static boolean hasTag(String tags, @Nullable String own) {
        if (tags.trim().equals("*")) {
            return true;
        } else if (own == null) {
            return false;
        }
        String wanted = opaque(own);
        int from = 0;
        while (from < tags.length()) {
            int open = tags.indexOf('"', from);
            int close = open < 0 ? -1 : tags.indexOf('"', open + 1);
            if (close < 0) {
                return false;
            } else if (tags.substring(open, close + 1).equals(wanted)) {
                return true;
            }
            from = close + 1;
        }
        return false;
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private static boolean isUnmodified(@Nullable String changed, @Nullable String since) {
        Instant last = instant(changed);
        Instant known = instant(since);
        return last != null && known != null && !last.isAfter(known);
    }

    /** Null for what is no date: such a header does not count. */
    private static @Nullable Instant instant(@Nullable String date) {
        if (date == null) {
            return null;
        }
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.trim()));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
