package io.lambdamaven.runtime.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CredentialSourceTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Moving clock = new Moving();
    private final Map<String, String> environment = new TreeMap<>();
    private Loopback endpoint;

    @BeforeEach
    void start() throws IOException {
        endpoint = new Loopback();
        environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", endpoint.url() + "/credentials?id=1");
        environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "the-token");
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void credentialsAreFetchedOnceAndAgainShortlyBeforeTheyEnd() {
        endpoint.then(200, credentials("one", START.plus(Duration.ofHours(1))))
                .then(200, credentials("two", START.plus(Duration.ofHours(2))));
        CredentialSource source = new CredentialSource(environment, clock);

        assertThat(get(source)).isEqualTo("one");
        clock.now = START.plus(Duration.ofMinutes(54));
        assertThat(get(source)).isEqualTo("one");
        clock.now = START.plus(Duration.ofMinutes(56));
        assertThat(get(source)).isEqualTo("two");

        assertThat(endpoint.sent).hasSize(2);
        assertThat(endpoint.sent.get(0).headers()).containsEntry("Authorization", "the-token");
        assertThat(endpoint.sent.get(0).uri()).hasToString("/credentials?id=1");
    }

    @Test
    void aFailureToRenewIsNoFailureWhileTheOldOnesAreGood() {
        endpoint.then(200, credentials("one", START.plus(Duration.ofHours(1)))).always(404, "");
        CredentialSource source = new CredentialSource(environment, clock);
        get(source);

        clock.now = START.plus(Duration.ofMinutes(58));
        assertThat(get(source)).isEqualTo("one");
        clock.now = START.plus(Duration.ofMinutes(60));
        assertThatThrownBy(() -> get(source))
                .isInstanceOf(AwsException.class)
                .hasMessage("the endpoint for credentials failed with status 404");
    }

    @Test
    void anEndpointThatStumblesIsAskedAgain() {
        endpoint.then(500, "").then(200, credentials("one", START.plus(Duration.ofHours(1))));

        assertThat(get(new CredentialSource(environment, clock))).isEqualTo("one");
    }

    @Test
    void credentialsThatAwsCallsExpiredAreFetchedAgain() throws IOException {
        endpoint.then(200, credentials("one", START.plus(Duration.ofHours(1))))
                .then(200, credentials("two", START.plus(Duration.ofHours(1))));
        try (Loopback service = new Loopback()) {
            service.then(400, "{\"__type\":\"ExpiredTokenException\",\"message\":\"expired\"}");
            environment.put("AWS_REGION", "eu-central-1");
            environment.put("AWS_ENDPOINT_URL", service.url());
            AwsRequest request = AwsRequest.json(AwsService.json("CodeDeploy", "codedeploy", "T"), "Put", new byte[0]);

            new Aws(environment, clock).send(request, Deadline.in(10_000));

            assertThat(service.sent.get(0).headers().get("Authorization")).contains("Credential=one/");
            assertThat(service.sent.get(1).headers().get("Authorization")).contains("Credential=two/");
        }
    }

    @Test
    void anEmptyTokenIsNone() {
        endpoint.then(200, "{\"AccessKeyId\":\"a\",\"SecretAccessKey\":\"s\",\"Token\":\"\"}")
                .then(200, "{\"AccessKeyId\":\"a\",\"SecretAccessKey\":\"s\",\"Token\":\"t\"}");

        assertThat(new CredentialSource(environment, clock)
                        .get(Deadline.in(5_000))
                        .sessionToken())
                .isNull();
        assertThat(new CredentialSource(environment, clock)
                        .get(Deadline.in(5_000))
                        .sessionToken())
                .isEqualTo("t");
    }

    @Test
    void forTheEnvironmentsOwnKeysThereAreNoOthers() {
        environment.put("AWS_ACCESS_KEY_ID", "fixed");
        environment.put("AWS_SECRET_ACCESS_KEY", "secret");
        CredentialSource source = new CredentialSource(environment, clock);

        assertThat(source.renew(source.get(Deadline.in(5_000)))).isFalse();
        source.forget();
        assertThat(get(source)).isEqualTo("fixed");
    }

    @Test
    void theEnvironmentsOwnKeysComeFirst() {
        environment.put("AWS_ACCESS_KEY_ID", "fixed");
        environment.put("AWS_SECRET_ACCESS_KEY", "secret");

        assertThat(get(new CredentialSource(environment, clock))).isEqualTo("fixed");
        assertThat(endpoint.sent).isEmpty();
    }

    @Test
    void theTokenMayBeInAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "from-file\n");
        environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", file.toString());
        endpoint.then(200, credentials("one", START.plus(Duration.ofHours(1))));

        get(new CredentialSource(environment, clock));

        assertThat(endpoint.sent.get(0).headers()).containsEntry("Authorization", "from-file");
        environment.put(
                "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", folder.resolve("none").toString());
        assertThatThrownBy(() -> get(new CredentialSource(environment, clock)))
                .hasMessage("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE names no file that can be read");
    }

    @Test
    void aForeignEndpointInTheClearGetsNoToken() {
        environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://example.com/credentials");

        assertThatThrownBy(() -> get(new CredentialSource(environment, clock)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("AWS_CONTAINER_CREDENTIALS_FULL_URI must be an https address");
    }

    @Test
    void aTokenWithALineBreakIsRefused() {
        environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "a\r\nHost: evil");

        assertThatThrownBy(() -> get(new CredentialSource(environment, clock))).hasMessageContaining("line break");
        assertThat(endpoint.sent).isEmpty();
    }

    @Test
    void whatIsNoCredentialsIsNotQuoted() {
        for (String answer : new String[] {
            "{\"AccessKeyId\":\"a\"}",
            "SecretInTheWrongPlace",
            "{\"AccessKeyId\":\"a\",\"SecretAccessKey\":\"SecretInTheWrongPlace\",\"Expiration\":\"SecretInTheWrongPlace\"}"
        }) {
            endpoint.then(200, answer);
            Throwable failure = catchThrowable(() -> get(new CredentialSource(environment, clock)));

            assertThat(failure).hasMessage("the endpoint for credentials gave something else than credentials");
            assertThat(AwsTest.trace(failure)).doesNotContain("SecretInTheWrongPlace");
        }
    }

    @Test
    void credentialsDoNotPrintThemselves() {
        assertThat(new Credentials("id", "secret", "token", null)).hasToString("Credentials[***]");
    }

    private static String get(CredentialSource source) {
        return source.get(Deadline.in(5_000)).accessKeyId();
    }

    private static String credentials(String id, Instant end) {
        return "{\"AccessKeyId\":\"" + id + "\",\"SecretAccessKey\":\"s\",\"Token\":\"t\",\"Expiration\":\"" + end
                + "\"}";
    }

    private static final class Moving extends Clock {
        private volatile Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
