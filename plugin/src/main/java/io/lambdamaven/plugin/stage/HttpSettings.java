package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.resource.Cors;
import io.lambdamaven.plugin.plan.resource.HttpStage.Throttling;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is set for the front of a function's HTTP routes, checked as far as it can be without looking at them.
 *
 * @param authorizer what routes ask that say nothing themselves: an authorizer's name, {@code AWS_IAM} or {@code NONE}
 * @param authorizers by name
 * @param routes what differs by route, by route key or a pattern of such
 * @param accessLog null for none
 * @param throttling null for the account's limits
 * @param alb null where no listener is named
 * @param rest for a REST API instead of an HTTP API
 */
public record HttpSettings(
        Cors cors,
        String authorizer,
        SortedMap<String, Authorizer> authorizers,
        SortedMap<String, OfRoute> routes,
        @Nullable AccessLog accessLog,
        @Nullable Throttling throttling,
        boolean detailedMetrics,
        boolean disableExecuteApiEndpoint,
        String ipAddressType,
        @Nullable AlbSettings alb,
        RestSettings rest) {
    public HttpSettings {
        authorizers = Collections.unmodifiableSortedMap(new TreeMap<>(authorizers));
        routes = Collections.unmodifiableSortedMap(new TreeMap<>(routes));
    }

    /**
     * An authorizer; what is null is left to the annotation, or to API Gateway.
     *
     * @param issuer of the tokens; null for one that asks a function
     * @param function ARN, name in {@code @LambdaFunction}, or null for the project's method
     * @param scopes of which routes that ask it want one, unless they say so themselves
     */
    public record Authorizer(
            @Nullable String issuer,
            List<String> audience,
            List<String> identitySources,
            List<String> scopes,
            @Nullable String function,
            @Nullable String payloadFormatVersion,
            @Nullable Boolean simpleResponses,
            @Nullable Integer resultTtl,
            @Nullable String credentials) {
        /** The project's method of its name, as its annotation has it. */
        public static final Authorizer METHOD =
                new Authorizer(null, List.of(), List.of(), List.of(), null, null, null, null, null);

        /** One that checks tokens, of which nothing else is known. */
        static final Authorizer TOKENS =
                new Authorizer("", List.of(), List.of(), List.of(), null, null, null, null, null);

        public Authorizer {
            audience = List.copyOf(audience);
            identitySources = List.copyOf(identitySources);
            scopes = List.copyOf(scopes);
        }
    }

    /** What differs for a route; what is null or empty does not. */
    public record OfRoute(
            @Nullable String authorizer,
            List<String> scopes,
            @Nullable Throttling throttling,
            @Nullable Boolean detailedMetrics) {
        /** Nothing differs. */
        public static final OfRoute NOTHING = new OfRoute(null, List.of(), null, null);

        public OfRoute {
            scopes = List.copyOf(scopes);
        }
    }

    /** @param destination ARN of a log group, or null for one that is made */
    public record AccessLog(@Nullable String destination, String format) {}
}
