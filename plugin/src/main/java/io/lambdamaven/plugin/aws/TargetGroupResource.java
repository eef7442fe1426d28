package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.TargetGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DuplicateTargetGroupNameException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.InvalidTargetException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** Target groups of our own, each with the one target that it takes. */
final class TargetGroupResource implements NamedKind<TargetGroup> {
    private static final String MULTI_VALUE = "lambda.multi_value_headers.enabled";
    private static final String IN_ARN = ":targetgroup/";

    private final TargetGroups groups;
    private final Arns arns;
    private final Parallel parallel;

    TargetGroupResource(TargetGroups groups, Arns arns, Parallel parallel) {
        this.groups = groups;
        this.arns = arns;
        this.parallel = parallel;
    }

    private ElasticLoadBalancingV2Client balancing() {
        return groups.balancing();
    }

    @Override
    public Class<TargetGroup> type() {
        return TargetGroup.class;
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.TARGET_GROUP;
    }

    @Override
    public Optional<String> wiredBy(Permission statement) {
        return name(statement);
    }

    /** Of the group that a statement was written for. */
    static Optional<String> name(Permission statement) {
        String source = statement.sourceArn();
        return DerivedNames.isStatementOf("alb", statement.statementId()) && source != null
                ? Optional.of(source.substring(source.indexOf(IN_ARN) + IN_ARN.length(), source.lastIndexOf('/')))
                : Optional.empty();
    }

    @Override
    public Optional<TargetGroup> observe(String name, Desired desired, boolean wanted) {
        var found = groups.find(name);
        if (found == null) {
            return Optional.empty();
        }
        String arn = found.targetGroupArn();
        Supplier<Boolean> multiValue = parallel.start(() -> multiValue(arn));
        Supplier<List<String>> targets = parallel.start(() -> targets(arn));
        Map<String, String> tags = groups.tags(List.of(arn)).getOrDefault(arn, Map.of());
        if (!Tags.areOurs(tags, desired)) {
            if (wanted) {
                Tags.mustBeOurs(TargetGroup.id(name), tags, desired);
            }
            return Optional.empty();
        }
        Arns.FunctionRef target =
                targets.get().stream().map(Arns::functionIn).findFirst().orElse(null);
        String function = target == null ? "" : target.name();
        String alias = target == null ? "" : target.qualifier();
        return Optional.of(new TargetGroup(
                name,
                function,
                alias,
                multiValue.get(),
                Boolean.TRUE.equals(found.healthCheckEnabled()) ? found.healthCheckPath() : null,
                tags,
                Permission.id(
                        function,
                        DerivedNames.LIVE,
                        DerivedNames.statementFor("alb", arn.substring(0, arn.lastIndexOf('/')) + "/*"))));
    }

    private boolean multiValue(String arn) {
        return balancing().describeTargetGroupAttributes(r -> r.targetGroupArn(arn)).attributes().stream()
                .anyMatch(each -> each.key().equals(MULTI_VALUE) && each.value().equals("true"));
    }

    private List<String> targets(String arn) {
        return balancing().describeTargetHealth(r -> r.targetGroupArn(arn)).targetHealthDescriptions().stream()
                .filter(each -> each.targetHealth().state() != TargetHealthStateEnum.DRAINING)
                .map(TargetHealthDescription::target)
                .map(TargetDescription::id)
                .toList();
    }

    @Override
    public void create(TargetGroup wanted, Desired desired) {
        try {
            groups.made(balancing()
                    .createTargetGroup(r -> r.name(wanted.name())
                            .targetType(TargetTypeEnum.LAMBDA)
                            .healthCheckEnabled(wanted.healthCheck() != null)
                            .healthCheckPath(wanted.healthCheck())
                            .tags(TargetGroups.list(wanted.tags())))
                    .targetGroups()
                    .get(0));
        } catch (DuplicateTargetGroupNameException e) {
            // Made a moment ago by a request whose answer was lost, or by somebody else.
            if (groups.find(wanted.name()) == null) {
                throw e;
            }
            String arn = groups.arn(wanted.name());
            Tags.mustBeOurs(wanted.id(), groups.tags(List.of(arn)).getOrDefault(arn, Map.of()), desired);
            checkHealth(wanted);
        }
        setMultiValue(wanted);
        register(wanted);
    }

    @Override
    public void update(TargetGroup there, TargetGroup wanted, List<AttributeChange> changes, Desired desired) {
        if (Kind.touches(changes, "healthCheck")) {
            checkHealth(wanted);
        }
        if (Kind.touches(changes, "multiValueHeaders")) {
            setMultiValue(wanted);
        }
        if (Kind.touches(changes, "target")) {
            deregister(wanted.name());
            register(wanted);
        }
        if (Kind.touches(changes, "tags")) {
            balancing().addTags(r -> r.resourceArns(groups.arn(wanted.name())).tags(TargetGroups.list(wanted.tags())));
        }
    }

    private void checkHealth(TargetGroup wanted) {
        balancing()
                .modifyTargetGroup(r -> r.targetGroupArn(groups.arn(wanted.name()))
                        .healthCheckEnabled(wanted.healthCheck() != null)
                        .healthCheckPath(wanted.healthCheck()));
    }

    private void setMultiValue(TargetGroup wanted) {
        TargetGroupAttribute attribute = TargetGroupAttribute.builder()
                .key(MULTI_VALUE)
                .value(String.valueOf(Boolean.TRUE.equals(wanted.multiValueHeaders())))
                .build();
        balancing()
                .modifyTargetGroupAttributes(
                        r -> r.targetGroupArn(groups.arn(wanted.name())).attributes(attribute));
    }

    private static TargetDescription target(String arn) {
        return TargetDescription.builder().id(arn).build();
    }

    /** Elastic Load Balancing looks at once whether it may call the function. */
    private void register(TargetGroup wanted) {
        TargetDescription alias = target(arns.alias(wanted.functionName(), wanted.alias()));
        Retry.until(
                () -> balancing()
                        .registerTargets(
                                r -> r.targetGroupArn(groups.arn(wanted.name())).targets(alias)),
                AlbErrors::cannotCallYet);
    }

    /** A group takes one function only. */
    private void deregister(String name) {
        String arn = groups.arn(name);
        for (String each : targets(arn)) {
            try {
                balancing().deregisterTargets(r -> r.targetGroupArn(arn).targets(target(each)));
            } catch (InvalidTargetException e) {
                // Gone already.
            }
        }
    }

    @Override
    public void delete(TargetGroup there, Desired desired) {
        try {
            deregister(there.name());
            balancing().deleteTargetGroup(r -> r.targetGroupArn(groups.arn(there.name())));
        } catch (TargetGroupNotFoundException e) {
            // Gone already.
        }
    }
}
