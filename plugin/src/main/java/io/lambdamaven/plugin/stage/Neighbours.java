package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the functions of a project know of each other: one's API may ask another one's authorizer. */
final class Neighbours {
    private final List<Method> authorizers = new ArrayList<>();
    private final Set<String> routeKeys = new TreeSet<>();
    private final Set<String> asked = new TreeSet<>();

    /**
     * A method that decides about callers.
     *
     * @param function its name in {@code @LambdaFunction}, empty for the default one
     * @param functionName its name at Lambda
     */
    record Method(String function, String functionName, Route route, Trigger.Service trigger) {
        boolean answers(String type) {
            return trigger.texts("value").contains(type);
        }

        String name() {
            return route.method().methodName();
        }
    }

    Neighbours(List<FunctionModel> functions, List<FunctionSettings> settings) {
        for (int i = 0; i < functions.size(); i++) {
            FunctionModel function = functions.get(i);
            for (Route route : function.routes()) {
                if (route.trigger() instanceof Trigger.Http http) {
                    routeKeys.add(key(http));
                } else if (route.trigger() instanceof Trigger.Service service
                        && service.kind().equals("authorizer")) {
                    authorizers.add(new Method(function.name(), settings.get(i).functionName(), route, service));
                }
            }
        }
    }

    /** As API Gateway has it. */
    static String key(Trigger.Http trigger) {
        return trigger.method() + " " + trigger.path();
    }

    /** Of all functions. */
    Set<String> routeKeys() {
        return routeKeys;
    }

    /** Those that answer to events of this type. */
    List<Method> authorizers(String type) {
        return authorizers.stream().filter(method -> method.answers(type)).toList();
    }

    /** An API asks this one. */
    void ask(Method method) {
        asked.add(method.functionName() + " " + method.route().id());
    }

    /** One line for each method that could decide about callers of HTTP APIs, and is not asked by any. */
    List<String> unasked() {
        return authorizers("HTTP_API").stream()
                .filter(method -> !asked.contains(
                        method.functionName() + " " + method.route().id()))
                .map(method ->
                        "authorizer HTTP_API -> " + method.route().method().shortName()
                                + ": no route asks it; name " + method.name()
                                + " in <httpApi><authorizer> or -Dlambda.httpApi.authorizer, or in a <route> of"
                                + " <httpApi><routes>")
                .toList();
    }
}
