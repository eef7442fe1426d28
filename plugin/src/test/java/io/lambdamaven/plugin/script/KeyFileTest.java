package io.lambdamaven.plugin.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.report.UserFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyFileTest {
    @TempDir
    Path folder;

    @Test
    void aKeyOfItsOwnerAloneSigns() throws Exception {
        Path file = folder.resolve("keys/script.key");
        ScriptKey made = KeyFile.create(file);
        KeyFile read = KeyFile.read(file);

        assertThat(read.key()).isEqualTo(made);
        assertThat(made.algorithm()).isEqualTo("ed25519");
        assertThat(ScriptKey.read(made.encoded())).contains(made);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);
        PublicKey key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(made.encoded())));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update(content);
        assertThat(verifier.verify(read.sign(content))).isTrue();
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "precious");

        assertThatThrownBy(() -> KeyFile.create(file))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM388");
        assertThat(file).hasContent("precious");
    }

    @Test
    void whatOthersMayReadOrChangeIsNoKey() throws IOException {
        Path file = folder.resolve("script.key");
        Assumptions.assumeTrue(
                file.getFileSystem().supportedFileAttributeViews().contains("posix"));
        KeyFile.create(file);
        for (String open : new String[] {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open));
            assertThatThrownBy(() -> KeyFile.read(file)).as(open).hasMessageContaining("Others than its owner");
        }
    }

    @Test
    void whatIsNoKeyIsToldAndNotQuoted() throws IOException {
        assertThatThrownBy(() -> KeyFile.read(folder.resolve("none"))).hasMessageContaining("There is no such file");
        Path file = folder.resolve("script.key");
        KeyFile.create(file);
        for (String wrong : new String[] {
            "secret",
            "-----BEGIN PUBLIC KEY-----\nsecret!\n-----END PUBLIC KEY-----",
            Files.readString(file)
                    .replaceAll("-----BEGIN PRIVATE KEY-----\n.*\n", "-----BEGIN PRIVATE KEY-----\nsecret\n")
        }) {
            Files.writeString(file, wrong);
            assertThatThrownBy(() -> KeyFile.read(file))
                    .hasMessageContaining("It is no key of lambda:script-keygen")
                    .hasMessageNotContaining("secret");
        }
    }
}
