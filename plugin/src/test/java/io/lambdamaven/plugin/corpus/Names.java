package io.lambdamaven.plugin.corpus;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Placeholders for the resources of the samples. Their names and ARNs are often cut short or made up, which the build
 * would refuse in an annotation; as a stage's setting any text may stand for the resource.
 */
final class Names {
    /** Stands for what a sample leaves out. */
    static final String UNNAMED = "\"left-out\"";

    private final Map<String, String> placeholders = new LinkedHashMap<>();

    /** The placeholder, in quotes; an empty string for no resource. */
    String quoted(String resource) {
        return resource.isEmpty()
                ? "\"\""
                : "\"${" + placeholders.computeIfAbsent(resource, any -> "r" + placeholders.size()) + "}\"";
    }

    /** The same where an annotation cannot do without; a sample that names nothing is then taken by no route. */
    String required(String resource) {
        return resource.isEmpty() ? UNNAMED : quoted(resource);
    }

    /** What the function finds in its environment. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        placeholders.forEach((value, name) -> environment.put("LAMBDA_MAVEN_" + name.toUpperCase(Locale.ROOT), value));
        return environment;
    }
}
