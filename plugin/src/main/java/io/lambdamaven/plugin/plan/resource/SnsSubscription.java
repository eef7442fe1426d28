package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A topic's subscription of the alias; a topic has one for each endpoint.
 *
 * @param filterPolicy JSON, sorted and without blanks; null for all messages
 * @param deadLetters ARN of the queue that takes what cannot be delivered; null for none
 * @param filterPolicyScope {@code MessageAttributes} or {@code MessageBody}; null where there is no policy
 */
public record SnsSubscription(
        String topicArn,
        String functionName,
        String alias,
        @Nullable String filterPolicy,
        @Nullable String filterPolicyScope,
        @Nullable String deadLetters,
        ResourceId permission)
        implements Resource {
    /** Of which nothing becomes that cannot be delivered. */
    public SnsSubscription(
            String topicArn,
            String functionName,
            String alias,
            @Nullable String filterPolicy,
            @Nullable String filterPolicyScope,
            ResourceId permission) {
        this(topicArn, functionName, alias, filterPolicy, filterPolicyScope, null, permission);
    }

    @Override
    public ResourceId id() {
        return id(topicArn, functionName, alias);
    }

    /** The id of the subscription of an alias. */
    public static ResourceId id(String topicArn, String functionName, String alias) {
        return new ResourceId(ResourceType.SNS_SUBSCRIPTION, topicArn + " -> " + functionName + ":" + alias);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("filterPolicy", filterPolicy)
                .put("filterPolicyScope", filterPolicyScope)
                .put("deadLetters", deadLetters)
                .toMap();
    }

    @Override
    public Set<String> noneWhenAbsent() {
        return Set.of("filterPolicy", "filterPolicyScope", "deadLetters");
    }

    @Override
    public List<ResourceId> dependsOn() {
        return Stream.of(
                        Stream.of(permission),
                        Source.idsOf(topicArn).stream(),
                        Source.idsOf(deadLetters == null ? "" : deadLetters).stream())
                .flatMap(ids -> ids)
                .toList();
    }
}
