package io.lambdamaven.runtime;

import io.lambdamaven.api.FirehoseResult;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.bind.RecordPayloads;
import io.lambdamaven.runtime.event.Batch;
import io.lambdamaven.runtime.event.Fields;
import io.lambdamaven.runtime.reply.TransformReply;
import io.lambdamaven.runtime.route.Granularity;
import io.lambdamaven.runtime.route.Route;
import org.jspecify.annotations.Nullable;

/**
 * Serves Firehose streams and Kinesis Data Analytics applications, which want one result per record, in order. A record
 * whose call fails is answered as failed, and Firehose puts it aside.
 */
final class TransformLine {
    private TransformLine() {}

    static byte[] handle(Delivery delivery) throws Exception {
        RecordPayloads payloads = new RecordPayloads(delivery.kind(), delivery.event(), false);
        Route.Service route = ServiceRoutes.first(delivery);
        if (route.granularity() == Granularity.EACH) {
            return each(delivery, route, payloads);
        }
        Object result = delivery.call(route, BatchLine.whole(delivery, payloads));
        if (result != null) {
            return TransformReply.whole(delivery.kind(), result);
        }
        return unchanged(delivery, route, payloads.batch());
    }

    private static byte[] each(Delivery delivery, Route.Service route, RecordPayloads payloads) {
        Batch batch = payloads.batch();
        TransformReply reply = new TransformReply(delivery.kind());
        for (int i = 0; i < batch.records().size(); i++) {
            Fields record = batch.records().get(i);
            RecordLine.requireTime(delivery, route, "record " + id(record, i));
            FirehoseResult result;
            try {
                result = TransformReply.result(
                        delivery.call(
                                route,
                                Arguments.ofRecord(
                                        delivery.context(),
                                        delivery.event(),
                                        payloads.of(i).get(0))),
                        isDelivery(record));
            } catch (Exception e) {
                BatchLine.logFailure(delivery, route.takes() + ": record " + id(record, i) + " failed", e);
                result = FirehoseResult.failed();
            }
            add(reply, record, i, result);
        }
        return reply.toBytes();
    }

    private static byte[] unchanged(Delivery delivery, Route.Service route, Batch batch) {
        TransformReply reply = new TransformReply(delivery.kind());
        for (int i = 0; i < batch.records().size(); i++) {
            Fields record = batch.records().get(i);
            if (!isDelivery(record)) {
                throw new IllegalStateException(route.handler() + " returned nothing: "
                        + delivery.kind().service() + " waits for a result of every record");
            }
            add(reply, record, i, FirehoseResult.ok(""));
        }
        return reply.toBytes();
    }

    private static void add(TransformReply reply, Fields record, int index, FirehoseResult result) {
        if (isDelivery(record)) {
            reply.delivered(id(record, index), result);
            return;
        }
        String data = record.textOrNull("data");
        String kafka = record.textOrNull("kafkaRecordValue");
        boolean fromKafka = data == null && kafka != null;
        reply.add(id(record, index), fromKafka ? "kafkaRecordValue" : "data", fromKafka ? kafka : data, result);
    }

    /** An application hands over its output and wants no data back. */
    private static boolean isDelivery(Fields record) {
        return record.json("lambdaDeliveryRecordMetadata") != null;
    }

    private static String id(Fields record, int index) {
        @Nullable String id = record.textOrNull("recordId");
        if (id == null || id.isEmpty()) {
            throw new BindException("record " + (index + 1) + " has no recordId, without which no answer fits", null);
        }
        return id;
    }
}
