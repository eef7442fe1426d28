package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.BucketNotification;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EventBridgeConfiguration;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.NotificationConfigurationFilter;

/**
 * Our entries in a bucket's notification configuration, which S3 only takes whole: it is read, our entries in it
 * replaced, and written once for all changes of one function, so that no event is lost between two writes.
 */
final class BucketNotificationResource implements Kind<BucketNotification> {
    private final S3Client s3;
    private final Arns arns;
    private final PermissionResource permissions;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    BucketNotificationResource(S3Client s3, Arns arns, PermissionResource permissions) {
        this.s3 = s3;
        this.arns = arns;
        this.permissions = permissions;
    }

    /**
     * Our entries in one bucket.
     *
     * @param functions names of our functions
     * @param wanted whether the bucket must exist
     */
    List<Resource> observe(String bucket, Collection<String> functions, boolean wanted) {
        GetBucketNotificationConfigurationResponse found;
        try {
            found = s3.getBucketNotificationConfiguration(r -> r.bucket(bucket));
        } catch (NoSuchBucketException e) {
            if (wanted) {
                throw e;
            }
            return List.of();
        }
        List<Resource> ours = new ArrayList<>();
        for (LambdaFunctionConfiguration entry : found.lambdaFunctionConfigurations()) {
            for (String function : functions) {
                if (DerivedNames.isNotification(function, entry.id())) {
                    ours.add(read(bucket, function, entry));
                }
            }
        }
        return ours;
    }

    private static Resource read(String bucket, String function, LambdaFunctionConfiguration entry) {
        Arns.FunctionRef target = Arns.functionIn(entry.lambdaFunctionArn());
        String prefix = "";
        String suffix = "";
        if (entry.filter() != null && entry.filter().key() != null) {
            for (FilterRule rule : entry.filter().key().filterRules()) {
                if ("prefix".equalsIgnoreCase(rule.nameAsString())) {
                    prefix = rule.value();
                } else {
                    suffix = rule.value();
                }
            }
        }
        return new BucketNotification(
                bucket,
                entry.id(),
                target == null ? function : target.name(),
                target == null ? "" : target.qualifier(),
                entry.eventsAsStrings(),
                prefix,
                suffix,
                Permission.id(function, DerivedNames.LIVE, DerivedNames.s3Statement(DerivedNames.routeId(entry.id()))));
    }

    @Override
    public Class<BucketNotification> type() {
        return BucketNotification.class;
    }

    @Override
    public void create(BucketNotification wanted, Desired desired) {
        write(wanted.bucket(), wanted.functionName(), desired);
    }

    @Override
    public void update(
            BucketNotification there, BucketNotification wanted, List<AttributeChange> changes, Desired desired) {
        write(wanted.bucket(), wanted.functionName(), desired);
    }

    @Override
    public void delete(BucketNotification there, Desired desired) {
        write(there.bucket(), there.functionName(), desired);
    }

    /** The first change of a bucket does the work of all; the others find nothing left to do. */
    private void write(String bucket, String function, Desired desired) {
        List<BucketNotification> wanted = desired.resources().stream()
                .filter(BucketNotification.class::isInstance)
                .map(BucketNotification.class::cast)
                .filter(each ->
                        each.bucket().equals(bucket) && each.functionName().equals(function))
                .toList();
        synchronized (locks.computeIfAbsent(bucket, name -> new Object())) {
            GetBucketNotificationConfigurationResponse found;
            try {
                found = s3.getBucketNotificationConfiguration(r -> r.bucket(bucket));
            } catch (NoSuchBucketException e) {
                if (wanted.isEmpty()) {
                    return;
                }
                throw e;
            }
            List<LambdaFunctionConfiguration> before = found.lambdaFunctionConfigurations();
            List<LambdaFunctionConfiguration> after = merge(before, function, wanted);
            if (!after.equals(before)) {
                wanted.forEach(each -> permit(each, before, desired));
                put(bucket, found, after);
            }
        }
    }

    /** S3 asks at once whether it may call the alias, so the statement has to be there whoever comes first. */
    private void permit(BucketNotification wanted, List<LambdaFunctionConfiguration> before, Desired desired) {
        if (before.stream().anyMatch(entry -> wanted.notificationId().equals(entry.id()))) {
            return;
        }
        desired.resources().stream()
                .filter(each -> each.id().equals(wanted.permission()))
                .map(Permission.class::cast)
                .forEach(each -> permissions.create(each, desired));
    }

    private List<LambdaFunctionConfiguration> merge(
            List<LambdaFunctionConfiguration> before, String function, List<BucketNotification> wanted) {
        List<LambdaFunctionConfiguration> after = new ArrayList<>();
        for (LambdaFunctionConfiguration entry : before) {
            if (!DerivedNames.isNotification(function, entry.id())) {
                after.add(entry);
            } else if (wanted.stream()
                    .anyMatch(each ->
                            read(each.bucket(), function, entry).attributes().equals(each.attributes())
                                    && each.notificationId().equals(entry.id()))) {
                after.add(entry);
            }
        }
        for (BucketNotification each : wanted) {
            if (after.stream().noneMatch(entry -> each.notificationId().equals(entry.id()))) {
                after.add(entry(each));
            }
        }
        return after;
    }

    private LambdaFunctionConfiguration entry(BucketNotification wanted) {
        List<FilterRule> rules = new ArrayList<>();
        if (!wanted.prefix().isEmpty()) {
            rules.add(FilterRule.builder().name("prefix").value(wanted.prefix()).build());
        }
        if (!wanted.suffix().isEmpty()) {
            rules.add(FilterRule.builder().name("suffix").value(wanted.suffix()).build());
        }
        NotificationConfigurationFilter filter = NotificationConfigurationFilter.builder()
                .key(k -> k.filterRules(rules))
                .build();
        return LambdaFunctionConfiguration.builder()
                .id(wanted.notificationId())
                .lambdaFunctionArn(arns.alias(wanted.functionName(), wanted.alias()))
                .eventsWithStrings(wanted.events())
                .filter(rules.isEmpty() ? null : filter)
                .build();
    }

    /** Whether the bucket tells EventBridge too. */
    boolean tellsEventBridge(String bucket) {
        return s3.getBucketNotificationConfiguration(r -> r.bucket(bucket)).eventBridgeConfiguration() != null;
    }

    /** Switches that on; all notifications stay. */
    void tellEventBridge(String bucket) {
        synchronized (locks.computeIfAbsent(bucket, name -> new Object())) {
            GetBucketNotificationConfigurationResponse found =
                    s3.getBucketNotificationConfiguration(r -> r.bucket(bucket));
            if (found.eventBridgeConfiguration() == null) {
                EventBridgeConfiguration on = EventBridgeConfiguration.builder().build();
                put(
                        bucket,
                        found.toBuilder().eventBridgeConfiguration(on).build(),
                        found.lambdaFunctionConfigurations());
            }
        }
    }

    private void put(
            String bucket, GetBucketNotificationConfigurationResponse found, List<LambdaFunctionConfiguration> ours) {
        NotificationConfiguration.Builder whole = NotificationConfiguration.builder()
                .lambdaFunctionConfigurations(ours)
                .eventBridgeConfiguration(found.eventBridgeConfiguration());
        if (found.hasTopicConfigurations()) {
            whole.topicConfigurations(found.topicConfigurations());
        }
        if (found.hasQueueConfigurations()) {
            whole.queueConfigurations(found.queueConfigurations());
        }
        Retry.until(
                () -> s3.putBucketNotificationConfiguration(
                        r -> r.bucket(bucket).notificationConfiguration(whole.build())),
                Retry::permissionIsNew);
    }
}
