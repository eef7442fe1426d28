package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.HttpRequest;
import io.lambdamaven.api.S3Object;
import io.lambdamaven.runtime.event.Fields;
import io.lambdamaven.runtime.event.S3Record;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.json.JsonCursor;
import io.lambdamaven.runtime.json.JsonException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of an event that a method is about, in whatever form the method wants it. */
public final class Payload {
    private final String what;
    private final byte[] bytes;
    private final @Nullable Object record;
    private final @Nullable RecordForm form;
    private final boolean unquoted;
    private final @Nullable Fields delivered;

    private Payload(String what, byte[] bytes, @Nullable Object record, @Nullable RecordForm form, boolean unquoted) {
        this(what, bytes, record, form, unquoted, null);
    }

    private Payload(
            String what,
            byte[] bytes,
            @Nullable Object record,
            @Nullable RecordForm form,
            boolean unquoted,
            @Nullable Fields delivered) {
        this.what = what;
        this.bytes = bytes;
        this.record = record;
        this.form = form;
        this.unquoted = unquoted;
        this.delivered = delivered;
    }

    static Payload body(HttpRequest request) {
        return text("the body", request.body());
    }

    static Payload text(String what, byte[] bytes) {
        return new Payload(what, bytes, null, null, false);
    }

    /**
     * A value of JSON: as a {@code String}, a JSON string is its content.
     *
     * @param what names it in messages
     * @param json its bytes
     * @return the payload
     */
    public static Payload json(String what, byte[] json) {
        return new Payload(what, json, null, null, true);
    }

    /**
     * An object.
     *
     * @param object from the event
     * @return the payload
     */
    public static Payload of(S3Record object) {
        String what = "the record of " + object.bucket() + "/" + object.key();
        return new Payload(what, new byte[0], object(object), null, false);
    }

    static S3Object object(S3Record object) {
        return new S3Object(
                object.bucket(),
                object.key(),
                object.size(),
                object.eTag(),
                object.versionId(),
                object.sequencer(),
                object.eventName(),
                object.region(),
                RecordForm.iso(object.eventTime()));
    }

    /** @param delivered the record as it stands in the event */
    static Payload of(RecordForm form, Fields delivered) {
        return new Payload(form.what(), new byte[0], null, form, false, delivered);
    }

    byte[] content() {
        if (record instanceof S3Object object) {
            return written(object);
        }
        byte[] proper = (byte[]) as(byte[].class);
        return proper.length == 0 && delivered != null ? delivered.json() : proper;
    }

    /** Null for what is no record of a batch. */
    byte @Nullable [] delivered() {
        if (record instanceof S3Object object) {
            return written(object);
        }
        return delivered == null ? null : delivered.json();
    }

    private static byte[] written(S3Object object) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("bucket", object.bucket());
        members.put("key", object.key());
        members.put("size", object.size());
        members.put("eTag", object.eTag());
        members.put("versionId", object.versionId());
        members.put("sequencer", object.sequencer());
        members.put("eventName", object.eventName());
        return Json.write(members);
    }

    /**
     * What it is, for messages.
     *
     * @return such as {@code the body of message 1}
     */
    public String what() {
        return what;
    }

    /**
     * A part of an event that has a type of its own in the API.
     *
     * @param view knows the type, and what is the payload for all others
     * @return the payload
     */
    public static Payload of(View view) {
        return new Payload("", new byte[0], view, null, false);
    }

    boolean isNull() {
        return Arrays.equals(bytes, Json.nothing());
    }

    Object as(Type type) {
        if (record instanceof View view) {
            return view.as(type);
        }
        if (record != null && type instanceof Class<?> plain && plain.isInstance(record)) {
            return record;
        }
        byte[] proper = bytes;
        if (form != null) {
            try {
                Object api = type instanceof Class<?> plain ? form.api(plain) : null;
                if (api != null) {
                    return api;
                }
                proper = form.proper();
            } catch (JsonException e) {
                throw new BindException(what + " " + e.fault(), e);
            }
        }
        if (type == String.class) {
            return string(proper);
        } else if (type == byte[].class) {
            return Arrays.copyOf(proper, proper.length);
        } else if (type == InputStream.class) {
            return new ByteArrayInputStream(proper);
        }
        return value(proper, type);
    }

    private String string(byte[] proper) {
        if (unquoted && proper.length > 0 && proper[0] == '"') {
            try {
                return String.valueOf(JsonCursor.over(proper).text());
            } catch (JsonException e) {
                throw new BindException(what + " " + e.fault(), e);
            }
        }
        return new String(proper, StandardCharsets.UTF_8);
    }

    private Object value(byte[] proper, Type type) {
        if (proper.length == 0) {
            String advice = form == null ? null : form.ifAbsent();
            if (advice != null) {
                throw BindException.absent(what + " is not there" + advice);
            }
            throw new BindException(what + " is missing", null);
        }
        Object value;
        try {
            value = Json.read(proper, type);
        } catch (JsonException e) {
            throw new BindException(what + " " + e.fault(), e);
        }
        if (value == null) {
            throw new BindException(what + " is missing", null);
        }
        return value;
    }
}
