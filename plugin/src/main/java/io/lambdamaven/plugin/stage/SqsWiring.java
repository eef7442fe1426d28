package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.EventSourceMapping;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A queue: polled by an event source mapping, which needs no permission but a role that may read. */
final class SqsWiring implements ServiceWiring {
    private static final int FIFO_BATCH = 10;

    /** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
    static final List<String> POLLING = List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");

    private final Map<String, Route> queues = new TreeMap<>();

    @Override
    public void wire(Route route, Trigger.Service trigger, Wires wires) {
        Place place = Wires.place(route, trigger, "queue");
        String resolved = wires.runtimeText(route, trigger, "queue");
        if (resolved == null) {
            return;
        }
        String queue = wires.arns().queue(resolved);
        if (queue == null) {
            wires.fault(
                    Problem.LM219,
                    place,
                    "'" + resolved + "' is neither a queue's name nor its ARN.",
                    Wires.correct("queue", trigger.text("queue")));
            return;
        }
        checkFifo(queue, trigger, place, wires);
        Route other = queues.putIfAbsent(queue, route);
        if (other != null) {
            wires.fault(
                    Problem.LM221,
                    place,
                    other.method().shortName() + " already takes the messages of " + queue + ".",
                    "Let one method take them, or name another queue in @SqsTrigger(queue).");
            return;
        }
        wires.allow(POLLING, List.of(queue));
        int concurrency = trigger.number("maximumConcurrency");
        wires.add(new EventSourceMapping(
                wires.functionName(),
                DerivedNames.LIVE,
                queue,
                trigger.number("batchSize"),
                trigger.number("batchingWindow"),
                concurrency == 0 ? null : concurrency,
                PolledSource.reportsFailures(route),
                trigger.flag("enabled"),
                wires.tags()));
    }

    private static void checkFifo(String queue, Trigger.Service trigger, Place place, Wires wires) {
        if (queue.endsWith(".fifo")
                && (trigger.number("batchSize") > FIFO_BATCH || trigger.number("batchingWindow") > 0)) {
            wires.fault(
                    Problem.LM220,
                    place,
                    "A FIFO queue gives at most " + FIFO_BATCH
                            + " messages at once and has no batching window; asked for are "
                            + trigger.number("batchSize") + " and " + trigger.number("batchingWindow") + " s.",
                    "Set @SqsTrigger(batchSize) to at most " + FIFO_BATCH + " and batchingWindow to 0.");
        }
    }
}
