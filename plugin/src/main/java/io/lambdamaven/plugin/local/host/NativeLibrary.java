package io.lambdamaven.plugin.local.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Which of the client's native libraries a system can load. */
final class NativeLibrary {
    private NativeLibrary() {}

    static @Nullable String here() {
        return named(System.getProperty("os.name", ""), System.getProperty("os.arch", ""), usesMusl());
    }

    static @Nullable String named(String system, String architecture, boolean musl) {
        String machine = switch (architecture) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "aarch_64";
            default -> null;
        };
        if (!system.equals("Linux") || machine == null) {
            return null;
        }
        return "libaws-lambda-jni.linux" + (musl ? "_musl" : "") + "-" + machine + ".so";
    }

    /** Asks for the C library of this very JVM: both may be installed. */
    private static boolean usesMusl() {
        try {
            return Files.readString(Path.of("/proc/self/maps")).contains("/ld-musl-");
        } catch (IOException e) {
            return false;
        }
    }
}
