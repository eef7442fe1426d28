package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Puts jars under keys that say what is in them; nothing there is written over, and S3 verifies what it gets. */
final class Upload {
    private static final int EXISTS = 412;
    private static final int AT_ONCE = 409;

    private final S3Client s3;

    Upload(S3Client s3) {
        this.s3 = s3;
    }

    /** @param sha256 of the file, in hexadecimal */
    void put(String bucket, String key, Path jar, String sha256) {
        try {
            s3.putObject(
                    r -> r.bucket(bucket)
                            .key(key)
                            .ifNoneMatch("*")
                            .contentType("application/java-archive")
                            .checksumAlgorithm(ChecksumAlgorithm.SHA256)
                            .checksumSHA256(base64(sha256)),
                    jar);
        } catch (S3Exception e) {
            if (e.awsErrorDetails() != null && isChecksum(e.awsErrorDetails().errorCode())) {
                throw new UserFault(
                        List.of(new Diagnostic(
                                Problem.LM396,
                                Place.of("s3://" + bucket + "/" + key),
                                "What S3 got of " + jar.getFileName() + " has not the digest of what was built.",
                                "Run the goal again; if it stays so, build again with mvn clean package, and see what"
                                        + " stands between here and S3, such as the <proxy> of settings.xml.")),
                        e);
            }
            if (e.statusCode() != EXISTS && e.statusCode() != AT_ONCE) {
                throw e;
            }
            // Another function's code, the same; or the answer to our own request got lost.
            mustBe(bucket, key, sha256);
        }
    }

    private static boolean isChecksum(String code) {
        return code.equals("BadDigest") || code.equals("XAmzContentChecksumMismatch") || code.equals("InvalidDigest");
    }

    /** Whether there is an object of this key. */
    boolean isThere(String bucket, String key) {
        try {
            s3.headObject(r -> r.bucket(bucket).key(key));
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        }
    }

    /** That an object is what was uploaded. */
    void mustBe(String bucket, String key, String sha256) {
        HeadObjectResponse head = s3.headObject(r -> r.bucket(bucket).key(key).checksumMode(ChecksumMode.ENABLED));
        if (!base64(sha256).equals(head.checksumSHA256())) {
            throw isAnother(bucket, key);
        }
    }

    static UserFault isAnother(String bucket, String key) {
        return new UserFault(
                Problem.LM394,
                Place.of("s3://" + bucket + "/" + key),
                "The object has not the SHA-256 that its key says, or S3 does not know its SHA-256: it was not uploaded by"
                        + " this plugin, or was changed since.",
                "Find out who has written it, delete it and deploy again; let nobody else write to lambda-maven/ in"
                        + " <codeBucket>.");
    }

    private static String base64(String sha256) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
    }
}
