package io.lambdamaven.runtime.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.runtime.aws.Loopback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CodeDeployAnswerTest {
    private static final byte[] EVENT =
            "{\"DeploymentId\":\"d-1\",\"LifecycleEventHookExecutionId\":\"eyJl==\"}".getBytes(StandardCharsets.UTF_8);

    private Loopback service;

    @BeforeEach
    void start() throws IOException {
        service = new Loopback();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aMethodThatReturnsHasSucceededAndOneThatThrowsHasFailed() {
        answer(() -> false, 60_000);
        answer(
                () -> {
                    throw new IOException("unhealthy");
                },
                60_000);

        assertThat(service.sent.get(0).headers())
                .containsEntry("X-Amz-Target", "CodeDeploy_20141006.PutLifecycleEventHookExecutionStatus");
        assertThat(service.sent.get(0).headers().get("Authorization")).contains("/codedeploy/aws4_request");
        assertThat(service.sent.get(0).text()).isEqualTo(body("Succeeded"));
        assertThat(service.sent.get(1).text()).isEqualTo(body("Failed"));
    }

    @Test
    void timeThatRunsOutIsToldAsAFailure() {
        answer(
                () -> {
                    Thread.sleep(1_500);
                    return null;
                },
                1_000);

        assertThat(service.sent).hasSize(1);
        assertThat(service.sent.get(0).text()).isEqualTo(body("Failed"));
    }

    @Test
    void whoDoesNotKnowTheTimeIsNotCutShort() {
        answer(
                () -> {
                    Thread.sleep(100);
                    return null;
                },
                0);

        assertThat(service.sent.get(0).text()).isEqualTo(body("Succeeded"));
    }

    @Test
    void aHookThatAnEarlierAttemptHasEndedIsNoFailure() {
        service.then(500, "").then(400, "{\"__type\":\"LifecycleEventAlreadyCompletedException\"}");

        answer(() -> null, 60_000);

        assertThat(service.sent).hasSize(2);
    }

    private void answer(Work work, int millis) {
        assertThat(CodeDeployAnswer.answer(EVENT, Call.of(millis), work, service.aws()))
                .asString()
                .isEqualTo("null");
    }

    private static String body(String status) {
        return "{\"deploymentId\":\"d-1\",\"lifecycleEventHookExecutionId\":\"eyJl==\",\"status\":\"" + status + "\"}";
    }
}
