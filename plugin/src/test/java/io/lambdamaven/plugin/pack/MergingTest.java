package io.lambdamaven.plugin.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergingTest {
    private static final String LOG4J = "META-INF/org/apache/logging/log4j/core/config/plugins/Log4j2Plugins.dat";

    @TempDir
    Path folder;

    @Test
    void serviceFilesAreJoinedInTheOrderOfTheClassPath() {
        PackResult result = new Packing(folder)
                .classes("META-INF/services/a.B", "own.Impl\n")
                .dependency("one", "META-INF/services/a.B", "z.Impl\n")
                .dependency("two", "META-INF/services/a.B", "b.Impl\nz.Impl")
                .pack();
        assertThat(Jars.text(result.file(), "META-INF/services/a.B")).isEqualTo("own.Impl\nz.Impl\nb.Impl\n");
    }

    @Test
    void signaturesModuleDescriptorsAndJarIndexesAreDropped() {
        PackResult result = new Packing(folder)
                .dependency(
                        "lib",
                        "META-INF/MANIFEST.MF",
                        "Manifest-Version: 1.0\n",
                        "META-INF/SIGNER.SF",
                        "x",
                        "META-INF/SIGNER.RSA",
                        "x",
                        "META-INF/signer.dsa",
                        "x",
                        "META-INF/SIGNER.EC",
                        "x",
                        "META-INF/SIG-EXTRA",
                        "x",
                        "META-INF/INDEX.LIST",
                        "x",
                        "META-INF/DEPENDENCIES",
                        "x",
                        "module-info.class",
                        "x",
                        "META-INF/keys/key.RSA",
                        "kept")
                .pack();
        assertThat(Jars.names(result.file()))
                .containsExactly(
                        "META-INF/MANIFEST.MF",
                        "META-INF/keys/key.RSA",
                        "META-INF/lambda/manifest.json",
                        "com/example/LambdaHandler.class",
                        "com/example/Orders.class",
                        Jars.RUNTIME);
        assertThat(Jars.text(result.file(), "META-INF/MANIFEST.MF")).isEqualTo("Manifest-Version: 1.0\r\n\r\n");
    }

    @Test
    void entriesForSeveralReleasesAreFlattenedToThatOfTheFunction() {
        Packing packing = new Packing(folder)
                .dependency(
                        "lib",
                        "META-INF/MANIFEST.MF",
                        "Manifest-Version: 1.0\nMulti-Release: true\n\n",
                        "org/lib/A.class",
                        "8",
                        "META-INF/versions/9/module-info.class",
                        "module",
                        "META-INF/versions/9/org/lib/A.class",
                        "9",
                        "META-INF/versions/17/org/lib/A.class",
                        "17",
                        "META-INF/versions/21/org/lib/A.class",
                        "21",
                        "META-INF/versions/11/org/lib/New.class",
                        "11",
                        "META-INF/versions/11/META-INF/services/a.B",
                        "the JVM does not see it",
                        "META-INF/versions/22/org/lib/Newer.class",
                        "22");
        PackResult result = packing.pack();
        assertThat(Jars.text(result.file(), "org/lib/A.class")).isEqualTo("17");
        assertThat(Jars.text(result.file(), "org/lib/New.class")).isEqualTo("11");
        assertThat(Jars.names(result.file()))
                .noneMatch(name -> name.contains("versions") || name.contains("Newer") || name.contains("services"));

        packing.release = 21;
        assertThat(Jars.text(packing.pack().file(), "org/lib/A.class")).isEqualTo("21");
    }

    @Test
    void entriesForReleasesCountOnlyInAJarThatSaysSo() {
        PackResult result = new Packing(folder)
                .dependency("lib", "org/lib/A.class", "8", "META-INF/versions/9/org/lib/A.class", "9")
                .pack();
        assertThat(Jars.text(result.file(), "org/lib/A.class")).isEqualTo("8");
        assertThat(Jars.names(result.file())).noneMatch(name -> name.contains("versions"));
    }

    @Test
    void theProjectsOwnEntriesForReleasesAreFlattenedToo() {
        PackResult result = new Packing(folder)
                .classes("META-INF/versions/17/com/example/Orders.class", "17")
                .pack();
        assertThat(Jars.text(result.file(), "com/example/Orders.class")).isEqualTo("17");
    }

    @Test
    void everyDifferentLicenceAndNoticeIsKeptOnce() {
        PackResult result = new Packing(folder)
                .classes("LICENSE", "Mine\n")
                .dependency("one", "META-INF/LICENSE", "Apache\r\n2.0\r\n", "META-INF/NOTICE", "Notice one")
                .dependency("two", "META-INF/LICENSE.txt", "Apache\n2.0", "META-INF/license/LICENSE.x", "kept")
                .dependency("three", "META-INF/license.md", "MIT", "META-INF/NOTICE.txt", "Notice three\n")
                .pack();
        String rule = "\n" + "-".repeat(72) + "\n\n";
        assertThat(Jars.text(result.file(), "META-INF/LICENSE.txt"))
                .isEqualTo("Apache\n2.0\n" + rule + "MIT\n" + rule + "Mine\n");
        assertThat(Jars.text(result.file(), "META-INF/NOTICE.txt")).isEqualTo("Notice one\n" + rule + "Notice three\n");
        assertThat(Jars.names(result.file())).contains("META-INF/license/LICENSE.x");
    }

    @Test
    void springsFilesKeepTheEntriesOfEveryJar() {
        PackResult result = new Packing(folder)
                .dependency(
                        "one",
                        "META-INF/spring.factories",
                        "a.Key=one.A,\\\n  one.B\nonly=x\n",
                        "META-INF/spring.handlers",
                        "http\\://one=one.Handler\n",
                        "META-INF/spring/x.imports",
                        "one.Config")
                .dependency(
                        "two",
                        "META-INF/spring.factories",
                        "a.Key=two.C,one.A\n",
                        "META-INF/spring.handlers",
                        "http\\://two=two.Handler\nhttp\\://one=ignored\n",
                        "META-INF/spring/x.imports",
                        "two.Config\n")
                .pack();
        assertThat(Jars.text(result.file(), "META-INF/spring.factories"))
                .isEqualTo("a.Key=one.A,one.B,two.C\nonly=x\n");
        assertThat(Jars.text(result.file(), "META-INF/spring.handlers"))
                .isEqualTo("http\\://one=one.Handler\nhttp\\://two=two.Handler\n");
        assertThat(Jars.text(result.file(), "META-INF/spring/x.imports")).isEqualTo("one.Config\ntwo.Config\n");
    }

    @Test
    void listsThatLibrariesAddToAreAppended() {
        PackResult result = new Packing(folder)
                .dependency("one", "reference.conf", "one = 1")
                .dependency("two", "reference.conf", "two = 2\n")
                .pack();
        assertThat(Jars.text(result.file(), "reference.conf")).isEqualTo("one = 1\ntwo = 2\n");
    }

    @Test
    void log4jsPluginCachesBecomeOne() throws IOException {
        PackResult result = new Packing(folder)
                .dependency("one", Map.of(LOG4J, cache("core", "one")))
                .dependency("two", Map.of(LOG4J, cache("core", "two")))
                .pack();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Jars.bytes(result.file(), LOG4J)))) {
            assertThat(in.readInt()).as("categories").isEqualTo(1);
            assertThat(in.readUTF()).isEqualTo("core");
            assertThat(in.readInt()).as("plugins").isEqualTo(2);
            assertThat(in.readUTF()).isEqualTo("one");
            assertThat(in.readUTF()).isEqualTo("org.lib.one");
        }
    }

    @Test
    void ofOtherResourcesTheFirstOnTheClassPathIsTaken() {
        PackResult result = new Packing(folder)
                .dependency("one", "config.properties", "one")
                .dependency("two", "config.properties", "two")
                .pack();
        assertThat(Jars.text(result.file(), "config.properties")).isEqualTo("one");
        assertThat(result.warnings()).isEmpty();
    }

    /** Log4j's own form: categories of plugins with key, class, name and two flags. */
    private static byte[] cache(String category, String key) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(1);
            out.writeUTF(category);
            out.writeInt(1);
            out.writeUTF(key);
            out.writeUTF("org.lib." + key);
            out.writeUTF(key);
            out.writeBoolean(false);
            out.writeBoolean(false);
        }
        return bytes.toByteArray();
    }
}
