package io.lambdamaven.runtime.bind;

import io.lambdamaven.runtime.event.Fields;
import io.lambdamaven.runtime.json.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record of a batch on its way to a parameter: decoded when it is asked for, so that a fault is that record's alone. */
abstract class RecordForm {
    private static final int LONGEST_NUMBER = 40;

    private final String what;

    /** @param what names the payload proper in messages */
    RecordForm(String what) {
        this.what = what;
    }

    final String what() {
        return what;
    }

    /** The payload proper, empty if there is none. */
    abstract byte[] proper();

    /** What to do where there rightly is no payload proper; null if there always has to be one. */
    @Nullable
    String ifAbsent() {
        return null;
    }

    /** The record as its own type of ours; null for every other type. */
    abstract @Nullable Object api(Class<?> type);

    final byte[] base64(@Nullable String text) {
        try {
            return text == null ? new byte[0] : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new BindException(what + " is not base64", e);
        }
    }

    static Map<String, @Nullable Object> object(Fields fields, String name) {
        byte[] json = fields.json(name);
        return json == null ? Map.of() : Json.object(json);
    }

    static List<String> strings(Fields fields, String name) {
        byte[] json = fields.json(name);
        List<String> strings = new ArrayList<>();
        if (json != null && Json.tree(json) instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                strings.add(String.valueOf(list.get(i)));
            }
        }
        return strings;
    }

    /** An instant in ISO form. */
    static @Nullable Instant iso(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** An instant as seconds or thousandths of seconds since 1970, with or without decimals. */
    static @Nullable Instant since1970(@Nullable String text, boolean seconds) {
        try {
            if (text == null || text.length() > LONGEST_NUMBER) {
                return null;
            }
            BigDecimal number = new BigDecimal(text);
            return Instant.ofEpochMilli((seconds ? number.movePointRight(3) : number).longValue());
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }
}
