package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One statement of an alias's resource policy.
 *
 * @param statementId derived from the trigger
 * @param sourceArn may hold {@link HttpApi#idToken}
 * @param eventSourceToken what an Alexa skill has to show; nothing else has one
 * @param after what has to be there first besides the alias, such as the API whose id the source ARN holds
 */
public record Permission(
        String functionName,
        String alias,
        String statementId,
        String action,
        String principal,
        @Nullable String sourceArn,
        @Nullable String sourceAccount,
        @Nullable String eventSourceToken,
        @Nullable String functionUrlAuthType,
        @Nullable Boolean invokedViaFunctionUrl,
        List<ResourceId> after)
        implements Resource {
    public Permission {
        after = List.copyOf(after);
    }

    /** For callers that have nothing to show. */
    public Permission(
            String functionName,
            String alias,
            String statementId,
            String action,
            String principal,
            @Nullable String sourceArn,
            @Nullable String sourceAccount,
            @Nullable String functionUrlAuthType,
            @Nullable Boolean invokedViaFunctionUrl,
            List<ResourceId> after) {
        this(
                functionName,
                alias,
                statementId,
                action,
                principal,
                sourceArn,
                sourceAccount,
                null,
                functionUrlAuthType,
                invokedViaFunctionUrl,
                after);
    }

    @Override
    public ResourceId id() {
        return id(functionName, alias, statementId);
    }

    /** The id of a statement. */
    public static ResourceId id(String functionName, String alias, String statementId) {
        return new ResourceId(ResourceType.PERMISSION, functionName + ":" + alias + "/" + statementId);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("action", action)
                .put("principal", principal)
                .put("sourceArn", sourceArn)
                .put("sourceAccount", sourceAccount)
                .put("eventSourceToken", eventSourceToken)
                .put("functionUrlAuthType", functionUrlAuthType)
                .put("invokedViaFunctionUrl", invokedViaFunctionUrl)
                .toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return Stream.concat(Stream.of(Alias.id(functionName, alias)), after.stream())
                .toList();
    }
}
