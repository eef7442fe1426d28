package io.lambdamaven.plugin.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.report.UserFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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

    /** A zip file keeps neither permissions nor lists, as a stick with FAT does. */
    @Test
    void whereAKeyCannotBeKeptFromOthersNoneIsMade() throws IOException {
        Path zip = folder.resolve("stick.zip");
        try (FileSystem stick = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            Path file = stick.getPath("/keys/script.key");

            assertThatThrownBy(() -> KeyFile.create(file))
                    .isInstanceOf(UserFault.class)
                    .hasMessageContaining("LM388")
                    .hasMessageContaining("Its file system cannot keep it from others.");
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void onWindowsTheListOfTheFolderIsReplacedByItsOwnerAlone() throws IOException {
        UserPrincipal owner = () -> "me";
        UserPrincipal everyone = () -> "everyone";
        List<AclEntry> list = new ArrayList<>(List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(everyone)
                .setPermissions(AclEntryPermission.READ_DATA)
                .build()));

        KeyFile.leaveToOwner(new AclFileAttributeView() {
            @Override
            public String name() {
                return "acl";
            }

            @Override
            public List<AclEntry> getAcl() {
                return List.copyOf(list);
            }

            @Override
            public void setAcl(List<AclEntry> acl) {
                list.clear();
                list.addAll(acl);
            }

            @Override
            public UserPrincipal getOwner() {
                return owner;
            }

            @Override
            public void setOwner(UserPrincipal other) {
                throw new AssertionError("the owner stays who he is");
            }
        });

        assertThat(list).singleElement().satisfies(entry -> {
            assertThat(entry.principal()).isSameAs(owner);
            assertThat(entry.type()).isEqualTo(AclEntryType.ALLOW);
            assertThat(entry.flags()).isEmpty();
            assertThat(entry.permissions())
                    .contains(AclEntryPermission.READ_DATA, AclEntryPermission.WRITE_DATA, AclEntryPermission.DELETE);
        });
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
