package io.lambdamaven.runtime.http;

import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.api.Preconditions;
import io.lambdamaven.runtime.bind.LazyRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers with the part of the bytes that a caller asks for. One range only: who asks for several gets all, as RFC 9110
 * allows.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-range-requests">RFC 9110, section 14</a>
 */
final class Ranges {
    private static final String UNIT = "bytes=";
    private static final String ACCEPTED = "Accept-Ranges";

    private Ranges() {}

    /** @param whole 200, with bytes */
    static HttpResponse of(HttpResponse whole, LazyRequest request) {
        String said = Conditions.first(whole, ACCEPTED);
        if (said != null && said.equalsIgnoreCase("none")) {
            return whole;
        }
        HttpResponse offered = said == null ? whole.header(ACCEPTED, "bytes") : whole;
        String ifRange = request.header("if-range");
        boolean same = ifRange == null
                || Preconditions.isSame(
                        ifRange,
                        Conditions.first(whole, Conditions.ETAG),
                        Preconditions.instant(Conditions.first(whole, Conditions.LAST_MODIFIED)));
        String range = request.header("range");
        byte[] bytes = whole.body() instanceof byte[] all ? all : new byte[0];
        long[] part = same && range != null ? part(range.trim(), bytes.length) : null;
        if (part == null) {
            return offered;
        } else if (part[0] > part[1]) {
            return Conditions.kept(Errors.of(416, "there are " + bytes.length + " bytes", request), whole)
                    .header("Content-Range", "bytes */" + bytes.length)
                    .header(ACCEPTED, "bytes");
        }
        return status206(offered)
                .body(Arrays.copyOfRange(bytes, (int) part[0], (int) part[1] + 1))
                .header("Content-Range", "bytes " + part[0] + '-' + part[1] + '/' + bytes.length);
    }

    private static HttpResponse status206(HttpResponse response) {
        HttpResponse partial = HttpResponse.of(206);
        for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
            List<String> values = header.getValue();
            for (int i = 0; i < values.size(); i++) {
                partial = partial.header(header.getKey(), values.get(i));
            }
        }
        for (int i = 0; i < response.cookies().size(); i++) {
            partial = partial.cookie(response.cookies().get(i));
        }
        return partial;
    }

    /**
     * The first and the last byte; none, first after last, if there are no such bytes.
     *
     * @return null for what is no range, or is several
     */
    private static long @Nullable [] part(String range, int length) {
        if (!range.toLowerCase(Locale.ROOT).startsWith(UNIT)) {
            return null;
        }
        int dash = range.indexOf('-', UNIT.length());
        if (dash < 0) {
            return null;
        }
        String first = range.substring(UNIT.length(), dash).trim();
        String last = range.substring(dash + 1).trim();
        if (!isDigits(first) || !isDigits(last) || (first.isEmpty() && last.isEmpty())) {
            return null;
        } else if (first.isEmpty()) {
            return new long[] {Math.max(0, length - number(last)), number(last) == 0 ? -1 : length - 1L};
        }
        long from = number(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : number(last);
        if (to < from) {
            return null;
        }
        return new long[] {from, Math.min(to, length - 1L)};
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** More than there can be, for more digits than fit. */
    private static long number(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
