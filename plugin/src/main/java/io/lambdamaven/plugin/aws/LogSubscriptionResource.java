package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.LogSubscription;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudwatchlogs.model.SubscriptionFilter;

/** The subscription filter of a log group that has our name; a group's other filters are not looked into. */
final class LogSubscriptionResource implements NamedKind<LogSubscription> {
    private static final String ARN_PREFIX = ":log-group:";

    private final CloudWatchLogsClient logs;
    private final Arns arns;

    LogSubscriptionResource(CloudWatchLogsClient logs, Arns arns) {
        this.logs = logs;
        this.arns = arns;
    }

    @Override
    public Class<LogSubscription> type() {
        return LogSubscription.class;
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.LOG_SUBSCRIPTION;
    }

    @Override
    public Optional<String> wiredBy(Permission statement) {
        String source = statement.sourceArn();
        if (!DerivedNames.isStatementOf("logs", statement.statementId()) || source == null) {
            return Optional.empty();
        }
        String group = source.substring(source.indexOf(ARN_PREFIX) + ARN_PREFIX.length(), source.lastIndexOf(':'));
        return Optional.of(LogSubscription.id(group, statement.functionName(), statement.alias())
                .name());
    }

    @Override
    public Optional<LogSubscription> observe(String name, Desired desired, boolean wanted) {
        Wire wire = Wire.of(name);
        try {
            return logs
                    .describeSubscriptionFiltersPaginator(
                            r -> r.logGroupName(wire.source()).filterNamePrefix(filter(wire.function())))
                    .subscriptionFilters()
                    .stream()
                    .filter(each -> filter(wire.function()).equals(each.filterName()))
                    .findFirst()
                    .map(found -> read(wire, found));
        } catch (ResourceNotFoundException e) {
            if (wanted) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private LogSubscription read(Wire wire, SubscriptionFilter found) {
        boolean ours = arns.alias(wire.function(), wire.alias()).equals(found.destinationArn());
        return new LogSubscription(
                wire.source(),
                wire.function(),
                wire.alias(),
                // One of our name that calls something else is to be put right like any other difference.
                ours ? Objects.requireNonNullElse(found.filterPattern(), "") : "(another destination)",
                wire.permission("logs"));
    }

    /** Whole names: the filter of {@code foo} is not that of {@code foo-bar}. */
    private static String filter(String function) {
        return "lambda-maven." + function;
    }

    /** Putting a filter of a name replaces the one there is. */
    @Override
    public void create(LogSubscription wanted, Desired desired) {
        Retry.until(
                () -> logs.putSubscriptionFilter(r -> r.logGroupName(wanted.logGroup())
                        .filterName(filter(wanted.functionName()))
                        .filterPattern(wanted.filterPattern())
                        .destinationArn(arns.alias(wanted.functionName(), wanted.alias()))),
                Retry::logsCannotCallYet);
    }

    @Override
    public void update(LogSubscription there, LogSubscription wanted, List<AttributeChange> changes, Desired desired) {
        create(wanted, desired);
    }

    @Override
    public void delete(LogSubscription there, Desired desired) {
        try {
            logs.deleteSubscriptionFilter(
                    r -> r.logGroupName(there.logGroup()).filterName(filter(there.functionName())));
        } catch (ResourceNotFoundException e) {
            // Gone already, or its group is.
        }
    }
}
