package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.resource.Cors;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks which other sites' pages may call. */
final class CorsMerger {
    private static final Pattern ORIGIN = Pattern.compile("\\*|https?://\\*|[A-Za-z][A-Za-z0-9+.-]*://[^\\s,/*]+");
    private static final Pattern METHOD = Pattern.compile("\\*|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS");
    private static final Pattern HEADER = Pattern.compile("\\*|[A-Za-z0-9!#$%&'+.^_`|~-]+");
    private static final int MOST_AGE = 86_400;
    private static final String ALL = "*";

    /** Lambda takes names of up to six characters, and answers these requests itself. */
    private static final String OPTIONS = "OPTIONS";

    private final BlockReader parts;
    private final HttpFront front;

    CorsMerger(Values values, HttpFront front, Diagnostics faults) {
        this.parts = new BlockReader(Block.CORS, values, faults);
        this.front = front;
    }

    boolean isSet() {
        return !parts.isEmpty();
    }

    Cors merge() {
        if (!isSet()) {
            return Cors.NONE;
        }
        Integer age = parts.number("maxAge", 0, MOST_AGE, "seconds");
        Cors cors = new Cors(
                parts.list("allowOrigins", ORIGIN, "is not an origin.", "origins such as https://shop.example, or *"),
                methods(),
                headers("allowHeaders"),
                headers("exposeHeaders"),
                age == null ? 0 : age,
                Boolean.TRUE.equals(parts.flag("allowCredentials")));
        parts.end("allowOrigins, allowMethods, allowHeaders, exposeHeaders, maxAge, allowCredentials");
        check(cors);
        return cors;
    }

    private List<String> methods() {
        List<String> methods =
                parts.list("allowMethods", METHOD, "is not a method in upper case.", "methods such as GET, POST, or *");
        if (front == HttpFront.URL && methods.contains(OPTIONS)) {
            parts.fault(
                    Problem.LM255,
                    "allowMethods",
                    "A function URL answers OPTIONS itself and does not take it here.",
                    "Remove OPTIONS from <cors><allowMethods> or -Dlambda.cors.allowMethods.");
        }
        return methods;
    }

    private List<String> headers(String path) {
        return parts.list(path, HEADER, "is not the name of a header.", "names such as content-type, or *");
    }

    private void check(Cors cors) {
        if (cors.allowOrigins().isEmpty()) {
            parts.fault(
                    Problem.LM255,
                    "allowOrigins",
                    "No origin is allowed, so the rest says nothing.",
                    parts.set("allowOrigins") + " to the sites whose pages may call, or remove <cors>.");
        }
        boolean anything = Stream.of(
                        cors.allowOrigins(), cors.allowMethods(), cors.allowHeaders(), cors.exposeHeaders())
                .anyMatch(list -> list.contains(ALL));
        if (cors.allowCredentials() && anything) {
            parts.fault(
                    Problem.LM255,
                    "allowCredentials",
                    "Browsers refuse * where credentials are allowed.",
                    "Name the origins, methods and headers in <cors> instead of *, or set <allowCredentials> or"
                            + " -Dlambda.cors.allowCredentials to false.");
        }
    }
}
