package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.model.ApplicationJar;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.s3.S3Client;

/** Hands the jar over: in the request, or through a bucket where it is too large for that. */
final class CodeUpload {
    private static final long DIRECT_LIMIT = 50L * 1024 * 1024;

    private final Upload upload;
    private final AwsSettings settings;

    CodeUpload(S3Client s3, AwsSettings settings) {
        this.upload = new Upload(s3);
        this.settings = settings;
    }

    /** Either bytes, or bucket and key. */
    record Code(
            @Nullable SdkBytes bytes,
            @Nullable String bucket,
            @Nullable String key) {}

    Code upload(LambdaFunction function, Desired desired) {
        Path jar = desired.code();
        if (jar == null) {
            throw new IllegalStateException("No code for " + function.name());
        }
        try {
            // What fetches the application is small.
            boolean slim = ApplicationJar.BOOTSTRAP.equals(function.handler());
            if (settings.codeBucket() != null && !slim) {
                return toBucket(jar, function, settings.codeBucket());
            }
            if (Files.size(jar) > DIRECT_LIMIT) {
                throw new UserFault(
                        Problem.LM312,
                        Place.of(jar.getFileName().toString()),
                        "The jar has " + Files.size(jar) + " bytes; Lambda takes " + DIRECT_LIMIT + " in a request.",
                        "Name a bucket of yours with <codeBucket> or -Dlambda.codeBucket, or drop dependencies.");
            }
            return new Code(SdkBytes.fromByteArrayUnsafe(Files.readAllBytes(jar)), null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key says what is in it, so nothing is sent twice. */
    private Code toBucket(Path jar, LambdaFunction function, String bucket) {
        String digest = function.codeSha256() == null
                ? ""
                : HexFormat.of().formatHex(Base64.getDecoder().decode(function.codeSha256()));
        String key = "lambda-maven/" + digest + ".jar";
        if (!upload.isThere(bucket, key)) {
            upload.put(bucket, key, jar, digest);
        }
        return new Code(null, bucket, key);
    }
}
