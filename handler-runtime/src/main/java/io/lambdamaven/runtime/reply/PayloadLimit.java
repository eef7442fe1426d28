package io.lambdamaven.runtime.reply;

import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.EventKind;

/**
 * How long an answer may be, in bytes of the JSON that the function gives. Of a longer one the caller would learn
 * nothing but that there was an error.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda</a>
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html">load
 *     balancers</a>
 */
public final class PayloadLimit {
    /** What Lambda takes as an answer. */
    public static final int LAMBDA = 6 * 1024 * 1024;

    /** What a load balancer takes, the least of all fronts: an answer within it need not be asked about. */
    public static final int BALANCER = 1024 * 1024;

    private PayloadLimit() {}

    /**
     * The limit.
     *
     * @param event of an HTTP kind
     * @return in bytes
     */
    public static int of(Event event) {
        return event.kind() == EventKind.ALB ? BALANCER : LAMBDA;
    }

    /**
     * Whose limit it is.
     *
     * @param event of an HTTP kind
     * @return for a log
     */
    public static String taker(Event event) {
        return event.kind() == EventKind.ALB ? "a load balancer" : "Lambda";
    }
}
