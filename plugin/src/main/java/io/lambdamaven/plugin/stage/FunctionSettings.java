package io.lambdamaven.plugin.stage;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is set for one function in one stage, merged and checked.
 *
 * @param name the function's name in the project, empty for the default one
 * @param functionName its name at Lambda
 * @param memory MB
 * @param timeout seconds
 * @param architecture {@code x86_64} or {@code arm64}
 * @param role ARN or name of an existing role, or null for one of our own
 * @param permissionsBoundary ARN of a policy, or null for none
 * @param httpApi what is set for the front of its HTTP routes
 * @param logRetention days, or null for never expiring
 * @param keepWarm the schedule on which it is called only to stay loaded, or null for none
 * @param extras what most functions do without
 * @param environment what the user sets, without what placeholders add
 */
public record FunctionSettings(
        String name,
        String functionName,
        String description,
        int memory,
        int timeout,
        String runtime,
        String architecture,
        @Nullable String role,
        @Nullable String permissionsBoundary,
        HttpFront http,
        UrlAuth urlAuth,
        HttpSettings httpApi,
        @Nullable Integer logRetention,
        @Nullable String keepWarm,
        SortedMap<String, String> environment,
        SortedMap<String, String> placeholders,
        SortedMap<String, String> tags,
        ExtraSettings extras) {}
