package io.lambdamaven.plugin.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionLogTest {
    @TempDir
    Path directory;

    @Test
    void setsAFullFileAsideAndKeepsOne() throws IOException {
        Path file = directory.resolve("function.log");
        FunctionLog log =
                new FunctionLog(file, Clock.fixed(Instant.parse("2026-01-02T03:04:05.678Z"), ZoneOffset.UTC), 70);

        for (String line : new String[] {"one", "two", "three", "four", "five"}) {
            log.write(line);
        }

        assertThat(file).hasContent("2026-01-02T03:04:05.678Z\tfive\n");
        assertThat(directory.resolve("function.log.1"))
                .hasContent("2026-01-02T03:04:05.678Z\tthree\n2026-01-02T03:04:05.678Z\tfour\n");
        assertThat(directory).isDirectoryNotContaining("glob:**.2");
    }
}
