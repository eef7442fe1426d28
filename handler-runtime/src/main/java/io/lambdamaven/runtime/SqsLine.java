package io.lambdamaven.runtime;

import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.Payload;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Records;
import io.lambdamaven.runtime.event.SqsRecord;
import io.lambdamaven.runtime.reply.BatchReply;
import io.lambdamaven.runtime.reply.Results;
import io.lambdamaven.runtime.route.Granularity;
import io.lambdamaven.runtime.route.Route;
import java.util.ArrayList;
import java.util.List;

/**
 * Serves batches of SQS messages. Called per message, a failure gives back that message alone; on a FIFO queue
 * everything from the first failure on, so that nothing overtakes it.
 */
final class SqsLine {
    private SqsLine() {}

    static byte[] handle(Delivery delivery) throws Exception {
        List<SqsRecord> records = Records.sqs(delivery.event());
        Route.Service route = route(delivery, records);
        if (route.granularity() == Granularity.EACH) {
            return BatchReply.of(each(delivery, route, records));
        }
        List<Payload> payloads = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) {
            payloads.add(Payload.of(records.get(i)));
        }
        Object result = delivery.call(route, Arguments.ofBatch(delivery.context(), delivery.event(), payloads));
        return result == null ? BatchReply.of(List.of()) : Results.json(result);
    }

    private static Route.Service route(Delivery delivery, List<SqsRecord> records) {
        String queue = records.get(0).queueArn();
        Route.Service route = delivery.routes().service(EventKind.SQS, queue);
        for (int i = 0; i < records.size(); i++) {
            String other = records.get(i).queueArn();
            if (route == null || !other.equals(queue)) {
                throw delivery.unroutable(other);
            }
        }
        if (route == null) {
            throw delivery.unroutable(queue);
        }
        return route;
    }

    private static List<String> each(Delivery delivery, Route.Service route, List<SqsRecord> records) {
        List<String> failed = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            SqsRecord message = records.get(i);
            if (delivery.isNearDeadline()) {
                Failures.log(
                        delivery.context(),
                        route.takes() + ": " + (records.size() - i) + " messages given back, not started, because less"
                                + " than " + Delivery.LEAST_MILLIS + " ms are left");
                giveBack(records, i, failed);
                break;
            }
            try {
                delivery.call(route, Arguments.ofRecord(delivery.context(), delivery.event(), Payload.of(message)));
            } catch (Exception e) {
                Failures.log(
                        delivery.context(),
                        route.takes() + ": message " + message.messageId() + " failed, given back",
                        e);
                if (message.queueArn().endsWith(".fifo")) {
                    giveBack(records, i, failed);
                    break;
                }
                failed.add(message.messageId());
            }
        }
        return failed;
    }

    private static void giveBack(List<SqsRecord> records, int from, List<String> failed) {
        for (int i = from; i < records.size(); i++) {
            failed.add(records.get(i).messageId());
        }
    }
}
