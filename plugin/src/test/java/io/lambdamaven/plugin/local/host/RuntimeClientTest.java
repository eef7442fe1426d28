package io.lambdamaven.plugin.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.local.loop.PureJavaLoop;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeClientTest {
    @TempDir
    Path directory;

    @Test
    void copiesEachFileOnce() throws IOException {
        RuntimeClient first = RuntimeClient.install(directory);
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(first.jars().get(0), longAgo);

        RuntimeClient second = RuntimeClient.install(directory);

        assertThat(first.jars()).hasSize(4).allMatch(Files::isRegularFile).isEqualTo(second.jars());
        assertThat(Files.getLastModifiedTime(second.jars().get(0))).isEqualTo(longAgo);
        assertThat(second.loopClasses()).isEqualTo(first.loopClasses());
    }

    @Test
    void copiesEveryClassOfTheLoop() throws IOException, URISyntaxException {
        Path classes = Path.of(PureJavaLoop.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        try (Stream<Path> files = Files.list(classes.resolve("io/lambdamaven/plugin/local/loop"))) {
            List<String> names = files.map(file -> file.getFileName().toString().replace(".class", ""))
                    .sorted()
                    .toList();
            assertThat(RuntimeClient.LOOP).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void knowsTheNativeLibraryOfEachSystemThatHasOne() {
        assertThat(NativeLibrary.named("Linux", "amd64", false)).isEqualTo("libaws-lambda-jni.linux-x86_64.so");
        assertThat(NativeLibrary.named("Linux", "aarch64", true)).isEqualTo("libaws-lambda-jni.linux_musl-aarch_64.so");
        assertThat(NativeLibrary.named("Linux", "s390x", false)).isNull();
        assertThat(NativeLibrary.named("Mac OS X", "aarch64", false)).isNull();
        for (String machine : List.of("amd64", "aarch64")) {
            for (boolean musl : List.of(false, true)) {
                assertThat(getClass().getResource("/jni/" + NativeLibrary.named("Linux", machine, musl)))
                        .isNotNull();
            }
        }
    }
}
