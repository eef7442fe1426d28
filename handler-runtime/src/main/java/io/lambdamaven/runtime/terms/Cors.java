package io.lambdamaven.runtime.terms;

import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.runtime.bind.LazyRequest;
import io.lambdamaven.runtime.event.HttpTarget;
import io.lambdamaven.runtime.http.Errors;
import io.lambdamaven.runtime.route.CorsTerms;
import io.lambdamaven.runtime.route.HttpMatch;
import io.lambdamaven.runtime.route.RouteTable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of other sites may call a route, and read what it answers.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch: the CORS protocol</a>
 */
public final class Cors {
    private static final String ALL = "*";

    private Cors() {}

    /**
     * Answers what a browser asks before it sends a request of another site's page.
     *
     * @param routes all of them
     * @param target of the OPTIONS request
     * @param request the same
     * @return null if it asks nothing of the kind, or about a route that says nothing of it
     */
    public static @Nullable HttpResponse preflightOrNull(RouteTable routes, HttpTarget target, LazyRequest request) {
        String origin = request.header("origin");
        String method = request.header("access-control-request-method");
        if (origin == null || method == null) {
            return null;
        }
        HttpMatch match = routes.http(method, target.path(), target.pathDecoded());
        CorsTerms terms =
                match instanceof HttpMatch.Found found && found.route().terms() != null
                        ? found.route().terms().cors()
                        : null;
        if (terms == null) {
            return null;
        }
        String headers = request.header("access-control-request-headers");
        if (!isAllowed(terms.origins(), origin)) {
            return byOrigin(Errors.of(403, "pages of this origin may not call this path", request), terms);
        } else if (headers != null && !areAllowed(terms.headers(), headers)) {
            return byOrigin(Errors.of(403, "pages may not send all of these headers to this path", request), terms);
        }
        HttpResponse response = allowed(HttpResponse.of(204), terms, origin)
                .header("Access-Control-Allow-Methods", method)
                .header("Access-Control-Max-Age", String.valueOf(terms.maxAge()));
        return headers == null || headers.isBlank()
                ? response
                : response.header("Access-Control-Allow-Headers", headers);
    }

    /**
     * Lets a page read a response if it may.
     *
     * @param response to its request
     * @param terms of the route
     * @param origin of the page, null if it does not say
     * @return the response with what the browser wants to see
     */
    static HttpResponse readable(HttpResponse response, CorsTerms terms, @Nullable String origin) {
        if (origin == null || !isAllowed(terms.origins(), origin)) {
            return byOrigin(response, terms);
        }
        HttpResponse allowed = allowed(response, terms, origin);
        return terms.exposed().isEmpty()
                ? allowed
                : allowed.header("Access-Control-Expose-Headers", String.join(", ", terms.exposed()));
    }

    private static HttpResponse allowed(HttpResponse response, CorsTerms terms, String origin) {
        if (response.headers().containsKey("access-control-allow-origin")) {
            return response; // the method knows better
        }
        boolean anyone = isForAll(terms);
        HttpResponse allowed = byOrigin(response, terms).header("Access-Control-Allow-Origin", anyone ? ALL : origin);
        return terms.credentials() ? allowed.header("Access-Control-Allow-Credentials", "true") : allowed;
    }

    /** With the same answer for everybody, so that a cache need not tell origins apart. */
    private static boolean isForAll(CorsTerms terms) {
        return !terms.credentials() && terms.origins().contains(ALL);
    }

    private static HttpResponse byOrigin(HttpResponse response, CorsTerms terms) {
        return isForAll(terms) ? response : Vary.by(response, "Origin");
    }

    /** An origin goes back as it came: what is no origin is never allowed, not even where all are. */
    private static boolean isAllowed(List<String> origins, String origin) {
        if (!isOrigin(origin)) {
            return false;
        }
        for (int i = 0; i < origins.size(); i++) {
            String each = origins.get(i);
            int star = each.indexOf("://*.");
            if (each.equals(ALL)
                    || each.equalsIgnoreCase(origin)
                    || (star > 0 && isBelow(origin, each.substring(0, star + 3), each.substring(star + 4)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBelow(String origin, String scheme, String dottedHost) {
        String lower = origin.toLowerCase(Locale.ROOT);
        return lower.startsWith(scheme.toLowerCase(Locale.ROOT))
                && lower.endsWith(dottedHost.toLowerCase(Locale.ROOT))
                && lower.length() > scheme.length() + dottedHost.length();
    }

    private static boolean isOrigin(String text) {
        if (text.equals("null")) {
            return true;
        }
        int host = text.indexOf("://") + 3;
        boolean good = host > 3 && host < text.length();
        for (int i = 0; good && i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sign = i < host ? "+-.:/".indexOf(c) >= 0 : "-._:[]".indexOf(c) >= 0;
            good = sign || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return good;
    }

    private static boolean areAllowed(List<String> allowed, String asked) {
        int from = 0;
        while (from <= asked.length()) {
            int comma = asked.indexOf(',', from);
            int to = comma < 0 ? asked.length() : comma;
            String name = asked.substring(from, to).trim();
            if (!name.isEmpty() && !(isToken(name) && contains(allowed, name))) {
                return false;
            }
            from = to + 1;
        }
        return true;
    }

    private static boolean contains(List<String> allowed, String name) {
        for (int i = 0; i < allowed.size(); i++) {
            if (allowed.get(i).equals(ALL) || allowed.get(i).equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c >= 0x7f || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }
}
