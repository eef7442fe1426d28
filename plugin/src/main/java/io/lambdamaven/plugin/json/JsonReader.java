package io.lambdamaven.plugin.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Documents to values. What AWS or a user hands in is bounded before it is kept. */
final class JsonReader {
    /** Above the largest document that Lambda and its neighbours send: 6 MB payloads, escaped twice at worst. */
    private static final int MAX_CHARS = 32 * 1024 * 1024;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MAX_CHARS)
                    .maxStringLength(MAX_CHARS)
                    .maxNestingDepth(200)
                    .maxNumberLength(100)
                    .maxNameLength(10_000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private JsonReader() {}

    static Json read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return document(parser);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    static Json read(byte[] utf8) {
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            return document(parser);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private static Json document(JsonParser parser) throws IOException {
        if (parser.nextToken() == null) {
            throw new JsonException("the document is empty");
        }
        Json value = value(parser);
        if (parser.nextToken() != null) {
            throw new JsonException("the document goes on after its end");
        }
        return value;
    }

    private static Json value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> Json.of(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Json.of(parser.getDecimalValue());
            case VALUE_TRUE -> Json.of(true);
            case VALUE_FALSE -> Json.of(false);
            case VALUE_NULL -> Json.Null.NULL;
            default -> throw new JsonException("unexpected " + parser.currentToken());
        };
    }

    private static Json object(JsonParser parser) throws IOException {
        SortedMap<String, Json> members = new TreeMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return new JsonObject(members);
    }

    private static Json array(JsonParser parser) throws IOException {
        List<Json> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return new JsonArray(values);
    }

    private static JsonException fault(IOException e) {
        if (e instanceof JsonProcessingException json && json.getLocation() != null) {
            return new JsonException(
                    json.getOriginalMessage() + " (line " + json.getLocation().getLineNr() + ", column "
                            + json.getLocation().getColumnNr() + ")",
                    e);
        }
        return new JsonException(String.valueOf(e.getMessage()), e);
    }
}
