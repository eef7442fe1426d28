package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the functions of a project know of each other: one's API may ask another one's authorizer. */
final class Neighbours {
    private static final Set<String> GATEWAY_TYPES = Set.of("HTTP_API", "REST_TOKEN", "REST_REQUEST");

    private final List<Method> authorizers = new ArrayList<>();
    private final Set<String> routeKeys = new TreeSet<>();
    private final List<FunctionModel> functions;
    private final List<FunctionSettings> settings;
    private final @Nullable String taskBucket;
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

    /** @param taskBucket for arguments of tasks that no message holds, or null for none */
    Neighbours(List<FunctionModel> functions, List<FunctionSettings> settings, @Nullable String taskBucket) {
        this.taskBucket = taskBucket;
        this.functions = List.copyOf(functions);
        this.settings = List.copyOf(settings);
        for (int i = 0; i < functions.size(); i++) {
            FunctionModel function = functions.get(i);
            for (Route route : function.routes()) {
                if (route.trigger() instanceof Trigger.Http http) {
                    routeKeys.add(key(http));
                } else if (route.trigger() instanceof Trigger.Web web) {
                    routeKeys.addAll(keys(web, settings.get(i).http()));
                } else if (route.trigger() instanceof Trigger.Service service
                        && service.kind().equals("authorizer")) {
                    authorizers.add(new Method(function.name(), settings.get(i).functionName(), route, service));
                }
            }
        }
    }

    List<FunctionModel> functions() {
        return functions;
    }

    @Nullable
    String taskBucket() {
        return taskBucket;
    }

    /** In the same order. */
    List<FunctionSettings> settings() {
        return settings;
    }

    /** As API Gateway has it. */
    static String key(Trigger.Http trigger) {
        return trigger.method() + " " + trigger.path();
    }

    /** By which browsers ask whether a page of another site may call. */
    static String preflightKey(Trigger.Http trigger) {
        return "OPTIONS " + trigger.path();
    }

    /** What takes every path; a variable for the rest of a path never takes the base itself. */
    static List<String> keys(Trigger.Web application, HttpFront front) {
        String base = application.basePath();
        return switch (front) {
            case API -> List.of("$default");
            // API Gateway's domain takes the base path off.
            case REST -> List.of("ANY /", "ANY /{proxy+}");
            default -> List.of("ANY " + (base.isEmpty() ? "/" : base), "ANY " + base + "/{proxy+}");
        };
    }

    /** Of all functions. */
    Set<String> routeKeys() {
        return routeKeys;
    }

    /** Those that answer to events of this type. */
    List<Method> authorizers(String type) {
        return authorizers.stream().filter(method -> method.answers(type)).toList();
    }

    /**
     * The one of that name, or the only one of the function, or of the project.
     *
     * @param type of events it answers to
     * @param function its name in {@code @LambdaFunction}, null for any
     * @param declared whether settings have more of it than its name, by which alone it is known otherwise
     * @param asking the function whose API it is, at Lambda
     */
    @Nullable
    Method authorizer(String type, String name, @Nullable String function, boolean declared, String asking) {
        List<Method> all = authorizers(type).stream()
                .filter(method -> function == null || method.function().equals(function))
                .toList();
        List<Method> named =
                all.stream().filter(method -> method.name().equals(name)).toList();
        List<Method> some = named.isEmpty() && declared ? all : named;
        List<Method> own = some.stream()
                .filter(method -> method.functionName().equals(asking))
                .toList();
        if (own.size() == 1) {
            return own.get(0);
        }
        return some.size() == 1 ? some.get(0) : null;
    }

    /** An API asks this one. */
    void ask(Method method) {
        asked.add(method.functionName() + " " + method.route().id());
    }

    /** One line for each method that could decide about callers of HTTP or REST APIs, and is not asked by any. */
    List<String> unasked() {
        List<String> lines = new ArrayList<>();
        for (Method method : authorizers) {
            List<String> types = method.trigger().texts("value").stream()
                    .filter(GATEWAY_TYPES::contains)
                    .toList();
            if (!types.isEmpty()
                    && !asked.contains(
                            method.functionName() + " " + method.route().id())) {
                String block = types.contains("HTTP_API") ? "httpApi" : "rest";
                lines.add("authorizer " + String.join(", ", types) + " -> "
                        + method.route().method().shortName() + ": no route asks it; name " + method.name() + " in <"
                        + block + "><authorizer> or -Dlambda." + block + ".authorizer, or in a <route> of <" + block
                        + "><routes>");
            }
        }
        return lines;
    }
}
