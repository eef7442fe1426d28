package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.KinesisTimeWindowEvent;
import com.amazonaws.services.lambda.runtime.events.TimeWindowEventResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lambdamaven.api.KinesisRecord;
import io.lambdamaven.api.Window;
import io.lambdamaven.api.WindowState;
import io.lambdamaven.runtime.Source.Item;
import io.lambdamaven.runtime.bind.Types;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowLineTest {
    record Sum(int records, List<String> names) {}

    private final Invocation context = Invocation.live();

    @Test
    void aWindowHandsItsStateFromCallToCall() throws IOException {
        List<Window> windows = new ArrayList<>();
        MethodHandler handler = window(in -> {
            windows.add(in.window());
            WindowState<Sum> state = in.state(Sum.class);
            Sum sum = state.orElse(new Sum(0, List.of()));
            List<String> names = new ArrayList<>(sum.names());
            in.payloads(KinesisRecord.class).forEach(record -> names.add(record.text()));
            return new Sum(names.size(), names);
        });

        String state = "{}";
        for (int call = 0; call < 3; call++) {
            state = state(handler.invoke(event(call == 2 ? List.of() : items(call), state, call == 2), context));
        }

        assertThat(state).isEqualTo("{\"records\":4,\"names\":[\"r0\",\"r1\",\"r2\",\"r3\"]}");
        assertThat(windows).extracting(Window::isFinal).containsExactly(false, false, true);
        assertThat(windows.get(0))
                .isEqualTo(new Window(
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2026-01-01T00:02:00Z"),
                        "shardId-0",
                        "arn:aws:kinesis:eu-central-1:123456789012:stream/orders",
                        false,
                        false));
    }

    @Test
    void aFailedCallLeavesTheStateToBeDeliveredAgain() throws IOException {
        List<Object> states = new ArrayList<>();
        MethodHandler handler = window(in -> {
            states.add(
                    in.state(Types.of(Map.class, String.class, Integer.class)).get());
            if (states.size() == 1) {
                throw new IllegalStateException("not now");
            }
            return null;
        });
        String event = event(items(0), "{\"sum\": 3}", false);

        assertThatThrownBy(() -> handler.invoke(event, context)).hasMessage("not now");
        assertThat(handler.invoke(event, context)).isEqualTo("{\"state\":{\"sum\": 3},\"batchItemFailures\":[]}");
        assertThat(states).containsExactly(Map.of("sum", 3), Map.of("sum", 3));
    }

    @Test
    void awsClassesAreTakenAndReturned() throws IOException {
        MethodHandler handler = window(in -> {
            KinesisTimeWindowEvent event = in.awsEvent(KinesisTimeWindowEvent.class);
            assertThat(event.getWindow().getStart()).isNotNull();
            return TimeWindowEventResponse.builder()
                    .withState(
                            Map.of("records", String.valueOf(event.getRecords().size())))
                    .withBatchItemFailures(List.of())
                    .build();
        });

        JsonNode answer = new ObjectMapper().readTree(handler.invoke(event(items(0), "{}", false), context));

        assertThat(answer.at("/state/records").asText()).isEqualTo("2");
    }

    @Test
    void aStateThatIsNoObjectIsRefused() {
        assertThatThrownBy(() -> window(in -> List.of(1)).invoke(event(items(0), "{}", false), context))
                .hasMessageStartingWith("the state of a window is a JSON object, which ");
        assertThatThrownBy(() -> window(in -> in.state(Sum.class))
                        .invoke(event(items(0), "{\"records\":\"many\"}", false), context))
                .hasMessage("the window's state does not fit at records");
    }

    @Test
    void aStateThatLambdaWouldDropIsLogged() throws IOException {
        MethodHandler handler = window(in -> Map.of("text", "x".repeat(1024 * 1024)));

        handler.invoke(event(items(0), "{}", false), context);

        assertThat(context.log).singleElement().asString().contains("Lambda ends the window early");
    }

    @Test
    void withoutAWindowTheMethodIsToldWhy() {
        assertThatThrownBy(() -> window(in -> in.window()).invoke(Source.KINESIS.event(items(0)), context))
                .hasMessage("the event has no window: its event source mapping has no tumbling window in seconds");
    }

    private static MethodHandler window(MethodHandler.Method method) {
        return MethodHandler.of(EventKind.KINESIS, RouteTable.WHOLE, "window", method, "orders");
    }

    private static List<Item> items(int call) {
        return List.of(new Item(2 * call, "0"), new Item(2 * call + 1, "0"));
    }

    private static String event(List<Item> items, String state, boolean last) {
        String records = Source.KINESIS.event(items);
        return records.substring(0, records.length() - 1) + """
                ,"window":{"start":"2026-01-01T00:00:00Z","end":"2026-01-01T00:02:00Z"},"state":%s,
                 "shardId":"shardId-0","eventSourceARN":"arn:aws:kinesis:eu-central-1:123456789012:stream/orders",
                 "isFinalInvokeForWindow":%s,"isWindowTerminatedEarly":false}""".formatted(state, last);
    }

    private static String state(String answer) throws IOException {
        JsonNode read = new ObjectMapper().readTree(answer);
        assertThat(read.get("batchItemFailures")).isEmpty();
        return read.get("state").toString();
    }
}
