package io.lambdamaven.plugin.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The jar to deploy.
 *
 * @param sha256 base64 of the SHA-256 over the whole file, as Lambda tells it
 * @param size in bytes; 0 where it does not matter
 * @param application what the jar fetches when it starts; null where everything is in it
 */
public record Code(
        Path jar, String sha256, long size, @Nullable Application application) {
    private static final String SIGNER = "software/amazon/awssdk/http/auth/aws/signer/AwsV4HttpSigner.class";
    private static final Pattern LIBRARY = Pattern.compile("lib/http-auth-aws-[0-9][^/]*\\.jar");

    /** One that has everything in it. */
    public Code(Path jar, String sha256) {
        this(jar, sha256, 0, null);
    }

    /** Whether what signs requests to AWS is in it; a jar that is not there yet is not found fault with. */
    public boolean hasSigner() {
        if (!Files.isRegularFile(jar)) {
            return true;
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .anyMatch(
                            name -> name.equals(SIGNER) || LIBRARY.matcher(name).matches());
        } catch (IOException e) {
            throw new UncheckedIOException("The jar " + jar + " cannot be read", e);
        }
    }

    /**
     * The second jar of the layout slim.
     *
     * @param jar null where it is not at hand, but may be in the bucket
     * @param sha256 64 hexadecimal digits
     * @param size in bytes
     */
    public record Application(@Nullable Path jar, String sha256, long size) {}
}
