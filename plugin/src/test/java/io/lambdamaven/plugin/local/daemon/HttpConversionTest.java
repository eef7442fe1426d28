package io.lambdamaven.plugin.local.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.local.host.Result;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpConversionTest {

    private static JsonObject event(String query, byte[] body, HttpEvent.Header... headers) {
        return new HttpEvent(
                        "localabcde",
                        new RouteKeys.Match("PUT /orders/{id}", new TreeMap<>(Map.of("id", "7"))),
                        "PUT",
                        "/orders/7",
                        query,
                        "HTTP/1.1",
                        List.of(headers),
                        new Bytes(body),
                        "localhost",
                        9111,
                        "127.0.0.1",
                        "r-1",
                        Instant.parse("2026-03-12T19:03:58.123Z"))
                .toJson();
    }

    private static HttpEvent.Header header(String name, String value) {
        return new HttpEvent.Header(name, value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aRequestBecomesAnEventOfFormatTwo() {
        JsonObject event = event(
                "a=1&a=2&b=x%20y&c",
                bytes("{}"),
                header("Content-Type", "application/json"),
                header("X-Multi", "1"),
                header("x-multi", "2"),
                header("Cookie", "s=1; t=2"),
                header("Cookie", "u=3"),
                header("User-Agent", "test"),
                header("X-Forwarded-For", "6.6.6.6"),
                header("Forwarded", "for=6.6.6.6"));

        assertThat(event).isEqualTo(Json.parse("""
                {"version":"2.0","routeKey":"PUT /orders/{id}","rawPath":"/orders/7","rawQueryString":"a=1&a=2&b=x%20y&c",
                "cookies":["s=1","t=2","u=3"],
                "headers":{"content-type":"application/json","x-multi":"1,2","user-agent":"test",
                "x-forwarded-for":"127.0.0.1","x-forwarded-port":"9111","x-forwarded-proto":"http"},
                "queryStringParameters":{"a":"1,2","b":"x y","c":""},
                "pathParameters":{"id":"7"},
                "requestContext":{"accountId":"123456789012","apiId":"localabcde","domainName":"localhost",
                "domainPrefix":"localhost","http":{"method":"PUT","path":"/orders/7","protocol":"HTTP/1.1",
                "sourceIp":"127.0.0.1","userAgent":"test"},"requestId":"r-1","routeKey":"PUT /orders/{id}",
                "stage":"$default","time":"12/Mar/2026:19:03:58 +0000","timeEpoch":1773342238123},
                "body":"{}","isBase64Encoded":false}
                """));
    }

    @Test
    void whatIsNotThereIsLeftOut() {
        JsonObject event = event("", new byte[0]);

        assertThat(event.has("body")).isFalse();
        assertThat(event.has("cookies")).isFalse();
        assertThat(event.has("queryStringParameters")).isFalse();
        assertThat(event.flag("isBase64Encoded")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv; charset=utf-8,false",
        "application/json,false",
        "application/problem+json,false",
        "image/svg+xml,false",
        "application/xml,false",
        "application/javascript,false",
        "application/x-www-form-urlencoded,false",
        "image/png,true",
        "application/octet-stream,true",
        "multipart/form-data; boundary=x,true"
    })
    void onlyTextGoesUnencoded(String contentType, boolean encoded) {
        JsonObject event = event("", bytes("hi"), header("content-type", contentType));

        assertThat(event.flag("isBase64Encoded")).isEqualTo(encoded);
        assertThat(event.text("body")).isEqualTo(encoded ? "aGk=" : "hi");
    }

    @Test
    void compressedOrBrokenTextIsEncoded() {
        assertThat(event("", bytes("hi"), header("content-type", "text/plain"), header("content-encoding", "gzip"))
                        .flag("isBase64Encoded"))
                .isTrue();
        assertThat(event("", new byte[] {(byte) 0xff}, header("content-type", "text/plain"))
                        .flag("isBase64Encoded"))
                .isTrue();
    }

    private static HttpAnswer answer(String payload, String error) {
        return HttpAnswer.of(new Result("r", bytes(payload), error, 1, null, List.of(), 0), 502);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"statusCode\":201,\"body\":\"hi\"} | 201 | text/plain; charset=utf-8 | hi",
                "{\"statusCode\":\"201\",\"body\":\"hi\",\"headers\":{\"Content-Type\":\"a/b\"}} | 201 | a/b | hi",
                "{\"statusCode\":200,\"body\":\"aGk=\",\"isBase64Encoded\":true} | 200 | text/plain; charset=utf-8 | hi",
                "{\"statusCode\":200,\"body\":null,\"headers\":null,\"cookies\":null} | 200 | text/plain; charset=utf-8 | ``",
                "{\"a\": 1} | 200 | application/json | {\"a\": 1}",
                "\"hi\" | 200 | application/json | hi",
                "[1] | 200 | application/json | [1]",
            })
    void anAnswerBecomesAResponse(String payload, int status, String contentType, String body) {
        HttpAnswer answer = answer(payload, null);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers())
                .filteredOn(header -> header.name().equalsIgnoreCase("content-type"))
                .extracting(HttpEvent.Header::value)
                .containsExactly(contentType);
        assertThat(new String(answer.body().array(), StandardCharsets.UTF_8)).isEqualTo(body);
    }

    @Test
    void eachCookieIsAHeaderOfItsOwn() {
        assertThat(answer("{\"statusCode\":200,\"cookies\":[\"a=1\",\"b=2; Path=/\"]}", null)
                        .headers())
                .contains(header("set-cookie", "a=1"), header("set-cookie", "b=2; Path=/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"statusCode\":\"x\"}",
                "{\"statusCode\":1}",
                "{\"statusCode\":null}",
                "{\"statusCode\":200,\"cookies\":\"a\"}",
                "{\"statusCode\":200,\"body\":\"!\",\"isBase64Encoded\":true}",
                "no json"
            })
    void aMalformedAnswerIsAServerError(String payload) {
        HttpAnswer answer = answer(payload, null);

        assertThat(answer.status()).isEqualTo(502);
        assertThat(new String(answer.body().array(), StandardCharsets.UTF_8))
                .isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void aFailedFunctionIsAServerErrorAndALateOneUnavailable() {
        assertThat(answer("{\"errorMessage\":\"x\",\"errorType\":\"y\"}", "Unhandled")
                        .status())
                .isEqualTo(502);
        HttpAnswer late = answer("{\"errorType\":\"Sandbox.Timedout\"}", "Unhandled");
        assertThat(late.status()).isEqualTo(503);
        assertThat(new String(late.body().array(), StandardCharsets.UTF_8))
                .isEqualTo("{\"message\":\"Service Unavailable\"}");
    }
}
