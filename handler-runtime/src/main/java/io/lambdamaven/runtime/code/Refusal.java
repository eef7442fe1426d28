package io.lambdamaven.runtime.code;

import io.lambdamaven.runtime.aws.AwsException;
import java.util.Set;

/** What a refusal by S3 means here, and what helps. */
final class Refusal {
    private static final Set<String> ENDED = Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired");

    private Refusal() {}

    static CodeException of(AwsException e, Source source) {
        return new CodeException(why(e, source) + ": the application was not started (" + e.getMessage() + ")", e);
    }

    private static String why(AwsException e, Source source) {
        if (ENDED.contains(e.code())) {
            return "the credentials that " + source + " was to be read with have ended; Lambda gives new ones to the"
                    + " next start";
        }
        return switch (e.code().equals("AuthorizationHeaderMalformed") ? 301 : e.status()) {
            case 0 ->
                "S3 did not give " + source + " in time; a function in a VPC needs a gateway endpoint for S3, or"
                        + " another way to it";
            case 301, 307 -> "S3 cannot give " + source + " in this Region; its bucket must be in the function's";
            case 403 ->
                "the function's role may not read " + source + ", or it is not there, which S3 tells only to who"
                        + " may list the bucket; deploy the function again, and where <role> names a role of your own allow"
                        + " it s3:GetObject, and kms:Decrypt with the bucket's key if it has one";
            case 404 ->
                e.code().equals("NoSuchBucket")
                        ? "there is no bucket " + source.bucket()
                                + "; name an existing one in <codeBucket> and deploy again"
                        : "there is no object " + source + "; deploy the function again, which puts it there";
            case 412 -> source + " was replaced while it was read";
            case 416 -> source + " is shorter than what was built";
            default -> "S3 did not give " + source;
        };
    }
}
