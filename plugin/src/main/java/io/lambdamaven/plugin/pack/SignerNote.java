package io.lambdamaven.plugin.pack;

import io.lambdamaven.plugin.model.Need;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Says for whom what signs requests is packed, where the project names it by itself. */
public final class SignerNote {
    private static final String SIGNER = "software.amazon.awssdk:http-auth-aws";

    private SignerNote() {}

    /**
     * @param dependencies those that are packed
     * @param needs what of the project has it sign
     * @return a sentence; empty where it is not there, or something else brings it
     */
    public static Optional<String> of(List<Dependency> dependencies, List<Need> needs) {
        List<Dependency> own = dependencies.stream()
                .filter(each ->
                        (each.via().isEmpty() ? each.artifact() : each.via().get(0)).equals(SIGNER))
                .toList();
        if (own.stream().noneMatch(each -> each.artifact().equals(SIGNER))) {
            return Optional.empty();
        }
        String what = SIGNER.substring(SIGNER.indexOf(':') + 1) + " (" + Sizes.megabytes(size(own)) + ") is packed";
        return Optional.of(
                needs.isEmpty()
                        ? what + ", and no method needs it: it is for stages with <remoteConfig> or <scriptKeys>, and"
                                + " for code that signs requests by itself."
                        : what + " for " + LibraryNotes.listed(needs) + ".");
    }

    private static long size(List<Dependency> dependencies) {
        try {
            long size = 0;
            for (Dependency each : dependencies) {
                size += Files.isDirectory(each.file()) ? 0 : Files.size(each.file());
            }
            return size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
