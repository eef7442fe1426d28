package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class JournalTest {
    private final ShopHandler shop = new ShopHandler();
    private final Invocation live = Invocation.live();

    @Test
    void anInvocationIsOneLineOfJson() throws Exception {
        keep(null, Events.httpApi("GET", "/orders/secret-42", "limit=5", null));
        assertThat(live.log).singleElement().satisfies(line -> {
            assertThat(line).endsWith("}\n").doesNotContain("secret-42");
            JsonNode json = json(line);
            assertThat(json.get("level").asText()).isEqualTo("INFO");
            assertThat(json.get("timestamp").asText()).endsWith("Z");
            assertThat(json.get("AWSRequestId").asText()).isEqualTo(live.getAwsRequestId());
            assertThat(json.get("kind").asText()).isEqualTo("http-api");
            assertThat(json.get("route").asText()).isEqualTo("GET /orders/{id}");
            assertThat(json.get("handler").asText()).isEqualTo("OrderApi.get");
            assertThat(json.get("status").asInt()).isEqualTo(200);
            assertThat(json.get("coldStart").asBoolean()).isTrue();
            assertThat(json.get("durationMs").isNumber()).isTrue();
            assertThat(json.has("errorType")).isFalse();
        });
    }

    @Test
    void theLineNamesTraceAndTenantWhereThereAreSuch() throws Exception {
        live.trace = "Root=1-5759e988-bd862e3fe1be46a994272793";
        live.tenant = "acme \"north\"";
        keep(null, Events.httpApi("GET", "/orders/1", "", null));
        JsonNode json = json(live.log.get(0));
        assertThat(json.get("traceId").asText()).isEqualTo(live.trace);
        assertThat(json.get("tenantId").asText()).isEqualTo(live.tenant);

        live.tenant = null;
        keep(null, Events.httpApi("GET", "/orders/1", "", null));
        assertThat(json(live.log.get(1)).has("tenantId")).isFalse();
    }

    @Test
    void recordsThatAllSucceededAreCounted() throws Exception {
        keep(null, Events.sqs("orders", "good", "good too"));
        JsonNode json = json(live.log.get(live.log.size() - 1));
        assertThat(json.get("level").asText()).isEqualTo("INFO");
        assertThat(json.get("records").asInt()).isEqualTo(2);
        assertThat(json.get("failedRecords").asInt()).isZero();
    }

    @Test
    void recordsThatWereGivenBackAreAWarning() throws Exception {
        keep(null, Events.sqs("orders", "good", "bad one"));
        JsonNode json = json(live.log.get(live.log.size() - 1));
        assertThat(json.get("level").asText()).isEqualTo("WARN");
        assertThat(json.get("records").asInt()).isEqualTo(2);
        assertThat(json.get("failedRecords").asInt()).isEqualTo(1);
        assertThat(json.get("errorType").asText()).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void aFailureIsAnError() throws Exception {
        keep(null, Events.httpApi("GET", "/fail/checked", "", null));
        JsonNode answered = json(live.log.get(live.log.size() - 1));
        assertThat(answered.get("level").asText()).isEqualTo("ERROR");
        assertThat(answered.get("status").asInt()).isEqualTo(500);
        assertThat(answered.get("errorType").asText()).isEqualTo("java.sql.SQLException");

        assertThatThrownBy(() -> keep(null, Events.sqs("unknown", "a")));
        JsonNode thrown = json(live.log.get(live.log.size() - 1));
        assertThat(thrown.get("level").asText()).isEqualTo("ERROR");
        assertThat(thrown.get("errorType").asText()).endsWith("UnroutableEventException");
        assertThat(thrown.get("kind").asText()).isEqualTo("sqs");
    }

    @Test
    void theLevelDecidesWhatIsLogged() throws Exception {
        keep("WARN", Events.httpApi("GET", "/orders/1", "", null));
        assertThat(live.log).isEmpty();
        keep("info", Events.httpApi("GET", "/orders/1", "", null));
        assertThat(live.log).hasSize(1);
        assertThat(new JsonLog("FATAL").takes(JsonLog.ERROR)).isFalse();
        assertThat(new JsonLog("nonsense").takes(JsonLog.INFO)).isTrue();
        assertThat(new JsonLog("TRACE").takes(JsonLog.INFO)).isTrue();
    }

    @Test
    void aMessageCannotBeginALineOfItsOwn() {
        String forged = "a\n2026-01-01 ERROR forged\r\u2028\u0085\u001b[31m\0";
        Failures.log(live, "route " + forged, new IllegalStateException(forged, new IOException(forged)));
        assertThat(live.log).singleElement().satisfies(text -> {
            assertThat(text.lines()).noneMatch(line -> line.startsWith("2026"));
            assertThat(text).contains("\\n2026-01-01", "Caused by: java.io.IOException", "\tat ");
            assertThat(text.replace("\n", "").replace("\t", "").chars().noneMatch(c -> c < ' ' || c == 0x85))
                    .isTrue();
        });
        new JsonLog(null).failure(live, "route " + forged, new IllegalStateException(forged));
        String json = live.log.get(1);
        assertThat(json.lines()).hasSize(1);
        assertThat(json(json).get("errorMessage").asText()).isEqualTo(forged);
        assertThat(json(json).get("stackTrace").asText()).contains("JournalTest");
    }

    @Test
    void causesThatGoInCirclesEnd() {
        IllegalStateException one = new IllegalStateException("one");
        IllegalStateException two = new IllegalStateException("two", one);
        one.initCause(two);
        one.addSuppressed(new IOException("beside"));
        assertThat(Traces.of(one)).contains("seen above", "Suppressed: java.io.IOException: beside");
    }

    /** What the child JVM runs. */
    static final class Main {
        public static void main(String[] args) throws IOException {
            Invocation invocation = Invocation.live();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] event = Events.httpApi("GET", "/fail/checked", "", null).getBytes(StandardCharsets.UTF_8);
            new ShopHandler().handleRequest(new ByteArrayInputStream(event), out, invocation);
            invocation.log.forEach(line -> System.out.print("LOG " + line));
        }
    }

    @Test
    @Timeout(60)
    void theFunctionsSettingsChooseTheForm() throws Exception {
        assertThat(run("JSON", "INFO")).hasSize(2).allMatch(line -> line.startsWith("LOG {"));
        assertThat(run("JSON", "FATAL")).isEmpty();
        assertThat(run("Text", "INFO")).first().asString().startsWith("LOG GET /fail/{how} failed: ");
    }

    private static List<String> run(String format, String level) throws Exception {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        java.environment().put("AWS_LAMBDA_LOG_FORMAT", format);
        java.environment().put("AWS_LAMBDA_LOG_LEVEL", level);
        Process process = java.redirectErrorStream(true).start();
        List<String> lines;
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            lines = reader.lines().filter(line -> line.startsWith("LOG")).toList();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new ArrayList<>(lines);
    }

    private void keep(String level, String event) throws Exception {
        new Journal(new JsonLog(level))
                .keep(new Dispatcher(shop.routeTable()), shop, event.getBytes(StandardCharsets.UTF_8), live);
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
