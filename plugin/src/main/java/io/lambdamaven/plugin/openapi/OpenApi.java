package io.lambdamaven.plugin.openapi;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.json.schema.SchemaException;
import io.lambdamaven.plugin.json.schema.TypeSchemas;
import io.lambdamaven.plugin.model.Binding;
import io.lambdamaven.plugin.model.HandlerCall;
import io.lambdamaven.plugin.model.Parameter;
import io.lambdamaven.plugin.model.ScannedProject;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Describes a project's HTTP routes.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.1.html">OpenAPI 3.1.1</a>
 */
public final class OpenApi {
    /** Where the description stands in a jar whose function serves it. */
    public static final String ENTRY = "META-INF/lambda/openapi.json";

    private static final String VERSION = "3.1.1";

    private final List<Endpoint> endpoints;
    private final PathKeys keys;
    private final Contents contents;
    private final JsonObject definitions;
    private final OperationIds ids;
    private final ApiSecurity security;

    private OpenApi(List<Endpoint> endpoints, TypeSchemas schemas, ApiSecurity security) {
        this.security = security;
        this.endpoints = endpoints;
        this.keys = new PathKeys(endpoints.stream().map(Endpoint::template).toList());
        this.contents = new Contents(schemas.byType());
        this.definitions = schemas.definitions();
        this.ids = new OperationIds(endpoints);
    }

    /**
     * The description.
     *
     * @param classPath folders and jars with the types that the routes take and return
     * @throws UserFault if one of these cannot be loaded
     */
    public static JsonObject describe(ScannedProject project, ApiInfo info, List<Path> classPath) {
        return describe(project, info, ApiSecurity.UNKNOWN, classPath);
    }

    /**
     * The description, with who may call.
     *
     * @param classPath folders and jars with the types that the routes take and return
     * @throws UserFault if one of these cannot be loaded
     */
    public static JsonObject describe(
            ScannedProject project, ApiInfo info, ApiSecurity security, List<Path> classPath) {
        List<Endpoint> endpoints = Endpoint.of(project);
        try {
            TypeSchemas schemas = TypeSchemas.of(
                    endpoints.stream()
                            .flatMap(each -> Contents.types(each.call()).stream())
                            .toList(),
                    classPath,
                    "components/schemas");
            return new OpenApi(endpoints, schemas, security).document(info);
        } catch (SchemaException e) {
            throw new UserFault(
                    Problem.LM083,
                    Place.of(e.type().display()),
                    "There is no schema of this type, as it cannot be loaded (" + e.getMessage() + ").",
                    "Run Maven with a JDK that is no older than the project's <maven.compiler.release>, and declare the"
                            + " dependency that is missing.",
                    e);
        }
    }

    private JsonObject document(ApiInfo info) {
        JsonObject.Builder head = Json.object()
                .put("title", info.title())
                .put("version", info.version())
                .putIfPresent("description", info.description());
        JsonObject.Builder components = Json.object()
                .put("schemas", definitions)
                .put("responses", Json.object().put("Problem", Contents.problem()));
        if (!security.schemes().isEmpty()) {
            components.put("securitySchemes", new JsonObject(new TreeMap<>(security.schemes())));
        }
        JsonObject.Builder document = Json.object()
                .put("openapi", VERSION)
                .put("info", head)
                .put("paths", paths())
                .put("components", components);
        String server = info.server();
        if (server != null) {
            document.put("servers", Json.array(Json.object().put("url", server).build()));
        }
        return document.build();
    }

    private JsonObject paths() {
        SortedMap<String, SortedMap<String, Json>> paths = new TreeMap<>();
        for (Endpoint endpoint : endpoints) {
            Map<String, Json> item = paths.computeIfAbsent(keys.of(endpoint.template()), key -> new TreeMap<>());
            for (String method : endpoint.methods()) {
                item.computeIfAbsent(method.toLowerCase(Locale.ROOT), each -> operation(endpoint, method));
            }
        }
        JsonObject.Builder all = Json.object();
        paths.forEach((key, item) -> all.put(key, new JsonObject(item)));
        return all.build();
    }

    private JsonObject operation(Endpoint endpoint, String method) {
        HandlerCall call = endpoint.call();
        JsonObject.Builder operation = Json.object()
                .put("operationId", ids.of(endpoint, method))
                .put("tags", Json.array(Json.of(OperationIds.simpleName(call))))
                .put("responses", contents.responses(call, endpoint.terms()));
        List<Json> parameters = parameters(endpoint);
        if (!parameters.isEmpty()) {
            operation.put("parameters", new JsonArray(parameters));
        }
        contents.request(call, endpoint.terms(), method).ifPresent(body -> operation.put("requestBody", body));
        security.of(endpoint).ifPresent(asked -> operation.put("security", asked));
        return operation.build();
    }

    private List<Json> parameters(Endpoint endpoint) {
        Map<String, Json> parameters = new LinkedHashMap<>();
        Map<String, String> names = keys.names(endpoint.template());
        // A method that takes the request as a whole names none of them.
        for (String name : PathKeys.variables(keys.of(endpoint.template()))) {
            parameters.put(
                    "path " + name,
                    parameter(
                            "path",
                            name,
                            true,
                            Json.object().put("type", "string").build()));
        }
        for (Parameter parameter : endpoint.call().parameters()) {
            if (parameter.binding() instanceof Binding.RequestValue value && FormContents.isParameter(value)) {
                String in = value.source().name().toLowerCase(Locale.ROOT);
                String name = in.equals("path") ? names.getOrDefault(value.name(), value.name()) : value.name();
                parameters.put(in + " " + name, parameter(in, name, isRequired(value), schema(value)));
            }
        }
        return new ArrayList<>(parameters.values());
    }

    private static boolean isRequired(Binding.RequestValue value) {
        return value.source() == Binding.Source.PATH
                || (value.presence() == Binding.Presence.REQUIRED && value.defaultValue() == null);
    }

    private JsonObject schema(Binding.RequestValue value) {
        JsonObject one = contents.schema(value.type());
        String otherwise = value.defaultValue();
        if (value.presence() == Binding.Presence.LIST) {
            return Json.object().put("type", "array").put("items", one).build();
        }
        JsonObject.Builder schema = one.toBuilder();
        if (otherwise != null) {
            DefaultJson.of(one, otherwise).ifPresent(known -> schema.put("default", known));
        }
        return schema.build();
    }

    private static JsonObject parameter(String in, String name, boolean required, JsonObject schema) {
        return Json.object()
                .put("in", in)
                .put("name", name)
                .put("required", required)
                .put("schema", schema)
                .build();
    }
}
