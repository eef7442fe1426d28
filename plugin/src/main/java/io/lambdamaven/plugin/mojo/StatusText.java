package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Manifest;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.EventSourceMapping;
import io.lambdamaven.plugin.plan.resource.FunctionUrl;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ScheduleRule;
import io.lambdamaven.plugin.stage.FunctionSettings;
import io.lambdamaven.plugin.stage.LeftToUser;
import io.lambdamaven.plugin.stage.Staged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code lambda:status} tells besides names. */
final class StatusText {
    private StatusText() {}

    /** The attributes worth reading in a list. */
    static String details(Resource resource) {
        if (resource instanceof LambdaFunction function) {
            return ": " + function.runtime() + ", " + function.memory() + " MB, " + function.timeout() + " s";
        } else if (resource instanceof ScheduleRule rule) {
            return ": " + rule.expression() + (Boolean.FALSE.equals(rule.enabled()) ? ", disabled" : "");
        } else if (resource instanceof FunctionUrl url) {
            return ": " + url.authType() + ("NONE".equals(url.authType()) ? ", PUBLIC" : "");
        } else if (resource instanceof EventSourceMapping mapping) {
            return ": batches of " + mapping.batchSize()
                    + (Boolean.FALSE.equals(mapping.enabled()) ? ", disabled" : "");
        }
        return "";
    }

    /** The triggers that the deployer does not wire, under a heading; nothing where it wires all. */
    static List<String> leftToUser(Staged staged) {
        List<String> lines = new ArrayList<>();
        List<FunctionModel> functions = staged.manifest().application().functions();
        for (int i = 0; i < functions.size(); i++) {
            FunctionSettings settings = staged.settings().functions().get(i);
            String name = settings.functionName();
            lines.addAll(LeftToUser.lines(
                    functions.get(i), alias -> name + ":" + alias, text -> shown(text, settings.placeholders())));
        }
        if (!lines.isEmpty()) {
            lines.replaceAll(line -> "  ! " + line);
            lines.add(0, "Left to you:");
        }
        return lines;
    }

    private static String shown(String text, Map<String, String> placeholders) {
        String shown = text;
        for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
            shown = shown.replace("${" + placeholder.getKey() + "}", placeholder.getValue());
        }
        return shown;
    }

    /** Commands that work with what is deployed. */
    static List<String> hints(Manifest manifest, List<String> endpoints, boolean local, String pom) {
        String target = local ? " -Dlambda.target=local" : "";
        List<String> hints = new ArrayList<>();
        if (local && !endpoints.isEmpty()) {
            get(manifest).ifPresent(path -> hints.add("curl " + endpoints.get(0).replaceAll("/$", "") + path));
        }
        command(manifest)
                .ifPresent(name -> hints.add("mvn" + pom + " lambda:invoke -Dlambda.command=" + name + target));
        hints.add("mvn" + pom + " lambda:logs" + target);
        return hints;
    }

    /** The command that ends it. */
    static String end(boolean local, String pom) {
        return local
                ? "Stop the local Lambda with mvn" + pom + " lambda:stop"
                : "Take it back with mvn" + pom + " lambda:undeploy";
    }

    private static Optional<String> get(Manifest manifest) {
        return triggers(manifest)
                .filter(trigger -> trigger instanceof Trigger.Web
                        || (trigger instanceof Trigger.Http http
                                && !http.method().equals("POST")))
                .map(trigger ->
                        trigger instanceof Trigger.Http http ? http.path().replaceAll("\\{[^}]*}", "1001") : "/")
                .findFirst();
    }

    private static Optional<String> command(Manifest manifest) {
        return triggers(manifest)
                .filter(Trigger.Command.class::isInstance)
                .map(trigger -> ((Trigger.Command) trigger).name())
                .findFirst();
    }

    private static Stream<Trigger> triggers(Manifest manifest) {
        return manifest.application().functions().stream()
                .map(FunctionModel::routes)
                .flatMap(List::stream)
                .map(Route::trigger);
    }
}
