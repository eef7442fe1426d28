package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.apply.Whereabouts;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Completes names to ARNs of one place, and reads names out of ARNs. */
final class Arns {
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern QUEUE = Pattern.compile("[A-Za-z0-9_-]{1,75}\\.fifo|[A-Za-z0-9_-]{1,80}");
    private static final Pattern QUEUE_ARN =
            Pattern.compile("arn:[a-z-]+:sqs:[a-z0-9-]+:[0-9]{12}:(" + QUEUE.pattern() + ")");
    private static final Pattern TABLE = Pattern.compile("[A-Za-z0-9_.-]{3,255}");
    private static final Pattern DATA_STREAM = Pattern.compile("[A-Za-z0-9_.-]{1,128}");
    private static final Pattern BUCKET_ARN = Pattern.compile("arn:[a-z-]+:s3:::(.*)");
    private static final int ARN_PARTS = 6;
    private static final int SERVICE = 2;
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;

    /** Their ARNs have neither region nor account, or no region. */
    private static final Set<String> WITHOUT_PLACE = Set.of(
            "s3", "iam", "sts", "cloudfront", "route53", "organizations", "globalaccelerator", "shield", "apigateway");

    private final Whereabouts where;

    Arns(Whereabouts where) {
        this.where = where;
    }

    /** Where all of it is. */
    String region() {
        return where.region();
    }

    String of(String service, String resource) {
        return "arn:" + where.partition() + ":" + service + ":" + where.region() + ":" + where.account() + ":"
                + resource;
    }

    /**
     * The ARN of what has it already, or has a name.
     *
     * @param prefix what stands before the name in an ARN, such as {@code stream/}
     */
    String named(String service, String prefix, String nameOrArn) {
        return nameOrArn.startsWith("arn:") ? nameOrArn : of(service, prefix + nameOrArn);
    }

    String bucket(String name) {
        return "arn:" + where.partition() + ":s3:::" + name;
    }

    /** The ARN of an existing role, given as ARN or name. */
    String role(String role) {
        return role.startsWith("arn:")
                ? role
                : "arn:" + where.partition() + ":iam::" + where.account() + ":role/" + role;
    }

    /** The name of a bucket, given as name or ARN; null where it is neither. */
    static @Nullable String bucketName(String bucket) {
        String name = BUCKET_ARN.matcher(bucket).replaceFirst("$1");
        return BUCKET.matcher(name).matches() ? name : null;
    }

    /** The ARN of a queue, given as name or ARN; null where it is neither. */
    @Nullable
    String queue(String queue) {
        if (QUEUE_ARN.matcher(queue).matches()) {
            return queue;
        }
        return QUEUE.matcher(queue).matches() ? of("sqs", queue) : null;
    }

    /** The ARN of a table or of one of its streams, given as name or ARN; null where it is neither. */
    @Nullable
    String table(String table) {
        return byName(table, TABLE, "dynamodb", "table/");
    }

    /** The ARN of a Kinesis data stream, given as name or ARN; null where it is neither. */
    @Nullable
    String dataStream(String stream) {
        return byName(stream, DATA_STREAM, "kinesis", "stream/");
    }

    private @Nullable String byName(String given, Pattern name, String service, String prefix) {
        if (given.startsWith("arn:")) {
            String[] parts = given.split(":", ARN_PARTS);
            boolean fits = parts.length == ARN_PARTS
                    && parts[SERVICE].equals(service)
                    && parts[ARN_PARTS - 1].startsWith(prefix);
            return fits ? given : null;
        }
        return name.matcher(given).matches() ? of(service, prefix + given) : null;
    }

    /** Whether an ARN is one of this account and region, or of a bucket. */
    boolean isHere(String arn) {
        String[] parts = arn.split(":", ARN_PARTS);
        return parts.length == ARN_PARTS
                && (parts[REGION].isEmpty() || parts[REGION].equals(where.region()))
                && (parts[ACCOUNT].isEmpty() || parts[ACCOUNT].equals(where.account()));
    }

    /** Region and account of an ARN that leaves out both. */
    String completed(String arn) {
        String[] parts = arn.split(":", ARN_PARTS);
        if (parts.length < ARN_PARTS
                || !parts[REGION].isEmpty()
                || !parts[ACCOUNT].isEmpty()
                || WITHOUT_PLACE.contains(parts[SERVICE])) {
            return arn;
        }
        return parts[0] + ":" + parts[1] + ":" + parts[SERVICE] + ":" + where.region() + ":" + where.account() + ":"
                + parts[ARN_PARTS - 1];
    }

    /** The resource's name, for a value that stands inside an ARN. */
    static String name(String nameOrArn) {
        return nameOrArn.startsWith("arn:") ? nameOrArn.substring(nameOrArn.lastIndexOf(':') + 1) : nameOrArn;
    }
}
