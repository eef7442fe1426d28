package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.model.ApplicationJar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Jars, unpacked as Lambda unpacks them; each stands in a directory that its digest names and never changes. */
final class CodeStore {
    private final Path root;

    CodeStore(Path root) {
        this.root = root;
    }

    /** The directory of code that was added. */
    Path directory(String digest) {
        return root.resolve(digest);
    }

    /** Unpacks a jar, unless the same one is there, and gives its digest. */
    synchronized String add(Path jar) {
        return add(jar, null);
    }

    /** @param application put beside the code as it is: the code itself verifies it when it starts */
    synchronized String add(Path jar, @Nullable Path application) {
        try {
            Files.createDirectories(root);
            Path copy = Files.createTempFile(root, ".copy", ".jar");
            try {
                String digest = copy(jar, copy);
                if (!Files.isDirectory(directory(digest))) {
                    unpack(copy, directory(digest));
                }
                if (application != null) {
                    putBeside(application, directory(digest).resolve(ApplicationJar.IN_CODE));
                }
                return digest;
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + jar, e);
        }
    }

    /** A function may run from the one that is there. */
    private void putBeside(Path application, Path target) throws IOException {
        if (Files.exists(target) && Files.mismatch(application, target) < 0) {
            return;
        }
        Path copy = Files.createTempFile(root, ".copy", ".jar");
        try {
            Files.copy(application, copy, StandardCopyOption.REPLACE_EXISTING);
            Path folder = target.getParent();
            Files.createDirectories(folder == null ? root : folder);
            Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** The jar may be built anew at any time: what is digested is what is unpacked. */
    private static String copy(Path jar, Path copy) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(jar), sha256())) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private void unpack(Path jar, Path directory) throws IOException {
        Path partial = Files.createTempDirectory(root, ".unpacking");
        try (InputStream in = Files.newInputStream(jar);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = partial.resolve(entry.getName()).normalize();
                if (!target.startsWith(partial)) {
                    throw new IOException("The entry " + entry.getName() + " leads out of the archive");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Path parent = target.getParent();
                    Files.createDirectories(parent == null ? partial : parent);
                    Files.copy(zip, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(partial);
        }
    }

    /** Removes what no version needs any more. */
    synchronized void retain(List<String> digests) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> entries = Files.list(root)) {
            List<Path> unused = entries.filter(path -> !digests.contains(String.valueOf(path.getFileName())))
                    .sorted()
                    .toList();
            for (Path path : unused) {
                delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
