package io.lambdamaven.runtime.route;

import java.util.List;

/**
 * Which other sites' pages may call a route.
 *
 * @param origins such as {@code https://shop.example}, <code>https://*.shop.example</code>, or {@code *} for all
 * @param headers that a request may carry, {@code *} for all
 * @param exposed headers of the answer that the page may read
 * @param credentials whether the page's user goes along: cookies and such
 * @param maxAge seconds that a browser keeps the answer
 */
public record CorsTerms(
        List<String> origins, List<String> headers, List<String> exposed, boolean credentials, int maxAge) {
    CorsTerms resolved(Placeholders placeholders) {
        String[] resolved = new String[origins.size()];
        for (int i = 0; i < resolved.length; i++) {
            resolved[i] = placeholders.resolve(origins.get(i));
        }
        return new CorsTerms(List.of(resolved), headers, exposed, credentials, maxAge);
    }
}
