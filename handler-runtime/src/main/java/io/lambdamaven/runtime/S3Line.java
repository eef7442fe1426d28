package io.lambdamaven.runtime;

import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.Payload;
import io.lambdamaven.runtime.bind.RecordPayloads;
import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.Mark;
import io.lambdamaven.runtime.event.Records;
import io.lambdamaven.runtime.event.S3Events;
import io.lambdamaven.runtime.event.S3Record;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.route.Granularity;
import io.lambdamaven.runtime.route.Route;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Serves S3 notifications, record by record. Every record's route is found before the first call, so that an event that
 * cannot be served wholly does nothing; the first failure fails the invocation, and Lambda delivers the event again.
 */
final class S3Line {

    private S3Line() {}

    static byte[] handle(Delivery delivery) throws Exception {
        Route.S3 whole = wholly(delivery);
        if (whole != null) {
            RecordPayloads payloads = new RecordPayloads(delivery.kind(), delivery.event(), false);
            delivery.callLast(whole, BatchLine.whole(delivery, payloads));
            return Json.nothing();
        }
        List<S3Record> records = Records.s3(delivery.event());
        List<Route.S3> found = routes(delivery, records);
        for (int i = 0; i < records.size(); i++) {
            Route.S3 route = found.get(i);
            if (route.granularity() == Granularity.EACH) {
                one(delivery, route, records.get(i));
            } else if (found.indexOf(route) == i) {
                delivery.call(
                        route,
                        Arguments.ofBatch(delivery.context(), delivery.event(), payloads(route, found, records)));
            }
        }
        return Json.nothing();
    }

    /**
     * The route that takes an event of one record, which is what S3 sends, and takes it whole: what its recognition met
     * is enough to know. Null for any other.
     */
    private static Route.@Nullable S3 wholly(Delivery delivery) {
        Event event = delivery.what();
        if (event.records() != 1) {
            return null;
        }
        String key = event.value(Mark.S3_KEY);
        Route.S3 route = delivery.routes()
                .s3(event.value(Mark.S3_BUCKET_NAME), event.value(Mark.RECORD_EVENT_NAME), S3Events.key(key), key);
        return route != null && route.granularity() == Granularity.WHOLE ? route : null;
    }

    private static List<Route.S3> routes(Delivery delivery, List<S3Record> records) {
        List<Route.S3> found = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) {
            S3Record record = records.get(i);
            Route.S3 route = delivery.routes().s3(record.bucket(), record.eventName(), record.key(), record.rawKey());
            if (route == null) {
                throw delivery.unroutable(record.bucket() + "/" + record.key() + " " + record.eventName());
            }
            found.add(route);
        }
        return found;
    }

    private static void one(Delivery delivery, Route.S3 route, S3Record record) throws Exception {
        RecordLine.requireTime(delivery, route, record.bucket() + "/" + record.key());
        try {
            delivery.call(route, Arguments.ofRecord(delivery.context(), delivery.event(), Payload.of(record)));
        } catch (Exception e) {
            // The exception itself goes to Lambda's client as it is, which logs it: here only what it happened to.
            Failures.log(delivery.context(), route.takes() + ": failed at " + record.bucket() + "/" + record.key());
            throw e;
        }
    }

    private static List<Payload> payloads(Route.S3 route, List<Route.S3> found, List<S3Record> records) {
        List<Payload> payloads = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            if (found.get(i).number() == route.number()) {
                payloads.add(Payload.of(records.get(i)));
            }
        }
        return payloads;
    }
}
