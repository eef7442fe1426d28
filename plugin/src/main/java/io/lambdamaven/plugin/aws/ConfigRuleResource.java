package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.ConfigRule;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.EventSource;
import software.amazon.awssdk.services.config.model.MaximumExecutionFrequency;
import software.amazon.awssdk.services.config.model.MessageType;
import software.amazon.awssdk.services.config.model.NoSuchConfigRuleException;
import software.amazon.awssdk.services.config.model.Owner;
import software.amazon.awssdk.services.config.model.Scope;
import software.amazon.awssdk.services.config.model.SourceDetail;
import software.amazon.awssdk.services.config.model.Tag;

/** A custom rule of AWS Config that our alias evaluates. */
final class ConfigRuleResource implements NamedKind<ConfigRule> {
    /** Stands before the id of a statement where the rule's name is not known; no rule's name begins with a blank. */
    private static final String BY_STATEMENT = " statement ";

    private static final List<MessageType> CHANGES = List.of(
            MessageType.CONFIGURATION_ITEM_CHANGE_NOTIFICATION,
            MessageType.OVERSIZED_CONFIGURATION_ITEM_CHANGE_NOTIFICATION);

    private final AwsClients clients;
    private final Arns arns;

    ConfigRuleResource(AwsClients clients, Arns arns) {
        this.clients = clients;
        this.arns = arns;
    }

    private ConfigClient config() {
        return clients.of(ConfigClient.class, ConfigClient::builder);
    }

    @Override
    public Class<ConfigRule> type() {
        return ConfigRule.class;
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.CONFIG_RULE;
    }

    /** A statement holds only a digest of the rule's name, as Config's calls have no source ARN. */
    @Override
    public Optional<String> wiredBy(Permission statement) {
        return DerivedNames.isStatementOf("config", statement.statementId())
                ? Optional.of(BY_STATEMENT + statement.statementId() + " -> " + statement.functionName() + ":"
                        + statement.alias())
                : Optional.empty();
    }

    @Override
    public Optional<ConfigRule> observe(String name, Desired desired, boolean wanted) {
        if (name.startsWith(BY_STATEMENT)) {
            Wire wire = Wire.of(name);
            return wiredBy(wire.source().substring(BY_STATEMENT.length()), wire, desired);
        }
        try {
            return config().describeConfigRules(r -> r.configRuleNames(name)).configRules().stream()
                    .findFirst()
                    .flatMap(found -> read(found, desired, wanted));
        } catch (NoSuchConfigRuleException e) {
            return Optional.empty();
        }
    }

    private Optional<ConfigRule> wiredBy(String statement, Wire wire, Desired desired) {
        boolean read = desired.resources().stream()
                .anyMatch(each -> each instanceof ConfigRule rule
                        && statement(rule.name()).equals(statement));
        if (read) {
            return Optional.empty();
        }
        return config().describeConfigRulesPaginator(r -> {}).configRules().stream()
                .filter(each -> statement(each.configRuleName()).equals(statement)
                        && arns.alias(wire.function(), wire.alias())
                                .equals(each.source().sourceIdentifier()))
                .findFirst()
                .flatMap(found -> read(found, desired, false));
    }

    private static String statement(String rule) {
        return DerivedNames.statementFor("config", rule);
    }

    private Optional<ConfigRule> read(
            software.amazon.awssdk.services.config.model.ConfigRule found, Desired desired, boolean wanted) {
        String name = found.configRuleName();
        Map<String, String> tags =
                config().listTagsForResourcePaginator(r -> r.resourceArn(found.configRuleArn())).tags().stream()
                        .collect(Collectors.toMap(Tag::key, Tag::value));
        if (!Tags.areOurs(tags, desired)) {
            if (wanted) {
                refuse(name, tags, desired);
            }
            return Optional.empty();
        }
        List<SourceDetail> details = found.source().sourceDetails();
        Arns.FunctionRef target = Arns.functionIn(found.source().sourceIdentifier());
        String function = target == null ? "" : target.name();
        Scope scope = found.scope();
        return Optional.of(new ConfigRule(
                name,
                details.stream().anyMatch(each -> CHANGES.contains(each.messageType())),
                scope == null ? List.of() : scope.complianceResourceTypes(),
                details.stream()
                        .filter(each -> each.messageType() == MessageType.SCHEDULED_NOTIFICATION)
                        .map(each -> String.valueOf(each.maximumExecutionFrequencyAsString()))
                        .findFirst()
                        .orElse(""),
                function,
                target == null ? "" : target.qualifier(),
                Permission.id(function, DerivedNames.LIVE, statement(name)),
                tags));
    }

    private static void refuse(String name, Map<String, String> tags, Desired desired) {
        ResourceId id = ConfigRule.id(name);
        throw new UserFault(
                Problem.LM307,
                Place.of(id.toString()),
                "A rule of this name exists and "
                        + (Tags.areNobodys(tags)
                                ? "was not made by this plugin (it lacks the tag " + Desired.PROJECT_TAG + ")"
                                : "belongs to " + tags.get(Desired.PROJECT_TAG) + ", stage "
                                        + tags.get(Desired.STAGE_TAG))
                        + "; nothing was changed.",
                "Choose another name in @ConfigTrigger(rule), for instance with a placeholder for the stage, or give"
                        + " the rule the tags " + Desired.PROJECT_TAG + "=" + desired.project() + " and "
                        + Desired.STAGE_TAG + "=" + desired.stage() + " to hand it over.");
    }

    /** Config takes a rule whole; of one that is there it passes over the tags. */
    @Override
    public void create(ConfigRule wanted, Desired desired) {
        List<Tag> tags = tags(wanted);
        List<String> types = wanted.resourceTypes();
        Retry.until(
                () -> config().putConfigRule(r -> r.tags(tags)
                        .configRule(rule -> rule.configRuleName(wanted.name())
                                .scope(
                                        types.isEmpty()
                                                ? null
                                                : Scope.builder()
                                                        .complianceResourceTypes(types)
                                                        .build())
                                .source(source -> source.owner(Owner.CUSTOM_LAMBDA)
                                        .sourceIdentifier(arns.alias(wanted.functionName(), wanted.alias()))
                                        .sourceDetails(details(wanted))))),
                Retry::configCannotYet);
    }

    private static List<SourceDetail> details(ConfigRule wanted) {
        List<SourceDetail> details = new ArrayList<>();
        if (wanted.onChanges()) {
            CHANGES.forEach(type -> details.add(SourceDetail.builder()
                    .eventSource(EventSource.AWS_CONFIG)
                    .messageType(type)
                    .build()));
        }
        String frequency = wanted.frequency();
        if (frequency != null && !frequency.isEmpty()) {
            details.add(SourceDetail.builder()
                    .eventSource(EventSource.AWS_CONFIG)
                    .messageType(MessageType.SCHEDULED_NOTIFICATION)
                    .maximumExecutionFrequency(MaximumExecutionFrequency.fromValue(frequency))
                    .build());
        }
        return details;
    }

    private static List<Tag> tags(ConfigRule wanted) {
        return wanted.tags().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    @Override
    public void update(ConfigRule there, ConfigRule wanted, List<AttributeChange> changes, Desired desired) {
        if (changes.stream().anyMatch(change -> !change.name().startsWith("tags."))) {
            create(wanted, desired);
        }
        if (Kind.touches(changes, "tags")) {
            List<Tag> tags = tags(wanted);
            config().describeConfigRules(r -> r.configRuleNames(wanted.name()))
                    .configRules()
                    .forEach(rule -> config().tagResource(
                                    r -> r.resourceArn(rule.configRuleArn()).tags(tags)));
        }
    }

    @Override
    public void delete(ConfigRule there, Desired desired) {
        try {
            Retry.until(() -> config().deleteConfigRule(r -> r.configRuleName(there.name())), Retry::configCannotYet);
        } catch (NoSuchConfigRuleException e) {
            // Gone already.
        }
    }
}
