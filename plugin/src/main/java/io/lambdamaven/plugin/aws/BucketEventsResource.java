package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.BucketEvents;
import io.lambdamaven.plugin.plan.resource.EventRule;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** Whether a bucket tells EventBridge: one flag in its notification configuration, switched on and never off. */
final class BucketEventsResource implements NamedKind<BucketEvents> {
    private final BucketNotificationResource notifications;
    private final EventBridgeClient events;
    private final boolean emulated;

    /** @param emulated whether a flag that the endpoint does not tell is unknown, and not off */
    BucketEventsResource(BucketNotificationResource notifications, EventBridgeClient events, boolean emulated) {
        this.notifications = notifications;
        this.events = events;
        this.emulated = emulated;
    }

    @Override
    public Class<BucketEvents> type() {
        return BucketEvents.class;
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.BUCKET_EVENTS;
    }

    @Override
    public Optional<BucketEvents> observe(String name, Desired desired, boolean wanted) {
        try {
            boolean on = notifications.tellsEventBridge(name) || (emulated && wasSwitchedOn(name, desired));
            return on ? Optional.of(new BucketEvents(name)) : Optional.empty();
        } catch (NoSuchBucketException e) {
            if (wanted) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Where it cannot be read: our rules for the bucket come after the flag. */
    private boolean wasSwitchedOn(String bucket, Desired desired) {
        ResourceId id = BucketEvents.id(bucket);
        Set<ResourceId> permissions = desired.resources().stream()
                .filter(each -> each instanceof Permission permission
                        && permission.after().contains(id))
                .map(Resource::id)
                .collect(Collectors.toSet());
        return desired.resources().stream()
                .filter(EventRule.class::isInstance)
                .map(EventRule.class::cast)
                .anyMatch(rule -> permissions.contains(rule.permission()) && isThere(rule));
    }

    private boolean isThere(EventRule rule) {
        try {
            events.describeRule(r -> r.eventBusName(rule.bus()).name(rule.name()));
            return true;
        } catch (ResourceNotFoundException e) {
            return false;
        }
    }

    @Override
    public void create(BucketEvents wanted, Desired desired) {
        notifications.tellEventBridge(wanted.bucket());
    }

    @Override
    public void update(BucketEvents there, BucketEvents wanted, List<AttributeChange> changes, Desired desired) {
        create(wanted, desired);
    }

    /** Nobody plans it: others may listen to the bucket. */
    @Override
    public void delete(BucketEvents there, Desired desired) {}
}
