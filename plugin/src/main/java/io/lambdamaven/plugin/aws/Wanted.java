package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.BucketNotification;
import io.lambdamaven.plugin.plan.resource.EventSourceMapping;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.Source;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What of the desired state says where to look. */
record Wanted(Desired desired) {
    Set<String> names(ResourceType type) {
        return desired.resources().stream()
                .filter(each -> each.id().type() == type)
                .map(each -> each.id().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<Source> sources() {
        return desired.resources().stream()
                .filter(Source.class::isInstance)
                .map(Source.class::cast)
                .toList();
    }

    Set<String> buckets() {
        return desired.resources().stream()
                .filter(BucketNotification.class::isInstance)
                .map(each -> ((BucketNotification) each).bucket())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a variable of the function waits for the id of an API. */
    boolean namesApi(String function) {
        ResourceId id = new ResourceId(ResourceType.FUNCTION, function);
        return desired.resources().stream()
                .filter(each -> each.id().equals(id))
                .flatMap(each -> each.dependsOn().stream())
                .anyMatch(each -> each.type() == ResourceType.WEB_SOCKET_API);
    }

    /** Mappings of what goes by another ARN each time it is switched on. */
    List<EventSourceMapping> labelled() {
        return desired.resources().stream()
                .filter(EventSourceMapping.class::isInstance)
                .map(EventSourceMapping.class::cast)
                .filter(each -> CurrentStreams.hasLabel(each.source()))
                .toList();
    }

    boolean hangsOnWhatIsMade(ResourceId id) {
        Set<ResourceId> made = sources().stream().map(Source::id).collect(Collectors.toSet());
        return desired.resources().stream()
                .filter(each -> each.id().equals(id))
                .anyMatch(each -> each.dependsOn().stream().anyMatch(made::contains));
    }

    /** All that something wanted is or depends on. */
    Set<ResourceId> needed() {
        Set<ResourceId> needed = desired.resources().stream()
                .flatMap(each -> each.dependsOn().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        sources().forEach(each -> needed.add(each.id()));
        return needed;
    }
}
