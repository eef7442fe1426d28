package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.resource.FunctionOptions;
import org.jspecify.annotations.Nullable;

/**
 * What is set for one function beyond what every function has, checked.
 *
 * @param options ARNs in it may leave out region and account
 * @param logGroup name of the log group, or null for the usual one
 * @param calls what becomes of asynchronous calls, or null for nothing said
 * @param reserved environments kept free for it, or null for none
 * @param provisioned environments kept started, or null for none
 * @param recursiveLoop {@code Allow} or {@code Terminate}, or null for nothing said
 * @param gateways the API before its WebSocket routes
 * @param operators what operators may do with it
 * @param remoteConfig what it reads at its start
 * @param keepVersions how many of its versions are kept, or null for all
 */
public record ExtraSettings(
        FunctionOptions options,
        @Nullable String logGroup,
        @Nullable AsynchronousCalls calls,
        @Nullable Integer reserved,
        @Nullable Integer provisioned,
        @Nullable String recursiveLoop,
        GatewaySettings gateways,
        OperatorSettings operators,
        RemoteConfigSettings remoteConfig,
        @Nullable Integer keepVersions) {
    /**
     * What becomes of asynchronous calls.
     *
     * @param age seconds
     */
    public record AsynchronousCalls(
            int retries,
            int age,
            @Nullable String onSuccess,
            @Nullable String onFailure) {}
}
