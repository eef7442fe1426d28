package io.lambdamaven.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Jackson's data binding, in a class of its own because the first touch of it costs a cold start a fifth of a second:
 * only routes whose types need it load it.
 */
final class Databind {
    static final Databind HERE = new Databind(lean());

    /** Not there where the project has a mapper of its own, or when it could not do something. */
    private volatile @Nullable LeanMapper lean;

    Databind(@Nullable LeanMapper lean) {
        this.lean = lean;
    }

    private static @Nullable LeanMapper lean() {
        if (JsonMappers.provider() != null) {
            return null;
        }
        try {
            return new LeanMapper(factory());
        } catch (LinkageError e) {
            // Its parts differ between versions of Jackson, of which the project may have an earlier one.
            return null;
        }
    }

    static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(Limits.BYTES)
                        .maxStringLength(Limits.BYTES)
                        .maxNestingDepth(Limits.DEPTH)
                        .maxNumberLength(Limits.NUMBER)
                        .maxNameLength(Limits.NAME)
                        .build())
                // Two readers that take different ones of two equal keys disagree about one message.
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
    }

    @Nullable
    Object read(byte[] json, Type type) {
        try {
            return readEither(json, type);
        } catch (InvalidDefinitionException e) {
            // No JSON would do: the type's fault, not the sender's.
            throw new IllegalStateException(
                    type.getTypeName() + " cannot be read from JSON: " + e.getOriginalMessage(), e);
        } catch (JsonMappingException e) {
            String where = path(e.getPath());
            throw new JsonException(
                    where.isEmpty() ? "does not fit what is expected" : "does not fit at " + where,
                    e.getOriginalMessage(),
                    e);
        } catch (IOException e) {
            throw Faults.notJson(e);
        }
    }

    byte[] write(Object value) {
        try {
            return writeEither(value);
        } catch (JsonProcessingException e) {
            throw new JsonException(
                    "cannot be written as JSON", value.getClass().getName() + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Object readEither(byte[] json, Type type) throws IOException {
        LeanMapper light = lean;
        if (light != null) {
            try {
                return light.read(json, type);
            } catch (RuntimeException | JsonMappingException e) {
                if (!isBeyond(e)) {
                    throw e;
                }
                lean = null;
            }
        }
        return FullMapper.read(json, type);
    }

    private byte[] writeEither(Object value) throws IOException {
        LeanMapper light = lean;
        if (light != null) {
            try {
                return light.write(value);
            } catch (RuntimeException | JsonMappingException e) {
                if (!isBeyond(e)) {
                    throw e;
                }
                lean = null;
            }
        }
        return FullMapper.write(value);
    }

    /** Whether it may be that no more than a mapper's date format or codec was missing; the mapper then says. */
    private static boolean isBeyond(Exception failure) {
        return failure instanceof RuntimeException
                || failure instanceof InvalidDefinitionException
                || failure.getCause() instanceof RuntimeException;
    }

    private static String path(List<JsonMappingException.Reference> path) {
        StringBuilder out = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                out.append('[').append(step.getIndex()).append(']');
            } else {
                out.append(out.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        }
        return out.toString();
    }
}
