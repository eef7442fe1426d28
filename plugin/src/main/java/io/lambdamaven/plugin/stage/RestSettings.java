package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.resource.HttpStage.Throttling;
import io.lambdamaven.plugin.plan.resource.RestApi;
import io.lambdamaven.plugin.plan.resource.RestStage.MethodSettings;
import io.lambdamaven.plugin.plan.resource.UsagePlan.Quota;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is set for the REST API before a function's HTTP routes.
 *
 * @param proxy whether one method takes every path and the function alone tells them apart
 * @param stage its name, null for that of the plugin's stage
 * @param authorizer what routes ask that say nothing themselves: an authorizer's name, {@code AWS_IAM} or {@code NONE}
 * @param apiKeyRequired whether callers of routes that say nothing themselves have to show a key
 * @param authorizers by name
 * @param routes what differs by route, by route key or a pattern of such
 * @param defaults for methods that say nothing themselves
 * @param accessLog null for none
 * @param keys names of API keys
 */
public record RestSettings(
        boolean proxy,
        @Nullable String stage,
        String authorizer,
        boolean apiKeyRequired,
        SortedMap<String, Authorizer> authorizers,
        SortedMap<String, OfRoute> routes,
        MethodSettings defaults,
        HttpSettings.@Nullable AccessLog accessLog,
        boolean tracing,
        @Nullable String clientCertificateId,
        RestApi.Options options,
        List<String> keys,
        @Nullable Throttling planThrottling,
        @Nullable Quota quota) {
    public RestSettings {
        authorizers = Collections.unmodifiableSortedMap(new TreeMap<>(authorizers));
        routes = Collections.unmodifiableSortedMap(new TreeMap<>(routes));
        keys = List.copyOf(keys);
    }

    /**
     * An authorizer; what is null is left to the annotation, or to API Gateway.
     *
     * @param type {@code TOKEN}, {@code REQUEST} or {@code COGNITO_USER_POOLS}; null to take the method's
     * @param function ARN, name in {@code @LambdaFunction}, or null for the project's method
     * @param userPools ARNs, empty for one that asks a function
     */
    public record Authorizer(
            @Nullable String type,
            @Nullable String function,
            List<String> userPools,
            List<String> identitySources,
            List<String> scopes,
            @Nullable Integer resultTtl,
            @Nullable String validation,
            @Nullable String credentials) {
        /** The project's method of its name, as its annotation has it. */
        static final Authorizer METHOD = new Authorizer(null, null, List.of(), List.of(), List.of(), null, null, null);

        public Authorizer {
            userPools = List.copyOf(userPools);
            identitySources = List.copyOf(identitySources);
            scopes = List.copyOf(scopes);
        }
    }

    /** What differs for a route; what is null or empty does not. */
    public record OfRoute(
            @Nullable String authorizer,
            List<String> scopes,
            @Nullable Boolean apiKeyRequired,
            @Nullable MethodSettings settings) {
        /** Nothing differs. */
        static final OfRoute NOTHING = new OfRoute(null, List.of(), null, null);

        public OfRoute {
            scopes = List.copyOf(scopes);
        }
    }
}
