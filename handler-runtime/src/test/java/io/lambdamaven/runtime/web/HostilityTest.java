package io.lambdamaven.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.HttpTarget;
import io.lambdamaven.runtime.event.Recognizer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a caller may try, and what an application may do wrong. */
class HostilityTest {
    private static final TestContext CONTEXT = new TestContext();
    private static WebHost host;

    @BeforeAll
    static void start() {
        host = WebHost.start(new MainStarter(HostedApp.class.getName()), 0, "/base", Map.of());
    }

    @AfterAll
    static void stop() {
        HostedApp.server.stop(0);
    }

    @Test
    void nobodyForgesWhereARequestComesFrom() {
        String answer = shown(
                "Forwarded: for=6.6.6.6",
                "X-Forwarded-For: 6.6.6.6",
                "X-FORWARDED-HOST: evil.example",
                "x-forwarded-proto: http",
                "X-Forwarded-Prefix: /evil",
                "X-Forwarded-Port: 1",
                "X-Real-IP: 6.6.6.6",
                "X-Lambda-Request-Id: forged",
                "x-AMZN-request-context: forged",
                "X-Amzn-Trace-Id: forged");

        assertThat(answer)
                .contains("x-forwarded-for: 192.0.2.1\n")
                .contains("x-forwarded-proto: https\n")
                .contains("x-forwarded-host: shop.example\n")
                .contains("x-forwarded-port: 443\n")
                .contains("forwarded: for=192.0.2.1;host=\"shop.example\";proto=https\n")
                .contains("x-lambda-request-id: 8476a536-e9f4-11e8-9739-2dfe598c3fcd\n")
                .contains("x-amzn-trace-id: Root=1-5759e988-bd862e3fe1be46a994272793\n")
                .doesNotContain("6.6.6.6", "evil", "forged");
    }

    @Test
    void aBalancerTellsTheCallerAtTheEndOfAList() {
        RawRequest request = RawRequest.parse("GET /x | X-Show-All: 1");
        String event = request.balancer().replace("[\"192.0.2.1\"]", "[\"6.6.6.6, 192.0.2.9\"]");

        assertThat(ask(event, 30_000).text())
                .contains("x-forwarded-for: 192.0.2.9\n")
                .doesNotContain("6.6.6.6");
    }

    @Test
    void theLocalLambdasFrontsAreReachedWithoutTls() {
        String event = RawRequest.parse("GET /x | X-Show-All: 1 | X-Forwarded-Proto: http | X-Forwarded-Port: 9111")
                .functionUrl()
                .replace("shop.example", "localhost:9111");

        assertThat(ask(event.replace("a.lambda-url.eu-central-1.on.aws", "a.lambda-url.localhost"), 30_000)
                        .text())
                .contains("x-forwarded-proto: http\n")
                .contains("x-forwarded-host: localhost:9111\n")
                .contains("x-forwarded-port: 9111\n")
                .contains("host=\"localhost:9111\";proto=http\n");
        assertThat(ask(event, 30_000).text()).contains("x-forwarded-proto: https\n");
    }

    @Test
    void theStageIsToldAsPrefix() {
        assertThat(ask(RawRequest.parse("GET /x | X-Show-All: 1").httpApi(), 30_000)
                        .text())
                .startsWith("GET /x\n")
                .contains("x-forwarded-prefix: /dev\n");
    }

    @Test
    void aBasePathEndsWhereASegmentEnds() {
        assertThat(text("GET /base/x")).startsWith("GET /x\n");
        assertThat(text("GET /base")).startsWith("GET /\n");
        assertThat(text("GET /basement")).startsWith("GET /basement\n");
        assertThat(text("GET /Base/x")).startsWith("GET /Base/x\n");
        assertThat(text("GET /base/x | X-Show-All: 1")).contains("x-forwarded-prefix: /base\n");
    }

    @Test
    void whatHoldsForOneConnectionOnlyIsLeftOut() {
        assertThat(shown(
                        "Connection: close, X-Secret",
                        "X-Secret: 1",
                        "Keep-Alive: timeout=5",
                        "TE: trailers",
                        "Trailer: X-T",
                        "Transfer-Encoding: chunked",
                        "Upgrade: h2c",
                        "Proxy-Authorization: Basic x",
                        "Proxy-Connection: close",
                        "Expect: 100-continue",
                        "Content-Length: 999"))
                .doesNotContain("x-secret", "keep-alive", "trailer", "transfer-encoding", "upgrade", "proxy-", "expect")
                .doesNotContain("999");
    }

    @Test
    void nobodyHasTheHostOrTheSessionTakenOff() {
        assertThat(shown("Connection: host, cookie, authorization", "Cookie: s=1", "Authorization: Basic x"))
                .contains("cookie: s=1\n", "authorization: Basic x\n", "host: shop.example\n");
    }

    @Test
    void aLineBreakNowhereMakesASecondRequest() {
        List<String> tries = new ArrayList<>();
        for (String evil :
                List.of("a\\r\\nX-Evil: 1", "a\\nX-Evil: 1", "a\\r\\n\\r\\nGET /evil HTTP/1.1\\r\\n", "a\\u0000b")) {
            tries.add(event("GET", "/x", "", "\"x-a\":\"" + evil + "\""));
            tries.add(event("GET", "/x", "", "\"host\":\"" + evil + "\""));
            tries.add(event("GET", "/x", "", "\"x-a" + evil + "\":\"1\""));
            tries.add(event("GET " + evil, "/x", "", ""));
            tries.add(event("GET", "/x", "", "\"cookie\":\"" + evil + "\""));
        }
        tries.add(event("CONNECT", "/x", "", ""));
        tries.add(event("GET", "/x", "", "\"x a\":\"1\""));
        tries.add(event("GET", "/x", "", "\"\":\"1\""));
        tries.add(event("GET", "/x", "", "\"host\":\"a/b@c\""));

        assertThat(tries)
                .allSatisfy(each -> assertThat(ask(each, 30_000).status()).isEqualTo(400));
    }

    @Test
    void aLineBreakInPathOrQueryIsEncoded() {
        assertThat(ask(event("GET", "/a\\r\\nX: 1", "", ""), 30_000).text()).startsWith("GET /a%0D%0AX:%201\n");
        assertThat(ask(event("GET", "/a", "b\\r\\nc d#e", ""), 30_000).text()).startsWith("GET /a?b%0D%0Ac%20d%23e\n");
        assertThat(ask(event("GET", "http://evil.example/", "", ""), 30_000).text())
                .startsWith("GET /http://evil.example/\n");
    }

    @Test
    void aBodyThatIsNoBase64IsABadRequest() {
        String event = event("POST", "/x", "", "")
                .replace("\"isBase64Encoded\":false", "\"body\":\"*\",\"isBase64Encoded\":true");

        assertThat(ask(event, 30_000).status()).isEqualTo(400);
    }

    @Test
    void aHungApplicationIsCutOffInTimeWithADump() {
        long start = System.nanoTime();
        Answer answer = ask(RawRequest.parse("GET /hang").functionUrl(), 2_000);

        assertThat(answer.status()).isEqualTo(504);
        assertThat((System.nanoTime() - start) / 1_000_000).isBetween(1_000L, 2_000L);
        assertThat(CONTEXT.log)
                .anyMatch(line -> line.contains("application-worker") && line.contains("HostedApp.hang"));
        assertThat(answer.text()).doesNotContain("HostedApp");
    }

    @Test
    void anAnswerThatIsTooLargeNamesTheLimit() {
        assertThat(text("GET /large?1000000")).hasSize(1_000_000);
        Answer tooLarge = ask(RawRequest.parse("GET /large?5000000").functionUrl(), 30_000);
        assertThat(tooLarge.status()).isEqualTo(502);
        assertThat(tooLarge.text()).contains("larger than the 6291456 bytes");
        assertThat(ask(RawRequest.parse("GET /large?20000000").functionUrl(), 30_000)
                        .status())
                .isEqualTo(502);
        assertThat(ask(RawRequest.parse("GET /large?900000").balancer(), 30_000).text())
                .contains("larger than the 1048576 bytes");
        assertThat(text("GET /x")).startsWith("GET /x");
    }

    @Test
    void aBodyOfMegabytesArrives() {
        String body = "x".repeat(2_000_000);
        String event = event("POST", "/x", "", "")
                .replace("\"isBase64Encoded\"", "\"body\":\"" + body + "\",\"isBase64Encoded\"");

        assertThat(ask(event, 30_000).text()).endsWith("7878");
    }

    @Test
    void aStartThatFailsSaysSo() {
        WebHost failing = null;
        try {
            failing = WebHost.start(new MainStarter(HostilityTest.class.getName()), 0, "", Map.of());
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("did not start").hasRootCauseInstanceOf(NoSuchMethodException.class);
        }
        assertThat(failing).isNull();
    }

    private static String shown(String... headers) {
        return text("GET /x | X-Show-All: 1 | " + String.join(" | ", headers));
    }

    private static String text(String request) {
        Answer answer = ask(RawRequest.parse(request).functionUrl(), 30_000);
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }

    /** With escapes as JSON has them. */
    private static String event(String method, String path, String query, String header) {
        return "{\"version\":\"2.0\",\"rawPath\":\"" + path + "\",\"rawQueryString\":\"" + query + "\",\"headers\":{"
                + header + "},\"requestContext\":{\"domainName\":\"a.lambda-url.eu-central-1.on.aws\",\"http\":{"
                + "\"method\":\"" + method
                + "\",\"path\":\"/\",\"sourceIp\":\"192.0.2.1\"}},\"isBase64Encoded\":false}";
    }

    private static Answer ask(String event, int millis) {
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        Event what = Recognizer.recognize(bytes, false);
        return Answer.ofJson(host.answer(what, HttpTarget.of(what), bytes, CONTEXT.of(millis)));
    }
}
