package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts values for <code>${placeholders}</code>. Besides those of the settings there are {@code aws.partition},
 * {@code aws.region} and {@code aws.account}, for the ARNs in {@code @Permission}.
 */
final class Placeholders {
    /** What the names of variables begin with that carry values to the runtime. */
    static final String VARIABLE_PREFIX = "LAMBDA_MAVEN_";

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");
    private static final Pattern USE = Pattern.compile("\\$\\{([^}]*)(}?)");

    private final SortedMap<String, String> values;
    private final String stage;
    private final Diagnostics faults;

    /** Variable and value of each placeholder that the function has to know. */
    private final TreeMap<String, String> variables = new TreeMap<>();

    private final Map<String, String> byVariable = new TreeMap<>();

    Placeholders(SortedMap<String, String> settings, String stage, Whereabouts where, Diagnostics faults) {
        this.values = new TreeMap<>(settings);
        values.putIfAbsent("aws.partition", where.partition());
        values.putIfAbsent("aws.region", where.region());
        values.putIfAbsent("aws.account", where.account());
        this.stage = stage;
        this.faults = faults;
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The environment variable for a placeholder; the runtime computes the same. */
    static String variable(String name) {
        return VARIABLE_PREFIX + name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /**
     * A text that the runtime has to resolve as well: its placeholders become environment variables. Null where one is
     * not defined, which is reported.
     */
    @Nullable
    String resolveForRuntime(String text, Place place) {
        Matcher use = USE.matcher(text);
        while (use.find()) {
            String name = use.group(1);
            String value = values.get(name);
            if (value != null) {
                remember(name, value, place);
            }
        }
        return resolve(text, place, UnaryOperator.identity());
    }

    /**
     * Null where a placeholder is not defined, which is reported.
     *
     * @param inside what to make of each value, given that it becomes a part of the text
     */
    @Nullable
    String resolve(String text, Place place, UnaryOperator<String> inside) {
        StringBuilder resolved = new StringBuilder();
        boolean whole = true;
        Matcher use = USE.matcher(text);
        while (use.find()) {
            String value = value(use, text, place);
            whole &= value != null;
            use.appendReplacement(resolved, value == null ? "" : Matcher.quoteReplacement(inside.apply(value)));
        }
        return whole ? use.appendTail(resolved).toString() : null;
    }

    /** The same for people to read: what is not known stays as it is. */
    String shown(String text) {
        return USE.matcher(text)
                .replaceAll(use -> Matcher.quoteReplacement(values.getOrDefault(use.group(1), use.group())));
    }

    SortedMap<String, String> variables() {
        return variables;
    }

    private @Nullable String value(Matcher use, String text, Place place) {
        String name = use.group(1);
        if (use.group(2).isEmpty() || !isName(name)) {
            faults.add(
                    Problem.LM216,
                    place,
                    "'" + text + "' holds a malformed placeholder.",
                    "Write ${name}: a letter, then letters, digits, . _ or -, and a closing brace.");
            return null;
        }
        String value = values.get(name);
        if (value == null) {
            TreeSet<String> known = new TreeSet<>(values.keySet());
            faults.add(
                    Problem.LM206,
                    place,
                    "Stage '" + stage + "' does not say what ${" + name + "} is; known are " + String.join(", ", known)
                            + ".",
                    "Set <placeholders><" + name + "> in <configuration> or in <stages><" + stage
                            + ">, or -Dlambda.placeholders." + name + ".");
        }
        return value;
    }

    private void remember(String name, String value, Place place) {
        String variable = variable(name);
        String other = byVariable.putIfAbsent(variable, name);
        variables.put(variable, value);
        if (other != null && !other.equals(name)) {
            faults.add(
                    Problem.LM207,
                    place,
                    "${" + other + "} and ${" + name + "} would both reach the function as " + variable + ".",
                    "Rename one of them in the annotations and in <placeholders>.");
        }
    }
}
