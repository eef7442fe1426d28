package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.api.HttpRequest;
import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.runtime.Asked.Replied;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Methods that no route names: HEAD, OPTIONS and the wrong ones; and errors in the form that is asked for. */
class HttpMethodsTest {
    private static final RouteTable ROUTES = RouteTable.builder(Map.of())
            .http(0, "GET", "/orders", "Shop.list")
            .http(1, "POST", "/orders", "Shop.place")
            .http(2, "GET", "/orders/{id}", "Shop.get")
            .http(3, "ANY", "/orders/{id}", "Shop.any")
            .http(4, "HEAD", "/own", "Shop.head")
            .http(5, "GET", "/own", "Shop.own")
            .http(6, "ANY", "/files/{path+}", "Shop.file")
            .http(7, "GET", "/files/{name}", "Shop.named")
            .http(8, "OPTIONS", "/asked", "Shop.options")
            .build();

    /** Answers with the number of its route and the method. */
    private static final class Numbered extends RoutedHandler {
        Numbered() {
            super(ROUTES);
        }

        @Override
        protected Object call(int route, Arguments in) {
            HttpRequest request = in.request();
            return HttpResponse.text(route + " " + request.method()).header("X-Route", String.valueOf(route));
        }
    }

    private static Replied ask(String method, String path, String... headers) throws IOException {
        Numbered numbered = new Numbered();
        MethodHandler handler = new MethodHandler(ROUTES, in -> null) {
            @Override
            protected Object call(int route, Arguments in) {
                return numbered.call(route, in);
            }
        };
        Asked asked = Asked.of(handler, method, path);
        for (int i = 0; i < headers.length; i += 2) {
            asked.with(headers[i], headers[i + 1]);
        }
        return asked.ask();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /orders,      0", //
        "HEAD,   /orders,      0",
        "HEAD,   /orders/1,    2",
        "DELETE, /orders/1,    3",
        "HEAD,   /own,         4",
        "GET,    /own,         5",
        "HEAD,   /files/a,     7",
        "PUT,    /files/a,     6",
        "HEAD,   /files/a/b,   6",
        "OPTIONS, /asked,      8",
        "OPTIONS, /orders/1,   3",
    })
    void theClosestPathWinsThenItsMethodThenGetForHead(String method, String path, String route) throws IOException {
        Replied replied = ask(method, path);

        assertThat(replied.status()).isEqualTo(200);
        assertThat(replied.header("X-Route")).isEqualTo(route);
        assertThat(replied.body()).isEqualTo(method.equals("HEAD") ? "" : route + " " + method);
        assertThat(replied.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
    }

    @Test
    void whatNoRouteTakesIsToldWhatThePathTakes() throws IOException {
        Replied wrong = ask("PUT", "/orders");

        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        assertThat(wrong.problem().get("status").asInt()).isEqualTo(405);
    }

    @Test
    void optionsAreAnsweredWithWhatThePathTakes() throws IOException {
        Replied options = ask("OPTIONS", "/orders");

        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        assertThat(options.body()).isEmpty();
        assertThat(ask("OPTIONS", "/nowhere").status()).isEqualTo(404);
    }

    @Test
    void anErrorOnHeadHasNoBodyEither() throws IOException {
        Replied nothing = ask("HEAD", "/nowhere");

        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.body()).isEmpty();
        assertThat(nothing.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @EnumSource
    void everyFrontAnswersHeadByGet(HttpForm form) throws IOException {
        MethodHandler handler = new MethodHandler(
                RouteTable.builder(Map.of()).http(0, "GET", "/a", "Shop.a").build(), in -> List.of(1));
        String answer = handler.invoke(form.event("HEAD", "/a", "", false), Invocation.live());

        assertThat(answer).contains("\"statusCode\":200", "\"body\":\"\"", "application/json");
        assertThat(handler.invoke(form.event("OPTIONS", "/a", "", false), Invocation.live()))
                .contains("\"statusCode\":204", "GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                       | application/problem+json",
                "*/*                                    | application/problem+json",
                "application/json                       | application/problem+json",
                "application/problem+json               | application/problem+json",
                "text/html, application/xhtml+xml, */*;q=0.8 | text/plain; charset=utf-8",
                "text/plain                             | text/plain; charset=utf-8",
                "text/*;q=0.5, application/json;q=0.4   | text/plain; charset=utf-8",
                "text/plain;q=0.4, application/*;q=0.5  | application/problem+json",
                "image/png                              | application/problem+json",
            })
    void errorsComeAsProblemsUnlessTextIsWanted(String accept, String type) throws IOException {
        Replied replied = accept == null ? ask("GET", "/nowhere") : ask("GET", "/nowhere", "Accept", accept);

        assertThat(replied.status()).isEqualTo(404);
        assertThat(replied.header("Content-Type")).isEqualTo(type);
        assertThat(replied.body()).contains("there is nothing at this path");
    }
}
