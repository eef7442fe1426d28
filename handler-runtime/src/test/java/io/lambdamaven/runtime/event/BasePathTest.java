package io.lambdamaven.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What custom domains and others put before paths. */
class BasePathTest {
    private static final String CUSTOM = "api.shop.example";

    private static String event(String domain, String resource, String path, String rest, String version) {
        return ("{" + version + "'resource':'" + resource + "','path':'" + path + "','httpMethod':'GET','headers':{},"
                        + "'multiValueHeaders':{},'pathParameters':"
                        + (rest == null ? "null" : "{'a':'b'," + rest + "}")
                        + ",'requestContext':{'domainName':'" + domain + "','stage':'prod','path':'" + path
                        + "','requestId':'r','identity':{'sourceIp':'192.0.2.1'}},'body':null}")
                .replace('\'', '"');
    }

    private static String path(String json, String said) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Event event = Recognizer.recognize(bytes, false);
        assertThat(event.kind()).isEqualTo(EventKind.REST_API);
        return BasePath.off(HttpTarget.of(event), event, bytes, said).path();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/orders, /v1/orders, , /orders",
                "/orders, /v1/orders/, , /orders/",
                "/orders, /orders, , /orders",
                "/orders/{id}, /orders/orders/7, , /orders/7",
                "/orders/{id}, /shop/v1/orders/a%2Fb, , /orders/a%2Fb",
                "/a b, /v1/a%20b, , /a%20b",
                "/, /v1, , /",
                "/, /v1/, , /",
                "/, /, , /",
                "/{proxy+}, /v1/orders/7, 'proxy':'orders/7', /orders/7",
                "/{proxy+}, /v1/orders/7/, 'proxy':'orders/7', /orders/7/",
                "/{proxy+}, /v1/a%20b/7, 'proxy':'a b/7', /a%20b/7",
                "/{proxy+}, /orders/orders, 'proxy':'orders', /orders",
                "/{proxy+}, /orders/orders, 'proxy':'orders/orders', /orders/orders",
                "/files/{path+}, /v1/files/a/b, 'path':'a/b', /files/a/b",
                // Of no such resource: as it is.
                "/orders, /v1/lines, , /v1/lines",
                "/orders, /v1orders, , /v1orders",
                "/orders/{id}, /7, , /7",
                "/{proxy+}, /v1/orders, 'proxy':'other', /v1/orders",
                "/{proxy+}, /v1/orders, , /v1/orders",
                "/files/{path+}, /v1/a/b, 'path':'a/b', /v1/a/b",
                "$default, /v1/orders, , /v1/orders",
            })
    void aCustomDomainsMappingIsWhatThePathHasBeforeTheResource(
            String resource, String path, String rest, String routed) {
        assertThat(path(event(CUSTOM, resource, path, rest, ""), null)).isEqualTo(routed);
        assertThat(path(event(CUSTOM, resource, path, rest, "'version':'1.0',"), null))
                .as("an HTTP API's payload 1.0")
                .isEqualTo(routed);
    }

    @Test
    void theApisOwnDomainHasNoMapping() {
        String own = "x1.execute-api.eu-central-1.amazonaws.com";

        assertThat(path(event(own, "/orders", "/v1/orders", null, ""), null)).isEqualTo("/v1/orders");
        assertThat(path(event("", "/orders", "/v1/orders", null, ""), null)).isEqualTo("/v1/orders");
    }

    @Test
    void theOrderOfKeysIsOfNoMatter() {
        String json = "{'requestContext':{'domainName':'api.shop.example','stage':'prod','identity':{}},"
                + "'httpMethod':'GET','path':'/v1/a/b','multiValueHeaders':{},'headers':{},"
                + "'pathParameters':{'proxy':'a/b'},'resource':'/{proxy+}'}";

        assertThat(path(json.replace('\'', '"'), null)).isEqualTo("/a/b");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1, /v1/orders, /orders",
        "/v1/, /v1/orders, /orders",
        "/v1, /v1, /",
        "/v1, /v10/orders, /v10/orders",
        "/shop/v1, /shop/v1/orders, /orders",
        "/v1, /, /",
        "v1, v1/orders, v1/orders",
        "/, /orders, /orders",
        "'', /orders, /orders",
    })
    void whatIsSaidIsTakenOffWhereASegmentEnds(String base, String path, String rest) {
        int end = BasePath.prefix(path, base);

        assertThat(path.length() == end ? "/" : path.substring(end)).isEqualTo(rest);
    }

    @Test
    void whatIsSaidCountsWhereTheEventDoesNotTell() {
        assertThat(path(event(CUSTOM, "$default", "/v1/orders", null, "'version':'1.0',"), "/v1"))
                .isEqualTo("/orders");
        assertThat(path(event(CUSTOM, "/v1/orders", "/v1/v1/orders", null, ""), "/v1"))
                .as("once only")
                .isEqualTo("/v1/orders");
    }
}
