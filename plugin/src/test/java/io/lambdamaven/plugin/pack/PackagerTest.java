package io.lambdamaven.plugin.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagerTest {
    @TempDir
    Path folder;

    @Test
    void classesDependenciesGeneratedFilesAndManifestStandInOneSortedJar() throws IOException {
        Packing packing = new Packing(folder);
        packing.generated.putAll(Jars.entries("META-INF/lambda/schema.json", "{}"));
        PackResult result = packing.dependency("lib", "org/lib/A.class", "a", "org/lib/a.txt", "text")
                .pack();

        assertThat(result.file()).isEqualTo(packing.output);
        assertThat(Jars.names(result.file()))
                .containsExactly(
                        "META-INF/MANIFEST.MF",
                        Manifest.ENTRY,
                        "META-INF/lambda/schema.json",
                        "com/example/LambdaHandler.class",
                        "com/example/Orders.class",
                        Jars.RUNTIME,
                        "org/lib/A.class",
                        "org/lib/a.txt");
        assertThat(Jars.text(result.file(), Manifest.ENTRY)).contains(result.codeDigest());
        assertThat(result.warnings()).isEmpty();
        assertThat(result.reused()).isFalse();
        try (JarInputStream in = new JarInputStream(Files.newInputStream(result.file()))) {
            assertThat(in.getManifest()).isNotNull();
        }
    }

    @Test
    void digestsAndSizesAreThoseOfTheFile() throws Exception {
        PackResult result = new Packing(folder).pack();

        byte[] file = Files.readAllBytes(result.file());
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        assertThat(result.codeSha256()).isEqualTo(Base64.getEncoder().encodeToString(sha256.digest(file)));
        assertThat(result.size()).isEqualTo(file.length);

        StringBuilder lines = new StringBuilder();
        long unzipped = 0;
        for (String name : Jars.names(result.file()).stream().sorted().toList()) {
            byte[] content = Jars.bytes(result.file(), name);
            unzipped += content.length;
            if (!name.equals(Manifest.ENTRY)) {
                String hex = HexFormat.of().formatHex(sha256.digest(content));
                lines.append(name).append('\0').append(hex).append('\n');
            }
        }
        assertThat(result.codeDigest())
                .isEqualTo(HexFormat.of()
                        .formatHex(sha256.digest(lines.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        assertThat(result.unzippedSize()).isEqualTo(unzipped);
    }

    @Test
    void twoBuildsGiveTheSameBytesWhateverTheOrderTimesAndTimeZone() throws IOException {
        Map<String, byte[]> library = Jars.entries(
                "META-INF/LICENSE", "licence",
                "META-INF/NOTICE.txt", "notice",
                "META-INF/LICENSE.md", "another",
                "META-INF/services/a.B", "one",
                "META-INF/services/a.C", "two",
                "META-INF/spring.factories", "b=1\na=2\n",
                "org/lib/A.class", "a",
                "org/lib/B.class", "b",
                "org/lib/sub/C.class", "c");
        PackResult first = new Packing(folder.resolve("one"))
                .seed(1)
                .dependency("lib", library)
                .pack();
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Packing again = new Packing(folder.resolve("two")).seed(2).dependency("lib", library);
            try (Stream<Path> files = Files.walk(again.folder)) {
                for (Path file : files.toList()) {
                    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));
                }
            }
            PackResult second = again.pack();

            assertThat(second.file()).hasSameBinaryContentAs(first.file());
            assertThat(second.codeSha256()).isEqualTo(first.codeSha256());
            assertThat(second.codeDigest()).isEqualTo(first.codeDigest());
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void entriesHaveTheTimeThatWasAskedFor() throws IOException {
        Packing packing = new Packing(folder);
        packing.timestamp = Instant.parse("2026-01-01T00:00:00Z");
        PackResult result = packing.pack();
        try (ZipFile zip = new ZipFile(result.file().toFile())) {
            assertThat(zip.stream().map(entry -> entry.getTimeLocal()).distinct())
                    .containsExactly(LocalDateTime.of(2026, 1, 1, 0, 0));
        }
    }

    @Test
    void aTimeThatZipCannotHoldBecomesTheEarliest() throws IOException {
        Packing packing = new Packing(folder);
        packing.timestamp = Instant.EPOCH;
        PackResult result = packing.pack();
        try (ZipFile zip = new ZipFile(result.file().toFile())) {
            assertThat(zip.stream().map(entry -> entry.getTimeLocal()).distinct())
                    .containsExactly(LocalDateTime.of(1980, 1, 1, 0, 0, 2));
        }
    }

    @Test
    void theDigestOfTheCodeIsTheSameForAnotherManifestAndAnotherTime() {
        PackResult one = new Packing(folder.resolve("one")).pack();
        Packing other = new Packing(folder.resolve("two"));
        other.version = "2.0";
        other.timestamp = Instant.parse("2026-01-01T00:00:00Z");
        PackResult two = other.pack();

        assertThat(two.codeDigest()).isEqualTo(one.codeDigest());
        assertThat(two.codeSha256()).isNotEqualTo(one.codeSha256());
    }

    @Test
    void theDigestOfTheCodeChangesWithACharacterOfIt() {
        PackResult one = new Packing(folder.resolve("one")).pack();
        PackResult two = new Packing(folder.resolve("two"))
                .classes("com/example/Orders.class", "Orders")
                .pack();
        assertThat(two.codeDigest()).isNotEqualTo(one.codeDigest());
    }

    @Test
    void generatedClassesReplaceStaleOnesOfTheProject() {
        PackResult result = new Packing(folder)
                .classes("com/example/LambdaHandler.class", "stale")
                .pack();
        assertThat(Jars.text(result.file(), "com/example/LambdaHandler.class")).isEqualTo("handler");
    }

    @Test
    void aManifestOfADependencyIsNotTakenForOurs() {
        PackResult result =
                new Packing(folder).dependency("lib", Manifest.ENTRY, "theirs").pack();
        assertThat(Jars.text(result.file(), Manifest.ENTRY)).contains(result.codeDigest());
    }

    @Test
    void libLayoutKeepsDependenciesAsTheyAre() {
        Packing packing = new Packing(folder)
                .dependency("lib", "META-INF/services/a.B", "one", "org/lib/A.class", "a")
                .classes("META-INF/services/a.B", "own");
        packing.layout = Layout.LIB;
        PackResult result = packing.pack();

        assertThat(Jars.names(result.file()))
                .containsExactly(
                        "META-INF/MANIFEST.MF",
                        Manifest.ENTRY,
                        "META-INF/services/a.B",
                        "com/example/LambdaHandler.class",
                        "com/example/Orders.class",
                        "lib/lib-1.2.jar",
                        "lib/runtime-1.2.jar");
        assertThat(Jars.text(result.file(), "META-INF/services/a.B")).isEqualTo("own");
        assertThat(Jars.names(library(result))).containsExactly("META-INF/services/a.B", "org/lib/A.class");
        assertThat(Jars.text(library(result), "META-INF/services/a.B")).isEqualTo("one");
    }

    @Test
    void inLibLayoutOnlyTheArchiveIsCompressed() throws IOException {
        String text = "many words ".repeat(10_000);
        Packing packing = new Packing(folder).dependency("lib", "Z.class", "z", "A.class", text);
        packing.layout = Layout.LIB;
        PackResult result = packing.pack();

        assertThat(Files.size(result.file())).isLessThan(text.length() / 10);
        try (ZipFile before = new ZipFile(packing.folder.resolve("lib-file.jar").toFile());
                ZipFile after = new ZipFile(library(result).toFile())) {
            assertThat(after.stream().map(ZipEntry::getName))
                    .containsExactlyElementsOf(
                            before.stream().map(ZipEntry::getName).toList());
            assertThat(after.stream()).allSatisfy(entry -> {
                ZipEntry was = before.getEntry(entry.getName());
                assertThat(was.getMethod()).isEqualTo(ZipEntry.DEFLATED);
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                assertThat(entry.getCrc()).isEqualTo(was.getCrc());
                assertThat(entry.getLastModifiedTime()).isEqualTo(was.getLastModifiedTime());
            });
        }
        assertThat(Jars.text(library(result), "A.class")).isEqualTo(text);
    }

    @Test
    void inLibLayoutDependenciesStayCompressedWhereTheyWouldLeaveNoRoomForLayers() {
        Packing packing = new Packing(folder).dependency("lib", "A.class", "many words ".repeat(10_000));
        packing.layout = Layout.LIB;
        packing.limits = new Limits(Long.MAX_VALUE, 200_000);

        assertThat(Jars.bytes(packing.pack().file(), "lib/lib-1.2.jar"))
                .isEqualTo(bytes(packing.folder.resolve("lib-file.jar")));
    }

    @Test
    void aJarThatHoldsANameTwiceStaysAsItIs() throws IOException {
        Packing packing = new Packing(folder).dependency("lib", "A.class", "a", "B.class", "b");
        packing.layout = Layout.LIB;
        Path jar = packing.folder.resolve("lib-file.jar");
        byte[] twice = new String(Files.readAllBytes(jar), StandardCharsets.ISO_8859_1)
                .replace("B.class", "A.class")
                .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(jar, twice);

        assertThat(Jars.bytes(packing.pack().file(), "lib/lib-1.2.jar")).isEqualTo(twice);
    }

    private Path library(PackResult result) {
        return write(folder.resolve("found.jar"), Jars.bytes(result.file(), "lib/lib-1.2.jar"));
    }

    private static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void libLayoutTellsApartDependenciesOfOneNameAndMakesAJarOfAFolder() {
        Packing packing = new Packing(folder).dependency("lib", "org/lib/A.class", "a");
        Path classes = Jars.folder(folder.resolve("sibling"), Jars.entries("org/lib/B.class", "b"));
        packing.dependency(new Dependency("com.other", "lib", "1.2", classes));
        packing.layout = Layout.LIB;
        PackResult result = packing.pack();

        assertThat(Jars.names(result.file())).contains("lib/com.other.lib-1.2.jar", "lib/org.lib.lib-1.2.jar");
        assertThat(Jars.bytes(result.file(), "lib/com.other.lib-1.2.jar")).startsWith('P', 'K');
    }

    @Test
    void aFolderOfClassesIsADependencyToo() {
        Path classes = Jars.folder(folder.resolve("sibling"), Jars.entries("org/lib/B.class", "b"));
        PackResult result = new Packing(folder)
                .dependency(new Dependency("org.lib", "sibling", "1.2", classes))
                .pack();
        assertThat(Jars.text(result.file(), "org/lib/B.class")).isEqualTo("b");
    }

    @Test
    void nothingButTheJarAndItsStateIsLeftBehind() throws IOException {
        PackResult result = new Packing(folder).pack();
        try (Stream<Path> files = Files.list(result.file().getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("app-lambda.jar", "app-lambda.jar.packed");
        }
    }

    @Test
    void realLibrariesWorkFromThePackedJar() throws Exception {
        Packing packing = new Packing(folder);
        for (String part : List.of("databind.ObjectMapper", "core.JsonFactory", "annotation.JsonProperty")) {
            Class<?> type = Class.forName("com.fasterxml.jackson." + part);
            Path jar = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            packing.dependency(new Dependency("com.fasterxml.jackson.core", type.getSimpleName(), "2.22.4", jar));
        }
        PackResult result = packing.pack();

        assertThat(result.warnings()).isEmpty();
        assertThat(Jars.names(result.file()))
                .noneMatch(name -> name.startsWith("META-INF/versions/") || name.endsWith("module-info.class"));
        URL url = result.file().toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {url}, ClassLoader.getPlatformClassLoader())) {
            Class<?> mapper = loader.loadClass("com.fasterxml.jackson.databind.ObjectMapper");
            Object json = mapper.getMethod("writeValueAsString", Object.class)
                    .invoke(mapper.getConstructor().newInstance(), new TreeMap<>(Map.of("a", List.of(1.5, "b"))));
            assertThat(json).isEqualTo("{\"a\":[1.5,\"b\"]}");
            try (InputStream services =
                    loader.getResourceAsStream("META-INF/services/com.fasterxml.jackson.core.JsonFactory")) {
                assertThat(services).isNotNull();
            }
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
