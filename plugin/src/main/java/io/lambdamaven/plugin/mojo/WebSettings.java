package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.scan.WebChoice;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the pom says in {@code <webApplication>}. */
final class WebSettings {
    private static final List<String> NAMES = List.of("className", "port", "basePath", "requestContext");

    private WebSettings() {}

    /** @param said null without that element */
    static WebChoice of(@Nullable Map<String, String> said) {
        if (said == null) {
            return WebChoice.NONE;
        }
        for (String name : new TreeSet<>(said.keySet())) {
            if (!NAMES.contains(name)) {
                throw new UserFault(
                        Problem.LM501,
                        Place.of("<webApplication>"),
                        "There is no setting <" + name + "> in <webApplication>.",
                        "It takes <" + String.join(">, <", NAMES) + ">.");
            }
        }
        return new WebChoice(
                true, said.get("className"), said.get("port"), said.get("basePath"), said.get("requestContext"));
    }
}
