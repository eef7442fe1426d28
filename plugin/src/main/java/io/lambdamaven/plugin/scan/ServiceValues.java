package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.catalog.Attribute;
import io.lambdamaven.plugin.catalog.ServiceKind;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.model.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A catalogued annotation to its trigger, whatever it says. */
final class ServiceValues {
    private ServiceValues() {}

    static Trigger.Service read(ServiceKind kind, AnnotationUse use) {
        Map<String, Value> said = new HashMap<>();
        for (Attribute attribute : kind.attributes()) {
            if (use.has(attribute.name())) {
                said.put(attribute.name(), value(attribute, use));
            }
        }
        return kind.trigger(said);
    }

    private static Value value(Attribute attribute, AnnotationUse use) {
        String name = attribute.name();
        return switch (attribute.type()) {
            case TEXT, CHOICE -> new Value.Text(use.text(name));
            case TEXTS, CHOICES -> new Value.Texts(use.texts(name, List.of()));
            case NUMBER -> new Value.Whole(use.number(name, 0));
            case FLAG -> new Value.Flag(use.flag(name, false));
        };
    }
}
