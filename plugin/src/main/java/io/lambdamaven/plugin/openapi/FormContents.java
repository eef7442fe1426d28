package io.lambdamaven.plugin.openapi;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.Binding;
import io.lambdamaven.plugin.model.HandlerCall;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Forms as bodies: an object whose members are the fields. */
final class FormContents {
    private final Contents contents;
    private final SortedMap<String, Json> fields = new TreeMap<>();
    private final List<String> required = new ArrayList<>();

    FormContents(Contents contents) {
        this.contents = contents;
    }

    /** Whether a value is part of the body, and no parameter. */
    private static boolean isOfBody(Binding.RequestValue value) {
        return value.source() == Binding.Source.FORM || value.source() == Binding.Source.PART;
    }

    /** Whether a value stands in path, query, headers or cookies; claims are in none of them. */
    static boolean isParameter(Binding.RequestValue value) {
        return !isOfBody(value) && value.source() != Binding.Source.CLAIM;
    }

    /** The types of values; of parts there is no schema. */
    static List<JavaType> types(List<Parameter> parameters) {
        return parameters.stream()
                .map(Parameter::binding)
                .filter(Binding.RequestValue.class::isInstance)
                .map(Binding.RequestValue.class::cast)
                .filter(value -> value.source() != Binding.Source.PART)
                .map(Binding.RequestValue::type)
                .toList();
    }

    /** Empty where the body is no form. */
    Optional<JsonObject> schema(HandlerCall call) {
        add(call.parameters());
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        JsonObject.Builder schema = Json.object().put("type", "object").put("properties", new JsonObject(fields));
        if (!required.isEmpty()) {
            schema.put("required", Json.texts(required.stream().sorted().toList()));
        }
        return Optional.of(schema.build());
    }

    private void add(List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            if (parameter.binding() instanceof Binding.FormRecord form) {
                add(form.components());
            } else if (parameter.binding() instanceof Binding.RequestValue value && isOfBody(value)) {
                JsonObject one =
                        value.source() == Binding.Source.PART ? Json.object().build() : contents.schema(value.type());
                boolean list = value.presence() == Binding.Presence.LIST;
                fields.put(
                        value.name(),
                        list
                                ? Json.object()
                                        .put("type", "array")
                                        .put("items", one)
                                        .build()
                                : one);
                if (value.presence() == Binding.Presence.REQUIRED && value.defaultValue() == null) {
                    required.add(value.name());
                }
            }
        }
    }
}
