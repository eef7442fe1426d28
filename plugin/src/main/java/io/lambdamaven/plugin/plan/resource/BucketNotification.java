package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.SortedMap;

/**
 * Our one entry in a bucket's notification configuration; every other entry there is foreign.
 *
 * @param notificationId derived from the trigger, the entry's {@code Id}
 */
public record BucketNotification(
        String bucket,
        String notificationId,
        String functionName,
        String alias,
        List<String> events,
        String prefix,
        String suffix,
        ResourceId permission)
        implements Resource {
    public BucketNotification {
        events = List.copyOf(events);
    }

    @Override
    public ResourceId id() {
        return new ResourceId(ResourceType.BUCKET_NOTIFICATION, bucket + "/" + notificationId);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("target", functionName + ":" + alias)
                .put("events", events)
                .put("prefix", prefix)
                .put("suffix", suffix)
                .toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(permission, new ResourceId(ResourceType.BUCKET, bucket));
    }
}
