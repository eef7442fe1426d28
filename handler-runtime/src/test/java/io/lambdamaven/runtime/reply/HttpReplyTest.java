package io.lambdamaven.runtime.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.EventKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpReplyTest {
    private static final HttpResponse FULL = HttpResponse.of(200)
            .header("Vary", "Accept")
            .header("vary", "Cookie")
            .cookie("a=1; Path=/")
            .cookie("b=2")
            .cookie("c=3")
            .body("grüß");

    @Test
    void anHttpApiGetsJoinedHeadersAndAListOfCookies() {
        assertThat(write(EventKind.HTTP_API, "", FULL))
                .isEqualTo("{\"statusCode\":200,\"headers\":{\"content-type\":\"text/plain; charset=utf-8\","
                        + "\"vary\":\"Accept, Cookie\"},\"cookies\":[\"a=1; Path=/\",\"b=2\",\"c=3\"],"
                        + "\"body\":\"grüß\",\"isBase64Encoded\":false}");
    }

    @Test
    void aFunctionUrlGetsTheSameAsAnHttpApi() {
        assertThat(write(EventKind.FUNCTION_URL, "", FULL)).isEqualTo(write(EventKind.HTTP_API, "", FULL));
    }

    @Test
    void aRestApiGetsEveryValueOfAHeader() {
        assertThat(write(EventKind.REST_API, "prod", FULL))
                .isEqualTo(
                        "{\"statusCode\":200,\"multiValueHeaders\":{\"content-type\":[\"text/plain; charset=utf-8\"],"
                                + "\"vary\":[\"Accept\",\"Cookie\"],\"set-cookie\":[\"a=1; Path=/\",\"b=2\",\"c=3\"]},"
                                + "\"body\":\"grüß\",\"isBase64Encoded\":false}");
    }

    @Test
    void aLoadBalancerGetsSingleHeadersAndEveryCookieUnderASpellingOfItsOwn() {
        assertThat(write(EventKind.ALB, "", FULL))
                .isEqualTo("{\"statusCode\":200,\"statusDescription\":\"200 OK\",\"headers\":{"
                        + "\"content-type\":\"text/plain; charset=utf-8\",\"vary\":\"Accept, Cookie\","
                        + "\"set-cookie\":\"a=1; Path=/\",\"Set-cookie\":\"b=2\",\"sEt-cookie\":\"c=3\"},"
                        + "\"body\":\"grüß\",\"isBase64Encoded\":false}");
    }

    @Test
    void aLoadBalancerThatSendsMultiValueHeadersGetsThem() {
        assertThat(write(EventKind.ALB, "multi-value", FULL))
                .contains(
                        "\"statusDescription\":\"200 OK\"",
                        "\"multiValueHeaders\":{",
                        "\"set-cookie\":[\"a=1; Path=/\"")
                .doesNotContain("\"headers\"");
    }

    @Test
    void latticeGetsWhatALoadBalancerGets() {
        assertThat(write(EventKind.LATTICE_V2, "", FULL)).isEqualTo(write(EventKind.ALB, "", FULL));
        assertThat(write(EventKind.LATTICE_V1, "", FULL)).isEqualTo(write(EventKind.ALB, "", FULL));
    }

    @Test
    void bytesAreBase64() {
        assertThat(write(EventKind.HTTP_API, "", HttpResponse.bytes(new byte[] {(byte) 0xff, 0})))
                .contains(
                        "\"content-type\":\"application/octet-stream\"", "\"body\":\"/wA=\",\"isBase64Encoded\":true");
    }

    @Test
    void bytesOfATextTypeAreTextWhereTheyAre() {
        byte[] text = "é".getBytes(StandardCharsets.UTF_8);
        HttpResponse html = HttpResponse.of(200).header("Content-Type", "text/html");

        assertThat(write(EventKind.REST_API, "", html.body(text))).contains("\"body\":\"é\",\"isBase64Encoded\":false");
        assertThat(write(EventKind.REST_API, "", html.body(new byte[] {(byte) 0xe9})))
                .contains("\"body\":\"6Q==\",\"isBase64Encoded\":true");
        assertThat(write(
                        EventKind.REST_API,
                        "",
                        html.header("Content-Encoding", "gzip").body(text)))
                .contains("\"isBase64Encoded\":true");
    }

    @Test
    void aSaidContentTypeStands() {
        HttpResponse response = HttpResponse.of(200)
                .header("content-TYPE", "application/vnd.shop+json")
                .json(Map.of());

        assertThat(write(EventKind.HTTP_API, "", response))
                .contains("\"headers\":{\"content-type\":\"application/vnd.shop+json\"}", "\"body\":\"{}\"");
    }

    @Test
    void noContentHasNoBody() {
        assertThat(write(EventKind.HTTP_API, "", HttpResponse.of(204).body("left over")))
                .isEqualTo("{\"statusCode\":204,\"headers\":{},\"body\":\"\",\"isBase64Encoded\":false}");
    }

    @Test
    void resultsBecomeResponses() {
        assertThat(write(EventKind.HTTP_API, "", Results.http("text"))).contains("text/plain", "\"body\":\"text\"");
        assertThat(write(EventKind.HTTP_API, "", Results.http(new byte[] {1}))).contains("\"isBase64Encoded\":true");
        assertThat(write(EventKind.HTTP_API, "", Results.http(List.of(1, 2))))
                .contains("application/json", "\"body\":\"[1,2]\"");
        assertThat(Results.http(null).status()).isEqualTo(204);
        assertThat(Results.http(Optional.empty()).status()).isEqualTo(404);
        assertThat(Results.http(Optional.of(FULL))).isSameAs(FULL);
        assertThat(new String(Results.json(Optional.empty()), StandardCharsets.UTF_8))
                .isEqualTo("null");
    }

    @Test
    void everyErrorHasATitle() {
        assertThat(write(EventKind.ALB, "", Problems.of(418, "\"quoted\"\n")))
                .contains("\"statusDescription\":\"418 Error\"", "\\\\\\\"quoted\\\\\\\"\\\\n");
    }

    private static String write(EventKind kind, String detail, HttpResponse response) {
        return new String(HttpReply.write(new Event(kind, detail), response), StandardCharsets.UTF_8);
    }
}
