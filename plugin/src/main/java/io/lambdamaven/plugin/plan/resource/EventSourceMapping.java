package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What polls a queue for the alias. Its identity is the pair of alias and source. */
public record EventSourceMapping(
        String functionName,
        String alias,
        String eventSourceArn,
        @Nullable Integer batchSize,
        @Nullable Integer batchingWindow,
        @Nullable Integer maximumConcurrency,
        @Nullable Boolean reportBatchItemFailures,
        @Nullable Boolean enabled,
        Map<String, String> tags)
        implements Resource {
    public EventSourceMapping {
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceId id() {
        return new ResourceId(ResourceType.EVENT_SOURCE_MAPPING, eventSourceArn + " -> " + functionName + ":" + alias);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("batchSize", batchSize)
                .put("batchingWindow", batchingWindow)
                .put("maximumConcurrency", maximumConcurrency)
                .put("reportBatchItemFailures", reportBatchItemFailures)
                .put("enabled", enabled)
                .put("tags", tags)
                .toMap();
    }

    @Override
    public Set<String> noneWhenAbsent() {
        return Set.of("maximumConcurrency");
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(Alias.id(functionName, alias));
    }
}
