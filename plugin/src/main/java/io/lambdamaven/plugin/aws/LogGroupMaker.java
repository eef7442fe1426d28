package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.Source;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** Log groups that a trigger reads; a function's own log is {@link LogGroupResource}'s. */
final class LogGroupMaker implements Maker {
    private final CloudWatchLogsClient logs;
    private final Arns arns;

    LogGroupMaker(CloudWatchLogsClient logs, Arns arns) {
        this.logs = logs;
        this.arns = arns;
    }

    @Override
    public Optional<Map<String, String>> tags(String name) {
        boolean there = logs.describeLogGroupsPaginator(r -> r.logGroupNamePrefix(name)).logGroups().stream()
                .anyMatch(group -> name.equals(group.logGroupName()));
        if (!there) {
            return Optional.empty();
        }
        try {
            return Optional.of(logs.listTagsForResource(r -> r.resourceArn(arns.logGroup(name)))
                    .tags());
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public void make(Source wanted) {
        try {
            logs.createLogGroup(r -> r.logGroupName(wanted.name()).tags(wanted.tags()));
        } catch (ResourceAlreadyExistsException e) {
            // The answer to the first try got lost.
        }
    }

    @Override
    public void remove(String name) {
        try {
            logs.deleteLogGroup(r -> r.logGroupName(name));
        } catch (ResourceNotFoundException e) {
            // Gone already.
        }
    }
}
