package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.LogGroup;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** Where a function's logs go. Lambda makes one by itself for late logs, without tags and expiry: that one is adopted. */
final class LogGroupResource implements Kind<LogGroup> {
    private final CloudWatchLogsClient logs;
    private final Arns arns;
    private final Parallel parallel;

    LogGroupResource(CloudWatchLogsClient logs, Arns arns, Parallel parallel) {
        this.logs = logs;
        this.arns = arns;
        this.parallel = parallel;
    }

    Optional<Resource> observe(String name, Desired desired, boolean wanted) {
        Supplier<Map<String, String>> known = parallel.start(() -> tags(name));
        var group = logs.describeLogGroupsPaginator(r -> r.logGroupNamePrefix(name)).logGroups().stream()
                .filter(each -> each.logGroupName().equals(name))
                .findFirst();
        if (group.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> tags = known.get();
        if (!Tags.areOurs(tags, desired)) {
            if (!wanted) {
                return Optional.empty();
            }
            if (!Tags.areNobodys(tags)) {
                Tags.mustBeOurs(new ResourceId(ResourceType.LOG_GROUP, name), tags, desired);
            }
        }
        return Optional.of(new LogGroup(name, group.get().retentionInDays(), tags));
    }

    private Map<String, String> tags(String name) {
        try {
            return logs.listTagsForResource(r -> r.resourceArn(arns.logGroup(name)))
                    .tags();
        } catch (ResourceNotFoundException e) {
            return Map.of();
        }
    }

    @Override
    public Class<LogGroup> type() {
        return LogGroup.class;
    }

    @Override
    public void create(LogGroup wanted, Desired desired) {
        try {
            logs.createLogGroup(r -> r.logGroupName(wanted.name()).tags(wanted.tags()));
        } catch (ResourceAlreadyExistsException e) {
            observe(wanted.name(), desired, true);
            tag(wanted);
        }
        putRetention(wanted);
    }

    @Override
    public void update(LogGroup there, LogGroup wanted, List<AttributeChange> changes, Desired desired) {
        if (Kind.touches(changes, "retentionDays")) {
            putRetention(wanted);
        }
        if (Kind.touches(changes, "tags")) {
            tag(wanted);
        }
    }

    private void tag(LogGroup wanted) {
        logs.tagResource(r -> r.resourceArn(arns.logGroup(wanted.name())).tags(wanted.tags()));
    }

    private void putRetention(LogGroup wanted) {
        if (wanted.retentionDays() != null) {
            logs.putRetentionPolicy(r -> r.logGroupName(wanted.name()).retentionInDays(wanted.retentionDays()));
        } else {
            try {
                logs.deleteRetentionPolicy(r -> r.logGroupName(wanted.name()));
            } catch (ResourceNotFoundException e) {
                // It had none.
            }
        }
    }

    @Override
    public void delete(LogGroup there, Desired desired) {
        try {
            logs.deleteLogGroup(r -> r.logGroupName(there.name()));
        } catch (ResourceNotFoundException e) {
            // Gone already.
        }
    }
}
