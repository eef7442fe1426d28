package io.lambdamaven.plugin.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

/** One digest over all that decides what the archive holds. Times of files are no part of it. */
final class Fingerprint {
    /** Changes whenever the same inputs are packed differently. */
    private static final String FORM = "3";

    private static final String NO_DIGEST = "0".repeat(64);

    private Fingerprint() {}

    static String of(PackRequest request, List<Input> inputs) throws IOException {
        MessageDigest whole = Digests.sha256();
        String settings =
                String.join(" ", FORM, request.layout().name(), request.javaRelease() + "", request.timestamp() + "");
        Digests.addLine(whole, "settings", Digests.of(settings.getBytes(StandardCharsets.UTF_8)));
        Digests.addLine(whole, "manifest", Digests.of(request.manifest().write(NO_DIGEST, null)));
        for (Map.Entry<String, byte[]> entry : request.generated().entrySet()) {
            Digests.addLine(whole, entry.getKey(), Digests.of(entry.getValue()));
        }
        for (Input input : inputs) {
            Digests.addLine(whole, input.label(), contents(input));
        }
        return Digests.hex(whole.digest());
    }

    private static byte[] contents(Input input) throws IOException {
        if (!Files.isDirectory(input.file())) {
            try (InputStream in = Files.newInputStream(input.file())) {
                return Digests.of(in);
            }
        }
        MessageDigest all = Digests.sha256();
        input.read((name, content) -> Digests.addLine(all, name, Digests.of(content)));
        return all.digest();
    }
}
