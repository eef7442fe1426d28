package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.report.Problem;
import java.util.regex.Pattern;

/** Names, ARNs and placeholders of AWS resources. */
final class ResourceRules {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[A-Za-z][A-Za-z0-9._-]*}");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}");
    private static final Pattern BUCKET_ARN = Pattern.compile("arn:[a-z][a-z-]*:s3:::(.*)");

    private final Faults faults;

    ResourceRules(Faults faults) {
        this.faults = faults;
    }

    /** Whether the text holds a placeholder, so that its final form is known at deploy time only. */
    static boolean isOpen(String text) {
        return text.contains("${");
    }

    /** Whether the placeholders are well formed; a fault is reported if not. */
    boolean checkPlaceholders(String text, String attribute, Spot spot) {
        if (PLACEHOLDER.matcher(text).replaceAll("").indexOf("${") < 0) {
            return true;
        }
        faults.add(
                Problem.LM060,
                spot,
                "\"" + text + "\" in " + attribute + " has a malformed placeholder.",
                "Write ${name}, where the name starts with a letter and goes on with letters, digits, dots, hyphens"
                        + " and underscores.");
        return false;
    }

    void checkBucket(String bucket, Spot spot) {
        if (checkPlaceholders(bucket, "bucket of @S3Trigger", spot) && !isOpen(bucket) && !isBucket(bucket)) {
            faults.add(
                    Problem.LM045,
                    spot,
                    "\"" + bucket + "\" is neither the name nor the ARN of an S3 bucket.",
                    "Set bucket in @S3Trigger to a name of 3 to 63 lower-case letters, digits, dots and hyphens, an"
                            + " ARN such as arn:aws:s3:::orders, or a ${placeholder}; keys belong in prefix.");
        }
    }

    private static boolean isBucket(String bucket) {
        var arn = BUCKET_ARN.matcher(bucket);
        String name = arn.matches() ? arn.group(1) : bucket;
        return BUCKET.matcher(name).matches()
                && !name.contains("..")
                && !ADDRESS.matcher(name).matches();
    }
}
