package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Statements of an alias's resource policy. Those with derived ids are the ledger of what is wired to the alias. */
final class PermissionResource implements Kind<Permission> {
    private final LambdaClient lambda;
    private final Known known;

    PermissionResource(LambdaClient lambda, Known known) {
        this.lambda = lambda;
        this.known = known;
    }

    /** Our statements as they are, the ids of APIs still in them. */
    List<Permission> observe(String function, String alias) {
        String policy;
        try {
            policy = lambda.getPolicy(r -> r.functionName(function).qualifier(alias))
                    .policy();
        } catch (ResourceNotFoundException e) {
            return List.of();
        }
        List<Permission> ours = new ArrayList<>();
        for (Json each : Json.parse(policy).asObject().array("Statement")) {
            JsonObject statement = each.asObject();
            if (DerivedNames.isStatement(statement.text("Sid", ""))
                    && statement.text("Resource", ":" + alias).endsWith(":" + alias)) {
                ours.add(read(function, alias, statement));
            }
        }
        return ours;
    }

    private static Permission read(String function, String alias, JsonObject statement) {
        return new Permission(
                function,
                alias,
                statement.text("Sid"),
                text(statement.get("Action")),
                principal(statement.get("Principal")),
                condition(statement, "AWS:SourceArn"),
                condition(statement, "AWS:SourceAccount"),
                condition(statement, "lambda:EventSourceToken"),
                condition(statement, "lambda:FunctionUrlAuthType"),
                flag(condition(statement, "lambda:InvokedViaFunctionUrl")),
                List.of());
    }

    private static @Nullable Boolean flag(@Nullable String text) {
        return text == null ? null : Boolean.valueOf(text);
    }

    private static String text(Json value) {
        return value instanceof JsonArray array ? String.join(", ", array.asTexts()) : value.asText();
    }

    /** A service's name, an account's number (which AWS keeps as its root's ARN), or {@code *}. */
    private static String principal(Json value) {
        if (!(value instanceof JsonObject object)) {
            return value.asText();
        }
        String named = text(object.members().values().iterator().next());
        return named.startsWith("arn:") && named.endsWith(":root") ? named.split(":", -1)[4] : named;
    }

    private static @Nullable String condition(JsonObject statement, String key) {
        Json all = statement.find("Condition").orElse(Json.object().build());
        for (Json operator : all.asObject().members().values()) {
            for (Map.Entry<String, Json> entry : operator.asObject().members().entrySet()) {
                if (entry.getKey().equalsIgnoreCase(key)) {
                    Json value = entry.getValue();
                    return value instanceof Json.Bool bool ? String.valueOf(bool.value()) : text(value);
                }
            }
        }
        return null;
    }

    /** The statement with the id of one of our APIs replaced by the API's name, as plans have it. */
    static Permission withApiNames(Permission read, Map<ResourceId, String> apiIds) {
        String arn = read.sourceArn();
        if (arn == null) {
            return read;
        }
        for (Map.Entry<ResourceId, String> api : apiIds.entrySet()) {
            if (arn.contains(":" + api.getValue() + "/")) {
                String named = ApiIds.toNames(arn, Map.ofEntries(api));
                return new Permission(
                        read.functionName(),
                        read.alias(),
                        read.statementId(),
                        read.action(),
                        read.principal(),
                        named,
                        read.sourceAccount(),
                        read.eventSourceToken(),
                        read.functionUrlAuthType(),
                        read.invokedViaFunctionUrl(),
                        List.of(api.getKey()));
            }
        }
        return read;
    }

    @Override
    public Class<Permission> type() {
        return Permission.class;
    }

    @Override
    public void create(Permission wanted, Desired desired) {
        if (!known.statements.add(wanted.id().name())) {
            return;
        }
        try {
            add(wanted);
        } catch (ResourceConflictException e) {
            // A statement cannot be changed, and this one may be an older one.
            remove(wanted);
            add(wanted);
        } catch (RuntimeException e) {
            known.statements.remove(wanted.id().name());
            throw e;
        }
    }

    private void add(Permission wanted) {
        Retry.until(
                () -> lambda.addPermission(r -> r.functionName(wanted.functionName())
                        .qualifier(wanted.alias())
                        .statementId(wanted.statementId())
                        .action(wanted.action())
                        .principal(wanted.principal())
                        .sourceArn(withApiIds(wanted.sourceArn()))
                        .sourceAccount(wanted.sourceAccount())
                        .eventSourceToken(wanted.eventSourceToken())
                        .functionUrlAuthType(wanted.functionUrlAuthType())
                        .invokedViaFunctionUrl(wanted.invokedViaFunctionUrl())),
                Retry::isBusy);
    }

    private @Nullable String withApiIds(@Nullable String sourceArn) {
        return sourceArn == null ? null : ApiIds.fill(sourceArn, known);
    }

    @Override
    public void update(Permission there, Permission wanted, List<AttributeChange> changes, Desired desired) {
        remove(there);
        create(wanted, desired);
    }

    private void remove(Permission there) {
        try {
            lambda.removePermission(r -> r.functionName(there.functionName())
                    .qualifier(there.alias())
                    .statementId(there.statementId()));
        } catch (ResourceNotFoundException e) {
            // Gone already.
        }
    }

    @Override
    public void delete(Permission there, Desired desired) {
        remove(there);
    }
}
