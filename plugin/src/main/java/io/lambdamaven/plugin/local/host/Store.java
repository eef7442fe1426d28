package io.lambdamaven.plugin.local.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files under names that hold a digest of their content, so that one written is never written again. */
final class Store {
    private final Path directory;

    Store(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    Path keep(String name, byte[] content) throws IOException {
        Path file = directory.resolve(digest(content)).resolve(name);
        write(file, content);
        return file;
    }

    Tree tree(String name) {
        return new Tree(name);
    }

    private static void write(Path file, byte[] content) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Path folder = Files.createDirectories(file.resolveSibling("").normalize());
        Path part = Files.createTempFile(folder, "part", null);
        try {
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            // Another one was faster, with the same content.
            return;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String digest(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Several files under one digest. */
    final class Tree {
        private final String name;
        private final SortedMap<String, byte[]> files = new TreeMap<>();

        private Tree(String name) {
            this.name = name;
        }

        void add(String path, byte[] content) {
            files.put(path, content);
        }

        Path keep() throws IOException {
            StringBuilder digests = new StringBuilder();
            files.forEach((path, content) -> digests.append(path).append(digest(content)));
            Path root = directory
                    .resolve(digest(digests.toString().getBytes(StandardCharsets.UTF_8)))
                    .resolve(name);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                write(root.resolve(file.getKey()), file.getValue());
            }
            return root;
        }
    }
}
