package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.catalog.Row;
import io.lambdamaven.plugin.catalog.ServiceKind;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;

/** Catalogued triggers of one function that take the same events. */
final class ServiceRoutes {
    private final Faults faults;

    ServiceRoutes(Faults faults) {
        this.faults = faults;
    }

    void check(List<FoundRoute> routes) {
        for (int i = 0; i < routes.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (routes.get(i).trigger() instanceof Trigger.Service trigger
                        && routes.get(j).trigger() instanceof Trigger.Service other
                        && clash(routes.get(i), trigger, routes.get(j), other)) {
                    report(routes.get(i), trigger, routes.get(j));
                    break;
                }
            }
        }
    }

    private static boolean clash(FoundRoute route, Trigger.Service trigger, FoundRoute before, Trigger.Service other) {
        for (Row row : Catalog.of(trigger).rows(trigger)) {
            for (Row there : Catalog.of(other).rows(other)) {
                // All methods whose pattern fits get an event of a bus.
                boolean shared = row.kind().equals(Row.EVENTS) && !route.ref().equals(before.ref());
                if (!shared && row.clashes(there)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void report(FoundRoute route, Trigger.Service trigger, FoundRoute other) {
        ServiceKind kind = Catalog.of(trigger);
        String there = other.spot().shortName();
        if (kind.word().equals("sqs")) {
            faults.add(
                    Problem.LM041,
                    route.spot(),
                    "The queue " + trigger.text("queue") + " has " + there + " as a method already.",
                    "Let one method take the queue's messages, or put one of the classes in a function of its own with"
                            + " @LambdaFunction.");
            return;
        }
        String identity = String.join("", kind.identity(trigger));
        faults.add(
                Problem.LM075,
                route.spot(),
                "An event cannot be for this " + kind.display()
                        + (identity.isEmpty() ? "" : " of " + kind.where(trigger)) + " alone: " + there
                        + " takes it already.",
                "Change one of the two annotations, or put one of the classes in a function of its own with"
                        + " @LambdaFunction.");
    }
}
