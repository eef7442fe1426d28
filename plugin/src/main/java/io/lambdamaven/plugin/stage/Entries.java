package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** The rules for what stands in {@code <environment>}, {@code <placeholders>} and {@code <tags>}. */
final class Entries {
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]+");

    /** https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html, defined runtime variables. */
    private static final Set<String> RESERVED = Set.of(
            "AWS_ACCESS_KEY",
            "AWS_ACCESS_KEY_ID",
            "AWS_DEFAULT_REGION",
            "AWS_EXECUTION_ENV",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_LAMBDA_RUNTIME_API",
            "AWS_REGION",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "LAMBDA_RUNTIME_DIR",
            "LAMBDA_TASK_ROOT",
            "_HANDLER",
            "_X_AMZN_TRACE_ID");

    private static final Pattern TAG_TEXT = Pattern.compile("[\\p{L}\\p{N}\\p{Zs}_.:/=+@-]*");
    private static final int TAG_KEY_LIMIT = 128;
    private static final int TAG_VALUE_LIMIT = 256;

    /** AWS takes 50 a resource; up to nine of a function are ours. */
    private static final int TAG_LIMIT = 41;

    private Entries() {}

    static void checkEnvironment(SortedMap<String, String> environment, Diagnostics faults) {
        for (String key : environment.keySet()) {
            String wrong = null;
            if (RESERVED.contains(key)) {
                wrong = "Lambda sets '" + key + "' itself.";
            } else if (key.startsWith(Placeholders.VARIABLE_PREFIX)) {
                wrong = "Names that begin with " + Placeholders.VARIABLE_PREFIX + " carry placeholders.";
            } else if (!KEY.matcher(key).matches()) {
                wrong = "'" + key + "' is no name that Lambda takes: a letter, then letters, digits and _, at least two"
                        + " characters.";
            }
            if (wrong != null) {
                faults.add(
                        Problem.LM204,
                        Place.of("<environment><" + key + ">"),
                        wrong,
                        "Rename it in <environment> or -Dlambda.environment." + key + ".");
            }
        }
    }

    static void checkPlaceholders(SortedMap<String, String> placeholders, Diagnostics faults) {
        for (Map.Entry<String, String> entry : placeholders.entrySet()) {
            String place = "<placeholders><" + entry.getKey() + ">";
            if (!Placeholders.isName(entry.getKey())) {
                faults.add(
                        Problem.LM216,
                        Place.of(place),
                        "'" + entry.getKey() + "' is no name of a placeholder: a letter, then letters, digits, . _ -",
                        "Rename it in <placeholders> and in the annotations.");
            } else if (entry.getValue().isBlank()) {
                faults.add(
                        Problem.LM216,
                        Place.of(place),
                        "The placeholder has no value.",
                        "Give " + place + " or -Dlambda.placeholders." + entry.getKey() + " a name or an ARN.");
            }
        }
    }

    static void checkTags(SortedMap<String, String> tags, Diagnostics faults) {
        tags.forEach((key, value) -> {
            String wrong = null;
            if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
                wrong = "Tags that begin with aws: are AWS's own.";
            } else if (key.toLowerCase(Locale.ROOT).startsWith("lambda-maven:")) {
                wrong = "Tags that begin with lambda-maven: tell what this plugin owns.";
            } else if (key.isEmpty() || key.length() > TAG_KEY_LIMIT || value.length() > TAG_VALUE_LIMIT) {
                wrong = "A tag's key has 1 to " + TAG_KEY_LIMIT + " characters, its value at most " + TAG_VALUE_LIMIT
                        + ".";
            } else if (!TAG_TEXT.matcher(key + value).matches()) {
                wrong = "AWS takes letters, digits, blanks and _ . : / = + - @ in tags.";
            }
            if (wrong != null) {
                faults.add(Problem.LM208, Place.of("<tags><" + key + ">"), wrong, "Change or remove it in <tags>.");
            }
        });
        if (tags.size() > TAG_LIMIT) {
            faults.add(
                    Problem.LM208,
                    Place.of("<tags>"),
                    tags.size() + " tags are more than the " + TAG_LIMIT + " that AWS leaves room for.",
                    "Remove some from <tags>.");
        }
    }
}
