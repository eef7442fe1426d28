package io.lambdamaven.plugin.stage;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A source of remote configuration. The runtime reads the same text.
 *
 * @param text what the function is told
 * @param allowances what its role needs to read it
 */
record ConfigSource(String text, boolean isFile, List<Wires.Allowance> allowances) {
    /** What a source looks like, for messages. */
    static final String FORMS = "s3://bucket/key, ssm:/parameter, ssm:/path/, secretsmanager:name,"
            + " appconfig:application/environment/profile (ids) or file:path; each but ssm:/path/ may be pinned with"
            + " ?version=ID (not a file) or #sha256=DIGEST";

    private static final Pattern PINNED =
            Pattern.compile("([^?#]+)(?:\\?version=([A-Za-z0-9._-]{1,1024}))?(?:#sha256=([0-9a-f]{64}))?");
    private static final Pattern S3 =
            Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/([A-Za-z0-9!_.'()@=+:&;~/-]{1,1024})");
    private static final Pattern PARAMETER = Pattern.compile("ssm:(/?[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*)");
    private static final Pattern PATH = Pattern.compile("ssm:((?:/[A-Za-z0-9_.-]+)+)/");
    private static final Pattern SECRET = Pattern.compile("secretsmanager:([A-Za-z0-9/_+=.@-]{1,512})");
    private static final Pattern SECRET_ARN = Pattern.compile(
            "secretsmanager:(arn:[a-z-]+:secretsmanager:[a-z0-9-]*:[0-9]*:secret:[A-Za-z0-9/_+=.@-]{1,519})");
    private static final Pattern APP_CONFIG =
            Pattern.compile("appconfig:([a-z0-9]{4,7})/([a-z0-9]{4,7})/([a-z0-9]{4,7})");
    private static final Pattern FILE = Pattern.compile("file:[^\\p{Cntrl}]+");

    /** Null where the text is no source. */
    static @Nullable ConfigSource of(String text, Arns arns) {
        Matcher pinned = PINNED.matcher(text);
        if (!pinned.matches()) {
            return null;
        }
        String address = pinned.group(1);
        boolean versioned = pinned.group(2) != null;
        boolean isPinned = versioned || pinned.group(3) != null;
        Matcher is = S3.matcher(address);
        if (is.matches()) {
            return allowed(
                    text,
                    versioned ? "s3:GetObjectVersion" : "s3:GetObject",
                    arns.bucket(is.group(1)) + "/" + is.group(2));
        }
        is = PARAMETER.matcher(address);
        if (is.matches()) {
            return allowed(text, "ssm:GetParameter", parameter(is.group(1), arns));
        }
        is = PATH.matcher(address);
        if (is.matches() && !isPinned) {
            return allowed(text, "ssm:GetParametersByPath", parameter(is.group(1), arns));
        }
        is = SECRET.matcher(address);
        if (is.matches()) {
            // Secrets Manager adds six characters to a name; none of them is a question mark.
            String secret = arns.of("secretsmanager", "secret:" + is.group(1) + "-??????");
            return allowed(text, "secretsmanager:GetSecretValue", secret);
        }
        is = SECRET_ARN.matcher(address);
        if (is.matches()) {
            String arn = arns.completed(is.group(1));
            return allowed(text.replace(is.group(1), arn), "secretsmanager:GetSecretValue", arn);
        }
        is = APP_CONFIG.matcher(address);
        if (is.matches()) {
            String profile =
                    "application/" + is.group(1) + "/environment/" + is.group(2) + "/configuration/" + is.group(3);
            return new ConfigSource(
                    text,
                    false,
                    List.of(new Wires.Allowance(
                            List.of("appconfig:GetLatestConfiguration", "appconfig:StartConfigurationSession"),
                            List.of(arns.of("appconfig", profile)))));
        }
        return FILE.matcher(address).matches() && !versioned ? new ConfigSource(text, true, List.of()) : null;
    }

    private static ConfigSource allowed(String text, String action, String resource) {
        return new ConfigSource(text, false, List.of(new Wires.Allowance(List.of(action), List.of(resource))));
    }

    private static String parameter(String name, Arns arns) {
        return arns.of("ssm", "parameter/" + (name.startsWith("/") ? name.substring(1) : name));
    }
}
