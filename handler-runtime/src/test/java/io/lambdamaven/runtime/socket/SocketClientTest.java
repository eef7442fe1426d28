package io.lambdamaven.runtime.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.api.ConnectionGoneException;
import io.lambdamaven.api.ConnectionInfo;
import io.lambdamaven.api.Connections;
import io.lambdamaven.runtime.aws.AwsException;
import io.lambdamaven.runtime.aws.Loopback;
import io.lambdamaven.runtime.aws.SignatureV4;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SocketClientTest {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String ID = "L0SM9cOFvHcCIhw=";

    private Loopback service;
    private Connections connections;

    @BeforeEach
    void start() throws IOException {
        service = new Loopback();
        connections = new SocketClient(service.aws(), new SocketApi("a1b2", "prod"), context(5_000));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static Context context(int millis) {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> millis);
    }

    @Test
    void aMessageIsPostedAndSignedForTheApi() {
        connections.post(ID, "grüße");

        Loopback.Sent sent = service.sent.get(0);
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.uri().getRawPath()).isEqualTo("/@connections/L0SM9cOFvHcCIhw%3D");
        assertThat(sent.text()).isEqualTo("grüße");
        assertThat(sent.headers().get("Authorization"))
                .contains("/eu-central-1/execute-api/aws4_request")
                .endsWith("Signature="
                        + SignatureV4.of(sent.method(), sent.uri(), sent.headers(), sent.body(), SECRET, true));
        assertThat(sent.headers()).containsEntry("X-Amz-Security-Token", "TheSessionToken");
    }

    @Test
    void aClientThatHasLeftIsToldByItsOwnExceptionOrByFalse() {
        service.always(410, "{\"message\":\"Gone\"}");

        ConnectionGoneException gone =
                catchThrowableOfType(ConnectionGoneException.class, () -> connections.post(ID, "hi"));

        assertThat(gone).hasMessage("the connection " + ID + " is gone");
        assertThat(gone.connectionId()).isEqualTo(ID);
        assertThatThrownBy(() -> connections.get(ID)).isInstanceOf(ConnectionGoneException.class);
        assertThat(connections.offer(ID, "hi")).isFalse();
        assertThat(connections.offer(ID, new byte[] {65})).isFalse();
        connections.close(ID);
        assertThat(service.sent).hasSize(5);
    }

    @Test
    void whoIsThereGetsWhatIsOffered() {
        assertThat(connections.offer(ID, "hi")).isTrue();
        assertThat(connections.offer(ID, "hi".getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @Test
    void aMessageThatNoConnectionTakesIsNotSent() {
        connections.post(ID, new byte[Connections.LONGEST_MESSAGE]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connections.post(ID, "ü".repeat(Connections.LONGEST_MESSAGE / 2) + "u"))
                .withMessage("the message has 131073 bytes, and API Gateway passes on 131072: send it in parts, or send"
                        + " where to get it");
        assertThat(service.sent).hasSize(1);
    }

    @Test
    void aConnectionIsDescribed() {
        service.then(
                200,
                "{\"connectedAt\":\"2026-11-24T01:02:03.004Z\",\"identity\":{\"sourceIp\":\"198.51.100.7\","
                        + "\"userAgent\":\"wscat\"},\"lastActiveAt\":\"2026-11-24T02:00:00Z\"}");

        assertThat(connections.get(ID))
                .isEqualTo(new ConnectionInfo(
                        Instant.parse("2026-11-24T01:02:03.004Z"),
                        Instant.parse("2026-11-24T02:00:00Z"),
                        "198.51.100.7",
                        "wscat"));
        assertThat(service.sent.get(0).method()).isEqualTo("GET");
    }

    @Test
    void anAnswerThatDescribesNothingIsQuoted() {
        assertThatIllegalStateException()
                .isThrownBy(() -> connections.get(ID))
                .withMessage("API Gateway gave '' for a time of the connection");
    }

    @Test
    void aConnectionIsClosed() {
        connections.close(ID);

        assertThat(service.sent.get(0).method()).isEqualTo("DELETE");
        assertThat(service.sent.get(0).uri().getRawPath()).isEqualTo("/@connections/L0SM9cOFvHcCIhw%3D");
    }

    @Test
    void otherRefusalsSayWhatApiGatewaySays() {
        service.always(403, "{\"message\":\"User is not authorized\"}");

        assertThatThrownBy(() -> connections.post(ID, "hi"))
                .isInstanceOf(AwsException.class)
                .hasMessage("ApiGatewayManagementApi PostToConnection failed with status 403: User is not authorized");
        assertThatThrownBy(() -> connections.close(ID)).isInstanceOf(AwsException.class);
        assertThatThrownBy(() -> connections.get(ID)).isInstanceOf(AwsException.class);
    }

    @Test
    void throttlingIsWaitedForWhileTheInvocationLasts() {
        service.then(429, "").then(500, "");
        connections.post(ID, "hi");
        assertThat(service.sent).hasSize(3);

        service.always(429, "");
        long start = System.nanoTime();
        Connections late = new SocketClient(service.aws(), new SocketApi("a1b2", "prod"), context(300));
        assertThatThrownBy(() -> late.post(ID, "hi")).hasMessageContaining("status 429");
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(3_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void idsThatWouldLeadElsewhereAreRefused(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connections.post(id, "hi"))
                .withMessage("'" + id + "' is no id of a connection");
        assertThat(service.sent).isEmpty();
    }

    @Test
    void anIdIsOneSegmentOfThePathWhateverItHolds() {
        connections.post("../a b?c#d", "hi");

        assertThat(service.sent.get(0).uri().getRawPath()).isEqualTo("/@connections/..%2Fa%20b%3Fc%23d");
    }

    @Test
    void theApiOfAnEventIsItsOwnWhateverDomainLedToIt() {
        byte[] event =
                "{\"requestContext\":{\"domainName\":\"chat.example.com\",\"stage\":\"prod\",\"apiId\":\"a1b2\"}}"
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(SocketApi.of(event)).isEqualTo(new SocketApi("a1b2", "prod"));
    }

    @Test
    void theApiOfTheProjectIsWhatTheDeployerSays() {
        assertThat(SocketApi.named("a1b2/prod")).isEqualTo(new SocketApi("a1b2", "prod"));
        assertThatIllegalStateException()
                .isThrownBy(() -> SocketApi.named(null))
                .withMessageStartingWith("LAMBDA_WEBSOCKET_API names no WebSocket API");
        assertThatIllegalStateException()
                .isThrownBy(() -> SocketApi.named("evil.example.com#/prod"))
                .withMessage("'evil.example.com#/prod' names no stage of a WebSocket API");
    }
}
