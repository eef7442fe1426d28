package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.api.BedrockAgentRequest;
import io.lambdamaven.api.BedrockAgentResponse;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.UnroutableEventException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BedrockLineTest {
    record Claim(String id, int amount, Boolean urgent, List<String> tags, Map<String, Integer> sizes) {}

    private static final String HEAD =
            "{'messageVersion':'1.0','agent':{'name':'Clerk','alias':'TST'},'inputText':'pay',"
                    + "'sessionId':'s-1','actionGroup':'Claims','sessionAttributes':{'a':'1'},"
                    + "'promptSessionAttributes':{'p':'2'},";
    private static final String VALUES = "[{'name':'id','type':'string','value':'17'},"
            + "{'name':'amount','type':'integer','value':'250'},{'name':'urgent','type':'boolean','value':'true'},"
            + "{'name':'tags','type':'array','value':'[\\'a\\',\\'b\\']'}]";
    private static final String FUNCTION = HEAD + "'function':'pay','parameters':" + VALUES + "}";
    private static final String OPERATION = HEAD + "'apiPath':'/claims/{id}','httpMethod':'POST','parameters':"
            + "[{'name':'id','type':'string','value':'17'}],'requestBody':{'content':{'application/json':"
            + "{'properties':[{'name':'amount','type':'number','value':'250'},"
            + "{'name':'sizes','type':'object','value':'{\\'x\\':1}'}]}}}}";
    private static final String ATTRIBUTES = ",'sessionAttributes':{'a':'1'},'promptSessionAttributes':{'p':'2'}}";

    private static String answer(String event, Object result) throws IOException {
        return Served.by(EventKind.BEDROCK_AGENT, in -> result).answer(event);
    }

    @Test
    void aFunctionAnswersWithText() throws IOException {
        assertThat(answer(FUNCTION, "paid"))
                .isEqualTo("{'messageVersion':'1.0','response':{'actionGroup':'Claims','function':'pay',"
                        + "'functionResponse':{'responseBody':{'TEXT':{'body':'paid'}}}}" + ATTRIBUTES);
        assertThat(answer(FUNCTION, Map.of("n", 1))).contains("'body':'{\\'n\\':1}'");
        assertThat(answer(
                        FUNCTION,
                        BedrockAgentResponse.of("which claim?")
                                .state(BedrockAgentResponse.State.REPROMPT)
                                .sessionAttribute("b", "3")
                                .promptSessionAttribute("p", "4")))
                .contains("'functionResponse':{'responseState':'REPROMPT','responseBody'")
                .endsWith(",'sessionAttributes':{'a':'1','b':'3'},'promptSessionAttributes':{'p':'4'}}");
    }

    @Test
    void anOperationAnswersWithStatusAndJson() throws IOException {
        assertThat(answer(OPERATION, Map.of("paid", true)))
                .isEqualTo("{'messageVersion':'1.0','response':{'actionGroup':'Claims','apiPath':'/claims/{id}',"
                        + "'httpMethod':'POST','httpStatusCode':200,'responseBody':"
                        + "{'application/json':{'body':'{\\'paid\\':true}'}}}" + ATTRIBUTES);
        assertThat(answer(OPERATION, "{\"already\":\"json\"}")).contains("{'body':'{\\'already\\':\\'json\\'}'}");
        assertThat(answer(OPERATION, "plain")).contains("{'body':'\\'plain\\''}");
        assertThat(answer(OPERATION, BedrockAgentResponse.of("gone").status(404).contentType("text/plain")))
                .contains("'httpStatusCode':404,'responseBody':{'text/plain':{'body':'gone'}}");
    }

    @Test
    void parametersAndBodyBecomeOneObjectEachAsItsTypeSays() throws IOException {
        Served handler =
                Served.by(EventKind.BEDROCK_AGENT, in -> in.payload(Claim.class).toString());

        assertThat(handler.answer(FUNCTION)).contains("Claim[id=17, amount=250, urgent=true, tags=[a, b], sizes=null]");
        assertThat(handler.answer(OPERATION)).contains("Claim[id=17, amount=250, urgent=null, tags=null, sizes={x=1}]");
        assertThatThrownBy(() -> handler.answer(FUNCTION.replace("'250'", "'much'")))
                .isInstanceOf(BindException.class)
                .hasMessage("the action's input does not fit at amount");
    }

    @Test
    void theRequestHasThemApart() throws IOException {
        Served handler = Served.by(EventKind.BEDROCK_AGENT, in -> {
            BedrockAgentRequest request = in.payload(BedrockAgentRequest.class);
            return request.parameters() + " " + request.properties() + " " + request.agent() + " " + request.inputText()
                    + " " + request.sessionId() + request.sessionAttributes();
        });

        assertThat(handler.answer(OPERATION))
                .contains("{id=17} {amount=250, sizes={x=1}} {name=Clerk, alias=TST} pay s-1{a=1}");
    }

    @Test
    void aRouteIsFoundByFunctionOrOperation() throws IOException {
        Served handler = Served.with()
                .service(EventKind.BEDROCK_AGENT, in -> "group", "Claims", "", "", "")
                .service(EventKind.BEDROCK_AGENT, in -> "function", "Claims", "pay", "", "")
                .service(EventKind.BEDROCK_AGENT, in -> "operation", "Claims", "", "/claims/{id}", "POST")
                .build();

        assertThat(handler.answer(FUNCTION)).contains("'body':'function'");
        assertThat(handler.answer(OPERATION)).contains("operation");
        assertThat(handler.answer(FUNCTION.replace("'pay','par", "'other','par")))
                .contains("'body':'group'");
        assertThatThrownBy(() -> handler.answer(FUNCTION.replace("'Claims'", "'Other'")))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageContaining("a Bedrock agent (Other pay)");
        assertThatThrownBy(() -> handler.answer(OPERATION.replace("'Claims'", "'Other'")))
                .hasMessageContaining("(Other POST /claims/{id})");
    }
}
