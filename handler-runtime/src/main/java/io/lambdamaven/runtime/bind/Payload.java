package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.HttpRequest;
import io.lambdamaven.api.S3Object;
import io.lambdamaven.api.SqsMessage;
import io.lambdamaven.runtime.event.S3Record;
import io.lambdamaven.runtime.event.SqsRecord;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.json.JsonCursor;
import io.lambdamaven.runtime.json.JsonException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The part of an event that a method is about, in whatever form the method wants it. */
public final class Payload {
    private final String what;
    private final byte[] bytes;
    private final @Nullable Object record;
    private final boolean unquoted;

    private Payload(String what, byte[] bytes, @Nullable Object record, boolean unquoted) {
        this.what = what;
        this.bytes = bytes;
        this.record = record;
        this.unquoted = unquoted;
    }

    static Payload body(HttpRequest request) {
        return text("the body", request.body());
    }

    static Payload text(String what, byte[] bytes) {
        return new Payload(what, bytes, null, false);
    }

    /**
     * A value of JSON: as a {@code String}, a JSON string is its content.
     *
     * @param what names it in messages
     * @param json its bytes
     * @return the payload
     */
    public static Payload json(String what, byte[] json) {
        return new Payload(what, json, null, true);
    }

    /**
     * A message; its body, unless the message itself is asked for.
     *
     * @param message from the event
     * @return the payload
     */
    public static Payload of(SqsRecord message) {
        return new Payload(
                "the body of message " + message.messageId(),
                message.body().getBytes(StandardCharsets.UTF_8),
                new SqsMessage(
                        message.messageId(),
                        message.receiptHandle(),
                        message.body(),
                        message.attributes(),
                        message.messageAttributes(),
                        message.queueArn()),
                false);
    }

    /**
     * An object.
     *
     * @param object from the event
     * @return the payload
     */
    public static Payload of(S3Record object) {
        S3Object value = new S3Object(
                object.bucket(),
                object.key(),
                object.size(),
                object.eTag(),
                object.versionId(),
                object.sequencer(),
                object.eventName(),
                object.region(),
                time(object.eventTime()));
        return new Payload("the record of " + object.bucket() + "/" + object.key(), new byte[0], value, false);
    }

    /**
     * A part of an event that has a type of its own in the API.
     *
     * @param view knows the type, and what is the payload for all others
     * @return the payload
     */
    public static Payload of(View view) {
        return new Payload("", new byte[0], view, false);
    }

    Object as(Type type) {
        if (record instanceof View view) {
            return view.as(type);
        } else if (type instanceof Class<?> plain && plain.isInstance(record) && record != null) {
            return record;
        } else if (type == String.class) {
            return string();
        } else if (type == byte[].class) {
            return bytes.clone();
        } else if (type == InputStream.class) {
            return new ByteArrayInputStream(bytes);
        }
        return value(type);
    }

    private String string() {
        if (unquoted && bytes.length > 0 && bytes[0] == '"') {
            try {
                return String.valueOf(JsonCursor.over(bytes).text());
            } catch (JsonException e) {
                throw new BindException(what + " " + e.fault(), e);
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private Object value(Type type) {
        if (bytes.length == 0) {
            throw new BindException(what + " is missing", null);
        }
        Object value;
        try {
            value = Json.read(bytes, type);
        } catch (JsonException e) {
            throw new BindException(what + " " + e.fault(), e);
        }
        if (value == null) {
            throw new BindException(what + " is missing", null);
        }
        return value;
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
