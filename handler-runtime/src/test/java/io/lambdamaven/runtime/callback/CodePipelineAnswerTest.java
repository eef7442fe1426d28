package io.lambdamaven.runtime.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.api.PipelineResult;
import io.lambdamaven.runtime.aws.AwsException;
import io.lambdamaven.runtime.aws.Loopback;
import io.lambdamaven.runtime.aws.SignatureV4;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CodePipelineAnswerTest {
    private static final byte[] EVENT = ("{\"CodePipeline.job\":{\"accountId\":\"1\",\"id\":\"11111111-abcd\",\"data\":"
                    + "{\"artifactCredentials\":{\"secretAccessKey\":\"topsecret\"}}}}")
            .getBytes(StandardCharsets.UTF_8);
    private static final String DETAILS =
            "\"executionDetails\":{\"externalExecutionId\":\"8476a536-e9f4-11e8-9739-2dfe598c3fcd\"}}";

    private final Call call = Call.of(60_000);
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
    void aMethodThatReturnsNothingIsASuccess() {
        assertThat(answer(() -> null)).asString().isEqualTo("null");

        Loopback.Sent sent = service.sent.get(0);
        assertThat(sent.headers())
                .containsEntry("X-Amz-Target", "CodePipeline_20150709.PutJobSuccessResult")
                .containsEntry("Content-Type", "application/x-amz-json-1.1");
        assertThat(sent.headers().get("Authorization")).contains("/eu-central-1/codepipeline/aws4_request");
        assertThat(SignatureV4.isGood(sent, "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"))
                .isTrue();
        assertThat(sent.text()).isEqualTo("{\"jobId\":\"11111111-abcd\"," + DETAILS);
    }

    @Test
    void outputVariablesAndContinuationTokensAreToldToo() {
        answer(() -> Map.of("Version", 7));
        answer(() -> PipelineResult.continueWith("half"));

        assertThat(service.sent.get(0).text())
                .isEqualTo("{\"jobId\":\"11111111-abcd\",\"outputVariables\":{\"Version\":\"7\"}," + DETAILS);
        assertThat(service.sent.get(1).text())
                .isEqualTo("{\"jobId\":\"11111111-abcd\",\"continuationToken\":\"half\"," + DETAILS);
    }

    @Test
    void aFailureIsToldOnceAndIsNoFailureOfTheInvocation() {
        answer(() -> {
            throw new IllegalStateException("x".repeat(6_000));
        });

        Loopback.Sent sent = service.sent.get(0);
        assertThat(sent.headers()).containsEntry("X-Amz-Target", "CodePipeline_20150709.PutJobFailureResult");
        assertThat(sent.text())
                .isEqualTo("{\"jobId\":\"11111111-abcd\",\"failureDetails\":{\"type\":\"JobFailed\",\"message\":\""
                        + "x".repeat(4_999)
                        + "…\",\"externalExecutionId\":\"8476a536-e9f4-11e8-9739-2dfe598c3fcd\"}}");
        assertThat(String.join("", call.log)).contains("CodePipeline, job 11111111-abcd: failed");
    }

    @Test
    void whatIsNoResultOfAJobFailsIt() {
        answer(() -> 42);
        answer(() -> Map.of("not a name", "x"));

        assertThat(service.sent.get(0).text()).contains("is answered with a PipelineResult or a map");
        assertThat(service.sent.get(1).text()).contains("not 'not a name'");
    }

    @Test
    void timeThatRunsOutIsToldAsAFailure() {
        CodePipelineAnswer.answer(
                EVENT,
                Call.of(1_000),
                () -> {
                    Thread.sleep(1_500);
                    return null;
                },
                service.aws());

        assertThat(service.sent).hasSize(1);
        assertThat(service.sent.get(0).text()).contains("time ran out");
    }

    @Test
    void aJobThatAnEarlierAttemptHasEndedIsNoFailure() {
        service.then(500, "").then(400, "{\"__type\":\"InvalidJobStateException\"}");
        answer(() -> null);
        assertThat(service.sent).hasSize(2);

        service.then(400, "{\"__type\":\"InvalidJobStateException\"}");
        assertThatThrownBy(() -> answer(() -> null)).isInstanceOf(AwsException.class);
    }

    @Test
    void whatCannotBeToldFailsTheInvocationAndQuotesNoSecret() {
        service.then(400, "{\"__type\":\"JobNotFoundException\",\"message\":\"gone\"}");

        assertThatThrownBy(() -> answer(() -> null))
                .hasMessage("CodePipeline PutJobSuccessResult failed with status 400 JobNotFoundException: gone");
        assertThat(String.join("", call.log)).doesNotContain("topsecret");
    }

    private byte[] answer(Work work) {
        return CodePipelineAnswer.answer(EVENT, call, work, service.aws());
    }
}
