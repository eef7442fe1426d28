package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.LexEvent;
import io.lambdamaven.api.LexRequest;
import io.lambdamaven.api.LexResponse;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.UnroutableEventException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LexLineTest {
    private static final String CITY = "{'shape':'Scalar','value':{'originalValue':'kölle',"
            + "'interpretedValue':'Cologne','resolvedValues':['Cologne']}}";

    private static final String TWO =
            "{'messageVersion':'1.0','invocationSource':'DialogCodeHook','inputTranscript':'hi',"
                    + "'sessionId':'s-1','bot':{'name':'Travel','aliasName':'live','localeId':'de_DE'},"
                    + "'sessionState':{'activeContexts':[{'name':'c'}],'sessionAttributes':{'a':'1','b':'2'},"
                    + "'intent':{'name':'Book','state':'InProgress','confirmationState':'None',"
                    + "'slots':{'City':" + CITY + ",'Date':null}}}}";

    private static final String ONE = "{'messageVersion':'1.0','invocationSource':'FulfillmentCodeHook','userId':'u-1',"
            + "'sessionAttributes':{'a':'1'},'bot':{'name':'Travel','alias':'live','version':'3'},"
            + "'currentIntent':{'name':'Book','slots':{'City':'Cologne','Nights':4,'Date':null},"
            + "'confirmationStatus':'None'}}";

    private static String two(LexResponse response) throws IOException {
        return Served.by(EventKind.LEX_V2, in -> response).answer(TWO);
    }

    private static String one(LexResponse response) throws IOException {
        return Served.by(EventKind.LEX_V1, in -> response).answer(ONE);
    }

    @Test
    void aSlotIsAskedForAndTheRestStaysAsItWas() throws IOException {
        LexResponse response = LexResponse.elicitSlot("Date").message("When?").sessionAttribute("b", null);

        assertThat(two(response))
                .isEqualTo("{'sessionState':{'sessionAttributes':{'a':'1'},'activeContexts':[{'name':'c'}],"
                        + "'dialogAction':{'type':'ElicitSlot','slotToElicit':'Date'},"
                        + "'intent':{'name':'Book','slots':{'City':" + CITY + ",'Date':null},"
                        + "'state':'InProgress','confirmationState':'None'}},"
                        + "'messages':[{'contentType':'PlainText','content':'When?'}]}");
        assertThat(one(response))
                .isEqualTo("{'sessionAttributes':{'a':'1'},'dialogAction':{'type':'ElicitSlot',"
                        + "'slots':{'City':'Cologne','Nights':4,'Date':null},'intentName':'Book',"
                        + "'slotToElicit':'Date','message':{'contentType':'PlainText','content':'When?'}}}");
    }

    @Test
    void aClosedIntentIsFulfilledOrFailed() throws IOException {
        assertThat(two(LexResponse.close(true))).contains("{'type':'Close'}", "'state':'Fulfilled'");
        assertThat(two(LexResponse.close(false))).contains("'state':'Failed'");
        assertThat(one(LexResponse.close(true).message("SSML", "<speak/>")))
                .isEqualTo("{'sessionAttributes':{'a':'1'},'dialogAction':{'type':'Close',"
                        + "'fulfillmentState':'Fulfilled','message':{'contentType':'SSML','content':'<speak/>'}}}");
        assertThat(one(LexResponse.close(false))).contains("'fulfillmentState':'Failed'");
    }

    @Test
    void lexDecidesAskForAYesOrForAnIntent() throws IOException {
        assertThat(two(LexResponse.delegate().slot("Date", "2030-01-01").slot("City", null)))
                .contains("{'type':'Delegate'}", "'City':null")
                .contains("'Date':{'shape':'Scalar','value':{'originalValue':'2030-01-01',"
                        + "'interpretedValue':'2030-01-01','resolvedValues':['2030-01-01']}}");
        assertThat(one(LexResponse.delegate().slot("City", null)))
                .contains("{'type':'Delegate','slots':{'City':null,'Nights':4,'Date':null}}");
        assertThat(two(LexResponse.confirmIntent())).contains("{'type':'ConfirmIntent'}", "'name':'Book'");
        assertThat(one(LexResponse.confirmIntent())).contains("'intentName':'Book'");
        assertThat(two(LexResponse.elicitIntent().message("What?")))
                .contains("{'type':'ElicitIntent'}")
                .doesNotContain("'intent'");
        assertThat(one(LexResponse.elicitIntent())).contains("'dialogAction':{'type':'ElicitIntent'}");
    }

    @Test
    void anotherIntentStartsWithoutTheOldOnesSlots() throws IOException {
        assertThat(two(LexResponse.elicitSlot("Size").intent("Pizza")))
                .contains("'intent':{'name':'Pizza','slots':{}}");
        assertThat(one(LexResponse.elicitSlot("Size").intent("Pizza"))).contains("'slots':{},'intentName':'Pizza'");
    }

    @Test
    void theFirstVersionTakesOneMessage() {
        assertThatThrownBy(() -> one(LexResponse.close(true).message("a").message("b")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("one message");
        assertThatThrownBy(() -> one(LexResponse.delegate().message("a"))).hasMessageContaining("none with Delegate");
        assertThatThrownBy(() -> two(null)).hasMessageContaining("LexResponse.delegate()");
    }

    @Test
    void bothVersionsAskTheSame() throws IOException {
        List<LexRequest> seen = new ArrayList<>();
        Served handler = Served.with()
                .service(EventKind.LEX_V1, in -> {
                    seen.add(in.payload(LexRequest.class));
                    return Map.of(
                            "nights",
                            in.awsEvent(LexEvent.class).getCurrentIntent().getName());
                })
                .service(EventKind.LEX_V2, in -> {
                    seen.add(in.payload(LexRequest.class));
                    return Map.of();
                })
                .build();

        assertThat(handler.answer(ONE)).isEqualTo("{'nights':'Book'}");
        handler.answer(TWO);

        assertThat(seen).extracting(LexRequest::version).containsExactly(1, 2);
        assertThat(seen).extracting(LexRequest::intent).containsOnly("Book");
        assertThat(seen).extracting(LexRequest::bot).containsOnly("Travel");
        assertThat(seen).extracting(LexRequest::botAlias).containsOnly("live");
        assertThat(seen).extracting(LexRequest::sessionId).containsExactly("u-1", "s-1");
        assertThat(seen).extracting(request -> request.slots().get("City")).containsOnly("Cologne");
        assertThat(seen)
                .allSatisfy(request -> assertThat(request.slots()).containsEntry("Date", null))
                .allSatisfy(request -> assertThat(request.sessionAttributes()).containsEntry("a", "1"));
        assertThat(seen.get(0).slots()).containsEntry("Nights", "4");
        assertThat(seen.get(1).locale()).isEqualTo("de_DE");
    }

    @Test
    void theRouteThatNamesMoreTakesIt() throws IOException {
        Served handler = Served.with()
                .service(EventKind.LEX_V2, in -> "any", "", "", "")
                .service(EventKind.LEX_V2, in -> "book", "", "Book", "")
                .service(EventKind.LEX_V2, in -> "hook", "Travel", "Book", "DialogCodeHook")
                .build();

        assertThat(handler.answer(TWO)).isEqualTo("'hook'");
        assertThat(handler.answer(TWO.replace("DialogCodeHook", "FulfillmentCodeHook")))
                .isEqualTo("'book'");
        assertThat(handler.answer(TWO.replace("'name':'Book'", "'name':'Cancel'")))
                .isEqualTo("'any'");
        assertThatThrownBy(() -> handler.answer(ONE))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageContaining("Lex V1 (Travel/Book/FulfillmentCodeHook)");
    }
}
