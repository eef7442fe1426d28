package io.lambdamaven.plugin.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.mojo.FunctionClient.Invocation;
import java.util.List;
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
    void cutsWhatIsTooLongToRead() {
        Invocation result = new Invocation(200, "\"" + "x".repeat(1000) + "\"", null, 3, null, List.of());

        assertThat(InvocationText.of("Payload", "f", "live", null, result)).contains("... (1002 characters)");
    }

    @Test
    void showsAnAnswerThatIsNoJsonAsItIs() {
        Invocation result = new Invocation(200, "not json", null, 3, null, List.of());

        assertThat(InvocationText.of("Payload", "f", "live", null, result)).contains("answer  not json");
    }
}
