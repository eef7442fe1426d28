package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import io.lambdamaven.api.HttpException;
import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.api.WebSocketEvent;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.UnroutableEventException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebSocketLineTest {
    record Chat(String room, int number) {}

    static String event(String route, String type, String body) {
        return "{'headers':{'Host':'h'},'queryStringParameters':{'q':'1'},'requestContext':{'routeKey':'" + route
                + "','eventType':'" + type + "','connectionId':'c-1','domainName':"
                + "'a1.execute-api.eu-central-1.amazonaws.com','stage':'prod','apiId':'a1','requestId':'r-1',"
                + "'connectedAt':1700000000000,'identity':{'sourceIp':'198.51.100.7'},"
                + "'authorizer':{'principalId':'ada'}},'body':" + body + ",'isBase64Encoded':false}";
    }

    static String message(String route, String body) {
        return event(route, "MESSAGE", Events.quoted(body.replace('\'', '"')));
    }

    @Test
    void aMethodThatReturnsNothingSays200() throws IOException {
        Served handler = Served.by(EventKind.WEBSOCKET, in -> null, "$connect");

        assertThat(handler.answer(event("$connect", "CONNECT", "null"))).isEqualTo("{'statusCode':200}");
    }

    @Test
    void theMessageIsTheTextAndThePayload() throws IOException {
        List<Object> seen = new ArrayList<>();
        Served handler = Served.by(
                EventKind.WEBSOCKET,
                in -> {
                    seen.add(in.payload(String.class));
                    seen.add(in.payload(Chat.class));
                    seen.add(in.awsEvent(APIGatewayV2WebSocketEvent.class)
                            .getRequestContext()
                            .getConnectionId());
                    return Map.of("ok", true);
                },
                "send");

        assertThat(handler.answer(message("send", "{'room':'a','number':3}")))
                .isEqualTo("{'statusCode':200,'headers':{'content-type':'application/json'},"
                        + "'body':'{\\'ok\\':true}','isBase64Encoded':false}");
        assertThat(seen).containsExactly("{\"room\":\"a\",\"number\":3}", new Chat("a", 3), "c-1");
    }

    @Test
    void aMessageInBase64IsDecoded() throws IOException {
        Served handler = Served.by(
                EventKind.WEBSOCKET, in -> in.payload(WebSocketEvent.class).body(), "send");
        String encoded =
                event("send", "MESSAGE", "'aGk='").replace("'isBase64Encoded':false", "'isBase64Encoded':true");

        assertThat(handler.answer(encoded)).contains("'body':'hi'");
        assertThatThrownBy(() -> handler.answer(encoded.replace("aGk=", "%%")))
                .isInstanceOf(BindException.class)
                .hasMessage("the body is not base64, as it is said to be");
    }

    @Test
    void theEventSaysWhereToAnswer() throws IOException {
        List<WebSocketEvent> seen = new ArrayList<>();
        Served handler = Served.by(
                EventKind.WEBSOCKET,
                in -> {
                    seen.add(in.payload(WebSocketEvent.class));
                    return null;
                },
                "$connect");
        String event = event("$connect", "CONNECT", "null");
        handler.answer(event);
        handler.answer(event.replace("a1.execute-api.eu-central-1.amazonaws.com", "ws.example.com"));

        WebSocketEvent first = seen.get(0);
        assertThat(first.endpoint()).isEqualTo("https://a1.execute-api.eu-central-1.amazonaws.com/prod");
        assertThat(first.connectionId()).isEqualTo("c-1");
        assertThat(first.sourceIp()).isEqualTo("198.51.100.7");
        assertThat(first.connectedAt()).isEqualTo(1700000000000L);
        assertThat(first.authorizer()).containsEntry("principalId", "ada");
        assertThat(first.headers()).containsEntry("host", "h");
        assertThat(first.body()).isNull();
        assertThat(seen.get(1).endpoint()).isEqualTo("https://ws.example.com");
    }

    @Test
    void theDefaultTakesMessagesThatNobodyElseTakesButLetsNobodyIn() throws IOException {
        Served handler = Served.with()
                .service(EventKind.WEBSOCKET, in -> "default", "$default")
                .service(EventKind.WEBSOCKET, in -> "send", "send")
                .build();

        assertThat(handler.answer(message("send", "x"))).contains("'body':'send'");
        assertThat(handler.answer(message("other", "x"))).contains("'body':'default'");
        assertThatThrownBy(() -> handler.answer(event("$connect", "CONNECT", "null")))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageContaining("WebSocket API ($connect)");
    }

    @Test
    void aClientIsRefusedWithAStatusOrGivenItsProtocol() throws IOException {
        Served refuse = Served.by(EventKind.WEBSOCKET, in -> {
            throw new HttpException(403, "not you");
        });
        Served protocol =
                Served.by(EventKind.WEBSOCKET, in -> HttpResponse.of(200).header("Sec-WebSocket-Protocol", "chat"));

        assertThat(refuse.answer(event("$connect", "CONNECT", "null")))
                .startsWith("{'statusCode':403,")
                .contains("not you");
        assertThat(protocol.answer(event("$connect", "CONNECT", "null")))
                .contains("'headers':{'sec-websocket-protocol':'chat'}");
    }

    @Test
    void aMessageThatDoesNotFitFailsAndSaysWhere() {
        Served handler = Served.by(EventKind.WEBSOCKET, in -> in.payload(Chat.class), "send");

        assertThatThrownBy(() -> handler.answer(message("send", "{'room':'a','number':'x'}")))
                .isInstanceOf(BindException.class)
                .hasMessage("the body does not fit at number");
        assertThatThrownBy(() -> handler.answer(event("send", "MESSAGE", "null")))
                .isInstanceOf(BindException.class)
                .hasMessage("the body is missing");
    }
}
