package io.lambdamaven.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.HttpTarget;
import io.lambdamaven.runtime.event.Recognizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real payloads of every front to a hosted application: what it is sent is what the event tells. */
class ForwardedCorpusTest {
    private static final List<String> FRONTS = List.of(
            "alb",
            "alb-multivalue",
            "apigw-test-invoke",
            "function-url",
            "http-api-v2",
            "rest-api-v1",
            "vpc-lattice-v1",
            "vpc-lattice-v2");

    private static WebHost host;

    @BeforeAll
    static void start() {
        host = WebHost.start(new MainStarter(WireApp.class.getName()), 0, "/base", Map.of());
    }

    @AfterAll
    static void stop() throws IOException {
        WireApp.server.close();
    }

    @Test
    void everyRequestOfTheCorpusArrivesAndIsAnsweredInItsForm() throws IOException {
        String folder = System.getProperty("lambda.events", "");
        assumeThat(folder)
                .as("name a folder of sample events with -Dlambda.events=DIR to forward them all")
                .isNotBlank();
        SoftAssertions soft = new SoftAssertions();
        int sent = 0;
        for (String line : Files.readAllLines(Path.of(folder, "index.tsv"))) {
            String[] columns = line.split("\t");
            if (FRONTS.contains(columns[1])) {
                // What a sample was made unrecognisable with is no host.
                String json = Files.readString(Path.of(folder, columns[0])).replace("<url-id>", "abcdef");
                Expected expected = new Expected(columns[1], (ObjectNode) new ObjectMapper().readTree(json));
                if (expected.isBroken()) {
                    soft.assertThat(sent(expected)).as(columns[0]).contains("\"statusCode\":400");
                    continue;
                }
                soft.assertThat(sent(expected)).as(columns[0]).isEqualTo(told(expected, ""));
                soft.assertThat(sent(expected.below("/base")))
                        .as(columns[0] + " below a base path")
                        .isEqualTo(told(expected, "/base"));
                sent++;
            }
        }
        soft.assertAll();
        assertThat(sent).isGreaterThan(130);
    }

    private static String sent(Expected event) {
        byte[] bytes = event.event().toString().getBytes(StandardCharsets.UTF_8);
        Event what = Recognizer.recognize(bytes, false);
        String answer = new String(
                host.answer(what, HttpTarget.of(what), bytes, new TestContext().of(30_000)), StandardCharsets.UTF_8);
        WireApp.Received received = WireApp.last;
        Map<String, String> headers = new TreeMap<>(received.headers());
        String prefix = headers.getOrDefault("x-forwarded-prefix", "");
        headers.keySet()
                .removeIf(name -> Expected.isNotPassedOn(name) && !name.equals("host") && !name.equals("cookie"));
        return shown(
                received.line().split(" ")[0] + " " + received.path(),
                event.query(received.query()),
                headers,
                received.body(),
                prefix,
                answer);
    }

    private static String told(Expected event, String basePath) {
        return shown(
                event.method() + " " + event.path(),
                event.query(),
                event.headers(),
                event.body(),
                event.prefix() + basePath,
                event.answer());
    }

    private static String shown(
            String line, String query, Map<String, String> headers, byte[] body, String prefix, String answer) {
        StringBuilder text = new StringBuilder(line + "\n" + query + "\n");
        headers.forEach((name, value) -> text.append(name + ": " + value + "\n"));
        return text.append(new String(body, StandardCharsets.ISO_8859_1) + "\nprefix: " + prefix + "\n" + answer)
                .toString();
    }
}
