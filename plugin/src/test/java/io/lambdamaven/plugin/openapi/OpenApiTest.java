package io.lambdamaven.plugin.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.ScannedProject;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.scan.ProjectScanner;
import io.lambdamaven.plugin.testing.OpenApiValidator;
import io.lambdamaven.plugin.testing.UserProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Descriptions of routes, each of which a validator takes. */
final class OpenApiTest {
    private static final ApiInfo INFO = new ApiInfo("shop", "1.0.0", null, null);

    @TempDir
    Path folder;

    @Test
    void aRouteHasItsParametersBodyAndAnswers() {
        JsonObject document = describe("""
                public record Order(String id, java.util.List<Line> lines, java.util.Map<String, Integer> counts) {
                    public record Line(String item, int quantity) {}
                }
                """, """
                public class Orders {
                    @HttpTrigger(method = "PUT", path = "/orders/{id}")
                    public Optional<Order> put(
                            @PathParam int id,
                            @QueryParam(defaultValue = "10") int limit,
                            @QueryParam List<String> tag,
                            @HeaderParam("If-Match") String match,
                            @CookieParam Optional<UUID> session,
                            Order order) {
                        return Optional.of(order);
                    }
                }
                """);

        assertThat(document.object("paths").canonical())
                .isEqualTo(Json.parse("""
                {"/orders/{id}": {"put": {
                  "operationId": "put",
                  "tags": ["Orders"],
                  "parameters": [
                    {"in": "path", "name": "id", "required": true, "schema": {"type": "integer", "format": "int32"}},
                    {"in": "query", "name": "limit", "required": false,
                     "schema": {"type": "integer", "format": "int32", "default": 10}},
                    {"in": "query", "name": "tag", "required": false,
                     "schema": {"type": "array", "items": {"type": "string"}}},
                    {"in": "header", "name": "If-Match", "required": true, "schema": {"type": "string"}},
                    {"in": "cookie", "name": "session", "required": false,
                     "schema": {"type": "string", "format": "uuid"}}],
                  "requestBody": {"required": true, "content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/Order"}}}},
                  "responses": {
                    "200": {"description": "The answer", "content": {"application/json": {
                      "schema": {"$ref": "#/components/schemas/Order"}}}},
                    "404": {"$ref": "#/components/responses/Problem"},
                    "default": {"$ref": "#/components/responses/Problem"}}}}}
                """).canonical());
        assertThat(document.object("components").object("schemas").members()).containsOnlyKeys("Order", "Line");
        assertThat(document.text("openapi")).isEqualTo("3.1.1");
        assertThat(document.object("info").canonical()).isEqualTo("{\"title\":\"shop\",\"version\":\"1.0.0\"}");
    }

    /** The runtime reads more than JSON has. */
    @Test
    void defaultsAreValuesOfTheirTypesHoweverTheyAreWritten() {
        JsonObject document = describe("""
                public class Shop {
                    @HttpTrigger(path = "/a")
                    public String get(
                            @QueryParam(defaultValue = "TRUE") boolean open,
                            @QueryParam(defaultValue = "+5") int plus,
                            @QueryParam(defaultValue = "007") long agent,
                            @QueryParam(defaultValue = "1.") double dot,
                            @QueryParam(defaultValue = "1d") float letter,
                            @QueryParam(defaultValue = "NaN") double none,
                            @QueryParam(defaultValue = "-Infinity") float endless,
                            @QueryParam(defaultValue = "+1E3") java.math.BigDecimal many,
                            @QueryParam(defaultValue = "0x1p3") Double hex,
                            @QueryParam(defaultValue = "007") String text) {
                        return text;
                    }
                }
                """);

        assertThat(document.object("paths")
                        .object("/a")
                        .object("get")
                        .array("parameters")
                        .canonical())
                .contains(
                        "\"default\":true",
                        "\"default\":5,",
                        "\"default\":7,",
                        "\"default\":1,\"format\":\"double\"",
                        "\"default\":1,\"format\":\"float\"",
                        "\"default\":1000",
                        "\"default\":8,",
                        "\"default\":\"007\"")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void whoMayCallIsSaidOfEachRouteThatAsks() {
        ScannedProject project = project("""
                public class Shop {
                    @HttpTrigger(path = "/open")
                    public String open() {
                        return "";
                    }

                    @HttpTrigger(path = "/orders/{id}")
                    public String get(@PathParam String id) {
                        return id;
                    }

                    @HttpTrigger(method = "POST", path = "/orders")
                    public String post(String text) {
                        return text;
                    }
                }
                """);
        TreeMap<String, JsonObject> schemes = new TreeMap<>();
        schemes.put(
                "users",
                Json.object()
                        .put("type", "openIdConnect")
                        .put("openIdConnectUrl", "https://issuer.example/.well-known/openid-configuration")
                        .build());
        schemes.put(
                "key",
                Json.object()
                        .put("type", "apiKey")
                        .put("in", "header")
                        .put("name", "x-api-key")
                        .put("x-amazon-apigateway-authtype", "custom")
                        .build());
        ApiSecurity security = new ApiSecurity(
                schemes,
                Map.of(
                        ApiSecurity.key("", "GET", "/orders/{id}"),
                        new ApiSecurity.Rule(List.of("users", "key"), "users", List.of("read", "write")),
                        ApiSecurity.key("", "POST", "/orders"),
                        new ApiSecurity.Rule(List.of("key"), "", List.of())));

        JsonObject document = OpenApi.describe(project, INFO, security, classPath());

        assertThat(OpenApiValidator.faults(document.canonical())).isEmpty();
        JsonObject paths = document.object("paths");
        assertThat(paths.object("/orders/{id}").object("get").array("security").canonical())
                .isEqualTo("[{\"key\":[],\"users\":[\"read\"]},{\"key\":[],\"users\":[\"write\"]}]");
        assertThat(paths.object("/orders").object("post").array("security").canonical())
                .isEqualTo("[{\"key\":[]}]");
        assertThat(paths.object("/open").object("get").find("security")).isEmpty();
        assertThat(document.object("components").object("securitySchemes").members())
                .containsOnlyKeys("key", "users");
        assertThat(describe("""
                public class Plain {
                    @HttpTrigger(path = "/plain")
                    public String get() {
                        return "";
                    }
                }
                """).object("components").find("securitySchemes")).isEmpty();
    }

    @Test
    void mediaTypesAndFormsAreThoseOfTheRoute() {
        JsonObject document = describe("""
                public record Photo(String title, Optional<Integer> width, FormPart file) {}
                """, """
                public class Shop {
                    @HttpTrigger(method = "POST", path = "/photos", produces = {"text/plain", "text/csv"})
                    public String upload(@FormParam Photo photo, @FormParam List<FormPart> more) {
                        return "";
                    }

                    @HttpTrigger(method = "POST", path = "/bytes", consumes = "image/png", produces = "image/gif")
                    public HttpResponse bytes(byte[] image) {
                        return null;
                    }
                }
                """);

        assertThat(document.object("paths")
                        .object("/photos")
                        .object("post")
                        .object("requestBody")
                        .canonical())
                .isEqualTo(Json.parse("""
                {"required": true, "content": {"multipart/form-data": {"schema": {"type": "object",
                  "required": ["file", "title"], "properties": {
                    "title": {"type": "string"}, "file": {}, "width": {"type": "integer", "format": "int32"},
                    "more": {"type": "array", "items": {}}}}}}}
                """).canonical());
        assertThat(document.canonical()).contains("\"text/csv\":", "\"image/png\":", "\"image/gif\":");
    }

    @Test
    void anApiHasTheDescriptionAndServerThatItIsGiven() {
        JsonObject document = OpenApi.describe(
                project("""
                        public class Shop {
                            @HttpTrigger(path = "/")
                            public String home() {
                                return "";
                            }
                        }
                        """), new ApiInfo("Shop", "2", "Sells tea", "https://shop.example.com/v1"), classPath());

        assertThat(OpenApiValidator.faults(document.canonical())).isEmpty();
        assertThat(document.object("info").text("description")).isEqualTo("Sells tea");
        assertThat(document.array("servers").canonical()).isEqualTo("[{\"url\":\"https://shop.example.com/v1\"}]");
    }

    @Test
    void bodiesThatAreNoJsonHaveTheirMediaTypes() {
        JsonObject paths = describe("""
                public class Files {
                    @HttpTrigger(method = "POST", path = "/text")
                    public String text(String body) {
                        return body;
                    }

                    @HttpTrigger(method = "POST", path = "/bytes")
                    public byte[] bytes(java.io.InputStream body) {
                        return new byte[0];
                    }

                    @HttpTrigger(method = "POST", path = "/whole")
                    public HttpResponse whole(HttpRequest request) {
                        return HttpResponse.of(201);
                    }

                    @HttpTrigger(method = "DELETE", path = "/nothing")
                    public void nothing() {}
                }
                """).object("paths");

        assertThat(paths.find("/text", "post", "responses", "200", "content").map(Json::canonical))
                .hasValue("{\"text/plain\":{\"schema\":{\"type\":\"string\"}}}");
        assertThat(paths.find("/text", "post", "requestBody").map(Json::canonical))
                .hasValue("{\"content\":{\"*/*\":{\"schema\":{\"type\":\"string\"}}},\"required\":false}");
        assertThat(paths.find("/bytes", "post", "responses", "200", "content").map(Json::canonical))
                .hasValue("{\"application/octet-stream\":{\"schema\":{}}}");
        assertThat(paths.find("/bytes", "post", "requestBody", "content")).isPresent();
        assertThat(paths.find("/whole", "post", "responses", "2XX")).isPresent();
        assertThat(paths.find("/whole", "post", "requestBody")).isPresent();
        assertThat(paths.find("/nothing", "delete", "responses", "204")).isPresent();
        assertThat(paths.find("/nothing", "delete", "requestBody")).isEmpty();
    }

    @Test
    void anyStandsForTheMethodsThatNoOtherRouteHas() {
        JsonObject item = describe("""
                public class Shop {
                    @HttpTrigger(method = "ANY", path = "/orders")
                    public String any() {
                        return "";
                    }

                    @HttpTrigger(path = "/orders")
                    public List<String> list() {
                        return List.of();
                    }
                }
                """).object("paths").object("/orders");

        assertThat(item.members()).containsOnlyKeys("delete", "get", "head", "options", "patch", "post", "put");
        assertThat(item.find("get", "operationId")).hasValue(Json.of("list"));
        assertThat(item.find("post", "operationId")).hasValue(Json.of("Shop_any_post"));
    }

    @Test
    void pathsThatDifferInNamesAloneAreOne() {
        JsonObject paths = describe("""
                public class Shop {
                    @HttpTrigger(path = "/orders/{id}")
                    public String get(@PathParam String id) {
                        return id;
                    }

                    @HttpTrigger(method = "DELETE", path = "/orders/{order}")
                    public void delete(@PathParam String order) {}

                    @HttpTrigger(path = "/orders/{rest+}")
                    public String rest(@PathParam String rest) {
                        return rest;
                    }

                    @HttpTrigger(path = "/files/{path+}")
                    public String file(@PathParam String path) {
                        return path;
                    }
                }
                """).object("paths");

        assertThat(paths.members()).containsOnlyKeys("/orders/{id}", "/orders/{rest+}", "/files/{path}");
        assertThat(paths.object("/orders/{id}")
                        .object("delete")
                        .array("parameters")
                        .canonical())
                .isEqualTo("[{\"in\":\"path\",\"name\":\"id\",\"required\":true,\"schema\":{\"type\":\"string\"}}]");
        assertThat(paths.object("/orders/{rest+}")
                        .object("get")
                        .array("parameters")
                        .canonical())
                .contains("\"name\":\"rest+\"");
    }

    @Test
    void namesOfOperationsAreUnique() {
        JsonObject paths = describe("""
                public class Teas {
                    @HttpTrigger(path = "/teas")
                    @HttpTrigger(path = "/tea")
                    public String list() {
                        return "";
                    }
                }
                """, """
                public class Cups {
                    @HttpTrigger(path = "/cups")
                    public String list() {
                        return "";
                    }
                }
                """).object("paths");

        assertThat(List.of("/teas", "/tea", "/cups"))
                .extracting(path -> paths.object(path).object("get").text("operationId"))
                .containsExactly("Teas_list_get_2", "Teas_list_get", "Cups_list");
    }

    @Test
    void theValidatorKnowsWhatIsNone() {
        assertThat(OpenApiValidator.faults("{\"openapi\": \"3.1.1\", \"paths\": {\"orders\": {}}}"))
                .isNotEmpty();
    }

    @Test
    void aProjectWithoutRoutesHasAnEmptyDescription() {
        JsonObject document = describe("""
                public class Jobs {
                    @InvokeTrigger
                    public String run() {
                        return "";
                    }
                }
                """);

        assertThat(document.object("paths").members()).isEmpty();
    }

    @Test
    void aTypeThatCannotBeLoadedIsNamed() throws IOException {
        ScannedProject project = project("""
                public class Base {
                    public String name;
                }
                """, """
                public class Item extends Base {}
                """, """
                public class Shop {
                    @HttpTrigger(path = "/")
                    public Item get() {
                        return new Item();
                    }
                }
                """);
        Files.delete(folder.resolve("classes/shop/Base.class"));

        UserFault fault = catchThrowableOfType(UserFault.class, () -> OpenApi.describe(project, INFO, classPath()));

        assertThat(fault.diagnostics()).singleElement().satisfies(told -> {
            assertThat(told.problem()).isEqualTo(Problem.LM083);
            assertThat(told.place().subject()).isEqualTo("Item");
            assertThat(told.summary()).contains("NoClassDefFoundError", "shop/Base");
            assertThat(told.remedy()).contains("declare the dependency");
        });
    }

    private JsonObject describe(String... sources) {
        JsonObject document = OpenApi.describe(project(sources), INFO, classPath());
        assertThat(OpenApiValidator.faults(document.canonical())).isEmpty();
        return document;
    }

    private ScannedProject project(String... sources) {
        UserProject project = new UserProject(folder);
        for (String source : sources) {
            project.with("""
                    package shop;

                    import io.lambdamaven.annotation.*;
                    import io.lambdamaven.api.*;
                    import java.util.*;

                    """ + source);
        }
        return ProjectScanner.scan(List.of(project.compile()), UserProject.libraries());
    }

    private List<Path> classPath() {
        List<Path> classPath = new ArrayList<>(UserProject.libraries());
        classPath.add(folder.resolve("classes"));
        return classPath;
    }
}
