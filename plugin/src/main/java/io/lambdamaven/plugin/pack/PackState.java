package io.lambdamaven.plugin.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What was packed last, in a small file beside the archive.
 *
 * @param fingerprint of everything that went into it
 */
record PackState(String fingerprint, String codeDigest, String codeSha256, long unzippedSize) {

    private static Path fileOf(Path archive) {
        return archive.resolveSibling(archive.getFileName() + ".packed");
    }

    /** The state in which the archive was left, if it was made from the same and nobody touched it. */
    static Optional<PackState> find(Path archive, String fingerprint) throws IOException {
        Optional<PackState> state = read(fileOf(archive)).filter(s -> s.fingerprint.equals(fingerprint));
        if (state.isEmpty() || !Files.isRegularFile(archive)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(archive)) {
            String now = Base64.getEncoder().encodeToString(Digests.of(in));
            return state.filter(s -> s.codeSha256.equals(now));
        }
    }

    void write(Path archive) throws IOException {
        Files.writeString(fileOf(archive), String.join("\n", fingerprint, codeDigest, codeSha256, unzippedSize + "\n"));
    }

    private static Optional<PackState> read(Path file) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            return lines.size() == 4
                    ? Optional.of(new PackState(lines.get(0), lines.get(1), lines.get(2), Long.parseLong(lines.get(3))))
                    : Optional.empty();
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty(); // never packed, or not by us: packing again mends both
        }
    }
}
