package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.api.HttpException;
import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.runtime.Asked.Replied;
import io.lambdamaven.runtime.route.HttpTerms;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers ask before and after requests of other sites' pages. */
class CorsTest {
    private static final HttpTerms SHOP = terms(true, "https://shop.example", "https://*.shop.example");
    private static final HttpTerms ALL = terms(false, "*");

    private static HttpTerms terms(boolean credentials, String... origins) {
        return HttpTerms.of()
                .calledFrom(
                        origins,
                        new String[] {"content-type", "X-Tag"},
                        new String[] {"X-Total", "ETag"},
                        credentials,
                        600);
    }

    private static Asked preflight(HttpTerms terms, String origin) {
        return Asked.of(terms, "PUT", "OPTIONS", in -> {
                    throw new AssertionError("a preflight calls nothing");
                })
                .with("Origin", origin)
                .with("Access-Control-Request-Method", "PUT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example",
                "HTTPS://SHOP.example",
                "https://a.shop.example",
                "https://a.b.shop.example"
            })
    void aPageThatMayCallIsToldSo(String origin) throws IOException {
        Replied replied = preflight(SHOP, origin)
                .with("Access-Control-Request-Headers", "content-type, x-tag")
                .ask();

        assertThat(replied.status()).isEqualTo(204);
        assertThat(replied.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(replied.header("Access-Control-Allow-Methods")).isEqualTo("PUT");
        assertThat(replied.header("Access-Control-Allow-Headers")).isEqualTo("content-type, x-tag");
        assertThat(replied.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(replied.header("Access-Control-Max-Age")).isEqualTo("600");
        assertThat(replied.header("Vary")).isEqualTo("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://shop.example",
                "https://shop.example.evil.example",
                "https://evilshop.example",
                "https://.shop.example",
                "https://shop.example:8443",
                "null",
                "https://a b.shop.example",
                "https://evil.example/.shop.example",
                "https://evil.example?.shop.example",
                "https://evil@x.shop.example"
            })
    void anotherPageIsNot(String origin) throws IOException {
        Replied replied = preflight(SHOP, origin).ask();

        assertThat(replied.status()).isEqualTo(403);
        assertThat(replied.header("Access-Control-Allow-Origin")).isNull();
        assertThat(replied.header("Vary")).isEqualTo("Origin");
    }

    @Test
    void aHeaderThatNobodyAllowedIsRefused() throws IOException {
        Replied replied = preflight(SHOP, "https://shop.example")
                .with("Access-Control-Request-Headers", "content-type,authorization")
                .ask();

        assertThat(replied.status()).isEqualTo(403);
        assertThat(replied.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void aStarAllowsEverybodyButNoUser() throws IOException {
        Replied replied = preflight(ALL, "https://anyone.example").ask();
        assertThat(replied.status()).isEqualTo(204);
        assertThat(replied.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(replied.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(replied.header("Vary")).isNull();

        HttpTerms anyHeader =
                HttpTerms.of().calledFrom(new String[] {"*"}, new String[] {"*"}, new String[0], false, 0);
        assertThat(preflight(anyHeader, "https://a.example")
                        .with("Access-Control-Request-Headers", "x-anything")
                        .ask()
                        .header("Access-Control-Allow-Headers"))
                .isEqualTo("x-anything");
        assertThat(preflight(anyHeader, "https://a.example")
                        .with("Access-Control-Request-Headers", "x-a\u00e4, <b>")
                        .ask()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void onlyRoutesThatSaySoMayBeCalled() throws IOException {
        RouteTable routes = RouteTable.builder(Map.of())
                .http(0, "PUT", "/orders", "Shop.put", SHOP)
                .http(1, "DELETE", "/orders", "Shop.delete")
                .build();
        MethodHandler handler = new MethodHandler(routes, in -> "x");
        Asked delete = Asked.of(handler, "OPTIONS", "/orders")
                .with("Origin", "https://shop.example")
                .with("Access-Control-Request-Method", "DELETE");

        Replied replied = delete.ask();
        assertThat(replied.status()).isEqualTo(204);
        assertThat(replied.header("Allow")).isEqualTo("DELETE, OPTIONS, PUT");
        assertThat(replied.header("Access-Control-Allow-Origin")).isNull();
        assertThat(Asked.of(handler, "OPTIONS", "/orders").ask().header("Allow"))
                .isEqualTo("DELETE, OPTIONS, PUT");
        assertThat(Asked.of(handler, "DELETE", "/orders")
                        .with("Origin", "https://shop.example")
                        .ask()
                        .header("Access-Control-Allow-Origin"))
                .isNull();
    }

    @Test
    void anAnswerCanBeReadByThoseWhoMayAndNobodyElse() throws IOException {
        Replied read = Asked.of(SHOP, "PUT", "PUT", in -> "x")
                .with("Origin", "https://shop.example")
                .ask();
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
        assertThat(read.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(read.header("Access-Control-Expose-Headers")).isEqualTo("X-Total, ETag");
        assertThat(read.header("Vary")).isEqualTo("Origin");

        Replied other = Asked.of(SHOP, "PUT", "PUT", in -> "x")
                .with("Origin", "https://evil.example")
                .ask();
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.header("Access-Control-Allow-Origin")).isNull();
        assertThat(other.header("Vary")).isEqualTo("Origin");
        assertThat(Asked.of(SHOP, "PUT", "PUT", in -> "x").ask().header("Vary")).isEqualTo("Origin");
    }

    @Test
    void errorsCanBeReadTooAndWhatTheMethodSaysStays() throws IOException {
        Replied error = Asked.of(SHOP, "PUT", "PUT", in -> {
                    throw new HttpException(409, "closed");
                })
                .with("Origin", "https://shop.example")
                .ask();
        assertThat(error.status()).isEqualTo(409);
        assertThat(error.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");

        HttpResponse own = HttpResponse.text("x").header("Access-Control-Allow-Origin", "https://own.example");
        assertThat(Asked.of(SHOP, "PUT", "PUT", in -> own)
                        .with("Origin", "https://shop.example")
                        .ask()
                        .header("Access-Control-Allow-Origin"))
                .isEqualTo("https://own.example");
    }

    @Test
    void placeholdersStandForOriginsAndTheFrontMayDoItAll() throws IOException {
        assertThat(preflight(terms(false, "${shop}"), "https://shop.example")
                        .ask()
                        .status())
                .isEqualTo(204);

        RouteTable routes = RouteTable.builder(Map.of("LAMBDA_MAVEN__CORS", "front"))
                .http(0, "PUT", "/orders", "Shop.put", SHOP)
                .build();
        assertThat(routes.hasCors()).isFalse();
        Replied replied = Asked.of(new MethodHandler(routes, in -> List.of()), "PUT", "/orders")
                .with("Origin", "https://shop.example")
                .ask();
        assertThat(replied.status()).isEqualTo(200);
        assertThat(replied.header("Access-Control-Allow-Origin")).isNull();
    }
}
