package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.SnsSubscription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Subscription;

/** The one subscription of a topic whose endpoint is the alias; the topic's others are not looked into. */
final class SnsSubscriptionResource implements NamedKind<SnsSubscription> {
    private static final String POLICY = "FilterPolicy";
    private static final String SCOPE = "FilterPolicyScope";
    private static final String REDRIVE = "RedrivePolicy";
    private static final String TARGET = "deadLetterTargetArn";

    private final AwsClients clients;
    private final Arns arns;

    SnsSubscriptionResource(AwsClients clients, Arns arns) {
        this.clients = clients;
        this.arns = arns;
    }

    private SnsClient sns() {
        return clients.of(SnsClient.class, SnsClient::builder);
    }

    @Override
    public Class<SnsSubscription> type() {
        return SnsSubscription.class;
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.SNS_SUBSCRIPTION;
    }

    @Override
    public Optional<String> wiredBy(Permission statement) {
        return DerivedNames.isStatementOf("sns", statement.statementId()) && statement.sourceArn() != null
                ? Optional.of(SnsSubscription.id(statement.sourceArn(), statement.functionName(), statement.alias())
                        .name())
                : Optional.empty();
    }

    @Override
    public Optional<SnsSubscription> observe(String name, Desired desired, boolean wanted) {
        Wire wire = Wire.of(name);
        try {
            return find(wire).map(arn -> read(wire, arn, names(name, desired)));
        } catch (NotFoundException e) {
            if (wanted) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Optional<String> find(Wire wire) {
        String endpoint = arns.alias(wire.function(), wire.alias());
        return sns().listSubscriptionsByTopicPaginator(r -> r.topicArn(wire.source())).subscriptions().stream()
                .filter(each -> endpoint.equals(each.endpoint()))
                .map(Subscription::subscriptionArn)
                .findFirst();
    }

    /** Whether a place for what cannot be delivered is wanted: else somebody's own is left alone. */
    private static boolean names(String name, Desired desired) {
        return desired.resources().stream()
                .anyMatch(each -> each instanceof SnsSubscription subscription
                        && subscription.id().name().equals(name)
                        && subscription.deadLetters() != null);
    }

    private SnsSubscription read(Wire wire, String arn, boolean redriven) {
        Map<String, String> attributes =
                sns().getSubscriptionAttributes(r -> r.subscriptionArn(arn)).attributes();
        String policy = attributes.getOrDefault(POLICY, "");
        boolean filtered = !policy.isEmpty() && !policy.equals("{}");
        return new SnsSubscription(
                wire.source(),
                wire.function(),
                wire.alias(),
                filtered ? Json.parse(policy).canonical() : null,
                filtered ? attributes.getOrDefault(SCOPE, "MessageAttributes") : null,
                redriven ? deadLetters(attributes.getOrDefault(REDRIVE, "")) : null,
                wire.permission("sns"));
    }

    private static @Nullable String deadLetters(String policy) {
        return policy.isEmpty() || !(Json.parse(policy) instanceof JsonObject redrive) || !redrive.has(TARGET)
                ? null
                : redrive.text(TARGET);
    }

    private static String redrive(@Nullable String deadLetters) {
        return deadLetters == null
                ? "{}"
                : Json.object().put(TARGET, deadLetters).build().canonical();
    }

    /** Subscribing an endpoint again gives the subscription there is. */
    @Override
    public void create(SnsSubscription wanted, Desired desired) {
        Map<String, String> attributes = new TreeMap<>();
        if (wanted.filterPolicy() != null) {
            attributes.put(POLICY, wanted.filterPolicy());
            attributes.put(SCOPE, String.valueOf(wanted.filterPolicyScope()));
        }
        if (wanted.deadLetters() != null) {
            attributes.put(REDRIVE, redrive(wanted.deadLetters()));
        }
        sns().subscribe(r -> r.topicArn(wanted.topicArn())
                .protocol("lambda")
                .endpoint(arns.alias(wanted.functionName(), wanted.alias()))
                .attributes(attributes)
                .returnSubscriptionArn(true));
    }

    /** The scope goes first: a policy is checked against it. */
    @Override
    public void update(SnsSubscription there, SnsSubscription wanted, List<AttributeChange> changes, Desired desired) {
        String arn = find(Wire.of(wanted.id().name())).orElse(null);
        if (arn == null) {
            create(wanted, desired);
            return;
        }
        if (wanted.filterPolicy() != null && Kind.touches(changes, "filterPolicyScope")) {
            set(arn, SCOPE, wanted.filterPolicyScope());
        }
        if (Kind.touches(changes, "filterPolicy")) {
            set(arn, POLICY, wanted.filterPolicy() == null ? "{}" : wanted.filterPolicy());
        }
        if (Kind.touches(changes, "deadLetters")) {
            set(arn, REDRIVE, redrive(wanted.deadLetters()));
        }
    }

    private void set(String arn, String attribute, @Nullable String value) {
        sns().setSubscriptionAttributes(
                        r -> r.subscriptionArn(arn).attributeName(attribute).attributeValue(value));
    }

    @Override
    public void delete(SnsSubscription there, Desired desired) {
        try {
            find(Wire.of(there.id().name())).ifPresent(arn -> sns().unsubscribe(r -> r.subscriptionArn(arn)));
        } catch (NotFoundException e) {
            // The topic is gone, and its subscriptions with it.
        }
    }
}
