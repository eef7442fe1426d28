package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.catalog.Attribute;
import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.catalog.ServiceKind;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Place;
import java.util.List;
import java.util.function.UnaryOperator;

/** The placeholders in triggers that nobody wires: the runtime needs their values all the same. */
final class RuntimeTexts {
    private final Placeholders placeholders;

    RuntimeTexts(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    void resolve(Route route, Trigger.Service trigger) {
        ServiceKind kind = Catalog.of(trigger);
        for (Attribute attribute : kind.attributes()) {
            if (attribute.open()) {
                Place place = place(route, kind.display() + "(" + attribute.name() + ")");
                for (String text : texts(trigger, attribute)) {
                    if (attribute.role() == Attribute.Role.IDENTITY) {
                        placeholders.resolveForRuntime(text, place);
                    } else {
                        placeholders.resolve(text, place, UnaryOperator.identity());
                    }
                }
            }
        }
    }

    void resolve(Route route, Trigger.Schedule schedule) {
        placeholders.resolveForRuntime(schedule.input(), place(route, "@ScheduleTrigger(input)"));
    }

    private static List<String> texts(Trigger.Service trigger, Attribute attribute) {
        return attribute.type() == Attribute.Type.TEXTS
                ? trigger.texts(attribute.name())
                : List.of(trigger.text(attribute.name()));
    }

    private static Place place(Route route, String attribute) {
        return Place.of(route.method().className() + "." + route.method().methodName() + " " + attribute);
    }
}
