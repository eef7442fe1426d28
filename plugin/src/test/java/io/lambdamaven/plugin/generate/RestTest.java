package io.lambdamaven.plugin.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lambdamaven.plugin.generate.Running.Replied;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.scan.ProjectScanner;
import io.lambdamaven.plugin.testing.UserProject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resources of Jakarta REST, compiled to routes and asked. */
final class RestTest {
    @TempDir
    Path folder;

    private Running running;

    @BeforeEach
    void build() throws Exception {
        running = Running.of(folder, """
                package shop;

                import io.lambdamaven.api.*;
                import jakarta.ws.rs.*;
                import jakarta.ws.rs.core.*;
                import java.util.*;

                @Path("orders/")
                @Produces(MediaType.APPLICATION_JSON)
                public class Orders {
                    public record Order(String id, int count) {}

                    @GET
                    public List<String> list(@QueryParam("tag") List<String> tags, @QueryParam("q") String query,
                            @QueryParam("limit") int limit, @QueryParam("all") boolean all,
                            @DefaultValue("7") @HeaderParam("X-Page") int page) {
                        return List.of(tags + " " + query + " " + limit + " " + all + " " + page);
                    }

                    @GET
                    @Path("/{ id : [^/]+ }")
                    public Optional<Order> get(@PathParam("id") String id) {
                        return id.equals("0") ? Optional.empty() : Optional.of(new Order(id, 1));
                    }

                    @GET
                    @Path("{id}/text")
                    @Produces({"text/plain, text/csv"})
                    public String text(@Context HttpRequest request, @CookieParam("session") String session) {
                        return request.pathParams().get("id") + session;
                    }

                    @POST
                    @Consumes(MediaType.APPLICATION_JSON)
                    public HttpResponse place(Order order) {
                        return HttpResponse.of(201).header("Location", "/orders/" + order.id());
                    }

                    @PUT
                    @Path("{id}")
                    @Consumes("application/x-www-form-urlencoded")
                    public void put(@PathParam("id") long id, @FormParam("count") int count) {
                        if (count == 0) {
                            throw new HttpException(422, "nothing of " + id);
                        }
                    }

                    @DELETE
                    @Path("{rest: .+}")
                    public String delete(@PathParam("rest") String rest) {
                        return '"' + rest + '"';
                    }

                    @Purge
                    public void purge() {}
                }
                """, """
                package shop;

                import jakarta.ws.rs.HttpMethod;
                import java.lang.annotation.*;

                @HttpMethod("PATCH")
                @Retention(RetentionPolicy.RUNTIME)
                public @interface Purge {}
                """, """
                package shop;

                import jakarta.ws.rs.ApplicationPath;
                import jakarta.ws.rs.core.Application;

                @ApplicationPath("/api")
                public class Shop extends Application {}
                """, """
                package shop;

                @jakarta.ws.rs.Path("elsewhere")
                public interface Client {
                    @jakarta.ws.rs.GET
                    jakarta.ws.rs.core.Response get();
                }
                """);
    }

    @Test
    void valuesAreBoundAsJakartaRestBindsThem() throws Exception {
        assertThat(running.get("/api/orders?tag=a&tag=b&q=x&limit=5&all=true", "X-Page: 3")
                        .body())
                .isEqualTo("[\"[a, b] x 5 true 3\"]");
        assertThat(running.get("/api/orders").body()).isEqualTo("[\"[] null 0 false 7\"]");
        assertThat(running.get("/api/orders?limit=x").status()).isEqualTo(400);
        assertThat(running.get("/orders").status()).isEqualTo(404);
    }

    @Test
    void pathsTypesAndMethodsDecide() throws Exception {
        assertThat(running.get("/api/orders/7").body()).isEqualTo("{\"id\":\"7\",\"count\":1}");
        assertThat(running.get("/api/orders/0").status()).isEqualTo(404);
        assertThat(running.get("/api/orders/7", "Accept: text/html").status()).isEqualTo(406);
        Replied text = running.get("/api/orders/7/text", "Accept: text/csv");
        assertThat(text.body()).isEqualTo("7null");
        assertThat(text.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(running.ask("DELETE", "/api/orders/a/b", new byte[0]).body()).isEqualTo("\"a/b\"");
        assertThat(running.ask("PATCH", "/api/orders", new byte[0]).status()).isEqualTo(204);
        Replied wrong = running.ask("DELETE", "/api/orders", new byte[0]);
        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, PATCH, POST");
    }

    @Test
    void bodiesAreReadByTheirTypes() throws Exception {
        String json = "{\"id\":\"7\",\"count\":1}";
        Replied placed = running.post("/api/orders", json, "Content-Type: application/json");
        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.header("Location")).isEqualTo("/orders/7");
        assertThat(running.post("/api/orders", json, "Content-Type: text/plain").status())
                .isEqualTo(415);
        String form = "Content-Type: application/x-www-form-urlencoded";
        assertThat(running.ask("PUT", "/api/orders/7", "count=1".getBytes(StandardCharsets.UTF_8), form)
                        .status())
                .isEqualTo(204);
        assertThat(running.ask("PUT", "/api/orders/7", "a=1".getBytes(StandardCharsets.UTF_8), form)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aGuardThatNobodyKeepsIsRefused() {
        UserProject project =
                new UserProject(folder.resolve("guarded")).with("""
                        package jakarta.annotation.security;

                        public @interface RolesAllowed {
                            String[] value();
                        }
                        """).with("""
                        package shop;

                        import jakarta.annotation.security.RolesAllowed;
                        import jakarta.ws.rs.*;

                        @Path("a")
                        public class Guarded {
                            @GET
                            @RolesAllowed("admin")
                            public String get() {
                                return "";
                            }
                        }
                        """);
        UserFault fault = catchThrowableOfType(
                UserFault.class, () -> ProjectScanner.scan(List.of(project.compile()), UserProject.libraries()));

        assertThat(fault.diagnostics()).singleElement().satisfies(each -> {
            assertThat(each.problem()).isEqualTo(Problem.LM144);
            assertThat(each.summary()).contains("@RolesAllowed would guard nothing");
        });
    }

    @Test
    void aHostedApplicationKeepsItsResources() {
        UserProject project = new UserProject(folder.resolve("hosted")).with("""
                        package shop;

                        import io.lambdamaven.annotation.WebApplication;
                        import jakarta.ws.rs.*;
                        import jakarta.ws.rs.core.*;

                        @WebApplication
                        @Path("a")
                        public class Hosted {
                            @GET
                            public Response get() {
                                return Response.ok().build();
                            }

                            public static void main(String[] args) {}
                        }
                        """);

        assertThat(ProjectScanner.scan(List.of(project.compile()), UserProject.libraries())
                        .functions())
                .singleElement()
                .satisfies(each -> assertThat(each.model().routes()).hasSize(1));
    }
}
