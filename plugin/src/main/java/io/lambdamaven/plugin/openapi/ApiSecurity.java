package io.lambdamaven.plugin.openapi;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who may call.
 *
 * @param schemes by name, as OpenAPI has them
 * @param rules of routes that not everybody may call, by {@link #key}
 */
public record ApiSecurity(SortedMap<String, JsonObject> schemes, Map<String, Rule> rules) {
    /** Nothing is known. */
    public static final ApiSecurity UNKNOWN = new ApiSecurity(new TreeMap<>(), Map.of());

    /**
     * What a caller has to show.
     *
     * @param schemes all of them
     * @param scoped the one of them whose token needs a scope, empty for none
     * @param scopes one of which is enough
     */
    public record Rule(List<String> schemes, String scoped, List<String> scopes) {
        public Rule {
            schemes = List.copyOf(schemes);
            scopes = List.copyOf(scopes);
        }

        JsonArray requirements() {
            List<Json> choices = new ArrayList<>();
            for (String scope : scopes.isEmpty() ? List.of("") : scopes) {
                JsonObject.Builder all = Json.object();
                for (String scheme : schemes) {
                    boolean asks = scheme.equals(scoped) && !scope.isEmpty();
                    all.put(scheme, Json.texts(asks ? List.of(scope) : List.of()));
                }
                choices.add(all.build());
            }
            return new JsonArray(choices);
        }
    }

    public ApiSecurity {
        schemes = Collections.unmodifiableSortedMap(new TreeMap<>(schemes));
        rules = Map.copyOf(rules);
    }

    /**
     * By what a route is known.
     *
     * @param function its name in {@code @LambdaFunction}, empty for the default one
     */
    public static String key(String function, String method, String template) {
        return function + " " + method + " " + template;
    }

    Optional<JsonArray> of(Endpoint endpoint) {
        return Optional.ofNullable(rules.get(key(endpoint.function(), endpoint.method(), endpoint.template())))
                .map(Rule::requirements);
    }
}
