package io.lambdamaven.plugin.local;

import io.lambdamaven.plugin.local.daemon.LocalLambdaMain;
import io.lambdamaven.plugin.local.wire.StateDirectory;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Starts the daemon's process, which outlives this one. */
final class DaemonProcess {
    private static final int TAIL = 15;

    /** What a JVM needs to find its way; the rest of the caller's environment is none of a function's business. */
    private static final List<String> PASSED_ON =
            List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "TMP", "SystemRoot", "USERPROFILE");

    private final StateDirectory directory;

    DaemonProcess(StateDirectory directory) {
        this.directory = directory;
    }

    Process start(List<Path> jars, String fingerprint, LocalSettings settings) throws IOException {
        List<String> line = new ArrayList<>();
        // In a session of its own, it does not hear the Ctrl-C that ends the build.
        setsid().ifPresent(line::add);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
        line.add(jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        line.add(LocalLambdaMain.class.getName());
        line.add(directory.root().toString());
        line.add(fingerprint);
        line.add(settings.region());
        line.add(Boolean.toString(settings.pureJavaLoop()));
        if (settings.port() != null) {
            line.add(settings.port().toString());
        }
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(directory.root().toFile())
                .redirectErrorStream(true)
                .redirectInput(nothing())
                .redirectOutput(directory.daemonLog().toFile());
        clean(builder.environment());
        return builder.start();
    }

    private static void clean(Map<String, String> environment) {
        environment.keySet().removeIf(name -> PASSED_ON.stream().noneMatch(name::equalsIgnoreCase));
    }

    private static File nothing() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }

    private static Optional<String> setsid() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return List.of(path.split(File.pathSeparator, -1)).stream()
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry, "setsid"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** The end of what it printed. */
    String tail() {
        try {
            List<String> lines = new String(Files.readAllBytes(directory.daemonLog()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
        } catch (IOException e) {
            return "(no daemon.log: " + e.getMessage() + ")";
        }
    }
}
