package io.lambdamaven.runtime.route;

import java.util.Locale;
import java.util.Map;

/**
 * Puts values for <code>${name}</code>. The deployer hands each to the function as an environment variable, so that one
 * jar serves every stage.
 */
final class Placeholders {
    private static final String PREFIX = "LAMBDA_MAVEN_";

    private final Map<String, String> environment;

    Placeholders(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Whether the front answers what pages of other sites ask, as the deployer says. */
    boolean isCorsOfFront() {
        return "front".equals(environment.get(PREFIX + "_CORS"));
    }

    String resolve(String text) {
        int open = text.indexOf("${");
        if (open < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int done = 0;
        while (open >= 0) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("'" + text + "' opens a placeholder and does not close it");
            }
            out.append(text, done, open).append(value(text.substring(open + 2, close)));
            done = close + 1;
            open = text.indexOf("${", done);
        }
        return out.append(text, done, text.length()).toString();
    }

    private String value(String name) {
        String variable = variable(name);
        String value = environment.get(variable);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException("the placeholder ${" + name + "} has no value: the environment variable "
                    + variable + ", which lambda:deploy sets from the stage's settings, is missing");
        }
        return value;
    }

    static String variable(String name) {
        StringBuilder out = new StringBuilder(PREFIX);
        String upper = name.toUpperCase(Locale.ROOT);
        for (int i = 0; i < upper.length(); i++) {
            char c = upper.charAt(i);
            out.append((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_');
        }
        return out.toString();
    }
}
