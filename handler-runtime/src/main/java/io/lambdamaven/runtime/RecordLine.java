package io.lambdamaven.runtime;

import io.lambdamaven.api.SesDisposition;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.bind.Payload;
import io.lambdamaven.runtime.bind.RecordPayloads;
import io.lambdamaven.runtime.event.Batch;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Members;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.reply.SesReply;
import io.lambdamaven.runtime.route.Granularity;
import io.lambdamaven.runtime.route.Route;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Serves the sources that take back an event only as a whole. Every record's route is found before the first call, so
 * that an event that cannot be served wholly does nothing; the first failure fails the invocation, and the event is
 * delivered again.
 */
final class RecordLine {
    private static final byte[] NO_DOCUMENT = {'{', '}'};

    private RecordLine() {}

    static byte[] handle(Delivery delivery) throws Exception {
        RecordPayloads payloads = new RecordPayloads(delivery.kind(), delivery.event(), false);
        // Of DocumentDB alone an event may hold what several routes take: changes of several collections.
        if (delivery.kind() == EventKind.DOCUMENTDB) {
            return answer(delivery, each(delivery, payloads));
        }
        Route.Service route = ServiceRoutes.first(delivery);
        if (route.granularity() == Granularity.WHOLE) {
            return answer(delivery, delivery.callLast(route, BatchLine.whole(delivery, payloads)));
        }
        return answer(delivery, each(delivery, payloads));
    }

    static byte[] logs(Delivery delivery) throws Exception {
        byte[] document = RecordPayloads.logs(Members.text(delivery.event(), "awslogs", "data"));
        boolean readable = RecordPayloads.isObject(document);
        RecordPayloads payloads = new RecordPayloads(EventKind.LOGS, readable ? document : NO_DOCUMENT, false);
        if (payloads.batch().envelope().text("messageType").equals("CONTROL_MESSAGE")) {
            // CloudWatch tries out whether the function can be reached; there is nothing in it.
            return Json.nothing();
        }
        Route.Service route = ServiceRoutes.at(delivery, payloads.batch(), 0);
        if (route.granularity() == Granularity.WHOLE) {
            Payload whole = Payload.json("the log document", document);
            delivery.call(route, Arguments.ofBatch(delivery.context(), delivery.event(), whole, payloads));
        } else if (readable) {
            each(delivery, payloads);
        } else {
            throw new BindException(route.takes() + ": awslogs.data holds no JSON object, so no log events", null);
        }
        return Json.nothing();
    }

    /** @return the strictest word on an email, null if there is none */
    private static @Nullable Object each(Delivery delivery, RecordPayloads payloads) throws Exception {
        List<List<Route.Service>> found = routes(delivery, payloads.batch());
        List<Route.Service> called = new ArrayList<>();
        Object strictest = null;
        for (int i = 0; i < found.size(); i++) {
            List<Route.Service> routes = found.get(i);
            for (int j = 0; j < routes.size(); j++) {
                Route.Service route = routes.get(j);
                if (route.granularity() == Granularity.EACH) {
                    Object result = one(delivery, route, payloads, i);
                    strictest = stricter(strictest, result) ? result : strictest;
                } else if (!called.contains(route)) {
                    called.add(route);
                    List<Payload> those = those(route, found, payloads);
                    delivery.call(route, Arguments.ofBatch(delivery.context(), delivery.event(), those));
                }
            }
        }
        return strictest;
    }

    private static List<List<Route.Service>> routes(Delivery delivery, Batch batch) {
        List<List<Route.Service>> found = new ArrayList<>(batch.records().size());
        for (int i = 0; i < batch.records().size(); i++) {
            found.add(ServiceRoutes.every(delivery, batch, i));
        }
        return found;
    }

    private static @Nullable Object one(Delivery delivery, Route.Service route, RecordPayloads payloads, int index)
            throws Exception {
        Payload payload = payloads.of(index).get(0);
        requireTime(delivery, route, payload.what());
        try {
            return delivery.call(route, Arguments.ofRecord(delivery.context(), delivery.event(), payload));
        } catch (Exception e) {
            if (e instanceof BindException nothing && nothing.isAbsent()) {
                // Delivered again it would be the same, and hold up the stream for ever.
                Failures.log(delivery.context(), route.takes() + ": left out, " + nothing.getMessage());
                return null;
            }
            // The exception itself goes to Lambda's client as it is, which logs it: here only what it happened to.
            Failures.log(delivery.context(), route.takes() + ": failed at " + payload.what());
            throw e;
        }
    }

    /** What cannot be given back by itself is given back by failing. */
    static void requireTime(Delivery delivery, Route route, String what) {
        if (delivery.isNearDeadline()) {
            throw new IllegalStateException(route.takes() + ": " + what + " was not started because less than "
                    + Delivery.LEAST_MILLIS + " ms are left; the event is to be delivered again");
        }
    }

    private static List<Payload> those(Route.Service route, List<List<Route.Service>> found, RecordPayloads payloads) {
        List<Payload> those = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).contains(route)) {
                those.addAll(payloads.of(i));
            }
        }
        return those;
    }

    private static boolean stricter(@Nullable Object known, @Nullable Object other) {
        return other instanceof SesDisposition one
                && (!(known instanceof SesDisposition two) || one.compareTo(two) > 0);
    }

    private static byte[] answer(Delivery delivery, @Nullable Object result) {
        if (delivery.kind() != EventKind.SES) {
            return Json.nothing();
        }
        return SesReply.of(result instanceof SesDisposition disposition ? disposition : SesDisposition.CONTINUE);
    }
}
