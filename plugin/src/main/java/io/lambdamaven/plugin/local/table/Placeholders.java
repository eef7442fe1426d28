package io.lambdamaven.plugin.local.table;

import io.lambdamaven.plugin.json.JsonObject;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What stands for names and values in the expressions of one request. Each has to be used, as DynamoDB wants it. */
final class Placeholders {
    static final String NAMES = "ExpressionAttributeNames";
    static final String VALUES = "ExpressionAttributeValues";

    private final TreeMap<String, String> names = new TreeMap<>();
    private final TreeMap<String, Value> values = new TreeMap<>();
    private final Set<String> unused = new TreeSet<>();

    Placeholders(JsonObject request) {
        request.find(NAMES)
                .ifPresent(given -> given.asObject()
                        .members()
                        .forEach((placeholder, name) -> names.put(known(NAMES, '#', placeholder), name.asText())));
        request.find(VALUES)
                .ifPresent(given -> given.asObject()
                        .members()
                        .forEach((placeholder, value) -> values.put(known(VALUES, ':', placeholder), Value.of(value))));
        refuseEmpty(request, NAMES, names.isEmpty());
        refuseEmpty(request, VALUES, values.isEmpty());
    }

    private String known(String member, char first, String placeholder) {
        if (placeholder.length() < 2 || placeholder.charAt(0) != first) {
            throw TableFault.invalid(member + " contains invalid key: Syntax error; key: \"" + placeholder + "\"");
        }
        unused.add(placeholder);
        return placeholder;
    }

    private static void refuseEmpty(JsonObject request, String member, boolean isEmpty) {
        if (request.has(member) && isEmpty) {
            throw TableFault.invalid(member + " must not be empty");
        }
    }

    String name(Tokens tokens, String placeholder) {
        String name = names.get(placeholder);
        if (name == null) {
            throw tokens.invalid(
                    "An expression attribute name used in the document path is not defined; attribute name: "
                            + placeholder);
        }
        unused.remove(placeholder);
        return name;
    }

    Value value(Tokens tokens, String placeholder) {
        Value value = values.get(placeholder);
        if (value == null) {
            throw tokens.invalid(
                    "An expression attribute value used in expression is not defined; attribute value: " + placeholder);
        }
        unused.remove(placeholder);
        return value;
    }

    void refuseUnused() {
        for (String each : unused) {
            throw TableFault.invalid("Value provided in " + (each.startsWith("#") ? NAMES : VALUES)
                    + " unused in expressions: keys: {" + each + "}");
        }
    }
}
