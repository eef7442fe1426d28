package io.lambdamaven.plugin.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.MethodRef;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.mojo.FunctionClient.Invocation;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvocationTextTest {

    @Test
    void showsAnHttpResponseAsStatusAndBody() {
        Invocation result = new Invocation(
                200,
                "{\"statusCode\":201,\"headers\":{},\"body\":\"{\\\"id\\\":\\\"1003\\\"}\"}",
                null,
                412,
                310.4,
                List.of("START RequestId: 1 Version: 1", "order placed", "END RequestId: 1", "REPORT RequestId: 1"));

        assertThat(InvocationText.of("POST /orders", "orders-dev", "live", "{\n  \"item\": \"cup\"\n}", result))
                .isEqualTo("""
                        POST /orders  ->  orders-dev:live
                            sent    { "item": "cup" }
                            answer  201 {"id":"1003"}
                            took    412 ms, cold start (310 ms of it init)
                            log     order placed""");
    }

    @Test
    void saysThatTheFunctionFailed() {
        Invocation result = new Invocation(200, "{\"errorMessage\":\"no\"}", "Unhandled", 3, null, List.of());

        assertThat(InvocationText.of("Command report", "orders-dev", "ops", null, result))
                .isEqualTo("""
                        Command report  ->  orders-dev:ops
                            failed  {"errorMessage":"no"}
                            took    3 ms, warm""");
    }

    @Test
    void cutsWhatWasSentAndLoggedWhereItIsTooLongToReadButNeverTheAnswer() {
        String answer = "\"" + "x".repeat(1000) + "\"";
        Invocation result = new Invocation(200, answer, null, 3, null, List.of("y".repeat(1000)));

        assertThat(InvocationText.of("Payload", "f", "live", "z".repeat(1000), result))
                .contains("answer  " + answer)
                .contains("z... (1000 characters)")
                .contains("y... (1000 characters)");
    }

    @Test
    void leavesStackTracesToTheLog() {
        Invocation result = new Invocation(
                200,
                "null",
                null,
                3,
                null,
                List.of(
                        "java.lang.IllegalStateException: no",
                        "\tat com.example.A.b(A.java:7)",
                        "\t... 12 more",
                        "done"));

        assertThat(InvocationText.of("Payload", "f", "live", null, result))
                .contains("log     java.lang.IllegalStateException: no\n    log     done\n")
                .doesNotContain("A.java")
                .endsWith("(stack traces: mvn lambda:logs)");
    }

    @Test
    void namesWhatThePlaceholdersStandFor() {
        Route route = new Route(
                0,
                "00000000",
                Triggers.sqs("${orders.queue}", 10, 0, null, true),
                new MethodRef("a.B", "c", "()V"),
                Granularity.EACH);

        assertThat(InvocationText.title(route, "sqs", Map.of("orders.queue", "jobs")))
                .isEqualTo("SQS batch from jobs");
    }

    @Test
    void showsAnAnswerThatIsNoJsonAsItIs() {
        Invocation result = new Invocation(200, "not json", null, 3, null, List.of());

        assertThat(InvocationText.of("Payload", "f", "live", null, result)).contains("answer  not json");
    }
}
