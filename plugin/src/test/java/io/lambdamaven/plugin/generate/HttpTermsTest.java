package io.lambdamaven.plugin.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.generate.Running.Replied;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What routes say beyond method and path, from the annotation to the answer. */
final class HttpTermsTest {
    @TempDir
    Path folder;

    @Test
    void attributesAndCorsReachTheRuntime() throws Exception {
        Running running = Running.of(folder, """
                package shop;

                import io.lambdamaven.annotation.*;
                import io.lambdamaven.api.*;
                import java.util.*;

                @Cors("https://shop.example")
                public class Shop {
                    @HttpTrigger(path = "/items", produces = {"application/json", "text/csv"}, eTag = true, gzipFrom = 100)
                    public HttpResponse items(HttpRequest request) {
                        return "text/csv".equals(request.preferred("application/json", "text/csv"))
                                ? HttpResponse.text("a,b")
                                : HttpResponse.of(200).json(List.of("a", "b"));
                    }

                    @Cors(value = "*", headers = {"x-a", "x-b"}, exposed = "x-c", maxAge = 5)
                    @HttpTrigger(method = "POST", path = "/items", consumes = "text/*", maxBody = 4)
                    public String place(String text) {
                        return text;
                    }

                    @InvokeTrigger
                    public void other() {}
                }
                """);
        Replied csv = running.get("/items", "Accept: text/csv", "Origin: https://shop.example");
        assertThat(csv.body()).isEqualTo("a,b");
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(csv.header("ETag")).startsWith("W/");
        assertThat(csv.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
        assertThat(csv.header("Vary")).isEqualTo("Accept, Origin");
        assertThat(running.get("/items").body()).isEqualTo("[\"a\",\"b\"]");
        assertThat(running.get("/items", "Accept: image/png").status()).isEqualTo(406);

        assertThat(running.post("/items", "abc", "Content-Type: text/plain").body())
                .isEqualTo("abc");
        assertThat(running.post("/items", "abc", "Content-Type: a/b").status()).isEqualTo(415);
        assertThat(running.post("/items", "abcde", "Content-Type: text/plain").status())
                .isEqualTo(413);
        Replied preflight = running.ask(
                "OPTIONS",
                "/items",
                new byte[0],
                "Origin: https://any.example",
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: x-a");
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(preflight.header("Access-Control-Max-Age")).isEqualTo("5");
    }

    @Test
    void claimsOfTheCallerReachTheMethod() throws Exception {
        Running running = Running.of(folder, """
                package shop;

                import io.lambdamaven.annotation.*;
                import io.lambdamaven.api.*;
                import java.security.Principal;
                import java.util.*;

                public class Shop {
                    @HttpTrigger(path = "/me")
                    public String me(Caller caller, Principal same, @Claim String email,
                            @Claim(value = "age", defaultValue = "0") int age, @Claim("cognito:groups") List<String> groups) {
                        return caller.getName() + same.getName() + email + age + groups + caller.scopes();
                    }

                    @HttpTrigger(path = "/maybe")
                    public String maybe(Optional<Caller> caller, @Claim Optional<String> email) {
                        return caller.map(Caller::getName).orElse("nobody") + email.orElse("-");
                    }
                }
                """);
        assertThat(running.get("/me").status()).isEqualTo(401);
        assertThat(running.get("/maybe").body()).isEqualTo("nobody-");
        String claims = "\"sub\":\"u1\",\"email\":\"a@b.c\",\"cognito:groups\":\"[admin staff]\"";
        running.authorizer("{\"jwt\":{\"claims\":{" + claims + "},\"scopes\":[\"read\"]}}");
        assertThat(running.get("/me").body()).isEqualTo("u1u1a@b.c0[admin, staff][read]");
        running.authorizer("{\"jwt\":{\"claims\":{\"sub\":\"u1\"},\"scopes\":null}}");
        assertThat(running.get("/me").status()).isEqualTo(403);
        assertThat(running.get("/maybe").body()).isEqualTo("u1-");
    }

    @Test
    void aRouteThatSaysNothingMoreHasNoTerms() throws Exception {
        Running running = Running.of(folder, """
                package shop;

                import io.lambdamaven.annotation.*;

                public class Shop {
                    @HttpTrigger(path = "/items")
                    public String items() {
                        return "a";
                    }
                }
                """);
        assertThat(running.source())
                .doesNotContain("HttpTerms")
                .contains(".http(0, \"GET\", \"/items\", \"Shop.items\")");
    }
}
