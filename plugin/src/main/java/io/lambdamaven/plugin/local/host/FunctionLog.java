package io.lambdamaven.plugin.local.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** The log file of one function: a time, a tab and a line. A full file is set aside, replacing the one before it. */
final class FunctionLog {
    private final Path file;
    private final Clock clock;
    private final long largest;

    FunctionLog(Path file, Clock clock, long largest) {
        this.file = file;
        this.clock = clock;
        this.largest = largest;
    }

    synchronized void write(String line) {
        byte[] bytes =
                (clock.instant().truncatedTo(ChronoUnit.MILLIS) + "\t" + line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            if (Files.exists(file) && Files.size(file) + bytes.length > largest) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            // The function goes on where its log cannot be written; the invocation's own log still has the line.
            return;
        }
    }
}
