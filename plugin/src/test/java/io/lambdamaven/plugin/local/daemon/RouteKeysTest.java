package io.lambdamaven.plugin.local.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteKeysTest {
    private final RouteKeys keys = new RouteKeys(List.of(
            "GET /orders/{id}",
            "GET /orders/open",
            "ANY /orders/{id}",
            "GET /orders/{rest+}",
            "ANY /files/{path+}",
            "GET /",
            "POST /orders/{id}/lines/{line}"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "GET | /orders/open | GET /orders/open | {}",
                "GET | /orders/7 | GET /orders/{id} | {id=7}",
                "PUT | /orders/7 | ANY /orders/{id} | {id=7}",
                "PUT | /orders/open | ANY /orders/{id} | {id=open}",
                "GET | /orders/a%20b | GET /orders/{id} | {id=a b}",
                "GET | /orders/a+b | GET /orders/{id} | {id=a+b}",
                "GET | /orders/a%2Fb | GET /orders/{id} | {id=a/b}",
                "GET | /orders/7/lines | GET /orders/{rest+} | {rest=7/lines}",
                "POST | /orders/7/lines/2 | POST /orders/{id}/lines/{line} | {id=7, line=2}",
                "DELETE | /files/a/b.txt | ANY /files/{path+} | {path=a/b.txt}",
                "GET | / | GET / | {}",
                "GET | /files | - | -",
                "GET | /files/ | - | -",
                "GET | /other | - | -",
                "POST | / | - | -",
                "GET | /orders/ | - | -"
            })
    void takesTheMostSpecificRoute(String method, String path, String routeKey, String parameters) {
        var match = keys.match(method, path);

        assertThat(match.map(RouteKeys.Match::routeKey).orElse(null)).isEqualTo(routeKey);
        assertThat(match.map(found -> found.pathParameters().toString()).orElse(null))
                .isEqualTo(parameters);
    }

    @Test
    void theDefaultRouteTakesTheRest() {
        RouteKeys both = new RouteKeys(List.of("$default", "GET /a"));

        assertThat(both.match("GET", "/a"))
                .hasValueSatisfying(match -> assertThat(match.routeKey()).isEqualTo("GET /a"));
        assertThat(both.match("POST", "/a/b"))
                .hasValueSatisfying(match -> assertThat(match.routeKey()).isEqualTo("$default"));
    }
}
