package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;

/** What {@code @SqsTrigger} may say: the ranges of Lambda's CreateEventSourceMapping. */
final class SqsRules {
    private static final int MOST_MESSAGES = 10_000;
    private static final int MOST_WITHOUT_WINDOW = 10;
    private static final int LONGEST_WINDOW = 300;

    private final Faults faults;
    private final ResourceRules resources;

    SqsRules(Faults faults, ResourceRules resources) {
        this.faults = faults;
        this.resources = resources;
    }

    void check(Trigger.Sqs trigger, Spot spot) {
        resources.checkQueue(trigger.queue(), spot);
        boolean sizeFits = trigger.batchSize() >= 1 && trigger.batchSize() <= MOST_MESSAGES;
        boolean windowFits = trigger.batchingWindow() >= 0 && trigger.batchingWindow() <= LONGEST_WINDOW;
        if (!sizeFits) {
            faults.add(
                    Problem.LM035,
                    spot,
                    "The batch size " + trigger.batchSize() + " is outside 1 to " + MOST_MESSAGES + ".",
                    "Change batchSize in @SqsTrigger.");
        }
        if (!windowFits) {
            faults.add(
                    Problem.LM036,
                    spot,
                    "The batching window of " + trigger.batchingWindow() + " s is outside 0 to " + LONGEST_WINDOW
                            + " s.",
                    "Change batchingWindow in @SqsTrigger.");
        }
        if (trigger.queue().endsWith(".fifo")) {
            checkFifo(trigger, spot);
        } else if (sizeFits && trigger.batchSize() > MOST_WITHOUT_WINDOW && trigger.batchingWindow() == 0) {
            faults.add(
                    Problem.LM037,
                    spot,
                    "Lambda gathers more than " + MOST_WITHOUT_WINDOW + " messages in a batching window only, and the"
                            + " batch size is " + trigger.batchSize() + ".",
                    "Set batchingWindow in @SqsTrigger to at least 1, or batchSize to at most " + MOST_WITHOUT_WINDOW
                            + ".");
        }
        Integer concurrency = trigger.maximumConcurrency();
        if (concurrency != null && (concurrency < 2 || concurrency > 1000)) {
            faults.add(
                    Problem.LM039,
                    spot,
                    "The maximum concurrency " + concurrency + " is outside 2 to 1000.",
                    "Change maximumConcurrency in @SqsTrigger, or leave it out for no limit.");
        }
    }

    private void checkFifo(Trigger.Sqs trigger, Spot spot) {
        if (trigger.batchSize() > MOST_WITHOUT_WINDOW || trigger.batchingWindow() > 0) {
            faults.add(
                    Problem.LM038,
                    spot,
                    "A FIFO queue gives at most " + MOST_WITHOUT_WINDOW + " messages at once and knows no batching"
                            + " window.",
                    "Set batchSize in @SqsTrigger to at most " + MOST_WITHOUT_WINDOW
                            + " and leave batchingWindow out.");
        }
    }
}
