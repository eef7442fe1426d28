package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import io.lambdamaven.api.KinesisRecord;
import io.lambdamaven.runtime.Source.Item;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.RouteTable;
import io.lambdamaven.runtime.route.UnroutableEventException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BatchLineTest {
    record Order(String id) {}

    private static final List<Item> THREE = List.of(new Item(0, "0"), new Item(1, "0"), new Item(2, "1"));

    private final Invocation context = Invocation.live();

    @Test
    void aStreamIsAnsweredWithItsFirstFailureAlone() throws IOException {
        String answer = failing(Source.KINESIS, "r1").invoke(Source.KINESIS.event(THREE), context);

        assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1001\"}]}");
        assertThat(context.log)
                .singleElement()
                .asString()
                .startsWith("Kinesis Data Streams orders: record 1001 failed, given back: ");
    }

    @Test
    void kafkaIsAnsweredWithPartitionsAndOffsets() throws IOException {
        String answer = failing(Source.MSK_FROM_OFFSET, "r0").invoke(Source.MSK_FROM_OFFSET.event(THREE), context);

        assertThat(answer)
                .isEqualTo("{\"batchItemFailures\":["
                        + "{\"itemIdentifier\":{\"partition\":\"orders-0\",\"offset\":0}},"
                        + "{\"itemIdentifier\":{\"partition\":\"orders-0\",\"offset\":1}}]}");
        assertThat(context.log).singleElement().asString().contains("record orders-0@0 failed, given back");
    }

    @Test
    void aFaultInARecordFailsThatRecordAndNamesIt() throws IOException {
        MethodHandler handler =
                MethodHandler.of(EventKind.SQS, RouteTable.EACH, "", in -> in.payload(Order.class), "orders");

        String answer = handler.invoke(Events.sqs("orders", "{\"id\":\"1\"}", "{\"id\":", "{\"id\":{}}"), context);

        assertThat(answer)
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-2\"},{\"itemIdentifier\":\"m-3\"}]}");
        assertThat(context.log).hasSize(2);
        assertThat(context.log.get(1))
                .isEqualTo("Amazon SQS orders: message m-3 failed, given back: the body of message m-3 does not fit at"
                        + " id\n");
    }

    @Test
    void aRecordWithoutAnIdFailsTheBatch() {
        MethodHandler handler = failing(Source.KINESIS, "r1");
        String event = Source.KINESIS.event(THREE).replace("\"sequenceNumber\":\"1001\",", "");

        assertThatThrownBy(() -> handler.invoke(event, context))
                .isInstanceOf(BindException.class)
                .hasMessage("record 2 of Kinesis Data Streams is to be delivered again and has no id: the whole batch"
                        + " fails");
        assertThatThrownBy(() -> failing(Source.KAFKA_LISTED, "r1")
                        .invoke(
                                Source.KAFKA_LISTED.event(THREE).replace("\"offset\":1,", "\"offset\":\"x\","),
                                context))
                .hasMessageContaining("its offset is no number");
    }

    @Test
    void recordsOfAnotherRouteStopTheBatchBeforeItsFirstCall() {
        List<String> calls = new ArrayList<>();
        MethodHandler handler =
                MethodHandler.of(EventKind.SQS, RouteTable.EACH, "", in -> calls.add("called"), "orders");
        String event = Events.sqs("orders", "a", "b");
        int last = event.lastIndexOf(":orders");
        String mixed = event.substring(0, last) + ":others" + event.substring(last + ":orders".length());

        assertThatThrownBy(() -> handler.invoke(mixed, context))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageContaining("Amazon SQS (arn:aws:sqs:eu-central-1:123456789012:others)");
        assertThat(calls).isEmpty();
    }

    @Test
    void aMethodThatTakesTheBatchAnswersWithIdsOrAwsResponseOrNothing() throws IOException {
        String event = Source.DYNAMODB.event(THREE);

        assertThat(whole(EventKind.DYNAMODB, List.of("1001", "1002")).invoke(event, context))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1001\"},{\"itemIdentifier\":\"1002\"}]}");
        assertThat(whole(EventKind.DYNAMODB, null).invoke(event, context)).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(whole(
                                EventKind.DYNAMODB,
                                new StreamsEventResponse(List.of(new StreamsEventResponse.BatchItemFailure("1001"))))
                        .invoke(event, context))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1001\"}]}");
        assertThatThrownBy(() -> whole(EventKind.DYNAMODB, List.of("1001", "")).invoke(event, context))
                .hasMessageContaining("an empty identifier of a failed record");
    }

    @Test
    void aBatchCanBeTakenInEveryForm() throws IOException {
        MethodHandler kinesis = MethodHandler.of(
                EventKind.KINESIS,
                RouteTable.WHOLE,
                "",
                in -> {
                    assertThat(in.payloads(KinesisRecord.class))
                            .extracting(KinesisRecord::text)
                            .containsExactly("r0", "r1", "r2");
                    assertThat(in.payloads(String.class)).containsExactly("r0", "r1", "r2");
                    assertThat(in.event(String.class)).contains("1001");
                    return null;
                },
                "orders");
        kinesis.invoke(Source.KINESIS.event(THREE), context);
        MethodHandler dynamo = MethodHandler.of(
                EventKind.DYNAMODB,
                RouteTable.WHOLE,
                "",
                in -> {
                    assertThat(in.payloads(Order.class))
                            .containsExactly(new Order("r0"), new Order("r1"), new Order("r2"));
                    assertThat(in.awsEvent(DynamodbEvent.class).getRecords()).hasSize(3);
                    return null;
                },
                "orders");
        dynamo.invoke(Source.DYNAMODB.event(THREE), context);
    }

    @Test
    void aRawBatchIsNotRead() throws IOException {
        // The second record is broken in a way that reading it would meet: Lambda never sends such, a test may.
        String event = Source.KINESIS.event(THREE);
        List<byte[]> seen = new ArrayList<>();
        MethodHandler handler = MethodHandler.of(
                EventKind.KINESIS, RouteTable.WHOLE, "", in -> seen.add(in.event(byte[].class)), "orders");

        assertThat(handler.invoke(event.replace("1001\",\"data\":\"", "1001\",\"data\":\"%%%"), context))
                .isEqualTo("true");
        assertThat(seen).hasSize(1);
    }

    @Test
    @Timeout(30)
    void messagesOfAStandardQueueAreHandledSideBySide() throws IOException {
        String[] bodies = new String[64];
        for (int i = 0; i < bodies.length; i++) {
            bodies[i] = i % 7 == 0 ? "bad" + i : "good" + i;
        }
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        CountDownLatch two = new CountDownLatch(2);
        MethodHandler handler = MethodHandler.of(
                EventKind.SQS,
                RouteTable.EACH,
                "parallel",
                in -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    two.countDown();
                    assertThat(two.await(10, TimeUnit.SECONDS)).isTrue();
                    String body = in.payload(String.class);
                    seen.add(body);
                    running.decrementAndGet();
                    if (body.startsWith("bad")) {
                        throw new IllegalStateException("no");
                    }
                    return null;
                },
                "orders");

        String answer = handler.invoke(Events.sqs("orders", bodies), new Quiet());

        List<String> failed = new ArrayList<>();
        for (int i = 0; i < bodies.length; i += 7) {
            failed.add("{\"itemIdentifier\":\"m-" + (i + 1) + "\"}");
        }
        assertThat(answer).isEqualTo("{\"batchItemFailures\":[" + String.join(",", failed) + "]}");
        assertThat(new TreeSet<>(seen)).isEqualTo(new TreeSet<>(List.of(bodies)));
        assertThat(most.get()).isBetween(2, 10);
        assertThat(running).hasValue(0);
    }

    @Test
    @Timeout(30)
    void whatIsNotDoneAtTheDeadlineIsGivenBack() throws IOException {
        MethodHandler handler = MethodHandler.of(
                EventKind.SQS,
                RouteTable.EACH,
                "parallel",
                in -> {
                    if (in.payload(String.class).equals("slow")) {
                        Thread.sleep(20_000);
                    }
                    return null;
                },
                "orders");
        Quiet quiet = new Quiet();
        quiet.millis = Delivery.LEAST_MILLIS + 700;

        assertThat(handler.invoke(Events.sqs("orders", "quick", "slow", "quick"), quiet))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-2\"}]}");
        assertThat(quiet.lines).anyMatch(line -> line.contains("message m-2 is given back, not done"));
        quiet.millis = Delivery.LEAST_MILLIS - 1;
        assertThat(handler.invoke(Events.sqs("orders", "quick"), quiet))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}");
        assertThat(quiet.lines).anyMatch(line -> line.contains("1 messages given back, not started"));
    }

    @Test
    void operatorsMarkersInsideRecordsAreData() throws IOException {
        for (String marker : List.of("{\"command\":\"reindex\",\"args\":[]}", "{\"lambda-maven\":\"ping\"}")) {
            List<String> seen = new ArrayList<>();
            MethodHandler handler = MethodHandler.of(
                    EventKind.SQS, RouteTable.EACH, "unwrap", in -> seen.add(in.payload(String.class)), "orders");

            assertThat(handler.invoke(Events.sqs("orders", marker), Invocation.through("ops")))
                    .isEqualTo("{\"batchItemFailures\":[]}");
            assertThat(seen).containsExactly(marker);
        }
    }

    private static MethodHandler whole(EventKind kind, Object result) {
        return MethodHandler.of(kind, RouteTable.WHOLE, "", in -> result, "orders");
    }

    private static MethodHandler failing(Source source, String name) {
        return MethodHandler.of(
                source.kind,
                RouteTable.EACH,
                source.mode,
                in -> {
                    if (in.payload(String.class).equals(name)) {
                        throw new IllegalStateException("not now");
                    }
                    return Map.of();
                },
                source.keys());
    }
}
