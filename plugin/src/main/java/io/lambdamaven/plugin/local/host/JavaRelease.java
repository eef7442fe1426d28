package io.lambdamaven.plugin.local.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The release of a JVM, from the file that every JDK since 9 has beside its {@code bin}. */
final class JavaRelease {
    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");

    private JavaRelease() {}

    /** The release, or that of this JVM where the file is missing. */
    static int of(Path java) {
        try {
            Path bin = java.toRealPath().getParent();
            Path home = bin == null ? null : bin.getParent();
            if (home != null) {
                Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
                if (version.find()) {
                    return Integer.parseInt(version.group(1));
                }
            }
        } catch (IOException e) {
            return Runtime.version().feature();
        }
        return Runtime.version().feature();
    }
}
