package io.lambdamaven.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.HttpTarget;
import io.lambdamaven.runtime.event.Recognizer;
import io.lambdamaven.runtime.reply.PayloadLimit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is at the edge of what a front sends, as it stands on the wire to the application. */
class HostedEdgesTest {
    private static WebHost host;

    @BeforeAll
    static void start() {
        host = WebHost.start(new MainStarter(WireApp.class.getName()), 0, "", Map.of());
    }

    @AfterAll
    static void stop() throws IOException {
        WireApp.server.close();
    }

    private static WireApp.Received sent(String event) {
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        Event what = Recognizer.recognize(bytes, false);
        Answer answer = Answer.ofJson(host.answer(what, HttpTarget.of(what), bytes, new TestContext().of(30_000)));
        assertThat(answer.status()).isEqualTo(201);
        return WireApp.last;
    }

    private static String event(String sourceIp, String body, boolean base64) {
        return "{\"version\":\"2.0\",\"rawPath\":\"/x\",\"rawQueryString\":\"\",\"headers\":{\"host\":\"a.example\"},"
                + "\"requestContext\":{\"domainName\":\"a.lambda-url.eu-central-1.on.aws\",\"http\":{"
                + "\"method\":\"POST\",\"path\":\"/x\",\"sourceIp\":\"" + sourceIp + "\"}},\"body\":\"" + body
                + "\",\"isBase64Encoded\":" + base64 + "}";
    }

    @Test
    void aCallerOfTheNewInternetStandsInBrackets() {
        Map<String, String> headers = sent(event("2001:db8::17", "", false)).headers();

        assertThat(headers.get("forwarded")).isEqualTo("for=\"[2001:db8::17]\";host=\"a.example\";proto=https");
        assertThat(headers.get("x-forwarded-for")).isEqualTo("2001:db8::17");
    }

    @Test
    void asMuchAsLambdaTakesArrivesAsText() {
        String text = "x".repeat(PayloadLimit.LAMBDA - 1_000);

        assertThat(sent(event("192.0.2.1", text, false)).body()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void asMuchAsLambdaTakesArrivesAsBytes() {
        byte[] bytes = new byte[(PayloadLimit.LAMBDA - 1_000) / 4 * 3];
        Arrays.fill(bytes, (byte) 0xfe);

        assertThat(sent(event("192.0.2.1", Base64.getEncoder().encodeToString(bytes), true))
                        .body())
                .isEqualTo(bytes);
    }

    @Test
    void whatASnapshotWasTakenOfAnswersAgain() {
        sent(event("192.0.2.1", "before", false));
        host.beforeCheckpoint();

        assertThat(sent(event("192.0.2.1", "after", false)).body()).asString().isEqualTo("after");
    }
}
