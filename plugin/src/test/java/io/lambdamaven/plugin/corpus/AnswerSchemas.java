package io.lambdamaven.plugin.corpus;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.lambdamaven.plugin.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas beside this class, each read once. */
final class AnswerSchemas {
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final Map<String, JsonSchema> READ = new ConcurrentHashMap<>();

    private AnswerSchemas() {}

    /** What keeps the answer from being of this shape. */
    static List<String> validate(String name, Json answer) {
        JsonSchema schema = READ.computeIfAbsent(name, AnswerSchemas::read);
        return schema.validate(answer.canonical(), InputFormat.JSON).stream()
                .map(ValidationMessage::getMessage)
                .map(message -> name + " " + message)
                .sorted()
                .toList();
    }

    /** The text of a schema. */
    static String text(String name) {
        String file = name + ".schema.json";
        try (InputStream in = AnswerSchemas.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSchema read(String name) {
        return FACTORY.getSchema(text(name), InputFormat.JSON);
    }
}
