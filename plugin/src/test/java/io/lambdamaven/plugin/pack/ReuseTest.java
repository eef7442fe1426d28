package io.lambdamaven.plugin.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReuseTest {
    @TempDir
    Path folder;

    @Test
    void anUnchangedProjectIsNotPackedAgain() throws IOException {
        Packing packing = new Packing(folder).dependency("lib", "org/lib/A.class", "a");
        PackResult first = packing.pack();
        FileTime written = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(first.file(), written);
        Files.setLastModifiedTime(folder.resolve("lib-file.jar"), FileTime.from(Instant.now()));

        PackResult second = packing.pack();
        assertThat(first.reused()).isFalse();
        assertThat(second.reused()).isTrue();
        assertThat(Files.getLastModifiedTime(second.file())).isEqualTo(written);
        assertThat(second).usingRecursiveComparison().ignoringFields("reused").isEqualTo(first);
    }

    @Test
    void anyChangedInputMakesItPackAgain() {
        packsAgainAfter(packing -> packing.classes("com/example/Orders.class", "changed"));
        packsAgainAfter(packing -> packing.classes("com/example/More.class", "more"));
        packsAgainAfter(packing -> packing.dependency("lib", "org/lib/A.class", "a"));
        packsAgainAfter(packing -> Jars.jar(folder.resolve("runtime-file.jar"), Jars.entries(Jars.RUNTIME, "newer")));
        packsAgainAfter(packing -> packing.generated.putAll(Jars.entries("com/example/LambdaHandler.class", "other")));
        packsAgainAfter(packing -> packing.version = "2.0");
        packsAgainAfter(packing -> packing.layout = Layout.LIB);
        packsAgainAfter(packing -> packing.release = 21);
        packsAgainAfter(packing -> packing.timestamp = Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void aDeletedChangedOrForgottenOutputIsPackedAgain() {
        packsAgainAfter(packing -> delete(packing.output));
        packsAgainAfter(packing -> write(packing.output, "somebody else's"));
        packsAgainAfter(packing -> delete(state(packing)));
        packsAgainAfter(packing -> write(state(packing), "nonsense"));
        packsAgainAfter(packing -> write(state(packing), "a\nb\nc\nnot a number"));
    }

    private void packsAgainAfter(Consumer<Packing> change) {
        Packing packing = new Packing(folder);
        packing.pack();
        assertThat(packing.pack().reused()).isTrue();
        change.accept(packing);
        assertThat(packing.pack().reused()).isFalse();
        assertThat(packing.pack().reused()).isTrue();
        delete(packing.folder.resolve("classes/com/example/More.class"));
    }

    private static Path state(Packing packing) {
        return packing.output.resolveSibling("app-lambda.jar.packed");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
