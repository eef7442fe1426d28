package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.local.wire.Account;
import io.lambdamaven.plugin.local.wire.Recorded;
import io.lambdamaven.plugin.plan.resource.FunctionUrl;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import java.util.List;
import java.util.stream.Stream;

/**
 * An HTTP API or a function URL.
 *
 * @param failureStatus what it answers where the function fails: the two differ
 */
record Front(
        ResourceId id,
        String project,
        String stage,
        String functionName,
        String alias,
        List<String> routeKeys,
        int failureStatus) {
    Front {
        routeKeys = List.copyOf(routeKeys);
    }

    static List<Front> of(List<Recorded> recorded) {
        return recorded.stream()
                .flatMap(each -> {
                    if (each.resource() instanceof HttpApi api) {
                        return Stream.of(new Front(
                                api.id(),
                                each.project(),
                                each.stage(),
                                api.functionName(),
                                api.alias(),
                                routeKeys(recorded, api.name()),
                                500));
                    }
                    if (each.resource() instanceof FunctionUrl url) {
                        return Stream.of(new Front(
                                url.id(),
                                each.project(),
                                each.stage(),
                                url.functionName(),
                                url.alias(),
                                List.of(RouteKeys.DEFAULT),
                                502));
                    }
                    return Stream.empty();
                })
                .toList();
    }

    private static List<String> routeKeys(List<Recorded> recorded, String api) {
        return recorded.stream()
                .map(Recorded::resource)
                .filter(HttpRoute.class::isInstance)
                .map(HttpRoute.class::cast)
                .filter(route -> route.apiName().equals(api))
                .map(HttpRoute::routeKey)
                .sorted()
                .toList();
    }

    RouteKeys routes() {
        return new RouteKeys(routeKeys);
    }

    boolean isUrl() {
        return id.type() == ResourceType.FUNCTION_URL;
    }

    /** The service's own name is how a function tells the two kinds of front apart. */
    String domain(String host) {
        return isUrl() ? apiId() + ".lambda-url.localhost" : host;
    }

    /** Ten characters, as AWS's are, and the same for the same front. */
    String apiId() {
        return Account.apiId(id.toString());
    }
}
