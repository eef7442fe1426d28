package io.lambdamaven.plugin.sample;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An event as {@code samples.json} has it: <code>{{name}}</code> alone stands for any value, within a longer text for a
 * text or number.
 */
final class Template {
    private static final Pattern USE = Pattern.compile("\\{\\{(\\w+)}}");

    private final Map<String, Json> values;

    private Template(Map<String, Json> values) {
        this.values = values;
    }

    static Json fill(String name, Map<String, Json> values) {
        try (InputStream resource = Template.class.getResourceAsStream("samples.json")) {
            if (resource == null) {
                throw new IllegalStateException("The plugin's jar lacks samples.json");
            }
            return new Template(values)
                    .fill(Json.parse(resource.readAllBytes()).asObject().get(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read samples.json from the plugin's jar", e);
        }
    }

    private Json fill(Json json) {
        if (json instanceof JsonObject object) {
            JsonObject.Builder filled = Json.object();
            object.members().forEach((name, value) -> filled.put(text(name), fill(value)));
            return filled.build();
        } else if (json instanceof JsonArray array) {
            return Json.array(array.values().stream().map(this::fill).toList());
        } else if (json instanceof Json.Text text) {
            Matcher whole = USE.matcher(text.value());
            return whole.matches() ? value(whole.group(1)) : Json.of(text(text.value()));
        }
        return json;
    }

    private String text(String text) {
        return USE.matcher(text).replaceAll(use -> {
            Json value = value(use.group(1));
            return Matcher.quoteReplacement(value instanceof Json.Text plain ? plain.value() : value.canonical());
        });
    }

    private Json value(String name) {
        Json value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("samples.json asks for " + name);
        }
        return value;
    }
}
