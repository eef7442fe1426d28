package io.lambdamaven.runtime.bind;

import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.json.JsonCursor;
import io.lambdamaven.runtime.json.JsonException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The named arguments of a command: the members of a JSON object. Faults name the argument and never quote a value. */
final class Named {
    private static final String PLACE = "argument";

    private final Map<String, byte[]> members;

    /** @throws BindException if it is no object, or has a member of another name */
    Named(Payload args, String[] known) {
        this.members = read(args);
        for (String name : members.keySet()) {
            if (!isIn(known, name)) {
                throw new BindException(
                        args.what() + " has a member that is no argument; its arguments are "
                                + String.join(", ", known),
                        null);
            }
        }
    }

    private static Map<String, byte[]> read(Payload args) {
        byte[] json = (byte[]) args.as(byte[].class);
        Map<String, byte[]> members = new HashMap<>();
        try {
            JsonCursor cursor = json.length == 0 ? null : JsonCursor.over(json);
            if (cursor == null || cursor.isNull()) {
                return members;
            }
            if (!cursor.isObject()) {
                throw new BindException(args.what() + " is no JSON object", null);
            }
            for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
                boolean nothing = cursor.isNull();
                byte[] value = cursor.copy();
                if (members.containsKey(name)) {
                    throw new BindException(args.what() + " has an argument twice", null);
                } else if (!nothing) {
                    members.put(name, value);
                }
            }
            return members;
        } catch (JsonException e) {
            throw new BindException(args.what() + " " + e.fault(), e);
        }
    }

    private static boolean isIn(String[] known, String name) {
        for (int i = 0; i < known.length; i++) {
            if (known[i].equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** A scalar, or a list of them. */
    Param param(String name) {
        byte[] json = members.get(name);
        if (json == null) {
            return new Param(PLACE, name, List.of());
        }
        JsonCursor cursor = JsonCursor.over(json);
        List<String> texts = new ArrayList<>();
        if (cursor.isArray()) {
            while (cursor.nextElement()) {
                texts.add(text(cursor, name));
            }
            if (texts.isEmpty()) {
                return new Param(PLACE, name, texts);
            }
        } else {
            texts.add(text(cursor, name));
        }
        return new Param(PLACE, name, texts);
    }

    private static String text(JsonCursor cursor, String name) {
        if (cursor.isObject() || cursor.isArray() || cursor.isNull()) {
            throw new BindException(PLACE + " '" + name + "' is no single value", null);
        }
        String text = cursor.isText() ? cursor.text() : null;
        if (text == null) {
            text = new String(cursor.copy(), StandardCharsets.UTF_8);
        }
        return text;
    }

    Object value(String name, Type type) {
        byte[] json = members.get(name);
        if (json == null) {
            throw new BindException(PLACE + " '" + name + "' is missing", null);
        }
        Object value;
        try {
            value = Json.read(json, type);
        } catch (JsonException e) {
            throw new BindException(PLACE + " '" + name + "' " + e.fault(), e);
        }
        if (value == null) {
            throw new BindException(PLACE + " '" + name + "' is missing", null);
        }
        return value;
    }
}
