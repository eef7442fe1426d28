package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What {@code @S3Trigger} may say. */
final class S3Rules {
    /** The event types of S3's PutBucketNotificationConfiguration. */
    private static final Set<String> EVENTS = Set.of(
            "s3:ReducedRedundancyLostObject",
            "s3:ObjectCreated:*",
            "s3:ObjectCreated:Put",
            "s3:ObjectCreated:Post",
            "s3:ObjectCreated:Copy",
            "s3:ObjectCreated:CompleteMultipartUpload",
            "s3:ObjectRemoved:*",
            "s3:ObjectRemoved:Delete",
            "s3:ObjectRemoved:DeleteMarkerCreated",
            "s3:ObjectRestore:*",
            "s3:ObjectRestore:Post",
            "s3:ObjectRestore:Completed",
            "s3:ObjectRestore:Delete",
            "s3:Replication:*",
            "s3:Replication:OperationFailedReplication",
            "s3:Replication:OperationNotTracked",
            "s3:Replication:OperationMissedThreshold",
            "s3:Replication:OperationReplicatedAfterThreshold",
            "s3:LifecycleTransition",
            "s3:IntelligentTiering",
            "s3:ObjectAcl:Put",
            "s3:LifecycleExpiration:*",
            "s3:LifecycleExpiration:Delete",
            "s3:LifecycleExpiration:DeleteMarkerCreated",
            "s3:ObjectTagging:*",
            "s3:ObjectTagging:Put",
            "s3:ObjectTagging:Delete");

    private final Faults faults;
    private final ResourceRules resources;

    S3Rules(Faults faults, ResourceRules resources) {
        this.faults = faults;
        this.resources = resources;
    }

    void check(Trigger.S3 trigger, Spot spot) {
        resources.checkBucket(trigger.bucket(), spot);
        if (trigger.events().isEmpty()) {
            faults.add(
                    Problem.LM048,
                    spot,
                    "The trigger names no event type, so nothing would ever call the method.",
                    "Leave events in @S3Trigger out for s3:ObjectCreated:*, or name at least one.");
        }
        for (String event : trigger.events()) {
            if (!EVENTS.contains(event)) {
                faults.add(
                        Problem.LM046,
                        spot,
                        "\"" + event + "\" is no event type of S3.",
                        "Set events in @S3Trigger to some of " + String.join(", ", new TreeSet<>(EVENTS)) + ".");
            }
        }
    }

    /** Whether S3 would refuse the two side by side: it does not allow two rules to take one event. */
    static boolean overlap(Trigger.S3 one, Trigger.S3 other) {
        return bucketName(one.bucket()).equals(bucketName(other.bucket()))
                && shareEvent(one.events(), other.events())
                && (one.prefix().startsWith(other.prefix()) || other.prefix().startsWith(one.prefix()))
                && (one.suffix().endsWith(other.suffix()) || other.suffix().endsWith(one.suffix()));
    }

    private static String bucketName(String bucket) {
        return bucket.startsWith("arn:") ? bucket.substring(bucket.lastIndexOf(':') + 1) : bucket;
    }

    private static boolean shareEvent(List<String> some, List<String> others) {
        return some.stream()
                .anyMatch(one -> others.stream().anyMatch(other -> covers(one, other) || covers(other, one)));
    }

    private static boolean covers(String one, String other) {
        return one.equals(other) || (one.endsWith("*") && other.startsWith(one.substring(0, one.length() - 1)));
    }
}
