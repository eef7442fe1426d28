package io.lambdamaven.runtime.config;

import io.lambdamaven.runtime.json.JsonCursor;
import io.lambdamaven.runtime.json.JsonException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a source holds, checked: one flat JSON object of texts. */
final class FlatJson {
    /** Room for any configuration, and too little for what was put into the wrong place. */
    static final int MOST = 256 * 1024;

    private static final int SHOWN = 64;

    private FlatJson() {}

    /** @throws ConfigException if it is anything else */
    static Map<String, String> read(byte[] json) {
        checkSize(json.length);
        try {
            return walked(JsonCursor.over(json));
        } catch (JsonException e) {
            // Not as the cause: its message may quote a character of a value.
            throw new ConfigException("it is not JSON from its first byte to its last");
        }
    }

    static void checkSize(int bytes) {
        if (bytes > MOST) {
            throw new ConfigException("it has more than " + MOST + " bytes");
        }
    }

    private static Map<String, String> walked(JsonCursor cursor) {
        if (!cursor.isObject()) {
            throw new ConfigException("it is not a JSON object");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String key = cursor.nextName(); key != null; key = cursor.nextName()) {
            checkKey(key);
            String value = cursor.isText() ? cursor.text() : null;
            if (value == null) {
                throw new ConfigException("the value of '" + shown(key) + "' is not a text");
            }
            if (values.put(key, value) != null) {
                throw new ConfigException("it has the key '" + shown(key) + "' twice");
            }
        }
        cursor.finish();
        return values;
    }

    /** @throws ConfigException if no setting may have this name */
    static void checkKey(String key) {
        if (!SettingKeys.isKey(key)) {
            throw new ConfigException(
                    "the key '" + shown(key) + "' is not a letter or _ and then letters, digits, _ and dots");
        }
        if (SettingKeys.isReserved(key)) {
            throw new ConfigException("the key '" + shown(key) + "' is reserved for Lambda and the JVM");
        }
    }

    /** As much of a key as a line of the log may hold. */
    private static String shown(String key) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < key.length() && i < SHOWN; i++) {
            char c = key.charAt(i);
            out.append(c < ' ' || c > '~' ? '?' : c);
        }
        return key.length() > SHOWN ? out.append("...").toString() : out.toString();
    }
}
