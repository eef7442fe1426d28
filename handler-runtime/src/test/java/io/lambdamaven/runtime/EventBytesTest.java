package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A method may do what it likes to the bytes that it is given. */
class EventBytesTest {
    private final Invocation live = Invocation.live();
    private final List<String> seen = new ArrayList<>();

    private Object overwritten(byte[] bytes) {
        seen.add(new String(bytes, StandardCharsets.UTF_8));
        Arrays.fill(bytes, (byte) '!');
        return null;
    }

    @Test
    void twoParametersDoNotShareTheirBytes() throws IOException {
        String event = Events.sqs("orders", "one", "two");
        MethodHandler handler = MethodHandler.of(
                EventKind.SQS,
                RouteTable.WHOLE,
                "",
                in -> {
                    byte[] one = in.event(byte[].class);
                    byte[] other = in.event(byte[].class);
                    overwritten(one);
                    return overwritten(other);
                },
                "orders");

        assertThat(handler.invoke(event, live)).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(seen).containsExactly(event, event);
    }

    @Test
    void theLineAboutAnInvocationCountsTheRecordsAsTheyCame() throws Exception {
        MethodHandler handler = MethodHandler.of(
                EventKind.SQS, RouteTable.WHOLE, "", in -> overwritten(in.event(byte[].class)), "orders");
        byte[] event = Events.sqs("orders", "one", "two").getBytes(StandardCharsets.UTF_8);

        new Journal(new JsonLog(null)).keep(new Dispatcher(handler.routeTable()), handler, event, live);

        JsonNode line = new ObjectMapper().readTree(live.log.get(0));
        assertThat(line.get("records").asInt()).isEqualTo(2);
    }

    @Test
    void aUserPoolTakesBackTheEventAsItCame() throws IOException {
        String event = "{\"triggerSource\":\"PreSignUp_SignUp\",\"userPoolId\":\"p\",\"response\":{}}";
        MethodHandler handler = MethodHandler.of(
                EventKind.COGNITO, RouteTable.WHOLE, "", in -> overwritten(in.event(byte[].class)), "PreSignUp", "");

        assertThat(handler.invoke(event, live)).isEqualTo(event);
    }

    @Test
    void severalRoutesOfABusGetTheEventAsItCame() throws IOException {
        String event = BusLineTest.event("shop", "shipped", "{}");
        Served handler = Served.with()
                .events("{'source':['shop']}", in -> overwritten(in.event(byte[].class)))
                .events("{'detail-type':['shipped']}", in -> overwritten(in.event(byte[].class)))
                .build();

        assertThat(handler.answer(event)).isEqualTo("null");
        assertThat(seen).hasSize(2).allMatch(seen.get(0)::equals);
        assertThat(seen.get(0)).doesNotContain("!");
    }
}
