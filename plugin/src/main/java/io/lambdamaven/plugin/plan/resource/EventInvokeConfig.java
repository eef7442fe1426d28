package io.lambdamaven.plugin.plan.resource;

import io.lambdamaven.plugin.plan.DerivedNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of asynchronous calls of an alias.
 *
 * @param maximumEventAge seconds
 * @param onSuccess ARN of what hears of results, or null for none
 * @param onFailure ARN of what hears of failures, or null for none
 */
public record EventInvokeConfig(
        String functionName,
        String alias,
        @Nullable Integer maximumRetryAttempts,
        @Nullable Integer maximumEventAge,
        @Nullable String onSuccess,
        @Nullable String onFailure)
        implements Resource, FunctionPart {
    @Override
    public ResourceId id() {
        return id(functionName, alias);
    }

    /** That of the alias for operators and tasks is named after it. */
    public static ResourceId id(String functionName, String alias) {
        return new ResourceId(
                ResourceType.EVENT_INVOKE_CONFIG,
                alias.equals(DerivedNames.LIVE) ? functionName : functionName + ":" + alias);
    }

    /** The function of such a name. */
    public static String functionOf(String name) {
        int end = name.indexOf(':');
        return end < 0 ? name : name.substring(0, end);
    }

    /** The alias of such a name. */
    public static String aliasOf(String name) {
        int end = name.indexOf(':');
        return end < 0 ? DerivedNames.LIVE : name.substring(end + 1);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("maximumRetryAttempts", maximumRetryAttempts)
                .put("maximumEventAge", maximumEventAge)
                .put("onSuccess", onSuccess)
                .put("onFailure", onFailure)
                .toMap();
    }

    /** An endpoint that tells of the configuration tells the numbers once they were written. */
    @Override
    public Set<String> noneWhenAbsent() {
        return Set.of("maximumRetryAttempts", "maximumEventAge", "onSuccess", "onFailure");
    }

    @Override
    public List<ResourceId> dependsOn() {
        List<ResourceId> all = new ArrayList<>(List.of(Alias.id(functionName, alias)));
        Stream.of(onSuccess, onFailure)
                .filter(Objects::nonNull)
                .flatMap(arn -> Source.idsOf(arn).stream())
                .forEach(all::add);
        return all;
    }
}
