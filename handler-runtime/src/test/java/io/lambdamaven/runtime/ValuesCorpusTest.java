package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.AppSyncLambdaAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.CloudWatchMetricAlarmEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoEvent;
import com.amazonaws.services.lambda.runtime.events.ConnectEvent;
import com.amazonaws.services.lambda.runtime.events.LexEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.SecretsManagerRotationEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lambdamaven.api.AppSyncRequest;
import io.lambdamaven.api.AuthorizerRequest;
import io.lambdamaven.api.AuthorizerResult;
import io.lambdamaven.api.BedrockAgentRequest;
import io.lambdamaven.api.CognitoTriggerEvent;
import io.lambdamaven.api.EventBridgeEvent;
import io.lambdamaven.api.LexRequest;
import io.lambdamaven.api.LexResponse;
import io.lambdamaven.api.SecretRotation;
import io.lambdamaven.api.TransferLogin;
import io.lambdamaven.api.TransferUser;
import io.lambdamaven.api.WebSocketEvent;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Recognizer;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Real payloads of the services that ask for one thing: each form of each, and an answer of the documented shape. */
class ValuesCorpusTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a method asks for, what it returns, and the members that the answer has to have. */
    private record Case(List<Class<?>> apis, List<Class<?>> aws, Object result, Set<String> members) {}

    private static final Map<EventKind, Case> CASES = new EnumMap<>(EventKind.class);

    static {
        AuthorizerResult allow = AuthorizerResult.allow("ada").context("k", "v");
        List<Class<?>> authorizer = List.of(AuthorizerRequest.class);
        Set<String> policy = Set.of("principalId", "policyDocument", "context");
        CASES.put(
                EventKind.AUTHORIZER_TOKEN,
                new Case(authorizer, List.of(APIGatewayCustomAuthorizerEvent.class), allow, policy));
        CASES.put(
                EventKind.AUTHORIZER_V1,
                new Case(authorizer, List.of(APIGatewayCustomAuthorizerEvent.class), allow, policy));
        CASES.put(
                EventKind.AUTHORIZER_V2,
                new Case(authorizer, List.of(APIGatewayV2CustomAuthorizerEvent.class), allow, policy));
        CASES.put(
                EventKind.APPSYNC_AUTHORIZER,
                new Case(
                        authorizer,
                        List.of(AppSyncLambdaAuthorizerEvent.class),
                        allow,
                        Set.of("isAuthorized", "resolverContext")));
        CASES.put(
                EventKind.BEDROCK_AGENT,
                new Case(
                        List.of(BedrockAgentRequest.class),
                        List.of(),
                        "done",
                        Set.of("messageVersion", "response", "sessionAttributes")));
        CASES.put(
                EventKind.WEBSOCKET,
                new Case(
                        List.of(WebSocketEvent.class),
                        List.of(APIGatewayV2WebSocketEvent.class),
                        "hi",
                        Set.of("statusCode", "body")));
        CASES.put(
                EventKind.COGNITO,
                new Case(List.of(CognitoTriggerEvent.class), List.of(), null, Set.of("triggerSource", "userPoolId")));
        CASES.put(
                EventKind.COGNITO_SYNC,
                new Case(List.of(), List.of(CognitoEvent.class), null, Set.of("datasetRecords")));
        CASES.put(EventKind.ALARM, new Case(List.of(), List.of(CloudWatchMetricAlarmEvent.class), null, Set.of()));
        CASES.put(
                EventKind.LEX_V1,
                new Case(
                        List.of(LexRequest.class),
                        List.of(LexEvent.class),
                        LexResponse.close(true),
                        Set.of("dialogAction", "sessionAttributes")));
        CASES.put(
                EventKind.LEX_V2,
                new Case(List.of(LexRequest.class), List.of(), LexResponse.delegate(), Set.of("sessionState")));
        CASES.put(EventKind.CONNECT, new Case(List.of(), List.of(ConnectEvent.class), Map.of("a", 1), Set.of("a")));
        CASES.put(
                EventKind.SECRET_ROTATION,
                new Case(List.of(SecretRotation.class), List.of(SecretsManagerRotationEvent.class), null, Set.of()));
        CASES.put(EventKind.APPSYNC, new Case(List.of(AppSyncRequest.class), List.of(), Map.of("r", 1), Set.of("r")));
        CASES.put(EventKind.ALEXA, new Case(List.of(), List.of(), Map.of("version", "1.0"), Set.of("version")));
        CASES.put(
                EventKind.TRANSFER,
                new Case(
                        List.of(TransferLogin.class),
                        List.of(),
                        TransferUser.of("arn:r", "/b"),
                        Set.of("Role", "HomeDirectory")));
        CASES.put(EventKind.IOT, new Case(List.of(), List.of(), Map.of(), Set.of()));
        CASES.put(
                EventKind.EVENTBRIDGE,
                new Case(List.of(EventBridgeEvent.class), List.of(ScheduledEvent.class), Map.of("e", 1), Set.of("e")));
    }

    @Test
    void everyPayloadIsBoundInEachFormAndAnswered() throws IOException {
        String folder = System.getProperty("lambda.events", "");
        assumeThat(folder)
                .as("name a folder of sample events with -Dlambda.events=DIR to send them all")
                .isNotBlank();
        List<String> lines = Files.readAllLines(Path.of(folder, "index.tsv"));
        Map<EventKind, Integer> served = new EnumMap<>(EventKind.class);

        for (String line : lines.subList(1, lines.size())) {
            String path = line.substring(0, line.indexOf('\t'));
            byte[] event = Files.readAllBytes(Path.of(folder, path));
            Event what = Recognizer.recognize(event, false);
            Case expected = CASES.get(what.kind());
            if (expected != null) {
                serve(path, new String(event, StandardCharsets.UTF_8), what.kind(), expected);
                served.merge(what.kind(), 1, Integer::sum);
            }
        }

        assertThat(served.keySet()).isNotEmpty();
    }

    /** A few samples are other than AWS's own class has it: then the class is named. */
    private static void aws(Arguments in, Class<?> type, String path) {
        try {
            assertThat((Object) in.awsEvent(type)).as(path).isInstanceOf(type);
        } catch (BindException e) {
            assertThat(e).as(path).hasMessage("the event does not fit " + type.getSimpleName());
        }
    }

    private static void serve(String path, String event, EventKind kind, Case expected) throws IOException {
        Served.Method method = in -> {
            for (Class<?> type : expected.apis()) {
                assertThat(in.payload(type)).as(path).isInstanceOf(type);
            }
            for (Class<?> type : expected.aws()) {
                aws(in, type, path);
            }
            assertThat(JSON.readTree(in.event(String.class))).as(path).isEqualTo(JSON.readTree(event));
            assertThat(in.event(Map.class).size()).as(path).isPositive();
            if (kind != EventKind.WEBSOCKET) {
                assertThat(in.payload(JsonNode.class)).as(path).isNotNull();
            }
            return expected.result();
        };
        Served handler = (kind == EventKind.EVENTBRIDGE
                        ? Served.with().events("{}", method)
                        : Served.with().service(kind, RouteTable.EACH, "iam", method))
                .build();
        JsonNode answer = JSON.readTree(handler.bytes(event, Invocation.live()));
        for (String member : expected.members()) {
            assertThat(answer.has(member)).as(path + " " + answer).isTrue();
        }
        if (kind == EventKind.COGNITO) {
            assertThat(answer).as(path).isEqualTo(JSON.readTree(event));
        }
    }
}
