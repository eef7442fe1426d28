package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.api.HttpException;
import io.lambdamaven.api.HttpRequest;
import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.api.Preconditions;
import io.lambdamaven.runtime.Asked.Replied;
import io.lambdamaven.runtime.route.HttpTerms;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditional and range requests, RFC 9110, sections 13 and 14. */
class HttpConditionsTest {
    private static final String BEFORE = "Sun, 01 Mar 2026 09:59:59 GMT";
    private static final String THEN = "Sun, 01 Mar 2026 10:00:00 GMT";
    private static final Instant CHANGED = Instant.parse("2026-03-01T10:00:00.900Z");
    private static final HttpResponse BYTES = HttpResponse.bytes("0123456789".getBytes(StandardCharsets.UTF_8));
    private static final String LONG = "a,b,c\n".repeat(400);

    /** One column for each condition, in the order of section 13.2.2; then what a read and a change answer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // If-Match | If-Unmodified-Since | If-None-Match | If-Modified-Since | read | change
                "           |        |           |        | 200 | 200",
                "\"v7\"     |        |           |        | 200 | 200",
                "\"x\", \"v7\" |     |           |        | 200 | 200",
                "*          |        |           |        | 200 | 200",
                "\"v8\"     |        |           |        | 412 | 412",
                "W/\"v7\"   |        |           |        | 412 | 412",
                "v7         |        |           |        | 412 | 412",
                "\"v7\"     | before |           |        | 200 | 200",
                "\"v8\"     | then   |           |        | 412 | 412",
                "           | then   |           |        | 200 | 200",
                "           | before |           |        | 412 | 412",
                "           | wrong  |           |        | 200 | 200",
                "           |        | \"v7\"    |        | 304 | 412",
                "           |        | W/\"v7\"  |        | 304 | 412",
                "           |        | *         |        | 304 | 412",
                "           |        | \"v8\"    |        | 200 | 200",
                "           |        | \"v8\"    | then   | 200 | 200",
                "           |        |           | then   | 304 | 200",
                "           |        |           | before | 200 | 200",
                "\"v7\"     |        | \"v7\"    |        | 304 | 412",
                "\"v8\"     |        | \"v7\"    |        | 412 | 412",
                "           | before | \"v7\"    |        | 412 | 412",
                "           | then   |           | then   | 304 | 200",
            })
    void conditionsCountInTheirOrder(
            String match, String unmodified, String none, String modified, int read, int change) throws IOException {
        HttpResponse response = HttpResponse.text("x").eTag("v7").lastModified(CHANGED);
        for (String method : List.of("GET", "HEAD")) {
            Replied replied = conditional(plain(response, method), match, unmodified, none, modified);
            assertThat(replied.status()).as(method).isEqualTo(read);
            assertThat(replied.header("ETag")).isEqualTo("\"v7\"");
        }
        Asked put = Asked.of(HttpTerms.of(), "PUT", "PUT", in -> {
            in.request().precondition("v7", CHANGED);
            return "done";
        });
        assertThat(conditional(put, match, unmodified, none, modified).status()).isEqualTo(change);
    }

    private static Replied conditional(Asked asked, String match, String unmodified, String none, String modified)
            throws IOException {
        with(asked, "If-Match", match);
        with(asked, "If-Unmodified-Since", unmodified);
        with(asked, "If-None-Match", none);
        with(asked, "If-Modified-Since", modified);
        return asked.ask();
    }

    private static void with(Asked asked, String name, String value) {
        if (value != null) {
            asked.with(name, value.equals("before") ? BEFORE : value.equals("then") ? THEN : value);
        }
    }

    private static Asked plain(HttpResponse response, String method) {
        RouteTable routes =
                RouteTable.builder(Map.of()).http(0, "GET", "/a", "Shop.a").build();
        return Asked.of(new MethodHandler(routes, in -> response), method, "/a");
    }

    @Test
    void aConditionThatIsNotMetIsAProblem() throws IOException {
        Replied replied = plain(HttpResponse.text("x").eTag("v7"), "GET")
                .with("If-Match", "\"v6\"")
                .ask();

        assertThat(replied.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(replied.problem().get("detail").asText()).isEqualTo(Preconditions.WHY);
        assertThat(replied.problem().get("title").asText()).isEqualTo("Precondition Failed");
    }

    @Test
    void whatIsNotThereYetMeetsOnlyTheConditionThatItIsNot() {
        HttpRequest fresh =
                HttpRequest.builder("PUT", "/a").header("If-None-Match", "*").build();
        HttpRequest known =
                HttpRequest.builder("PUT", "/a").header("If-Match", "*").build();

        fresh.precondition(null);
        known.precondition("v1");
        HttpRequest.builder("PUT", "/a").build().precondition(null);
        assertThatThrownBy(() -> fresh.precondition("v1")).isInstanceOf(HttpException.class);
        assertThatThrownBy(() -> fresh.precondition(null, CHANGED)).isInstanceOf(HttpException.class);
        assertThatThrownBy(() -> known.precondition(null))
                .isInstanceOfSatisfying(
                        HttpException.class, e -> assertThat(e.status()).isEqualTo(412));
    }

    @Test
    void aTagMayComeAsTheHeaderHasItAndTheListInSeveralHeaders() {
        HttpRequest request = HttpRequest.builder("PUT", "/a")
                .header("If-Match", "\"v6\"")
                .header("If-Match", "\"v7\"")
                .build();

        request.precondition("\"v7\"");
        assertThatThrownBy(() -> request.precondition("W/\"v7\"")).isInstanceOf(HttpException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3, 0123, 0-3",
        "bytes=4-, 456789, 4-9",
        "bytes=-3, 789, 7-9",
        "bytes=-30, 0123456789, 0-9",
        "bytes=8-100, 89, 8-9",
        "'Bytes= 2 - 2 ', 2, 2-2",
        "bytes=9-99999999999999999999, 9, 9-9",
    })
    void aPartOfTheBytesIsAnswered(String range, String part, String said) throws IOException {
        Replied replied = plain(BYTES.eTag("v7").type("image/png"), "GET")
                .with("Range", range)
                .ask();

        assertThat(replied.status()).isEqualTo(206);
        assertThat(replied.bytes()).asString(StandardCharsets.UTF_8).isEqualTo(part);
        assertThat(replied.header("Content-Range")).isEqualTo("bytes " + said + "/10");
        assertThat(replied.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(replied.header("ETag")).isEqualTo("\"v7\"");
        assertThat(replied.header("Content-Type")).isEqualTo("image/png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=0-1,3-4", "bytes=3-2", "bytes=-", "bytes=a-b", "bytes=5", "lines=0-3", "", "bytes=-1-2"})
    void whatIsNoSingleRangeIsLeftOut(String range) throws IOException {
        Replied replied = plain(BYTES, "GET").with("Range", range).ask();

        assertThat(replied.status()).isEqualTo(200);
        assertThat(replied.bytes()).hasSize(10);
        assertThat(replied.header("Content-Range")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-11", "bytes=-0", "bytes=99999999999999999999-"})
    void aPartThatIsNotThereIsRefused(String range) throws IOException {
        Replied replied = plain(BYTES.eTag("v7"), "GET").with("Range", range).ask();

        assertThat(replied.status()).isEqualTo(416);
        assertThat(replied.header("Content-Range")).isEqualTo("bytes */10");
        assertThat(replied.problem().get("detail").asText()).isEqualTo("there are 10 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {"\"v7\" | 206", "W/\"v7\" | 200", "\"v8\" | 200", THEN + " | 206", BEFORE + " | 200", "soon | 200"
            })
    void aPartGoesOnlyWithWhatTheCallerHas(String ifRange, int status) throws IOException {
        Replied replied = plain(BYTES.eTag("v7").lastModified(CHANGED), "GET")
                .with("Range", "bytes=0-3")
                .with("If-Range", ifRange)
                .ask();

        assertThat(replied.status()).isEqualTo(status);
    }

    @Test
    void onlyBytesThatAreReadHaveParts() throws IOException {
        String range = "bytes=0-3";
        assertThat(plain(HttpResponse.text("0123456789"), "GET")
                        .with("Range", range)
                        .ask()
                        .body())
                .isEqualTo("0123456789");
        assertThat(plain(BYTES, "HEAD").with("Range", range).ask().status()).isEqualTo(200);
        assertThat(plain(BYTES.header("Accept-Ranges", "none"), "GET")
                        .with("Range", range)
                        .ask()
                        .status())
                .isEqualTo(200);
        assertThat(Asked.of(HttpTerms.of(), "POST", "POST", in -> BYTES)
                        .with("Range", range)
                        .ask()
                        .status())
                .isEqualTo(200);
        assertThat(plain(BYTES, "GET").ask().header("Accept-Ranges")).isNull();
        assertThat(Asked.of(HttpTerms.of().tagged(), "GET", "GET", in -> "0123".getBytes(StandardCharsets.UTF_8))
                        .with("Range", "bytes=1-1")
                        .ask()
                        .status())
                .isEqualTo(206);
    }

    @Test
    void aNotModifiedCountsMoreThanAPart() throws IOException {
        assertThat(plain(BYTES.eTag("v7"), "GET")
                        .with("Range", "bytes=0-3")
                        .with("If-None-Match", "\"v7\"")
                        .ask()
                        .status())
                .isEqualTo(304);
    }

    @Test
    void aNotModifiedSaysWhatThePackedAnswerWouldSay() throws IOException {
        HttpTerms terms = HttpTerms.of().gzippedFrom(1000);
        Replied known = Asked.of(
                        terms, "GET", "GET", in -> HttpResponse.text(LONG).eTag("v7"))
                .with("Accept-Encoding", "gzip")
                .with("If-None-Match", "W/\"v7\"")
                .ask();

        assertThat(known.status()).isEqualTo(304);
        assertThat(known.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(known.header("ETag")).isEqualTo("W/\"v7\"");
        assertThat(known.header("Content-Encoding")).isNull();
    }

    @Test
    void aStrongTagIsOfThePlainFormAlone() throws IOException {
        HttpTerms terms = HttpTerms.of().gzippedFrom(1000);
        MethodHandler.Method method = in -> HttpResponse.text(LONG).eTag("v7");

        assertThat(Asked.of(terms, "GET", "GET", method).ask().header("ETag")).isEqualTo("\"v7\"");
        Replied packed = Asked.of(terms, "GET", "GET", method)
                .with("Accept-Encoding", "gzip")
                .ask();
        assertThat(packed.header("ETag")).isEqualTo("W/\"v7\"");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.bytes()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(LONG);
        }
        assertThat(Asked.of(terms, "GET", "GET", in -> HttpResponse.text(LONG).weakETag("v7"))
                        .with("Accept-Encoding", "gzip")
                        .ask()
                        .header("ETag"))
                .isEqualTo("W/\"v7\"");
        assertThat(Asked.of(terms, "GET", "GET", in -> HttpResponse.text(LONG).header("ETag", "\"a b\""))
                        .with("Accept-Encoding", "gzip")
                        .ask()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPartIsOfThePlainForm() throws IOException {
        HttpTerms terms = HttpTerms.of().gzippedFrom(1000);
        Replied part = Asked.of(
                        terms,
                        "GET",
                        "GET",
                        in -> HttpResponse.bytes(LONG.getBytes(StandardCharsets.UTF_8))
                                .type("text/csv"))
                .with("Accept-Encoding", "gzip")
                .with("Range", "bytes=0-4")
                .ask();

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("a,b,c");
        assertThat(part.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(part.header("Content-Encoding")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"HTTP_API_V2, 6291456, Lambda", "ALB, 1048576, a load balancer"})
    void anAnswerThatNoFrontPassesOnIsAProblemThatNamesTheLimit(HttpForm form, int limit, String taker)
            throws IOException {
        RouteTable routes =
                RouteTable.builder(Map.of()).http(0, "GET", "/a", "Shop.a").build();
        Invocation context = Invocation.live();
        String answer = new MethodHandler(routes, in -> "x".repeat(limit)).invoke(form.event("/a"), context);

        assertThat(answer).contains("502", "the answer is larger than the " + limit + " bytes that can be passed on");
        assertThat(context.log.toString()).contains("the answer to GET /a makes ", "and " + taker + " takes " + limit);
        Invocation quiet = Invocation.live();
        String most = "x".repeat(limit - 300);
        assertThat(new MethodHandler(routes, in -> most).invoke(form.event("/a"), quiet))
                .contains(most);
        assertThat(quiet.log).isEmpty();
    }
}
