package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;

/** The ids that AWS gave to things, as far as this run has read or made them; names in plans are ours. */
final class Known {
    /** Newest version by function. */
    final Map<String, String> versions = new ConcurrentHashMap<>();

    /** Id of the API by name. */
    final Map<String, String> apis = new ConcurrentHashMap<>();

    /** Id of the usage plan by name. */
    final Map<String, String> usagePlans = new ConcurrentHashMap<>();

    /** Id of the integration by name of the API. */
    final Map<String, String> integrations = new ConcurrentHashMap<>();

    /** Id of the authorizer by name of the API, type and its own, {@code name JWT users}. */
    final Map<String, String> authorizers = new ConcurrentHashMap<>();

    /** Id of the route by name of the API and route key, {@code name GET /path}. */
    final Map<String, String> routes = new ConcurrentHashMap<>();

    /** The WebSocket APIs there are, whosever. */
    final Collection<Api> webSockets = new ConcurrentLinkedQueue<>();

    /** UUID of the mapping by name of its resource id. */
    final Map<String, String> mappings = new ConcurrentHashMap<>();

    /** By function, its tags that say which variables and tags are ours. */
    final Map<String, Map<String, String>> ownership = new ConcurrentHashMap<>();

    /** Versions, as {@code function:number}, by the URL of the object that they fetch when they start. */
    final Map<String, Set<String>> codeUses = new ConcurrentHashMap<>();

    /** Versions whose environment cannot be read, so that nobody knows what they fetch. */
    final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    /** The parts of functions that are marked as ours. */
    final Set<ResourceId> marks = ConcurrentHashMap.newKeySet();

    /** Names of statements that this run has written. */
    final Set<String> statements = ConcurrentHashMap.newKeySet();

    /** One list has both sorts of APIs; takes the WebSocket APIs out of it. */
    void takeWebSockets(List<Api> all) {
        all.stream().filter(Known::isWebSocket).forEach(webSockets::add);
        all.removeIf(Known::isWebSocket);
    }

    private static boolean isWebSocket(Api api) {
        return api.protocolType() == ProtocolType.WEBSOCKET;
    }

    static String get(Map<String, String> ids, String name) {
        String id = ids.get(name);
        if (id == null) {
            throw new UserFault(
                    Problem.LM314,
                    Place.of(name),
                    "It vanished while the plan was applied.",
                    "Run the goal again; it goes on from what is there.");
        }
        return id;
    }
}
