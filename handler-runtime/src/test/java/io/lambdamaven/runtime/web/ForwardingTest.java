package io.lambdamaven.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.HttpTarget;
import io.lambdamaven.runtime.event.Recognizer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
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
        compare(request -> true, EventForms::functionUrl, false, table().size());
    }

    /** A parameter without a value gets an equals sign, and empty ones vanish: the event does not tell. */
    @Test
    void aBalancersRequestsAreAnsweredAsDirectOnes() throws IOException {
        compare(ForwardingTest::hasWholePairs, EventForms::balancer, false, 150);
    }

    @Test
    void aBalancersRequestsAreAnsweredAsDirectOnesWithoutMultiValueHeadersToo() throws IOException {
        compare(
                request -> hasWholePairs(request) && !isRepeated(request, false),
                EventForms::singleBalancer,
                false,
                150);
    }

    /** An HTTP API decodes the path: what was encoded without need arrives plain, and an encoded slash as a slash. */
    @Test
    void anHttpApisRequestsAreAnsweredAsDirectOnes() throws IOException {
        compare(ForwardingTest::hasPlainPath, EventForms::httpApi, false, 150);
    }

    /** Of the query only the decoded parameters are told, those of a name together. */
    @Test
    void aRestApisRequestsAreAnsweredAsDirectOnes() throws IOException {
        compare(
                request -> hasPlainPath(request) && hasWholePairs(request) && hasWholeEscapes(request),
                EventForms::restApi,
                true,
                130);
    }

    @Test
    void latticesRequestsAreAnsweredAsDirectOnes() throws IOException {
        compare(
                request -> hasWholePairs(request) && hasWholeEscapes(request) && !isRepeated(request, true),
                EventForms::lattice,
                true,
                140);
        compare(request -> hasWholePairs(request) && hasWholeEscapes(request), EventForms::latticeTwo, true, 140);
    }

    private static boolean hasPlainPath(RawRequest request) {
        return request.path().indexOf('%') < 0 || request.path().startsWith("/%C3");
    }

    private static boolean hasWholePairs(RawRequest request) {
        return request.query().isEmpty()
                || Stream.of(request.query().split("&", -1)).allMatch(pair -> pair.indexOf('=') >= 0);
    }

    /** Whether a name occurs twice, of which some fronts keep one. */
    private static boolean isRepeated(RawRequest request, boolean queryAlone) {
        boolean query = new EventForms(request).query(false).values().stream().anyMatch(values -> values.size() > 1);
        long names = request.headers().stream()
                .map(each -> each[0].toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        return query || (!queryAlone && names < request.headers().size());
    }

    /** Whether the query can be decoded and encoded again. */
    private static boolean hasWholeEscapes(RawRequest request) {
        try {
            String decoded = URLDecoder.decode(request.query(), StandardCharsets.UTF_8);
            return decoded.indexOf('\ufffd') < 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void compare(
            Predicate<RawRequest> told, Function<EventForms, String> form, boolean decodes, int least)
            throws IOException {
        List<RawRequest> requests = table().stream().filter(told).toList();
        String differences = requests.stream()
                .map(request -> difference(request, form.apply(new EventForms(request)), decodes))
                .collect(Collectors.joining());

        assertThat(differences).isEmpty();
        assertThat(requests).hasSizeGreaterThanOrEqualTo(least);
    }

    private static String difference(RawRequest request, String event, boolean decodes) {
        Answer direct = request.direct(port);
        Answer hosted = ask(event);
        if (hosted.headers().getOrDefault("content-type", List.of()).equals(List.of("application/octet-stream"))
                && !direct.headers().containsKey("content-type")) {
            // Fronts guess a type where none is said; this one says that nothing is known.
            hosted.headers().remove("content-type");
        }
        boolean same = decodes
                ? direct.status() == hosted.status()
                        && direct.headers().equals(hosted.headers())
                        && decoded(direct).equals(decoded(hosted))
                : direct.equals(hosted);
        return same
                ? ""
                : request.method() + " " + request.target() + "\n  direct " + direct + "\n  " + direct.text()
                        + "\n  hosted " + hosted + "\n  " + hosted.text() + "\n";
    }

    /** What the application echoes, with the query of its first line decoded. */
    private static String decoded(Answer answer) {
        String text = answer.text();
        int line = text.indexOf('\n');
        int query = text.indexOf('?');
        if (query < 0 || query > line) {
            return text;
        }
        return text.substring(0, query)
                + Stream.of(text.substring(query + 1, line).split("&"))
                        .map(pair -> URLDecoder.decode(pair, StandardCharsets.UTF_8))
                        .toList()
                + text.substring(line);
    }

    static Answer ask(String event) {
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        Event what = Recognizer.recognize(bytes, false);
        return Answer.ofJson(host.answer(what, HttpTarget.of(what), bytes, new TestContext().of(30_000)));
    }
}
