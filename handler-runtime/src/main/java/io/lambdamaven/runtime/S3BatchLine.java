package io.lambdamaven.runtime;

import io.lambdamaven.api.S3BatchResult;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.RecordPayloads;
import io.lambdamaven.runtime.event.Batch;
import io.lambdamaven.runtime.event.Fields;
import io.lambdamaven.runtime.reply.Results;
import io.lambdamaven.runtime.reply.S3BatchReply;
import io.lambdamaven.runtime.route.Granularity;
import io.lambdamaven.runtime.route.Route;

/** Serves the tasks of S3 Batch Operations; one that fails with an exception is given up, with its words in the report. */
final class S3BatchLine {
    private S3BatchLine() {}

    static byte[] handle(Delivery delivery) throws Exception {
        RecordPayloads payloads = new RecordPayloads(delivery.kind(), delivery.event(), false);
        Route.Service route = ServiceRoutes.first(delivery);
        if (route.granularity() == Granularity.WHOLE) {
            Object result = delivery.call(route, BatchLine.whole(delivery, payloads));
            if (result != null) {
                return Results.json(result);
            }
        }
        Batch batch = payloads.batch();
        S3BatchReply reply = new S3BatchReply(
                batch.envelope().text("invocationSchemaVersion"),
                batch.envelope().text("invocationId"),
                route.mode().isEmpty() ? "PermanentFailure" : route.mode());
        for (int i = 0; i < batch.records().size(); i++) {
            Fields task = batch.records().get(i);
            boolean whole = route.granularity() == Granularity.WHOLE;
            reply.add(
                    task.text("taskId"),
                    whole ? S3BatchResult.succeeded("") : one(delivery, route, payloads, i, task.text("taskId")));
        }
        return reply.toBytes();
    }

    private static S3BatchResult one(
            Delivery delivery, Route.Service route, RecordPayloads payloads, int index, String taskId) {
        if (delivery.isNearDeadline()) {
            BatchLine.logUnstarted(delivery, route, 1);
            return S3BatchResult.retry("not started, because less than " + Delivery.LEAST_MILLIS + " ms were left");
        }
        try {
            return S3BatchReply.result(delivery.call(
                    route,
                    Arguments.ofRecord(
                            delivery.context(),
                            delivery.event(),
                            payloads.of(index).get(0))));
        } catch (Exception e) {
            BatchLine.logFailure(delivery, route.takes() + ": task " + taskId + " failed", e);
            return S3BatchResult.failed(String.valueOf(e.getMessage()));
        }
    }
}
