package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.catalog.Forms;
import io.lambdamaven.plugin.catalog.Forms.Part;
import io.lambdamaven.plugin.model.Binding;
import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.Trigger;
import java.util.Collection;
import java.util.Optional;

/** Which forms of its event a catalogued trigger can give to a parameter. */
final class ServiceForms {
    private final TypeRules types;

    ServiceForms(TypeRules types) {
        this.types = types;
    }

    Optional<Binding> bind(Trigger.Service trigger, JavaType type) {
        Forms forms = Catalog.of(trigger).forms(trigger);
        if (forms.window() && TypeRules.is(type, Forms.WINDOW)) {
            return Optional.of(new Binding.Window());
        } else if (forms.window() && TypeRules.is(type, Forms.WINDOW_STATE)) {
            return state(type);
        } else if (isOneOf(forms.awsClasses(), type)) {
            return Optional.of(new Binding.AwsEvent(type));
        } else if (TypeRules.isRaw(type)) {
            return Optional.of(new Binding.Event(type));
        } else if (forms.records() && TypeRules.isList(type)) {
            JavaType element = TypeRules.argument(type);
            return isRecord(forms, element) && !hasArguments(element)
                    ? Optional.of(new Binding.Payloads(element))
                    : Optional.empty();
        } else if (TypeRules.is(type, TypeRules.STRING) && forms.text() == Part.EVENT) {
            return Optional.of(new Binding.Event(type));
        }
        boolean whole = isPayload(forms, type, Part.PAYLOAD) || (!forms.records() && isOneOf(forms.apiTypes(), type));
        boolean each = !forms.window() && isRecord(forms, type);
        return whole || each ? Optional.of(new Binding.Payload(type)) : Optional.empty();
    }

    private Optional<Binding> state(JavaType type) {
        if (!hasArguments(type)) {
            return Optional.empty();
        }
        JavaType state = TypeRules.argument(type);
        return types.isPayload(state) ? Optional.of(new Binding.State(state)) : Optional.empty();
    }

    private boolean isRecord(Forms forms, JavaType type) {
        return isPayload(forms, type, Part.RECORD) || (forms.records() && isOneOf(forms.apiTypes(), type));
    }

    private boolean isPayload(Forms forms, JavaType type, Part part) {
        return (forms.text() == part && TypeRules.is(type, TypeRules.STRING))
                || (forms.own() == part && types.isOwn(type));
    }

    private static boolean isOneOf(Collection<String> names, JavaType type) {
        return names.stream().anyMatch(name -> TypeRules.is(type, name));
    }

    private static boolean hasArguments(JavaType type) {
        return type instanceof JavaType.Declared declared
                && !declared.arguments().isEmpty();
    }

    /** Whether the bindings make the method one that takes a record at a time. */
    Granularity granularity(Trigger.Service trigger, Collection<Binding> bindings) {
        Forms forms = Catalog.of(trigger).forms(trigger);
        return forms.records()
                        && !forms.window()
                        && bindings.stream()
                                .anyMatch(each ->
                                        each instanceof Binding.Payload payload && isRecord(forms, payload.type()))
                ? Granularity.EACH
                : Granularity.WHOLE;
    }

    /** What a method of this trigger may take, for messages. */
    static String choices(Trigger.Service trigger) {
        return Catalog.of(trigger).forms(trigger).choices();
    }
}
