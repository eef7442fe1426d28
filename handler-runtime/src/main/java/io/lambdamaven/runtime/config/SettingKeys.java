package io.lambdamaven.runtime.config;

import java.util.Locale;
import java.util.Set;

/** The names that settings may have. */
final class SettingKeys {
    /** Whoever reads them expects Lambda's, and what they say decides what runs. */
    private static final Set<String> RESERVED = Set.of(
            "_HANDLER",
            "_JAVA_OPTIONS",
            "_X_AMZN_TRACE_ID",
            "CLASSPATH",
            "JAVA_HOME",
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "PATH");

    private SettingKeys() {}

    /** {@code [A-Za-z_][A-Za-z0-9_.]*}. */
    static boolean isKey(String key) {
        boolean good = !key.isEmpty() && isStart(key.charAt(0));
        for (int i = 1; i < key.length() && good; i++) {
            char c = key.charAt(i);
            good = isStart(c) || (c >= '0' && c <= '9') || c == '.';
        }
        return good;
    }

    /** In any letter case, so that nothing can look like one of them. */
    static boolean isReserved(String key) {
        String upper = key.toUpperCase(Locale.ROOT);
        return upper.startsWith("AWS_")
                || upper.startsWith("LAMBDA_")
                || upper.startsWith("LD_")
                || upper.startsWith("DYLD_")
                || RESERVED.contains(upper);
    }

    private static boolean isStart(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    }
}
