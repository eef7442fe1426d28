package io.lambdamaven.plugin.catalog;

import io.lambdamaven.plugin.catalog.Clash.Topic;
import io.lambdamaven.plugin.catalog.Results.Shape;
import io.lambdamaven.plugin.model.Trigger;
import java.util.ArrayList;
import java.util.List;

/** Queues, topics and event buses. */
final class Messages {
    private static final String STRINGS = "java.util.List<java.lang.String>";

    /** The ranges of Lambda's CreateEventSourceMapping; more than this needs a window. */
    private static final int MOST_WITHOUT_WINDOW = 10;

    static final List<ServiceKind> KINDS = List.of(sqs(), sns(), eventBridge());

    private Messages() {}

    private static ServiceKind sqs() {
        return ServiceKind.of(
                        "sqs",
                        "SqsTrigger",
                        Attribute.text("queue")
                                .mandatory()
                                .identity()
                                .resource(
                                        "an SQS queue",
                                        "[A-Za-z0-9_-]{1,80}|[A-Za-z0-9_-]{1,75}\\.fifo",
                                        "a name of up to 80 letters, digits, hyphens and underscores (.fifo at the end"
                                                + " for a FIFO queue), not the URL",
                                        "sqs",
                                        "[A-Za-z0-9_-]{1,80}|[A-Za-z0-9_-]{1,75}\\.fifo"),
                        Attribute.number("batchSize", 10, 1, 10_000, ""),
                        Attribute.number("batchingWindow", 0, 0, 300, "s"),
                        Attribute.number("maximumConcurrency", 0, 2, 1000, ""),
                        Attribute.flag("enabled", true),
                        Attribute.flag("unwrap", false).behaviour(),
                        Attribute.flag("parallel", false).behaviour(),
                        Attribute.flag("continueOnFailure", false).behaviour())
                .events("Messages of")
                .rows(trigger -> List.of(Row.of("SQS", trigger.text("queue")).mode(sqsMode(trigger))))
                .gives(Messages::sqsForms)
                .answers(
                        Results.ANYTHING,
                        Results.of(Shape.NOTHING).aws("SQSBatchResponse").type(STRINGS))
                .clashes(Messages::sqsClashes);
    }

    private static String sqsMode(Trigger.Service trigger) {
        List<String> words = new ArrayList<>();
        if (trigger.flag("unwrap")) {
            words.add("unwrap");
        }
        if (trigger.flag("parallel")) {
            words.add("parallel");
        }
        if (trigger.flag("continueOnFailure")) {
            words.add("groups");
        }
        return String.join(" ", words);
    }

    private static Forms sqsForms(Trigger.Service trigger) {
        Forms forms = Forms.ofRecords("SqsMessage").aws("SQSEvent");
        return trigger.flag("unwrap") ? forms.also("SnsMessage", "S3Object") : forms;
    }

    private static List<Clash> sqsClashes(Trigger.Service trigger) {
        List<Clash> found = new ArrayList<>();
        String queue = trigger.text("queue");
        int size = trigger.number("batchSize");
        int window = trigger.number("batchingWindow");
        boolean fifo = queue.endsWith(".fifo");
        if (fifo && (size > MOST_WITHOUT_WINDOW || window > 0)) {
            found.add(new Clash(
                    Topic.FIFO,
                    "A FIFO queue gives at most " + MOST_WITHOUT_WINDOW + " messages at once and knows no batching"
                            + " window.",
                    "Set batchSize to at most " + MOST_WITHOUT_WINDOW + " and leave batchingWindow out."));
        } else if (!fifo && size > MOST_WITHOUT_WINDOW && size <= 10_000 && window == 0) {
            found.add(new Clash(
                    Topic.WINDOW,
                    "Lambda gathers more than " + MOST_WITHOUT_WINDOW + " messages in a batching window only, and the"
                            + " batch size is " + size + ".",
                    "Set batchingWindow to at least 1, or batchSize to at most " + MOST_WITHOUT_WINDOW + "."));
        }
        if (fifo && trigger.flag("parallel")) {
            found.add(new Clash(
                    Topic.FIFO,
                    "The messages of a FIFO queue come in order, and parallel calls would lose it.",
                    "Leave parallel out."));
        }
        if (trigger.flag("continueOnFailure") && !fifo && !queue.contains("${")) {
            found.add(Clash.of(
                    "A standard queue has no message groups, and each message fails by itself.",
                    "Leave continueOnFailure out, or name a FIFO queue."));
        } else if (trigger.flag("continueOnFailure") && trigger.flag("parallel")) {
            found.add(Clash.of(
                    "parallel is for standard queues and continueOnFailure for FIFO queues.", "Keep one of the two."));
        }
        return found;
    }

    private static ServiceKind sns() {
        return ServiceKind.of(
                        "sns",
                        "SnsTrigger",
                        Attribute.text("topic")
                                .mandatory()
                                .identity()
                                .resource(
                                        "a standard SNS topic (a FIFO topic sends to queues only)",
                                        "[A-Za-z0-9_-]{1,256}",
                                        "a name of up to 256 letters, digits, hyphens and underscores",
                                        "sns",
                                        "[A-Za-z0-9_-]{1,256}"),
                        Attribute.text("filterPolicy").check(new Check.FilterPolicy()),
                        Attribute.choice("filterPolicyScope", "FilterScope", "MESSAGE_ATTRIBUTES", "MESSAGE_BODY"))
                .events("Messages of the topic")
                .row("SNS", "topic")
                .gives(Forms.ofRecords("SnsMessage").aws("SNSEvent"))
                .answers(Results.ANYTHING)
                .clashes(trigger -> trigger.text("filterPolicy").isEmpty()
                                && trigger.text("filterPolicyScope").equals("MESSAGE_BODY")
                        ? List.of(Clash.of(
                                "filterPolicyScope says what a filter policy looks at, and there is none.",
                                "Set filterPolicy, or leave filterPolicyScope out."))
                        : List.of());
    }

    private static ServiceKind eventBridge() {
        return ServiceKind.of(
                        "eventbridge",
                        "EventBridgeTrigger",
                        Attribute.text("pattern")
                                .mandatory()
                                .identity()
                                .placeholders()
                                .check(new Check.EventPattern()),
                        Attribute.text("bus")
                                .otherwise("default")
                                .identity()
                                .resource(
                                        "an event bus",
                                        "[/.\\-_A-Za-z0-9]{1,256}",
                                        "a name of up to 256 letters, digits and /.-_",
                                        "events",
                                        "event-bus/[/.\\-_A-Za-z0-9]{1,256}"))
                .events("Events that fit")
                .row(Row.EVENTS, "pattern", "bus")
                .gives(Forms.ofEvent("EventBridgeEvent").aws("ScheduledEvent"))
                .answers(Results.ANYTHING);
    }
}
