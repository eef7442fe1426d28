package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lambdamaven.api.CognitoTriggerEvent;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.UnroutableEventException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CognitoLineTest {
    record Decision(boolean autoConfirmUser) {}

    private static final String HEAD = "{ 'version':'1', 'triggerSource':'PreSignUp_SignUp','region':'eu-central-1',"
            + "'userPoolId':'eu-central-1_abc', 'userName':'ada','big':12345678901234567890.10,"
            + "'callerContext':{'clientId':'c-1','response':'not this one'},"
            + "'request':{'userAttributes':{'email':'a@example.com'},'clientMetadata':{'k':'v \\u00e4 \\' , }'}},"
            + "'response': ";
    private static final String EVENT = HEAD + "{'autoConfirmUser':false,'autoVerifyEmail':false}, 'z':[1, 2] }";

    private static String answered(String response) {
        return HEAD + response + ", 'z':[1, 2] }";
    }

    private static Served by(Served.Method method) {
        return Served.by(EventKind.COGNITO, method, "PreSignUp", "");
    }

    @Test
    void whatAMethodLeavesAloneComesBackByteForByte() throws IOException {
        assertThat(by(in -> null).answer(EVENT)).isEqualTo(EVENT);
        assertThat(by(in -> in.event(Map.class)).answer(EVENT))
                .isEqualTo(answered("{'autoConfirmUser':false,'autoVerifyEmail':false}"));
    }

    @Test
    void whatAMethodChangesOfTheResponseIsTheAnswer() throws IOException {
        Served handler = by(in -> {
            CognitoTriggerEvent event = in.payload(CognitoTriggerEvent.class);
            assertThat(event.triggerSource()).isEqualTo("PreSignUp_SignUp");
            assertThat(event.userPoolId()).isEqualTo("eu-central-1_abc");
            assertThat(event.userName()).isEqualTo("ada");
            assertThat(event.clientId()).isEqualTo("c-1");
            assertThat(event.userAttributes()).containsEntry("email", "a@example.com");
            assertThat(event.clientMetadata()).containsKey("k");
            event.respond("autoConfirmUser", true);
            return null;
        });

        assertThat(handler.answer(EVENT)).isEqualTo(answered("{'autoConfirmUser':true,'autoVerifyEmail':false}"));
    }

    @Test
    void anEventMayBeReturnedInAnyForm() throws IOException {
        String confirmed = "'autoConfirmUser':true";

        assertThat(by(in -> in.payload(CognitoTriggerEvent.class).respond("autoConfirmUser", true))
                        .answer(EVENT))
                .isEqualTo(answered("{" + confirmed + ",'autoVerifyEmail':false}"));
        assertThat(by(in -> {
                            JsonNode event = in.event(JsonNode.class);
                            ((ObjectNode) event.get("response")).put("autoConfirmUser", true);
                            return event;
                        })
                        .answer(EVENT))
                .isEqualTo(answered("{" + confirmed + ",'autoVerifyEmail':false}"));
        assertThat(by(in -> {
                            CognitoUserPoolPreSignUpEvent event = in.awsEvent(CognitoUserPoolPreSignUpEvent.class);
                            event.getResponse().setAutoConfirmUser(true);
                            return event;
                        })
                        .answer(EVENT))
                .startsWith(HEAD)
                .contains(confirmed)
                .endsWith(", 'z':[1, 2] }");
    }

    @Test
    void aResponseAloneIsTakenForTheResponse() throws IOException {
        assertThat(by(in -> new Decision(true)).answer(EVENT)).isEqualTo(answered("{'autoConfirmUser':true}"));
        assertThat(by(in -> Map.of("triggerSource", "x")).answer(EVENT)).isEqualTo(EVENT);
        assertThatThrownBy(() -> by(in -> "yes").answer(EVENT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not a single value or a list");
    }

    @Test
    void anEventWithoutResponseGetsOneIfThereIsAny() throws IOException {
        String event = "{'triggerSource':'PreSignUp_SignUp','userPoolId':'p'}";

        assertThat(by(in -> in.payload(CognitoTriggerEvent.class)).answer(event))
                .isEqualTo(event);

        assertThat(by(in -> new Decision(true)).answer(event))
                .isEqualTo("{'triggerSource':'PreSignUp_SignUp','userPoolId':'p','response':{'autoConfirmUser':true}}");
    }

    @Test
    void aRouteIsFoundByTypeAndPool() throws IOException {
        Served handler = Served.with()
                .service(EventKind.COGNITO, in -> new Decision(false), "PreSignUp", "customers")
                .service(EventKind.COGNITO, in -> new Decision(true), "PreSignUp", "eu-central-1_other")
                .service(EventKind.COGNITO, in -> Map.of("tokens", 1), "PreTokenGeneration", "")
                .build();

        assertThat(handler.answer(EVENT)).contains("'response': {'autoConfirmUser':false}");
        assertThat(handler.answer(EVENT.replace("1_abc", "1_other"))).contains("'response': {'autoConfirmUser':true}");
        assertThat(handler.answer(EVENT.replace("PreSignUp_SignUp", "TokenGeneration_HostedAuth")))
                .contains("'response': {'tokens':1}");
        assertThatThrownBy(() -> handler.answer(EVENT.replace("PreSignUp_", "PostConfirmation_")))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageContainingAll("a Cognito user pool", "PostConfirmation_SignUp eu-central-1_abc");
    }

    @Test
    void anExceptionRefusesTheUserAsItIs() {
        assertThatThrownBy(() -> by(in -> {
                            throw new IllegalArgumentException("no such domain");
                        })
                        .answer(EVENT))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such domain");
    }

    @Test
    void aKeyThatOccursTwiceIsRefused() {
        String twice = EVENT.replace("'region'", "'userName':'eve','region'");

        assertThatThrownBy(() -> by(in -> in.payload(CognitoTriggerEvent.class)).answer(twice))
                .isInstanceOf(BindException.class)
                .hasMessageContaining("userName");
    }

    @Test
    void anIdentityPoolTakesItsEventBack() throws IOException {
        String event = "{'version':2,'identityPoolId':'eu-central-1:1','datasetRecords':{'a':{'op':'replace'}}}";
        Served untouched = Served.by(EventKind.COGNITO_SYNC, in -> null, "eu-central-1:1");
        Served changed = Served.by(EventKind.COGNITO_SYNC, in -> Map.of("datasetRecords", List.of()), "");

        assertThat(untouched.answer(event)).isEqualTo(event);
        assertThat(changed.answer(event)).isEqualTo("{'datasetRecords':[]}");
        assertThatThrownBy(() -> untouched.answer(event.replace("-1:1", "-1:2")))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageContaining("Cognito Sync (eu-central-1:2)");
    }
}
