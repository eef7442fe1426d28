package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.resource.EventInvokeConfig;
import io.lambdamaven.plugin.plan.resource.EventSourceMapping;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.SnsSubscription;
import io.lambdamaven.plugin.plan.resource.Source;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the triggers of a function name, to be made where it is missing: {@code <createMissing>}. */
final class MissingSources {
    /** AWS's advice: long enough for a message to be tried several times. */
    private static final int TRIES = 6;

    private static final int LONGEST_SECONDS = 43_200;

    private final Arns arns;
    private final int timeout;
    private final Map<String, String> tags;

    MissingSources(Arns arns, int timeout, Map<String, String> tags) {
        this.arns = arns;
        this.timeout = timeout;
        this.tags = tags;
    }

    /** All that these resources need and that can be made by the way; nothing of another account or Region. */
    Collection<Source> of(List<Resource> resources) {
        Map<ResourceId, Source> sources = new TreeMap<>();
        for (Resource each : resources) {
            Set<ResourceId> elsewhere = elsewhere(each);
            for (ResourceId id : each.dependsOn()) {
                if (Source.isSource(id.type()) && !elsewhere.contains(id)) {
                    sources.put(id, new Source(id.type(), id.name(), settings(id.type()), tags));
                }
            }
        }
        return List.copyOf(sources.values());
    }

    private Set<ResourceId> elsewhere(Resource resource) {
        Set<ResourceId> elsewhere = new TreeSet<>();
        if (resource instanceof EventInvokeConfig) {
            // No trigger names it: where results and failures go is a setting.
            elsewhere.addAll(resource.dependsOn());
        }
        if (resource instanceof EventSourceMapping mapping) {
            Stream.of(mapping.eventSourceArn(), String.valueOf(mapping.reading().onFailure()))
                    .filter(arn -> !arns.isHere(arn))
                    .forEach(arn -> elsewhere.addAll(Source.idsOf(arn)));
        }
        if (resource instanceof SnsSubscription subscription && !arns.isHere(subscription.topicArn())) {
            elsewhere.addAll(Source.idsOf(subscription.topicArn()));
        }
        return elsewhere;
    }

    /** How long a message is hidden while a function with this timeout is at it. */
    static int visibility(int timeout) {
        return Math.min(TRIES * timeout, LONGEST_SECONDS);
    }

    private SortedMap<String, String> settings(ResourceType type) {
        return switch (type) {
            case QUEUE -> new TreeMap<>(Map.of("visibilityTimeout", String.valueOf(visibility(timeout))));
            case TABLE -> new TreeMap<>(Map.of("key", "id (S)", "billing", "on demand"));
            case DATA_STREAM -> new TreeMap<>(Map.of("billing", "on demand"));
            default -> new TreeMap<>();
        };
    }
}
