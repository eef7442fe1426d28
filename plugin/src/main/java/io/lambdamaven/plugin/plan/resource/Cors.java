package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which other sites' pages may call an HTTP API or a function URL.
 *
 * @param maxAge seconds that a browser keeps the answer, 0 for nothing said
 */
public record Cors(
        List<String> allowOrigins,
        List<String> allowMethods,
        List<String> allowHeaders,
        List<String> exposeHeaders,
        int maxAge,
        boolean allowCredentials) {
    /** Nothing is answered to other sites' pages. */
    public static final Cors NONE = new Cors(List.of(), List.of(), List.of(), List.of(), 0, false);

    private static final Set<String> NAMES = Set.of(
            "cors.allowCredentials",
            "cors.allowHeaders",
            "cors.allowMethods",
            "cors.allowOrigins",
            "cors.exposeHeaders",
            "cors.maxAge");

    /** Their order means nothing. */
    public Cors {
        allowOrigins = List.copyOf(new TreeSet<>(allowOrigins));
        allowMethods = List.copyOf(new TreeSet<>(allowMethods));
        allowHeaders = List.copyOf(new TreeSet<>(allowHeaders));
        exposeHeaders = List.copyOf(new TreeSet<>(exposeHeaders));
    }

    void attributes(Attributes to) {
        texts(to, "cors.allowOrigins", allowOrigins);
        texts(to, "cors.allowMethods", allowMethods);
        texts(to, "cors.allowHeaders", allowHeaders);
        texts(to, "cors.exposeHeaders", exposeHeaders);
        to.put("cors.maxAge", maxAge == 0 ? null : maxAge);
        to.put("cors.allowCredentials", allowCredentials ? "true" : null);
    }

    private static void texts(Attributes to, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            to.put(name, texts);
        }
    }

    /** The attributes whose absence says that nothing is allowed. */
    static Set<String> told() {
        return NAMES;
    }
}
