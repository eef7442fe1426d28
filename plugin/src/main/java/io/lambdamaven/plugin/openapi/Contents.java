package io.lambdamaven.plugin.openapi;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.Binding;
import io.lambdamaven.plugin.model.HandlerCall;
import io.lambdamaven.plugin.model.HttpTerms;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What bodies hold: the types that a method takes and returns, and the media types that these stand for. */
final class Contents {
    private static final String STRING = "java.lang.String";
    private static final Set<String> NOTHING = Set.of("void", "java.lang.Void");
    private static final Set<String> READ_AS_BYTES = Set.of("java.io.InputStream");
    private static final String RESPONSE = "io.lambdamaven.api.HttpResponse";
    private static final String OPTIONAL = "java.util.Optional";

    private static final JsonObject PROBLEM =
            Json.object().put("$ref", "#/components/responses/Problem").build();

    private final Map<JavaType, JsonObject> schemas;

    /** @param schemas of all of {@link #types} */
    Contents(Map<JavaType, JsonObject> schemas) {
        this.schemas = schemas;
    }

    /** The types of which a description of a call needs the schemas. */
    static List<JavaType> types(HandlerCall call) {
        List<JavaType> types = new ArrayList<>();
        for (Parameter parameter : call.parameters()) {
            if (parameter.binding() instanceof Binding.FormRecord form) {
                types.addAll(FormContents.types(form.components()));
            } else if (parameter.binding() instanceof Binding.RequestValue) {
                types.addAll(FormContents.types(List.of(parameter)));
            } else if (parameter.binding() instanceof Binding.Payload payload && isJson(payload.type())) {
                types.add(payload.type());
            }
        }
        JavaType result = unwrapped(call.result());
        if (isJson(result) && !NOTHING.contains(name(result)) && !name(result).equals(RESPONSE)) {
            types.add(result);
        }
        return types;
    }

    JsonObject schema(JavaType type) {
        JsonObject schema = schemas.get(type);
        return schema == null ? Json.object().build() : schema;
    }

    /** The body that a call takes; empty where it takes none. */
    Optional<JsonObject> request(HandlerCall call, HttpTerms terms, String method) {
        Optional<JsonObject> form = new FormContents(this).schema(call);
        if (form.isPresent()) {
            return Optional.of(Json.object()
                    .put("content", content(terms.consumes(), "*/*", form.get()))
                    .put("required", true)
                    .build());
        }
        for (Parameter parameter : call.parameters()) {
            if (parameter.binding() instanceof Binding.Payload payload) {
                JsonObject content = isJson(payload.type())
                        ? content(terms.consumes(), "application/json", schema(payload.type()))
                        : content(terms.consumes(), "*/*", raw(payload.type()));
                return Optional.of(Json.object()
                        .put("content", content)
                        .put("required", isJson(payload.type()))
                        .build());
            }
        }
        boolean whole = call.parameters().stream()
                .anyMatch(each -> each.binding() instanceof Binding.Request
                        || each.binding() instanceof Binding.Event
                        || each.binding() instanceof Binding.AwsEvent);
        return whole && Set.of("POST", "PUT", "PATCH").contains(method)
                ? Optional.of(Json.object()
                        .put(
                                "content",
                                content(terms.consumes(), "*/*", Json.object().build()))
                        .build())
                : Optional.empty();
    }

    /** The answers of a call, by status. */
    JsonObject responses(HandlerCall call, HttpTerms terms) {
        JsonObject.Builder responses = Json.object().put("default", PROBLEM);
        JavaType result = unwrapped(call.result());
        if (NOTHING.contains(name(result))) {
            responses.put("204", Json.object().put("description", "Done"));
        } else if (name(result).equals(RESPONSE)) {
            JsonObject.Builder answer = Json.object().put("description", "The answer");
            if (!terms.produces().isEmpty()) {
                answer.put(
                        "content", content(terms.produces(), "", Json.object().build()));
            }
            responses.put("2XX", answer);
        } else {
            responses.put(
                    "200",
                    Json.object()
                            .put("description", "The answer")
                            .put(
                                    "content",
                                    isJson(result)
                                            ? content(terms.produces(), "application/json", schema(result))
                                            : content(
                                                    terms.produces(),
                                                    name(result).equals(STRING)
                                                            ? "text/plain"
                                                            : "application/octet-stream",
                                                    raw(result))));
        }
        if (!result.equals(call.result())) {
            responses.put("404", PROBLEM);
        }
        return responses.build();
    }

    /** How errors are told, as RFC 9457 has it. */
    static JsonObject problem() {
        JsonObject text = Json.object().put("type", "string").build();
        JsonObject properties = Json.object()
                .put("type", text)
                .put("title", text)
                .put("status", Json.object().put("type", "integer"))
                .put("detail", text)
                .build();
        JsonObject schema = Json.object()
                .put("type", "object")
                .put("properties", properties)
                .put("required", Json.texts(List.of("type", "title", "status", "detail")))
                .build();
        return Json.object()
                .put("description", "Why there is no such answer, as RFC 9457 has it")
                .put("content", content("application/problem+json", schema))
                .build();
    }

    /** By the types that the route names, else by the usual one. */
    private static JsonObject content(List<String> mediaTypes, String usual, JsonObject schema) {
        if (mediaTypes.isEmpty()) {
            return content(usual, schema);
        }
        JsonObject.Builder all = Json.object();
        mediaTypes.forEach(each -> all.put(each, Json.object().put("schema", schema)));
        return all.build();
    }

    private static JsonObject content(String mediaType, JsonObject schema) {
        return Json.object().put(mediaType, Json.object().put("schema", schema)).build();
    }

    /** Of bytes OpenAPI 3.1 says nothing: their media type does. */
    private static JsonObject raw(JavaType type) {
        return name(type).equals(STRING)
                ? Json.object().put("type", "string").build()
                : Json.object().build();
    }

    private static boolean isJson(JavaType type) {
        return !name(type).equals(STRING) && !name(type).equals("byte[]") && !READ_AS_BYTES.contains(name(type));
    }

    private static JavaType unwrapped(JavaType type) {
        return type instanceof JavaType.Declared declared
                        && declared.binaryName().equals(OPTIONAL)
                        && !declared.arguments().isEmpty()
                ? declared.arguments().get(0)
                : type;
    }

    private static String name(JavaType type) {
        return type instanceof JavaType.Declared declared ? declared.binaryName() : type.display();
    }
}
