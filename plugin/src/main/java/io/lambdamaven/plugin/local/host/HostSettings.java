package io.lambdamaven.plugin.local.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How this machine runs a function.
 *
 * @param java the executable of the function's JVM
 * @param clientJars AWS's client and what it needs
 * @param nativeLibrary the client's native part; {@code null} where there is none for this system
 * @param pureJavaLoop whether our own loop takes the client's place
 * @param loopClasses where the classes of that loop are
 * @param mostEnvironments how many invocations may run at once
 * @param logFile what the environments print
 * @param scratch for files that live as long as an environment
 * @param passedOn variables from outside the function, such as credentials; never the caller's whole environment
 */
public record HostSettings(
        Path java,
        List<Path> clientJars,
        @Nullable Path nativeLibrary,
        boolean pureJavaLoop,
        Path loopClasses,
        int mostEnvironments,
        Path logFile,
        Path scratch,
        Map<String, String> passedOn) {
    public HostSettings {
        clientJars = List.copyOf(clientJars);
        passedOn = Map.copyOf(passedOn);
        if (mostEnvironments < 1) {
            throw new IllegalArgumentException("mostEnvironments is " + mostEnvironments + ", must be at least 1");
        }
    }

    /** Without its native part the client cannot run. */
    boolean runsLoop() {
        return pureJavaLoop || nativeLibrary == null;
    }
}
