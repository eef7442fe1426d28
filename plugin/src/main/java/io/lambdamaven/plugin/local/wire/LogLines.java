package io.lambdamaven.plugin.local.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads a function's log: each line a time, a tab and the text. */
public final class LogLines {
    private LogLines() {}

    /** The lines since a time, in epoch milliseconds, oldest first; the file that was set aside counts too. */
    public static List<String> since(Path log, long epochMillis) {
        List<String> lines = new ArrayList<>();
        Instant from = Instant.ofEpochMilli(epochMillis);
        try {
            for (Path file : List.of(log.resolveSibling(log.getFileName() + ".1"), log)) {
                if (Files.exists(file)) {
                    // A character may be cut in two where a process was killed while it wrote.
                    new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> isSince(line, from))
                            .forEach(lines::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static boolean isSince(String line, Instant from) {
        int tab = line.indexOf('\t');
        try {
            return tab > 0 && !Instant.parse(line.substring(0, tab)).isBefore(from);
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
