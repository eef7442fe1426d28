package io.lambdamaven.runtime.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where what a function is told of its code ends, and what somebody else says of it begins. */
class CodeBoundsTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @Test
    void aSourceIsOfTheseCharactersAlone() {
        for (char c = 0; c < 256; c++) {
            boolean plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_/".indexOf(c) >= 0;
            String text = "s3://b/k" + c;
            if (plain) {
                assertThat(Source.of(text)).hasToString(text);
                assertThat(Source.of("file:k" + c).path()).isEqualTo("k" + c);
            } else {
                assertThatThrownBy(() -> Source.of(text)).isInstanceOf(CodeException.class);
                String file = "file:k" + c;
                assertThatThrownBy(() -> Source.of(file)).isInstanceOf(CodeException.class);
            }
        }
    }

    @Test
    void theShortestSourceHasABucketAndAKeyOfOneCharacter() {
        assertThat(Source.of("s3://b/k")).isEqualTo(new Source("b", "k"));
        assertThat(Source.of("s3://b/k").isFile()).isFalse();
        assertThat(Source.of("file:k").isFile()).isTrue();
        assertThat(Source.of("file:k")).hasToString("file:k");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s3://",
                "s3:///k",
                "s3://b",
                "s3://b/",
                "s3://b//k",
                "s3://b_c/k",
                "s3://_b/k",
                "s3://b/../k",
                "s3://b/k/..",
                "file:",
                "file:/k",
                "file:../k",
                "http://b/k",
                "s3:b/k",
                "k"
            })
    void whatOnlyLooksLikeASourceIsRefused(String text) {
        assertThatThrownBy(() -> Source.of(text))
                .hasMessage("the variable LAMBDA_MAVEN__APPLICATION must be of the form s3://bucket/key:"
                        + " deploy the function again");
    }

    @Test
    void aSourceThatIsNotSetIsToldSo() {
        assertThatThrownBy(() -> Source.of(null)).hasMessageContaining("s3://bucket/key, and is not set: deploy");
    }

    @Test
    void aDigestIsOf64SmallHexadecimalDigits() {
        assertThat(read(DIGEST, "1")).isEqualTo(new Expected(DIGEST, 1));
        for (char c = ' '; c < 127; c++) {
            String digest = DIGEST.substring(1) + c;
            if (c != '"' && c != '\\' && "0123456789abcdef".indexOf(c) < 0) {
                assertThatThrownBy(() -> read(digest, "1")).isInstanceOf(CodeException.class);
            }
        }
        assertThatThrownBy(() -> read(DIGEST + "0", "1")).isInstanceOf(CodeException.class);
        assertThatThrownBy(() -> read(DIGEST.substring(1), "1")).isInstanceOf(CodeException.class);
        assertThatThrownBy(() -> read("", "1")).isInstanceOf(CodeException.class);
        assertThatThrownBy(() -> read(DIGEST, "0")).isInstanceOf(CodeException.class);
        assertThatThrownBy(() -> read(DIGEST, "-1")).isInstanceOf(CodeException.class);
    }

    @Test
    void whatElseAManifestSaysIsPassedOver() {
        String manifest = "{\"sha256\":\"" + "f".repeat(64) + "\",\"size\":7,\"more\":[{\"application\":{}}],"
                + "\"application\":{\"name\":{\"size\":9},\"size\":2,\"sha256\":\"" + DIGEST + "\"},\"last\":{}}";

        assertThat(Expected.read(manifest.getBytes(StandardCharsets.UTF_8))).isEqualTo(new Expected(DIGEST, 2));
    }

    @Test
    void theManifestIsTheOneBesideTheCode(@TempDir Path folder) throws IOException {
        Path manifest =
                Files.createDirectories(folder.resolve("META-INF/lambda")).resolve("manifest.json");
        Files.writeString(manifest, "{\"application\":{\"sha256\":\"" + DIGEST + "\",\"size\":3}}");

        try (URLClassLoader code = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertThat(Expected.in(code)).isEqualTo(new Expected(DIGEST, 3));
        }
    }

    private static Expected read(String digest, String size) {
        return Expected.read(("{\"application\":{\"sha256\":\"" + digest + "\",\"size\":" + size + "}}")
                .getBytes(StandardCharsets.UTF_8));
    }
}
