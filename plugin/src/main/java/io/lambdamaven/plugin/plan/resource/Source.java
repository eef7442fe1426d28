package io.lambdamaven.plugin.plan.resource;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A queue, topic, bucket, table or stream that a trigger names and that is made when it is missing. It holds data; one
 * that is there already is somebody's own and is not changed.
 *
 * @param settings what counts when it is made
 */
public record Source(ResourceType type, String name, SortedMap<String, String> settings, Map<String, String> tags)
        implements Resource {
    private static final Set<ResourceType> TYPES = Set.of(
            ResourceType.QUEUE,
            ResourceType.TOPIC,
            ResourceType.BUCKET,
            ResourceType.TABLE,
            ResourceType.TABLE_STREAM,
            ResourceType.DATA_STREAM,
            ResourceType.SOURCE_LOG_GROUP);

    private static final int SERVICE = 2;
    private static final int RESOURCE = 5;

    public Source {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        tags = Map.copyOf(tags);
    }

    /** Whether resources of this type can be made when they are missing. */
    public static boolean isSource(ResourceType type) {
        return TYPES.contains(type);
    }

    /** What has to be there for this ARN to be of use; nothing for what nobody can make by the way. */
    public static List<ResourceId> idsOf(String arn) {
        String[] parts = arn.split(":", RESOURCE + 1);
        if (parts.length <= RESOURCE) {
            return List.of();
        }
        String resource = parts[RESOURCE];
        return switch (parts[SERVICE]) {
            case "sqs" -> List.of(new ResourceId(ResourceType.QUEUE, resource));
            case "sns" -> List.of(new ResourceId(ResourceType.TOPIC, resource));
            case "s3" -> List.of(new ResourceId(ResourceType.BUCKET, resource));
            case "dynamodb" ->
                List.of(
                        new ResourceId(ResourceType.TABLE, second(resource)),
                        new ResourceId(ResourceType.TABLE_STREAM, second(resource)));
            case "kinesis" -> List.of(new ResourceId(ResourceType.DATA_STREAM, second(resource)));
            case "logs" ->
                List.of(new ResourceId(
                        ResourceType.SOURCE_LOG_GROUP,
                        resource.replaceFirst("^log-group:", "").replaceFirst(":\\*$", "")));
            default -> List.of();
        };
    }

    /** {@code stream/NAME/consumer/...} names a stream. */
    private static String second(String resource) {
        String[] parts = resource.split("/", -1);
        return parts.length > 1 ? parts[1] : resource;
    }

    @Override
    public ResourceId id() {
        return new ResourceId(type, name);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("made", "because it was missing")
                .putAll(settings)
                .toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return type == ResourceType.TABLE_STREAM ? List.of(new ResourceId(ResourceType.TABLE, name)) : List.of();
    }
}
