package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A service that calls in the name of a role of its user's, and waits for its answer to be brought: the function's role
 * has to be allowed to bring it.
 */
final class CallbackWiring implements ServiceWiring {
    private static final String EVERYTHING = "*";

    private final List<String> actions;
    private final BiFunction<Wires, String, String> resource;
    private final String attribute;

    private CallbackWiring(List<String> actions, String attribute, BiFunction<Wires, String, String> resource) {
        this.actions = actions;
        this.attribute = attribute;
        this.resource = resource;
    }

    /** For actions to which AWS offers no resource. */
    static CallbackWiring of(String... actions) {
        return new CallbackWiring(List.of(actions), "", (wires, named) -> EVERYTHING);
    }

    /** Bytes are written for the access point that the method names, else for any of this account and region. */
    static CallbackWiring objectLambda() {
        return new CallbackWiring(
                List.of("s3-object-lambda:WriteGetObjectResponse"),
                "accessPoint",
                (wires, named) ->
                        wires.arns().named("s3-object-lambda", "accesspoint/", named.isEmpty() ? EVERYTHING : named));
    }

    @Override
    public void wire(Route route, Trigger.Service trigger, Wires wires) {
        wires.resolveAll(route, trigger);
        String named = attribute.isEmpty() ? "" : wires.text(route, trigger, attribute);
        if (named != null) {
            wires.allow(actions, List.of(resource.apply(wires, named)));
        }
    }
}
