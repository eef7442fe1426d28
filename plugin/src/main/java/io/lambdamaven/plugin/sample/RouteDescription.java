package io.lambdamaven.plugin.sample;

import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.catalog.ServiceKind;
import io.lambdamaven.plugin.catalog.Wiring;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;

/**
 * A route as a line of a list.
 *
 * @param where what its events are known by: a path, a bucket, a queue, a schedule, a command
 * @param wired whether the deployer makes its events come
 */
public record RouteDescription(String kind, String where, String method, boolean wired) {

    public static RouteDescription of(Route route) {
        return new RouteDescription(
                route.trigger().kind(),
                where(route.trigger()),
                route.method().shortName(),
                Wiring.byHand(route.trigger()).isEmpty());
    }

    private static String where(Trigger trigger) {
        if (trigger instanceof Trigger.Http http) {
            return http.method() + " " + http.path();
        } else if (trigger instanceof Trigger.Web web) {
            return "every other path" + (web.basePath().isEmpty() ? "" : ", below " + web.basePath());
        } else if (trigger instanceof Trigger.S3 s3) {
            return s3.bucket() + keys(s3) + " " + String.join(", ", s3.events());
        } else if (trigger instanceof Trigger.Service service) {
            ServiceKind kind = Catalog.of(service);
            return kind.where(service) + (kind.disabled(service) ? " (disabled)" : "");
        } else if (trigger instanceof Trigger.Schedule schedule) {
            return schedule.expression() + (schedule.enabled() ? "" : " (disabled)");
        } else if (trigger instanceof Trigger.Command command) {
            return command.name();
        } else if (trigger instanceof Trigger.Task task) {
            return task.id();
        } else {
            return "any payload";
        }
    }

    private static String keys(Trigger.S3 s3) {
        return s3.prefix().isEmpty() && s3.suffix().isEmpty() ? "" : "/" + s3.prefix() + "*" + s3.suffix();
    }
}
