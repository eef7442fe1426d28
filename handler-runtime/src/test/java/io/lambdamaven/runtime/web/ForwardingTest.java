package io.lambdamaven.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.HttpTarget;
import io.lambdamaven.runtime.event.Recognizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same application, asked directly and through events. */
class ForwardingTest {
    private static WebHost host;
    private static int port;

    @BeforeAll
    static void start() {
        host = WebHost.start(new MainStarter(HostedApp.class.getName()), 0, "/base", Map.of());
        port = Integer.getInteger("server.port");
    }

    @AfterAll
    static void stop() {
        HostedApp.server.stop(0);
    }

    static List<RawRequest> table() throws IOException {
        try (InputStream in = ForwardingTest.class.getResourceAsStream("requests.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(RawRequest::parse)
                    .toList();
        }
    }

    @Test
    void theTableIsLongEnough() throws IOException {
        assertThat(table()).hasSizeGreaterThan(120);
    }

    @Test
    void aFunctionUrlsRequestsAreAnsweredAsDirectOnes() throws IOException {
        String differences = table().stream()
                .map(request -> difference(request, request.functionUrl()))
                .collect(Collectors.joining());

        assertThat(differences).isEmpty();
    }

    /** A parameter without a value gets an equals sign, and empty ones vanish: the event does not tell. */
    @Test
    void aBalancersRequestsAreAnsweredAsDirectOnes() throws IOException {
        String differences = table().stream()
                .filter(request -> Stream.of(request.query().split("&", -1))
                        .allMatch(pair -> request.query().isEmpty() || pair.indexOf('=') >= 0))
                .map(request -> difference(request, request.balancer()))
                .collect(Collectors.joining());

        assertThat(differences).isEmpty();
    }

    /** An HTTP API decodes the path: what was encoded without need arrives plain, and an encoded slash as a slash. */
    @Test
    void anHttpApisRequestsAreAnsweredAsDirectOnes() throws IOException {
        String differences = table().stream()
                .filter(request ->
                        request.path().indexOf('%') < 0 || request.path().startsWith("/%C3"))
                .map(request -> difference(request, request.httpApi()))
                .collect(Collectors.joining());

        assertThat(differences).isEmpty();
    }

    private static String difference(RawRequest request, String event) {
        Answer direct = request.direct(port);
        Answer hosted = ask(event);
        if (hosted.headers().getOrDefault("content-type", List.of()).equals(List.of("application/octet-stream"))
                && !direct.headers().containsKey("content-type")) {
            // Fronts guess a type where none is said; this one says that nothing is known.
            hosted.headers().remove("content-type");
        }
        return direct.equals(hosted)
                ? ""
                : request.method() + " " + request.target() + "\n  direct " + direct + "\n  " + direct.text()
                        + "\n  hosted " + hosted + "\n  " + hosted.text() + "\n";
    }

    static Answer ask(String event) {
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        Event what = Recognizer.recognize(bytes, false);
        return Answer.ofJson(host.answer(what, HttpTarget.of(what), bytes, new TestContext().of(30_000)));
    }
}
