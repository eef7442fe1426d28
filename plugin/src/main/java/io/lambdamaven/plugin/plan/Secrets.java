package io.lambdamaven.plugin.plan;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which attributes are not shown: variables and placeholders whose name says that they hold a secret. */
public final class Secrets {
    private static final Pattern NAME = Pattern.compile(".*(PASSWORD|PASSWD|SECRET|TOKEN|KEY|CREDENTIAL).*");

    private Secrets() {}

    /** Whether the value of an attribute is for nobody's eyes. */
    public static boolean isSecret(String attribute) {
        return (attribute.startsWith("environment.") || attribute.startsWith("placeholders."))
                && NAME.matcher(attribute.toUpperCase(Locale.ROOT)).matches();
    }
}
