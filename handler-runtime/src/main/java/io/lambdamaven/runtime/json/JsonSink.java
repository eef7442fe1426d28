package io.lambdamaven.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes JSON into memory, token by token. */
public final class JsonSink {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    private final JsonGenerator generator;

    /** Starts with nothing written. */
    public JsonSink() {
        try {
            generator = JsonCursor.generator(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens an object.
     *
     * @return this
     */
    public JsonSink startObject() {
        try {
            generator.writeStartObject();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Closes an object.
     *
     * @return this
     */
    public JsonSink endObject() {
        try {
            generator.writeEndObject();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens an array.
     *
     * @return this
     */
    public JsonSink startArray() {
        try {
            generator.writeStartArray();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Closes an array.
     *
     * @return this
     */
    public JsonSink endArray() {
        try {
            generator.writeEndArray();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Names the member whose value comes next.
     *
     * @param name the member
     * @return this
     */
    public JsonSink name(String name) {
        try {
            generator.writeFieldName(name);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a string.
     *
     * @param value null is written as null
     * @return this
     */
    public JsonSink text(@Nullable String value) {
        try {
            generator.writeString(value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a whole number.
     *
     * @param value the number
     * @return this
     */
    public JsonSink number(long value) {
        try {
            generator.writeNumber(value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a number as it is.
     *
     * @param value the number
     * @return this
     */
    public JsonSink number(BigDecimal value) {
        try {
            generator.writeNumber(value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes JSON that is known to be such.
     *
     * @param json in UTF-8
     * @return this
     */
    public JsonSink raw(byte[] json) {
        try {
            generator.writeRawValue(new String(json, StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes true or false.
     *
     * @param value which of them
     * @return this
     */
    public JsonSink bool(boolean value) {
        try {
            generator.writeBoolean(value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What was written.
     *
     * @return UTF-8
     */
    public byte[] toBytes() {
        try {
            generator.close();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
