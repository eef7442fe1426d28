package io.lambdamaven.runtime;

import io.lambdamaven.runtime.bind.RecordPayloads;
import io.lambdamaven.runtime.reply.WindowReply;
import io.lambdamaven.runtime.route.Route;
import org.jspecify.annotations.Nullable;

/**
 * Serves tumbling windows: the method gets the whole batch and the state so far, and returns the new state. A failure
 * fails the invocation, and Lambda delivers the batch again with the state as it was.
 */
final class WindowLine {
    private static final int MOST_STATE = 1024 * 1024;
    private static final byte[] NO_STATE = {'{', '}'};

    private WindowLine() {}

    static byte[] handle(Delivery delivery, Route.Service route, RecordPayloads payloads) throws Exception {
        Object result = delivery.call(route, BatchLine.whole(delivery, payloads));
        byte[] before = result == null ? payloads.batch().envelope().json("state") : NO_STATE;
        byte[] answer = answer(result, before == null ? NO_STATE : before);
        if (answer.length > MOST_STATE) {
            Failures.log(
                    delivery.context(),
                    route.takes() + ": the state has " + answer.length + " bytes; over " + MOST_STATE
                            + " Lambda ends the window early");
        }
        return answer;
    }

    private static byte[] answer(@Nullable Object result, byte[] before) {
        return result == null ? WindowReply.unchanged(before) : WindowReply.of(result);
    }
}
