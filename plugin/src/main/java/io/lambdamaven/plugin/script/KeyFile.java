package io.lambdamaven.plugin.script;

import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An Ed25519 key in a file that only its owner can read: the private and the public one, in PEM. */
public final class KeyFile implements ScriptSigner {
    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final PrivateKey privateKey;
    private final ScriptKey key;

    private KeyFile(PrivateKey privateKey, ScriptKey key) {
        this.privateKey = privateKey;
        this.key = key;
    }

    /**
     * Makes a key and writes it down; a file that is there already is not touched.
     *
     * @return its public part
     */
    public static ScriptKey create(Path file) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            String text = pem(PRIVATE, pair.getPrivate().getEncoded())
                    + pem(PUBLIC, pair.getPublic().getEncoded());
            write(file.toAbsolutePath(), text);
            return ScriptKey.of(pair.getPublic().getEncoded()).orElseThrow();
        } catch (FileAlreadyExistsException e) {
            throw unusable(file, "There is such a file already.", "Name another file with -Dlambda.scriptKey.", e);
        } catch (IOException e) {
            throw unusable(
                    file,
                    "It cannot be written: " + e.getMessage() + ".",
                    "Name a file in a folder that you may write to, with -Dlambda.scriptKey.",
                    e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 15 and later have Ed25519", e);
        }
    }

    /** Nobody else can read it at any moment: where it cannot be closed when it is made, it is closed while empty. */
    private static void write(Path file, String text) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (!isPosix(file)
                && !file.getFileSystem().supportedFileAttributeViews().contains("acl")) {
            throw open(file);
        }
        FileAttribute<?>[] attributes = isPosix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel out = Files.newByteChannel(file, options, attributes)) {
            if (!isPosix(file)) {
                close(file);
            }
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        }
    }

    private static void close(Path file) throws IOException {
        AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (view == null) {
            // Some volumes of a system that has lists have none.
            Files.delete(file);
            throw open(file);
        }
        leaveToOwner(view);
    }

    /** Replaces what the file has from its folder: whoever may read that could else read the key. */
    static void leaveToOwner(AclFileAttributeView view) throws IOException {
        view.setAcl(List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(view.getOwner())
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build()));
    }

    private static UserFault open(Path file) {
        return unusable(
                file,
                "Its file system cannot keep it from others.",
                "Name a file on one with permissions or access control lists, with -Dlambda.scriptKey, or sign with a"
                        + " key of AWS KMS and -Dlambda.scriptKmsKey.",
                null);
    }

    /** Reads a key to sign with. One that others could have read or changed is refused. */
    public static KeyFile read(Path file) {
        try {
            if (isPosix(file)) {
                Set<PosixFilePermission> open = EnumSet.copyOf(OF_OTHERS);
                open.retainAll(Files.getPosixFilePermissions(file));
                if (!open.isEmpty()) {
                    throw unusable(
                            file,
                            "Others than its owner may read or change it.",
                            "Run chmod 600 on it, and make a new key if somebody may have.",
                            null);
                }
            }
            String text = Files.readString(file);
            Optional<ScriptKey> key = ScriptKey.of(part(file, text, PUBLIC));
            PrivateKey privateKey = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(part(file, text, PRIVATE)));
            return new KeyFile(privateKey, key.orElseThrow(() -> malformed(file, null)));
        } catch (NoSuchFileException e) {
            throw unusable(
                    file,
                    "There is no such file.",
                    "Name the file that mvn lambda:script-keygen made, with -Dlambda.scriptKey.",
                    e);
        } catch (IOException e) {
            throw unusable(file, "It cannot be read: " + e.getMessage() + ".", "Mend its permissions.", e);
        } catch (GeneralSecurityException e) {
            throw malformed(file, e);
        }
    }

    private static byte[] part(Path file, String text, String name) {
        String begin = "-----BEGIN " + name + "-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END " + name + "-----");
        if (from < 0 || to < from) {
            throw malformed(file, null);
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
        } catch (IllegalArgumentException e) {
            // Not as the cause: its message quotes what was read.
            throw malformed(file, null);
        }
    }

    private static String pem(String name, byte[] encoded) {
        return "-----BEGIN " + name + "-----\n" + Base64.getEncoder().encodeToString(encoded) + "\n-----END " + name
                + "-----\n";
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static UserFault malformed(Path file, @Nullable Throwable cause) {
        return unusable(
                file,
                "It is no key of lambda:script-keygen.",
                "Name the file that mvn lambda:script-keygen made, with -Dlambda.scriptKey.",
                cause);
    }

    private static UserFault unusable(Path file, String summary, String remedy, @Nullable Throwable cause) {
        Place place = Place.of(file.toString());
        return cause == null
                ? new UserFault(Problem.LM388, place, summary, remedy)
                : new UserFault(Problem.LM388, place, summary, remedy, cause);
    }

    @Override
    public ScriptKey key() {
        return key;
    }

    @Override
    public byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key was read as one of this algorithm", e);
        }
    }
}
