package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.IotRule;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.Action;
import software.amazon.awssdk.services.iot.model.ConflictingResourceUpdateException;
import software.amazon.awssdk.services.iot.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.iot.model.ResourceNotFoundException;
import software.amazon.awssdk.services.iot.model.Tag;
import software.amazon.awssdk.services.iot.model.UnauthorizedException;

/** Our topic rules: what somebody else sets of them, such as a further action or a pause, stays. */
final class IotRuleResource implements NamedKind<IotRule> {
    private static final String SQL_VERSION = "2016-03-23";

    private final AwsClients clients;
    private final Arns arns;

    IotRuleResource(AwsClients clients, Arns arns) {
        this.clients = clients;
        this.arns = arns;
    }

    private IotClient iot() {
        return clients.of(IotClient.class, IotClient::builder);
    }

    @Override
    public Class<IotRule> type() {
        return IotRule.class;
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.IOT_RULE;
    }

    @Override
    public Optional<String> wiredBy(Permission statement) {
        String source = statement.sourceArn();
        return DerivedNames.isStatementOf("iot", statement.statementId()) && source != null
                ? Optional.of(source.substring(source.lastIndexOf('/') + 1))
                : Optional.empty();
    }

    /** The rule in IoT's own words, which may be newer than the SDK; null if it is not there. */
    private @Nullable JsonObject describe(String rule) {
        RawJson.Exchange exchange = RawJson.listening();
        try {
            iot().getTopicRule(r -> r.ruleName(rule).overrideConfiguration(exchange.forCall()));
        } catch (ResourceNotFoundException e) {
            return null;
        } catch (UnauthorizedException e) {
            if (isThere(rule)) {
                throw e;
            }
            return null;
        }
        return Json.parse(exchange.answer()).asObject().object("rule");
    }

    /** Of a rule that is not there AWS says that access to it was denied. */
    private boolean isThere(String rule) {
        return iot().listTopicRulesPaginator(r -> {}).rules().stream().anyMatch(each -> rule.equals(each.ruleName()));
    }

    private Map<String, String> tags(String rule) {
        return iot().listTagsForResourcePaginator(r -> r.resourceArn(arns.iotRule(rule))).tags().stream()
                .collect(Collectors.toMap(Tag::key, Tag::value));
    }

    @Override
    public Optional<IotRule> observe(String name, Desired desired, boolean wanted) {
        JsonObject found = describe(name);
        if (found == null) {
            return Optional.empty();
        }
        Map<String, String> tags = tags(name);
        if (!Tags.areOurs(tags, desired)) {
            if (wanted) {
                Tags.mustBeOurs(IotRule.id(name), tags, desired);
            }
            return Optional.empty();
        }
        Arns.FunctionRef target = target(found, desired);
        String function = target == null ? "" : target.name();
        String alias = target == null ? "" : target.qualifier();
        String routeId = name.substring(name.lastIndexOf('_') + 1);
        return Optional.of(new IotRule(
                name,
                found.text("sql", ""),
                function,
                alias,
                Permission.id(function, alias, DerivedNames.statement("iot", routeId)),
                tags));
    }

    /** The function of ours that the rule calls. */
    private static Arns.@Nullable FunctionRef target(JsonObject rule, Desired desired) {
        for (Json action : actions(rule)) {
            Arns.FunctionRef function = function(action);
            if (function != null && desired.functionNames().contains(function.name())) {
                return function;
            }
        }
        return null;
    }

    private static Iterable<Json> actions(JsonObject rule) {
        return rule.has("actions") ? rule.array("actions") : List.of();
    }

    private static Arns.@Nullable FunctionRef function(Json action) {
        return action.asObject()
                .find("lambda", "functionArn")
                .map(arn -> Arns.functionIn(arn.asText()))
                .orElse(null);
    }

    @Override
    public void create(IotRule wanted, Desired desired) {
        Action action =
                Action.builder().lambda(l -> l.functionArn(alias(wanted))).build();
        try {
            iot().createTopicRule(r -> r.ruleName(wanted.name())
                    .topicRulePayload(p -> p.sql(wanted.sql())
                            .awsIotSqlVersion(SQL_VERSION)
                            .ruleDisabled(false)
                            .actions(action))
                    .tags(joined(wanted.tags())));
        } catch (ResourceAlreadyExistsException e) {
            // Made a moment ago by a request whose answer was lost, or by somebody else.
            Tags.mustBeOurs(wanted.id(), tags(wanted.name()), desired);
            replace(wanted, desired);
        }
    }

    private String alias(IotRule wanted) {
        return arns.alias(wanted.functionName(), wanted.alias());
    }

    private static String joined(Map<String, String> tags) {
        return tags.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag -> encoded(tag.getKey()) + "=" + encoded(tag.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void update(IotRule there, IotRule wanted, List<AttributeChange> changes, Desired desired) {
        if (Kind.touches(changes, "sql") || Kind.touches(changes, "target")) {
            replace(wanted, desired);
        }
        if (Kind.touches(changes, "tags")) {
            List<Tag> tags = wanted.tags().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(tag -> Tag.builder()
                            .key(tag.getKey())
                            .value(tag.getValue())
                            .build())
                    .toList();
            iot().tagResource(r -> r.resourceArn(arns.iotRule(wanted.name())).tags(tags));
        }
    }

    /** A rule is taken as a whole: it goes back as it was but for the statement and our action. */
    private void replace(IotRule wanted, Desired desired) {
        JsonObject found = describe(wanted.name());
        if (found == null) {
            create(wanted, desired);
            return;
        }
        JsonObject.Builder payload = Json.object();
        found.members().forEach((name, value) -> {
            boolean empty =
                    value instanceof JsonObject object ? object.members().isEmpty() : value == Json.Null.NULL;
            if (!empty && !name.equals("ruleName") && !name.equals("createdAt")) {
                payload.put(name, value);
            }
        });
        payload.put("sql", String.valueOf(wanted.sql()));
        payload.put("actions", Json.array(withOurs(found, wanted, desired)));
        RawJson.Exchange exchange = RawJson.sending(payload.build().canonicalBytes());
        Retry.until(
                () -> iot().replaceTopicRule(r -> r.ruleName(wanted.name())
                        .topicRulePayload(p -> p.sql(wanted.sql()).actions(List.of()))
                        .overrideConfiguration(exchange.forCall())),
                IotRuleResource::isBusy);
    }

    private List<Json> withOurs(JsonObject found, IotRule wanted, Desired desired) {
        Json ours = Json.object()
                .put("lambda", Json.object().put("functionArn", alias(wanted)))
                .build();
        Arns.FunctionRef old = target(found, desired);
        List<Json> actions = new ArrayList<>();
        for (Json each : actions(found)) {
            actions.add(old != null && old.equals(function(each)) ? ours : each);
        }
        if (!actions.contains(ours)) {
            actions.add(ours);
        }
        return actions;
    }

    private static boolean isBusy(AwsServiceException e) {
        return e instanceof ConflictingResourceUpdateException;
    }

    @Override
    public void delete(IotRule there, Desired desired) {
        try {
            Retry.until(() -> iot().deleteTopicRule(r -> r.ruleName(there.name())), IotRuleResource::isBusy);
        } catch (ResourceNotFoundException e) {
            // Gone already.
        } catch (UnauthorizedException e) {
            if (isThere(there.name())) {
                throw e;
            }
        }
    }
}
