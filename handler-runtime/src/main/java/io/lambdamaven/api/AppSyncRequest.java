package io.lambdamaven.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A GraphQL field that AppSync wants resolved, or what happens on a channel of AppSync Events. What one of the two does
 * not have is empty.
 *
 * @param typeName the field's type, such as {@code Query}
 * @param fieldName the field
 * @param arguments of the field; may hold nulls
 * @param source the object that the field is of, null at the top
 * @param identity the caller, empty with an API key
 * @param headers of the client's request, names in any letter case
 * @param selections what of the field is asked for, such as {@code owner/name}
 * @param variables of the query
 * @param stash what earlier functions of the pipeline left
 * @param previous what the function before this one returned, null if there is none
 * @param channel the channel's path, such as {@code /default/rooms/1}
 * @param namespace the channel's namespace
 * @param operation {@code PUBLISH} or {@code SUBSCRIBE}
 * @param events what is published: each with {@code id} and {@code payload}
 * @see <a href="https://docs.aws.amazon.com/appsync/latest/devguide/resolver-context-reference-js.html">AWS: the
 *     resolver's context</a>
 * @see <a href="https://docs.aws.amazon.com/appsync/latest/eventapi/direct-lambda-integrations.html">AWS: AppSync
 *     Events</a>
 */
public record AppSyncRequest(
        String typeName,
        String fieldName,
        Map<String, Object> arguments,
        @Nullable Map<String, Object> source,
        Map<String, Object> identity,
        Map<String, String> headers,
        List<String> selections,
        Map<String, Object> variables,
        Map<String, Object> stash,
        @Nullable Object previous,
        String channel,
        String namespace,
        String operation,
        List<Map<String, Object>> events) {
    /** Copies lists and maps. */
    public AppSyncRequest {
        arguments = Copies.of(arguments);
        source = source == null ? null : Copies.of(source);
        identity = Copies.of(identity);
        headers = Copies.anyCase(headers);
        selections = Copies.of(selections);
        variables = Copies.of(variables);
        stash = Copies.of(stash);
        events = Copies.of(events);
    }
}
