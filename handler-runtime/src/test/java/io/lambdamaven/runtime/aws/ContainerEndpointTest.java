package io.lambdamaven.runtime.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the token for credentials is shown, which are then believed. */
class ContainerEndpointTest {
    private static final String FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    private static final String RELATIVE = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    private static final String TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.170.2/v2/credentials/1",
                "http://169.254.170.23/v1/credentials",
                "http://[fd00:ec2::23]/v1/credentials",
                "http://127.0.0.1:9001/2021-04-23/credentials",
                "http://localhost:9001/credentials",
                "http://[::1]/credentials",
                "https://credentials.example.com/role"
            })
    void theAgentsOfContainersThisMachineAndTlsAreAsked(String uri) {
        assertThat(new ContainerEndpoint(Map.of(FULL, uri)).uri()).hasToString(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/credentials",
                "http://169.254.169.254/latest/meta-data/iam/security-credentials/role",
                "http://169.254.170.22/",
                "http://169.254.170.232/",
                "http://169.254.170.2.example.com/",
                "http://169.254.170.2@example.com/",
                "http://[fd00:ec2::24]/",
                "http://127.0.0.1.example.com/",
                "http://10.0.0.1/",
                "ftp://169.254.170.2/",
                "file:///etc/passwd",
                "https:///credentials",
                "169.254.170.2/credentials",
                "http://169.254.170.2 /"
            })
    void nobodyElseIs(String uri) {
        ContainerEndpoint endpoint = new ContainerEndpoint(Map.of(FULL, uri, TOKEN, "the-token"));

        assertThatThrownBy(endpoint::uri)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("AWS_CONTAINER_CREDENTIALS_FULL_URI must be an https address, or one of this machine or of"
                        + " its container agent");
        assertThatThrownBy(() -> endpoint.fetch(Deadline.in(1_000))).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/credentials/1?id=2, http://169.254.170.2/v2/credentials/1?id=2",
        "v2/credentials, http://169.254.170.2/v2/credentials",
        "@example.com/, http://169.254.170.2/@example.com/",
        ".example.com/, http://169.254.170.2/.example.com/",
        ":80@example.com/, http://169.254.170.2/:80@example.com/"
    })
    void aRelativeAddressIsOneOfTheAgentOfEcsAndOfNobodyElse(String relative, String uri) {
        ContainerEndpoint endpoint =
                new ContainerEndpoint(Map.of(RELATIVE, relative, FULL, "https://example.com/", TOKEN, "t"));

        assertThat(endpoint.uri()).hasToString(uri).hasHost("169.254.170.2");
        assertThat(endpoint.headers()).containsExactly(Map.entry("Authorization", "t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "a\n", "a\rb"})
    void aLineBreakAnywhereInATokenIsRefused(String token) {
        ContainerEndpoint endpoint = new ContainerEndpoint(Map.of(TOKEN, token));

        assertThatThrownBy(endpoint::headers).hasMessageContaining("holds a line break");
    }

    @Test
    void whoDoesNotAnswerIsAskedAgainAndTheAttemptsAreCounted() throws IOException {
        String nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = "http://127.0.0.1:" + free.getLocalPort() + "/";
        }

        AwsException failure = catchThrowableOfType(
                AwsException.class, () -> new ContainerEndpoint(Map.of(FULL, nobody)).fetch(Deadline.in(600)));

        assertThat(failure.attempts()).isGreaterThan(1);
    }

    @Test
    void emptyVariablesAreNone() {
        Map<String, String> empty = Map.of(RELATIVE, "", FULL, "", TOKEN, "");

        assertThat(new ContainerEndpoint(empty).isNamed()).isFalse();
        assertThat(new ContainerEndpoint(empty).headers()).isEmpty();
        assertThat(new ContainerEndpoint(Map.of(FULL, "https://a/")).isNamed()).isTrue();
        assertThat(new ContainerEndpoint(Map.of(RELATIVE, "/a")).isNamed()).isTrue();
        assertThatThrownBy(() -> new ContainerEndpoint(empty).uri())
                .hasMessageStartingWith("there are no AWS credentials");
    }

    @Test
    void theFileOfATokenIsReadEachTimeAndComesBeforeTheVariable(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), " one\n");
        ContainerEndpoint endpoint = new ContainerEndpoint(
                Map.of(TOKEN, "variable", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", file.toString()));

        assertThat(endpoint.headers()).containsEntry("Authorization", "one");
        Files.writeString(file, "two");
        assertThat(endpoint.headers()).containsEntry("Authorization", "two");
        for (String forged : new String[] {"a\r\nHost: evil", "a\nb", "a\rb"}) {
            Files.writeString(file, forged);
            assertThatThrownBy(endpoint::headers).hasMessageContaining("holds a line break");
        }
    }
}
