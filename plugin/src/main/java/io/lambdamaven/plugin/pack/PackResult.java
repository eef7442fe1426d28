package io.lambdamaven.plugin.pack;

import io.lambdamaven.plugin.model.ApplicationJar;
import io.lambdamaven.plugin.report.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of packing.
 *
 * @param codeDigest SHA-256 in hexadecimal over the sorted entries other than the manifest
 * @param codeSha256 SHA-256 of the file in base64, as Lambda reports it
 * @param size bytes of the file
 * @param unzippedSize bytes of its contents
 * @param application what stands beside the file, for S3; null where everything is in it
 * @param reused whether an earlier file was found to hold the same
 * @param notes what a user may want to know of the contents, a sentence each
 * @param leftOut coordinates of the libraries that nothing needs
 */
public record PackResult(
        Path file,
        String codeDigest,
        String codeSha256,
        long size,
        long unzippedSize,
        @Nullable ApplicationJar application,
        boolean reused,
        List<String> notes,
        List<String> leftOut,
        List<Diagnostic> warnings) {
    public PackResult {
        notes = List.copyOf(notes);
        leftOut = List.copyOf(leftOut);
        warnings = List.copyOf(warnings);
    }
}
