package io.lambdamaven.runtime.bind;

import io.lambdamaven.runtime.json.JsonCursor;
import io.lambdamaven.runtime.json.Scalars;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB's attribute values as plain ones: numbers exact, binary values in base64 as they are, sets as lists.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_AttributeValue.html">
 *     AttributeValue</a>
 */
final class AttributeValues {
    /** DynamoDB keeps 38 digits; the rest is for sign, point and exponent. */
    private static final int LONGEST_NUMBER = 60;

    private final String what;

    private AttributeValues(String what) {
        this.what = what;
    }

    static Map<String, @Nullable Object> item(String what, byte[] json) {
        return new AttributeValues(what).map(JsonCursor.over(json), "");
    }

    private Map<String, @Nullable Object> map(JsonCursor cursor, String path) {
        if (!cursor.isObject()) {
            throw fault("has no map of attributes", path);
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
            Object value = value(cursor, path.isEmpty() ? name : path + "." + name);
            if (map.containsKey(name)) {
                throw fault("has the attribute '" + name + "' twice", path);
            }
            map.put(name, value);
        }
        return Collections.unmodifiableMap(map);
    }

    /** An object whose one member is named after the value's type. */
    private @Nullable Object value(JsonCursor cursor, String path) {
        String type = cursor.isObject() ? cursor.nextName() : null;
        if (type == null) {
            throw fault("has no attribute value", path);
        }
        Object value = typed(type, cursor, path);
        if (cursor.nextName() != null) {
            throw fault("has an attribute of two types", path);
        }
        return value;
    }

    private @Nullable Object typed(String type, JsonCursor cursor, String path) {
        return switch (type) {
            case "S", "B" -> text(cursor, path);
            case "N" -> number(cursor, path);
            case "BOOL" -> bool(cursor, path);
            case "NULL" -> {
                cursor.skip();
                yield null;
            }
            case "SS", "BS", "NS" -> set(type, cursor, path);
            case "L" -> list(cursor, path);
            case "M" -> map(cursor, path);
            default -> throw fault("has an attribute of the unknown type " + type, path);
        };
    }

    private String text(JsonCursor cursor, String path) {
        String text = cursor.text();
        if (text == null) {
            throw fault("has no text", path);
        }
        return text;
    }

    private BigDecimal number(JsonCursor cursor, String path) {
        String text = text(cursor, path);
        try {
            if (text.length() <= LONGEST_NUMBER) {
                return Scalars.decimal(text);
            }
        } catch (NumberFormatException e) {
            throw new BindException(what + " has no number at " + path, e);
        }
        throw fault("has no number", path);
    }

    private Boolean bool(JsonCursor cursor, String path) {
        String text = text(cursor, path);
        if (!text.equals("true") && !text.equals("false")) {
            throw fault("has neither true nor false", path);
        }
        return text.equals("true");
    }

    private List<Object> set(String type, JsonCursor cursor, String path) {
        if (!cursor.isArray()) {
            throw fault("has no set", path);
        }
        List<Object> set = new ArrayList<>();
        while (cursor.nextElement()) {
            String place = path + "[" + set.size() + "]";
            set.add(type.equals("NS") ? number(cursor, place) : text(cursor, place));
        }
        return Collections.unmodifiableList(set);
    }

    private List<@Nullable Object> list(JsonCursor cursor, String path) {
        if (!cursor.isArray()) {
            throw fault("has no list", path);
        }
        List<@Nullable Object> list = new ArrayList<>();
        while (cursor.nextElement()) {
            list.add(value(cursor, path + "[" + list.size() + "]"));
        }
        return Collections.unmodifiableList(list);
    }

    private BindException fault(String fault, String path) {
        return new BindException(what + " " + fault + (path.isEmpty() ? "" : " at " + path), null);
    }
}
