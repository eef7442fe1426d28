package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.api.HttpException;
import io.lambdamaven.api.HttpResponse;
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

/** Routes that say more than method and path. */
class HttpTermsTest {
    private static final HttpTerms CSV = HttpTerms.of().producing("application/json", "text/csv");
    private static final String LONG = "a,b,c\n".repeat(400);

    private static Asked get(HttpTerms terms, Object result) {
        return Asked.of(terms, "GET", "GET", in -> result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                  | application/json",
                "*/*                               | application/json",
                "text/csv                          | text/csv; charset=utf-8",
                "text/*                            | text/csv; charset=utf-8",
                "text/csv, application/json;q=0.9  | text/csv; charset=utf-8",
                "text/csv;q=0.1, */*;q=0.2         | application/json",
                "application/json;q=0, */*         | text/csv; charset=utf-8",
                "application/json;q=0.0, */*;q=0.1 | text/csv; charset=utf-8",
                "TEXT/CSV ; Q=1                    | text/csv; charset=utf-8",
                "text/csv;q=wrong, application/json;q=0.9 | text/csv; charset=utf-8",
                "text/html;a=\",text/csv,\";q=1, application/json;q=0.1 | application/json",
            })
    void theTypeThatIsLikedBestIsAnswered(String accept, String type) throws IOException {
        Asked asked = get(CSV, "1,2");
        Replied replied = (accept == null ? asked : asked.with("Accept", accept)).ask();

        assertThat(replied.status()).isEqualTo(200);
        assertThat(replied.header("Content-Type")).isEqualTo(type);
        assertThat(replied.header("Vary")).isEqualTo("Accept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/csv;q=0, application/json;q=0.000", "*/*;q=0", "image/*", "nonsense"})
    void whoTakesNoneOfTheTypesIsToldThem(String accept) throws IOException {
        Replied replied = get(CSV, "1,2").with("Accept", accept).ask();

        assertThat(replied.status()).isEqualTo(406);
        assertThat(replied.body()).contains("this path answers with application/json, text/csv");
    }

    @Test
    void aTypeThatTheMethodSaysStays() throws IOException {
        HttpTerms terms = HttpTerms.of().producing("application/vnd.shop+json");

        assertThat(get(terms, HttpResponse.text("x").type("text/x")).ask().header("Content-Type"))
                .isEqualTo("text/x");
        assertThat(get(terms, Map.of("a", 1)).ask().header("Content-Type")).isEqualTo("application/vnd.shop+json");
        assertThat(get(terms, null).ask().header("Content-Type")).isNull();
        assertThat(get(terms, Map.of("a", 1)).ask().header("Vary")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 200",
        "application/json; charset=utf-8, 200",
        "APPLICATION/JSON, 200",
        "image/png, 200",
        "text/plain, 415",
        "application/jsonx, 415",
        "image, 415",
        ", 415",
        "application/*, 415",
    })
    void aBodyOfAnotherTypeIsRefused(String type, int status) throws IOException {
        HttpTerms terms = HttpTerms.of().consuming("application/json", "image/*");
        Asked asked = Asked.of(terms, "POST", "POST", in -> "ok").body("{}");
        Replied replied = (type == null ? asked : asked.with("Content-Type", type)).ask();

        assertThat(replied.status()).isEqualTo(status);
        assertThat(replied.header("Accept")).isEqualTo(status == 415 ? "application/json, image/*" : null);
    }

    @Test
    void noBodyNeedsNoType() throws IOException {
        HttpTerms terms = HttpTerms.of().consuming("application/json");

        assertThat(Asked.of(terms, "POST", "POST", in -> "ok").ask().status()).isEqualTo(200);
    }

    @Test
    void aBodyThatIsTooLongIsRefusedWhateverItsForm() throws IOException {
        HttpTerms terms = HttpTerms.of().upTo(4);

        assertThat(Asked.of(terms, "POST", "POST", in -> "ok")
                        .body("1234")
                        .ask()
                        .status())
                .isEqualTo(200);
        Replied text =
                Asked.of(terms, "POST", "POST", in -> "ok").body("123\u00e4").ask();
        assertThat(text.status()).isEqualTo(413);
        assertThat(text.body()).contains("the body has 5 bytes, and may have 4");
        assertThat(Asked.of(terms, "POST", "POST", in -> "ok")
                        .body(new byte[] {1, 2, 3, 4})
                        .ask()
                        .status())
                .isEqualTo(200);
        assertThat(Asked.of(terms, "POST", "POST", in -> "ok")
                        .body(new byte[5])
                        .ask()
                        .status())
                .isEqualTo(413);
    }

    @Test
    void aTagThatIsKnownIsAnsweredShortly() throws IOException {
        HttpTerms terms = HttpTerms.of().tagged();
        Replied first = get(terms, List.of(1, 2)).ask();
        String tag = first.header("ETag");

        assertThat(first.status()).isEqualTo(200);
        assertThat(tag).matches("\"[A-Za-z0-9_-]{22}\"");
        assertThat(first.body()).isEqualTo("[1,2]");
        assertThat(first.header("Content-Type")).isEqualTo("application/json");
        for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
            Replied again =
                    get(terms, List.of(1, 2)).with("If-None-Match", known).ask();
            assertThat(again.status()).as(known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(tag);
            assertThat(again.header("Content-Type")).isNull();
        }
        for (String other : List.of("\"x\"", tag.replace("\"", ""), "\"" + tag, "", "W/")) {
            assertThat(get(terms, List.of(1, 2))
                            .with("If-None-Match", other)
                            .ask()
                            .status())
                    .as(other)
                    .isEqualTo(200);
        }
        assertThat(get(terms, List.of(2, 1)).with("If-None-Match", tag).ask().status())
                .isEqualTo(200);
    }

    @Test
    void onlyWhatIsReadIsTagged() throws IOException {
        HttpTerms terms = HttpTerms.of().tagged();

        assertThat(Asked.of(terms, "POST", "POST", in -> "x").ask().header("ETag"))
                .isNull();
        assertThat(Asked.of(terms, "GET", "HEAD", in -> "x").ask().header("ETag"))
                .isEqualTo(get(terms, "x").ask().header("ETag"));
        assertThat(get(terms, HttpResponse.of(201).body("x")).ask().header("ETag"))
                .isNull();
        assertThat(get(terms, HttpResponse.text("x").eTag("7")).ask().header("ETag"))
                .isEqualTo("\"7\"");
    }

    @Test
    void tagsAndTimesOfTheMethodsOwnCountWithoutTerms() throws IOException {
        HttpResponse response = HttpResponse.text("x")
                .eTag("v7")
                .header("Cache-Control", "max-age=60")
                .header("X-Other", "1")
                .cookie("a=b");
        Replied known = plain(response).with("If-None-Match", "\"v7\"").ask();
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.header("Cache-Control")).isEqualTo("max-age=60");
        assertThat(known.header("X-Other")).isNull();
        assertThat(known.json().get("cookies")).hasToString("[\"a=b\"]");
        assertThat(plain(response).with("If-None-Match", "\"v8\"").ask().status())
                .isEqualTo(200);

        HttpResponse dated = HttpResponse.text("x").lastModified(Instant.parse("2026-03-01T10:00:00.900Z"));
        assertThat(plain(dated).ask().header("Last-Modified")).isEqualTo("Sun, 01 Mar 2026 10:00:00 GMT");
        assertThat(plain(dated)
                        .with("If-Modified-Since", "Sun, 01 Mar 2026 10:00:00 GMT")
                        .ask()
                        .status())
                .isEqualTo(304);
        assertThat(plain(dated)
                        .with("If-Modified-Since", "Sun, 01 Mar 2026 09:59:59 GMT")
                        .ask()
                        .status())
                .isEqualTo(200);
        assertThat(plain(dated).with("If-Modified-Since", "yesterday").ask().status())
                .isEqualTo(200);
        assertThat(plain(dated)
                        .with("If-Modified-Since", "Sun, 01 Mar 2026 10:00:00 GMT")
                        .with("If-None-Match", "\"other\"")
                        .ask()
                        .status())
                .as("tags count more than times")
                .isEqualTo(200);
    }

    private static Asked plain(HttpResponse response) {
        RouteTable routes =
                RouteTable.builder(Map.of()).http(0, "GET", "/a", "Shop.a").build();
        return Asked.of(new MethodHandler(routes, in -> response), "GET", "/a");
    }

    @Test
    void longTextIsPackedForThoseWhoTakeIt() throws IOException {
        HttpTerms terms = HttpTerms.of().gzippedFrom(1000);
        for (String accepted : List.of("gzip", "br, GZIP;q=0.5", "*", "x-gzip", "*;q=0, gzip")) {
            Replied packed = get(terms, LONG).with("Accept-Encoding", accepted).ask();
            assertThat(packed.header("Content-Encoding")).as(accepted).isEqualTo("gzip");
            assertThat(packed.header("Vary")).isEqualTo("Accept-Encoding");
            assertThat(packed.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
            assertThat(packed.json().get("isBase64Encoded").asBoolean()).isTrue();
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.bytes()))) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(LONG);
            }
        }
        for (String accepted : List.of("br", "gzip;q=0", "gzip; q=0.0, *", "identity", "")) {
            Replied plain = get(terms, LONG).with("Accept-Encoding", accepted).ask();
            assertThat(plain.header("Content-Encoding")).as(accepted).isNull();
            assertThat(plain.body()).isEqualTo(LONG);
            assertThat(plain.header("Vary")).isEqualTo("Accept-Encoding");
        }
    }

    @Test
    void whatIsShortOrPackedAlreadyStaysAsItIs() throws IOException {
        HttpTerms terms = HttpTerms.of().gzippedFrom(1000);
        for (Object result : List.of(
                "short",
                HttpResponse.bytes(new byte[5000]).type("image/png"),
                HttpResponse.text(LONG).header("Content-Encoding", "br"))) {
            Replied replied = get(terms, result).with("Accept-Encoding", "gzip").ask();
            assertThat(replied.header("Content-Encoding")).isNotEqualTo("gzip");
        }
        Replied json = get(terms, List.of(LONG)).with("Accept-Encoding", "gzip").ask();
        assertThat(json.header("Content-Type")).isEqualTo("application/json");
        assertThat(json.header("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void aTagOfWhatMayBePackedIsWeakAndTheSameForBoth() throws IOException {
        HttpTerms terms = HttpTerms.of().gzippedFrom(1000).tagged();
        String plain = get(terms, LONG).ask().header("ETag");

        assertThat(plain).startsWith("W/\"");
        assertThat(get(terms, LONG).with("Accept-Encoding", "gzip").ask().header("ETag"))
                .isEqualTo(plain);
        assertThat(get(terms, LONG)
                        .with("Accept-Encoding", "gzip")
                        .with("If-None-Match", plain)
                        .ask()
                        .status())
                .isEqualTo(304);
    }

    @Test
    void aRestApiPacksByItself() throws IOException {
        RouteTable routes = RouteTable.builder(Map.of())
                .http(0, "GET", "/a", "Shop.a", HttpTerms.of().gzippedFrom(10))
                .build();
        MethodHandler handler = new MethodHandler(routes, in -> LONG);
        String asking =
                HttpForm.REST_API.event("/a").replace("\"headers\":{}", "\"headers\":{\"Accept-Encoding\":\"gzip\"}");

        assertThat(handler.invoke(asking, Invocation.live())).contains("a,b,c").doesNotContain("gzip");
    }

    @Test
    void anErrorKeepsTheTermsToo() throws IOException {
        Replied replied = Asked.of(CSV, "GET", "GET", in -> {
                    throw new HttpException(409, "closed");
                })
                .with("Accept", "text/csv")
                .ask();

        assertThat(replied.status()).isEqualTo(409);
        assertThat(replied.header("Content-Type")).startsWith("application/problem+json");
    }
}
