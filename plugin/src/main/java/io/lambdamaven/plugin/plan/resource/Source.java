package io.lambdamaven.plugin.plan.resource;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A queue, topic, bucket, table or stream that a trigger names and that is made when it is missing. It holds data; one
 * that is there already is somebody's own and is not changed. Those that the project itself needs have to be its own.
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

    /** The setting that says who may send, as a policy's text. */
    public static final String POLICY = "policy";

    /** The setting that names the attribute with which a table's items expire. */
    public static final String TTL = "ttl";

    /** The setting that says for how many seconds a message waits in a queue. */
    public static final String RETENTION = "retention";

    /** The setting that names the queue which takes what has been received in vain too often. */
    public static final String FAILED = "failedTo";

    /** The setting that says how often that is. */
    public static final String TRIES = "tries";

    /** What only those have that the runtime takes for the project's own. */
    private static final Set<String> OWN = Set.of(POLICY, TTL, RETENTION);

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

    /**
     * Whether it is the project's alone: what comes by it, or stands in it, is trusted, and its settings are kept as
     * they are wanted.
     */
    public boolean keptAlone() {
        return settings.keySet().stream().anyMatch(OWN::contains);
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
                .put("made", keptAlone() ? "for this stage alone" : "because it was missing")
                .putAll(settings)
                .toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        if (type == ResourceType.TABLE_STREAM) {
            return List.of(new ResourceId(ResourceType.TABLE, name));
        }
        String failed = settings.get(FAILED);
        return failed == null ? List.of() : List.of(new ResourceId(ResourceType.QUEUE, failed));
    }
}
