package io.lambdamaven.runtime;

import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.bind.Payload;
import io.lambdamaven.runtime.bind.RecordPayloads;
import io.lambdamaven.runtime.event.Batch;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.reply.BatchReply;
import io.lambdamaven.runtime.route.Granularity;
import io.lambdamaven.runtime.route.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Serves the polled sources that take records back one by one. Called per record, a failure gives back that record and
 * all that must not overtake it: none on a standard queue, all that follow on a FIFO queue or in a shard, those of the
 * same group or partition where the source keeps no further order.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">SQS</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html">streams</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/kafka-retry-configurations.html">Kafka</a>
 */
final class BatchLine {
    private BatchLine() {}

    static byte[] handle(Delivery delivery) throws Exception {
        Route.Service route = ServiceRoutes.first(delivery);
        RecordPayloads payloads = new RecordPayloads(delivery.kind(), delivery.event(), route.is("unwrap"));
        if (route.is("window")) {
            return WindowLine.handle(delivery, route, payloads);
        } else if (route.granularity() == Granularity.WHOLE) {
            return BatchReply.whole(delivery.callLast(route, whole(delivery, payloads)));
        }
        Batch batch = payloads.batch();
        ServiceRoutes.requireOne(delivery, batch, route);
        GivenBack back = new GivenBack(delivery.kind(), batch);
        boolean several = batch.records().size() > 1;
        if (several && delivery.kind() == EventKind.SQS && route.is("parallel") && !isFifo(batch)) {
            ParallelBatch.run(delivery, route, payloads, back);
        } else {
            oneByOne(delivery, route, payloads, back);
        }
        return back.answer();
    }

    static Arguments whole(Delivery delivery, RecordPayloads payloads) {
        Payload event = Payload.json("the event", delivery.event());
        return Arguments.ofBatch(delivery.context(), delivery.event(), event, payloads);
    }

    private static void oneByOne(Delivery delivery, Route.Service route, RecordPayloads payloads, GivenBack back) {
        int size = payloads.batch().records().size();
        Set<String> held = new HashSet<>();
        for (int i = 0; i < size; i++) {
            String lane = lane(delivery.kind(), route, payloads.batch(), i);
            if (lane != null && held.contains(lane)) {
                back.add(i);
            } else if (delivery.isNearDeadline()) {
                logUnstarted(delivery, route, size - i);
                for (int rest = i; rest < size; rest++) {
                    back.add(rest);
                }
                return;
            } else if (!isDone(delivery, route, payloads, i, back)) {
                back.add(i);
                if (lane != null) {
                    held.add(lane);
                }
            }
        }
    }

    /** Handles one record; a failure is logged. */
    static boolean isDone(Delivery delivery, Route.Service route, RecordPayloads payloads, int index, GivenBack back) {
        try {
            List<Payload> contents = payloads.of(index);
            for (int i = 0; i < contents.size(); i++) {
                delivery.call(route, Arguments.ofRecord(delivery.context(), delivery.event(), contents.get(i)));
            }
            if (contents.isEmpty()) {
                Failures.log(delivery.context(), said(delivery, route, back, index) + " is S3's own test, left out");
            }
            return true;
        } catch (Exception e) {
            logFailure(delivery, said(delivery, route, back, index) + " failed, given back", e);
            return false;
        }
    }

    /** Of a record that does not fit no more is logged than where: the causes quote what it holds. */
    static void logFailure(Delivery delivery, String headline, Exception failure) {
        if (failure instanceof BindException) {
            Failures.log(delivery.context(), headline + ": " + failure.getMessage());
        } else {
            Failures.log(delivery.context(), headline, failure);
        }
    }

    static void logUnstarted(Delivery delivery, Route.Service route, int count) {
        Failures.log(
                delivery.context(),
                route.takes() + ": " + count + " " + noun(delivery) + "s given back, not started, because less than "
                        + Delivery.LEAST_MILLIS + " ms are left");
    }

    private static String said(Delivery delivery, Route.Service route, GivenBack back, int index) {
        String id = back.id(index);
        return route.takes() + ": " + noun(delivery) + " " + (id.isEmpty() ? index + 1 : id);
    }

    private static String noun(Delivery delivery) {
        return delivery.kind() == EventKind.SQS ? "message" : "record";
    }

    /** Records of one lane must not overtake each other; null if nothing keeps this one's order. */
    private static @Nullable String lane(EventKind kind, Route.Service route, Batch batch, int index) {
        if (kind == EventKind.MSK || kind == EventKind.KAFKA) {
            return batch.records().get(index).label();
        } else if (kind != EventKind.SQS) {
            return "";
        } else if (!isFifo(batch)) {
            return null;
        }
        return route.is("groups")
                ? batch.records().get(index).texts("attributes").getOrDefault("MessageGroupId", "")
                : "";
    }

    private static boolean isFifo(Batch batch) {
        return !batch.records().isEmpty() && batch.resources(0)[0].endsWith(".fifo");
    }
}
