package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.Payload;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Records;
import io.lambdamaven.runtime.event.SqsRecord;
import io.lambdamaven.runtime.reply.BatchReply;
import io.lambdamaven.runtime.reply.Results;
import io.lambdamaven.runtime.route.Granularity;
import io.lambdamaven.runtime.route.Route;
import io.lambdamaven.runtime.route.RouteTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Serves batches of SQS messages. Called per message, a failure gives back that message alone; on a FIFO queue
 * everything from the first failure on, so that nothing overtakes it.
 */
final class SqsLine {
    /** With less time left a message is given back, not started: cut off halfway, it would be done twice. */
    static final int LEAST_MILLIS = 500;

    private SqsLine() {}

    static byte[] handle(RoutedHandler handler, RouteTable routes, byte[] event, Context context) throws Exception {
        List<SqsRecord> records = Records.sqs(event);
        Route.Sqs route = route(routes, records);
        if (route.granularity() == Granularity.EACH) {
            return BatchReply.of(each(handler, route, records, event, context));
        }
        List<Payload> payloads = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) {
            payloads.add(Payload.of(records.get(i)));
        }
        Object result = handler.call(route.number(), Arguments.ofBatch(context, event, payloads));
        return result == null ? BatchReply.of(List.of()) : Results.json(result);
    }

    private static Route.Sqs route(RouteTable routes, List<SqsRecord> records) {
        String queue = records.get(0).queueArn();
        Route.Sqs route = routes.sqs(queue);
        for (int i = 0; i < records.size(); i++) {
            String other = records.get(i).queueArn();
            if (route == null || !other.equals(queue)) {
                throw routes.unroutable(EventKind.SQS, other);
            }
        }
        if (route == null) {
            throw routes.unroutable(EventKind.SQS, queue);
        }
        return route;
    }

    private static List<String> each(
            RoutedHandler handler, Route.Sqs route, List<SqsRecord> records, byte[] event, Context context) {
        List<String> failed = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            SqsRecord message = records.get(i);
            if (context.getRemainingTimeInMillis() < LEAST_MILLIS) {
                Failures.log(
                        context,
                        route.takes() + ": " + (records.size() - i) + " messages given back, not started, because less"
                                + " than " + LEAST_MILLIS + " ms are left");
                giveBack(records, i, failed);
                break;
            }
            try {
                handler.call(route.number(), Arguments.ofRecord(context, event, Payload.of(message)));
            } catch (Exception e) {
                Failures.log(context, route.takes() + ": message " + message.messageId() + " failed, given back", e);
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
