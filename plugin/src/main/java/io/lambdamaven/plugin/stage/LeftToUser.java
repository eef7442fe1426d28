package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.catalog.Wiring;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import java.util.List;
import java.util.function.UnaryOperator;

/** Names the triggers that the deployer does not wire, so that none of them is silently without events. */
public final class LeftToUser {
    private LeftToUser() {}

    /**
     * One line for each such trigger: resource, method, and what to do.
     *
     * @param alias gives for an alias what to call, such as its ARN
     * @param shown makes of a text with placeholders what people read
     */
    public static List<String> lines(FunctionModel function, UnaryOperator<String> alias, UnaryOperator<String> shown) {
        return function.routes().stream()
                .flatMap(route -> Wiring.byHand(route.trigger()).stream()
                        .map(todo -> line(route, shown) + fill(todo, route, alias)))
                .toList();
    }

    private static String line(Route route, UnaryOperator<String> shown) {
        return route.trigger().kind() + " " + shown.apply(where(route.trigger())) + " -> "
                + route.method().shortName() + ": ";
    }

    private static String where(Trigger trigger) {
        if (trigger instanceof Trigger.S3 s3) {
            return s3.bucket();
        }
        return trigger instanceof Trigger.Service service
                ? Catalog.of(service).where(service)
                : ((Trigger.Schedule) trigger).expression();
    }

    private static String fill(String todo, Route route, UnaryOperator<String> alias) {
        String qualifier = Catalog.isRaw(route.trigger()) ? DerivedNames.RAW : DerivedNames.LIVE;
        return todo.replace("{alias}", alias.apply(qualifier));
    }
}
