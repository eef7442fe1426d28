package io.lambdamaven.plugin.local.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.local.host.Result;
import io.lambdamaven.plugin.plan.resource.WebSocketApi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketCallsTest {
    private static final SocketFront FRONT = new SocketFront(
            "com.example:chat",
            "dev",
            new WebSocketApi("chat", "chat-dev", "live", "$request.body.action", "dev", Map.of()),
            new TreeMap<>());

    private final ExecutorService later = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        later.shutdownNow();
    }

    private SocketAnswer call(SocketFunction function) throws InterruptedException {
        return new SocketCalls(function, later, Duration.ofMillis(300))
                .call(FRONT, Json.object().build());
    }

    private static Result result(String payload, String error) {
        return new Result("request", payload.getBytes(StandardCharsets.UTF_8), error, 1, null, List.of(), 0);
    }

    @Test
    void whatTheFunctionSaysIsTheAnswer() throws InterruptedException {
        SocketAnswer answer = call((name, alias, event) -> result(
                "{\"statusCode\":\"200\",\"headers\":{\"X-A\":1},\"body\":\"aGk=\",\"isBase64Encoded\":true}", null));

        assertThat(answer.accepts()).isTrue();
        assertThat(answer.headers()).containsEntry("x-a", "1");
        assertThat(answer.body()).isEqualTo("hi");
    }

    @Test
    void aStatusOfAnErrorRefuses() throws InterruptedException {
        assertThat(call((name, alias, event) -> result("{\"statusCode\":401}", null)))
                .returns(401, SocketAnswer::status)
                .returns(false, SocketAnswer::accepts)
                .returns(null, SocketAnswer::failure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"statusCode\":\"good\"}", "[1]", "{\"statusCode\":200,\"headers\":[]}"})
    void nonsenseIsABadGateway(String payload) throws InterruptedException {
        assertThat(call((name, alias, event) -> result(payload, null)))
                .isEqualTo(SocketAnswer.failed(502, "Internal server error"));
    }

    @Test
    void aFunctionThatFailsIsABadGateway() throws InterruptedException {
        assertThat(call((name, alias, event) -> result("{}", "Unhandled")))
                .isEqualTo(SocketAnswer.failed(502, "Internal server error"));
    }

    @Test
    void whatIsNotThereOrCannotBeCalledIsAnError() throws InterruptedException {
        assertThat(call((name, alias, event) -> null)).isEqualTo(SocketAnswer.failed(500, "Internal server error"));
        assertThat(call((name, alias, event) -> {
                    throw new IllegalStateException("no room");
                }))
                .isEqualTo(SocketAnswer.failed(500, "Internal server error"));
        later.shutdown();
        assertThat(call((name, alias, event) -> result("{}", null)))
                .isEqualTo(SocketAnswer.failed(500, "Internal server error"));
    }

    @Test
    void aFunctionThatTakesTooLongIsGivenUp() throws InterruptedException {
        assertThat(call((name, alias, event) -> {
                    Thread.sleep(10_000);
                    return null;
                }))
                .isEqualTo(SocketAnswer.failed(504, "Endpoint request timed out"));
    }
}
