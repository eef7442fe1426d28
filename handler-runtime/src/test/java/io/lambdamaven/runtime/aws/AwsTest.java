package io.lambdamaven.runtime.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AwsTest {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final AwsService SERVICE = AwsService.json("CodePipeline", "codepipeline", "CodePipeline_20150709");
    private static final AwsRequest REQUEST =
            AwsRequest.json(SERVICE, "PutJobSuccessResult", "{\"jobId\":\"42\"}".getBytes(StandardCharsets.UTF_8));

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
    void whatArrivesIsSignedAndComplete() {
        service.then(200, "{\"done\":true}");

        AwsResponse response = service.aws().send(REQUEST, Deadline.in(5_000));

        assertThat(response.status()).isEqualTo(200);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("{\"done\":true}");
        assertThat(service.sent).hasSize(1);
        Loopback.Sent sent = service.sent.get(0);
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.text()).isEqualTo("{\"jobId\":\"42\"}");
        assertThat(sent.headers()).containsEntry("X-Amz-Security-Token", "TheSessionToken");
        assertThat(SignatureV4.isGood(sent, SECRET)).isTrue();
        assertThat(SignatureV4.isGood(sent, "another")).isFalse();
    }

    @Test
    void whatPlaysAServiceIsAskedWithoutASignature() {
        Aws.at(service.url() + "/_states/secret").send(REQUEST, Deadline.in(5_000));

        assertThat(service.sent).singleElement().satisfies(sent -> {
            assertThat(sent.uri().getPath()).isEqualTo("/_states/secret/");
            assertThat(sent.text()).isEqualTo("{\"jobId\":\"42\"}");
            assertThat(sent.headers())
                    .containsEntry("X-Amz-Target", "CodePipeline_20150709.PutJobSuccessResult")
                    .doesNotContainKeys("Authorization", "X-Amz-Security-Token", "X-Amz-Date");
        });
    }

    @Test
    void whatIsAskedWithoutASignatureIsOnThisMachineOrBehindTls() {
        assertThatThrownBy(() -> Aws.at("http://states.example").send(REQUEST, Deadline.in(5_000)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the endpoint of CodePipeline must be an https address, or one of this machine");
    }

    @Test
    void serverErrorsThrottlingAndTooManyRequestsAreTriedAgain() {
        service.then(500, "<html>busy</html>")
                .then(400, "{\"__type\":\"com.amazonaws#ThrottlingException\",\"message\":\"Rate exceeded\"}")
                .then(429, "");

        service.aws().send(REQUEST, Deadline.in(20_000));

        assertThat(service.sent).hasSize(4);
    }

    @Test
    void aRefusalIsNotTriedAgainAndSaysWhoRefusedWhat() {
        service.then(400, "{\"__type\":\"JobNotFoundException\",\"message\":\"No such job\"}");

        AwsException failure =
                catchThrowableOfType(AwsException.class, () -> service.aws().send(REQUEST, Deadline.in(5_000)));

        assertThat(failure)
                .hasMessage(
                        "CodePipeline PutJobSuccessResult failed with status 400 JobNotFoundException: No such job");
        assertThat(failure.status()).isEqualTo(400);
        assertThat(failure.code()).isEqualTo("JobNotFoundException");
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(service.sent).hasSize(1);
    }

    @Test
    void errorsInXmlAreReadToo() {
        service.then(403, "<Error><Code>AccessDenied</Code><Message>Access\nDenied</Message></Error>");

        assertThatThrownBy(() -> service.aws().send(REQUEST, Deadline.in(5_000)))
                .hasMessage("CodePipeline PutJobSuccessResult failed with status 403 AccessDenied: Access Denied");
    }

    @Test
    void secretsThatAwsQuotesAreTakenOut() {
        service.then(
                403,
                "{\"__type\":\"InvalidSignatureException\",\"message\":\"The canonical string was"
                        + " x-amz-security-token:TheSessionToken of AKIDEXAMPLE with " + SECRET + "\"}");

        Throwable failure =
                catchThrowableOfType(AwsException.class, () -> service.aws().send(REQUEST, Deadline.in(5_000)));

        assertThat(trace(failure))
                .contains("InvalidSignatureException")
                .doesNotContain("TheSessionToken")
                .doesNotContain("AKIDEXAMPLE")
                .doesNotContain(SECRET);
    }

    @Test
    void an401WithoutABodyToReadIsAFailureLikeOthers() {
        service.then(401, "{\"message\":\"no\"}");

        assertThatThrownBy(() -> service.aws().send(REQUEST, Deadline.in(5_000)))
                .isInstanceOf(AwsException.class)
                .hasMessageContaining("status 401");
    }

    @Test
    void redirectsAreNotFollowed() {
        service.then(307, "");

        assertThatThrownBy(() -> service.aws().send(REQUEST, Deadline.in(5_000)))
                .hasMessageContaining("status 307");
        assertThat(service.sent).hasSize(1);
    }

    @Test
    void aBucketOfAnotherRegionIsCalledOne() {
        AwsRequest get = AwsRequest.of(new AwsService("S3", "s3", "s3", ""), "GetObject", "GET", "/bucket/key");
        String moved = "<Error><Code>PermanentRedirect</Code><Message>Use the endpoint.</Message></Error>";
        service.then(301, moved, Map.of("x-amz-bucket-region", "us-west-2"))
                .then(301, "")
                .then(301, moved, Map.of("x-amz-bucket-region", "evil\tplace"))
                .then(
                        400,
                        "<Error><Code>AuthorizationHeaderMalformed</Code><Message>Wrong.</Message></Error>",
                        Map.of("x-amz-bucket-region", "us-west-2"))
                .then(400, "<Error><Code>AuthorizationHeaderMalformed</Code><Message>Wrong.</Message></Error>")
                .then(404, "", Map.of("x-amz-bucket-region", "us-west-2"));

        assertThat(failures(get, 6))
                .containsExactly(
                        "S3 GetObject failed with status 301 PermanentRedirect: Use the endpoint. The bucket is in the"
                                + " Region us-west-2: use one in the function's own",
                        "S3 GetObject failed with status 301. The bucket is in another Region: use one in the"
                                + " function's own",
                        "S3 GetObject failed with status 301 PermanentRedirect: Use the endpoint. The bucket is in"
                                + " another Region: use one in the function's own",
                        "S3 GetObject failed with status 400 AuthorizationHeaderMalformed: Wrong. The bucket is in the"
                                + " Region us-west-2: use one in the function's own",
                        "S3 GetObject failed with status 400 AuthorizationHeaderMalformed: Wrong.",
                        "S3 GetObject failed with status 404");
        assertThat(service.sent).hasSize(6);
    }

    private List<String> failures(AwsRequest request, int count) {
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(catchThrowableOfType(
                            AwsException.class, () -> service.aws().send(request, Deadline.in(5_000)))
                    .getMessage());
        }
        return messages;
    }

    @Test
    void nobodyAtTheEndpointIsToldWithTheHostOnly() throws IOException {
        Map<String, String> environment = service.environment();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("AWS_ENDPOINT_URL_CODEPIPELINE", "http://127.0.0.1:" + free.getLocalPort());
        }

        AwsException failure =
                catchThrowableOfType(AwsException.class, () -> new Aws(environment).send(REQUEST, Deadline.in(500)));

        assertThat(failure)
                .hasMessageStartingWith("CodePipeline PutJobSuccessResult: no answer from 127.0.0.1:")
                .hasMessageContaining("ConnectException");
        assertThat(failure.status()).isZero();
        assertThat(failure.attempts()).isGreaterThan(1);
    }

    @Test
    void theDeadlineEndsTheAttempts() {
        service.always(503, "");
        long start = System.nanoTime();

        assertThatThrownBy(() -> service.aws().send(REQUEST, Deadline.in(600))).hasMessageContaining("status 503");

        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(3_000);
    }

    @Test
    void aServiceThatDoesNotAnswerIsLeftAtTheDeadline() {
        service.then(200, "{}", 5_000);
        long start = System.nanoTime();

        assertThatThrownBy(() -> service.aws().send(REQUEST, Deadline.in(400)))
                .isInstanceOf(AwsException.class)
                .hasMessageContaining("SocketTimeoutException");

        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(3_000);
    }

    @Test
    void anOperationMayBeGivenItsOwnTime() {
        service.then(200, "", 800).then(200, "");

        service.aws().send(REQUEST.patience(300), Deadline.in(20_000));
        assertThat(service.sent).hasSize(2);

        service.then(200, "", 800);
        service.aws().send(REQUEST.patience(5_000), Deadline.in(20_000));
        assertThat(service.sent).hasSize(3);
    }

    @Test
    void whoServesOnThisMachineNeedsNoCredentials() {
        Map<String, String> environment = service.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_ACCESS") || name.startsWith("AWS_SE"));
        service.then(200, "{}");

        new Aws(environment).send(REQUEST, Deadline.in(5_000));

        assertThat(service.sent)
                .singleElement()
                .satisfies(
                        sent -> assertThat(SignatureV4.isGood(sent, "nobody")).isTrue());
    }

    @Test
    void withoutCredentialsItSaysWhichVariablesAreMissing() {
        Map<String, String> environment = service.environment();
        environment.remove("AWS_SECRET_ACCESS_KEY");

        assertThatThrownBy(() -> new Aws(environment).send(REQUEST, Deadline.in(500)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AWS_CONTAINER_CREDENTIALS_FULL_URI");
    }

    @Test
    void aHeaderWithALineBreakNeverLeaves() {
        assertThatThrownBy(() -> service.aws().send(REQUEST.header("x-amz-a", "b\r\nEvil: 1"), Deadline.in(500)))
                .isInstanceOf(RuntimeException.class);
        assertThat(service.sent).isEmpty();
    }

    static String trace(Throwable failure) {
        StringWriter out = new StringWriter();
        failure.printStackTrace(new PrintWriter(out, true));
        return out.toString();
    }
}
