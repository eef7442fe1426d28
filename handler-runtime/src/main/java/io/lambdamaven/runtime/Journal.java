package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.runtime.json.JsonSink;
import io.lambdamaven.runtime.route.Route;
import org.jspecify.annotations.Nullable;

/** One line of JSON about each invocation; made only where the function's log is JSON. Of the event it tells no content. */
final class Journal {
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final JsonLog log;
    private volatile @Nullable Delivery delivery;
    private volatile @Nullable Route route;
    private volatile @Nullable Exception failure;

    Journal(JsonLog log) {
        this.log = log;
    }

    static byte[] dispatch(Dispatcher dispatcher, RoutedHandler handler, byte[] event, Context context)
            throws Exception {
        return new Journal(JsonLog.OF_FUNCTION).keep(dispatcher, handler, event, context);
    }

    byte[] keep(Dispatcher dispatcher, RoutedHandler handler, byte[] event, Context context) throws Exception {
        long start = System.nanoTime();
        try {
            byte[] answer = dispatcher.dispatch(handler, event, context, this);
            Delivery served = delivery;
            if (served != null) {
                answered(served, Counts.of(served, answer), start);
            }
            return answer;
        } catch (Exception e) {
            failed(context, e, start);
            throw e;
        }
    }

    void delivery(Delivery of) {
        delivery = of;
    }

    /** The first route stands for all: the records of an event nearly always share one. */
    void route(Route called) {
        if (route == null) {
            route = called;
        }
    }

    void failure(Exception e) {
        failure = e;
    }

    private void answered(Delivery served, Counts counts, long start) {
        boolean fault = counts.status() >= 500;
        boolean givenBack = counts.failed() > 0;
        String level = fault ? JsonLog.ERROR : givenBack ? JsonLog.WARN : JsonLog.INFO;
        if (!log.takes(level)) {
            return;
        }
        JsonSink out = log.open(
                served.context(),
                level,
                fault ? "invocation failed" : givenBack ? "records given back" : "invocation done");
        facts(out, served);
        if (counts.status() > 0) {
            out.name("status").number(counts.status());
        }
        if (counts.records() >= 0) {
            out.name("records").number(counts.records()).name("failedRecords").number(counts.failed());
        }
        time(out, start);
        Exception cause = failure;
        if (cause != null && (fault || givenBack)) {
            JsonLog.error(out, cause);
        }
        log.write(served.context(), out);
    }

    private void failed(Context context, Exception e, long start) {
        if (!log.takes(JsonLog.ERROR)) {
            return;
        }
        JsonSink out = log.open(context, JsonLog.ERROR, "invocation failed");
        Delivery served = delivery;
        if (served != null) {
            facts(out, served);
        }
        time(out, start);
        JsonLog.error(out, e);
        log.write(context, out);
    }

    private void facts(JsonSink out, Delivery served) {
        out.name("kind").text(Call.word(served));
        Route called = route;
        if (called != null) {
            out.name("route").text(called.takes()).name("handler").text(called.handler());
        }
        out.name("coldStart").bool(served.isFirst());
    }

    private static void time(JsonSink out, long start) {
        out.name("durationMs").number((System.nanoTime() - start) / NANOS_PER_MILLI);
    }
}
