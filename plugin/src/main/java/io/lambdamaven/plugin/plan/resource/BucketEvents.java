package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.SortedMap;

/** That a bucket tells EventBridge of its objects. Others may listen too, so it is switched on and never off again. */
public record BucketEvents(String bucket) implements Resource {
    @Override
    public ResourceId id() {
        return id(bucket);
    }

    /** The id of what a bucket tells. */
    public static ResourceId id(String bucket) {
        return new ResourceId(ResourceType.BUCKET_EVENTS, bucket);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("eventBridge", "on (stays on when the trigger goes)")
                .toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(new ResourceId(ResourceType.BUCKET, bucket));
    }
}
