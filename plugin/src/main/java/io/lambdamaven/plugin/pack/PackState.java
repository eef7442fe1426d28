package io.lambdamaven.plugin.pack;

import io.lambdamaven.plugin.model.ApplicationJar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was packed last, in a small file beside the archive.
 *
 * @param fingerprint of everything that went into it
 * @param application what stands beside it; null where everything is in the archive
 */
record PackState(
        String fingerprint,
        String codeDigest,
        String codeSha256,
        long unzippedSize,
        @Nullable ApplicationJar application) {

    private static final int PLAIN = 4;
    private static final int SLIM = 6;

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
            state = state.filter(s -> s.codeSha256.equals(now));
        }
        return state.isPresent() && isThere(state.get().application, ApplicationJar.beside(archive))
                ? state
                : Optional.empty();
    }

    private static boolean isThere(@Nullable ApplicationJar application, Path file) throws IOException {
        if (application == null) {
            return true;
        }
        if (!Files.isRegularFile(file) || Files.size(file) != application.size()) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Digests.hex(Digests.of(in)).equals(application.sha256());
        }
    }

    void write(Path archive) throws IOException {
        List<String> lines = new ArrayList<>(List.of(fingerprint, codeDigest, codeSha256, unzippedSize + ""));
        if (application != null) {
            lines.addAll(List.of(application.sha256(), application.size() + ""));
        }
        Files.writeString(fileOf(archive), String.join("\n", lines) + "\n");
    }

    private static Optional<PackState> read(Path file) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            if (lines.size() != PLAIN && lines.size() != SLIM) {
                return Optional.empty();
            }
            ApplicationJar application =
                    lines.size() == SLIM ? new ApplicationJar(lines.get(4), Long.parseLong(lines.get(5))) : null;
            return Optional.of(
                    new PackState(lines.get(0), lines.get(1), lines.get(2), Long.parseLong(lines.get(3)), application));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty(); // never packed, or not by us: packing again mends both
        }
    }
}
