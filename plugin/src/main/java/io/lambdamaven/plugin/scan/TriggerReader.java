package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A method's annotations to triggers, and whether each may say what it says. */
final class TriggerReader {
    private static final Pattern COMMAND = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}");
    private static final int LONGEST_RULE_DESCRIPTION = 512;

    private final Faults faults;
    private final HttpRules http;
    private final S3Rules s3;
    private final SqsRules sqs;
    private final ScheduleExpressions schedules;

    TriggerReader(Faults faults, ResourceRules resources, HttpRules http) {
        this.faults = faults;
        this.http = http;
        this.s3 = new S3Rules(faults, resources);
        this.sqs = new SqsRules(faults, resources);
        this.schedules = new ScheduleExpressions(faults);
    }

    static boolean hasTrigger(MethodFile method) {
        return !read(method.annotations()).isEmpty();
    }

    /** The triggers, in the order of the annotations. */
    static List<Trigger> read(List<AnnotationUse> annotations) {
        List<Trigger> triggers = new ArrayList<>();
        for (AnnotationUse use : annotations) {
            switch (use.type()) {
                case RuntimeNames.HTTP_TRIGGER ->
                    triggers.add(new Trigger.Http(use.text("method", "GET"), use.text("path")));
                case RuntimeNames.S3_TRIGGER ->
                    triggers.add(new Trigger.S3(
                            use.text("bucket"),
                            use.texts("events", List.of("s3:ObjectCreated:*")),
                            use.text("prefix"),
                            use.text("suffix")));
                case RuntimeNames.SQS_TRIGGER -> triggers.add(sqs(use));
                case RuntimeNames.SCHEDULE_TRIGGER ->
                    triggers.add(new Trigger.Schedule(
                            use.text("value"), use.text("description"), use.flag("enabled", true)));
                case RuntimeNames.COMMAND ->
                    triggers.add(new Trigger.Command(use.text("value"), use.text("description")));
                case RuntimeNames.INVOKE_TRIGGER -> triggers.add(new Trigger.Invoke());
                case RuntimeNames.HTTP_TRIGGERS,
                        RuntimeNames.S3_TRIGGERS,
                        RuntimeNames.SQS_TRIGGERS,
                        RuntimeNames.SCHEDULE_TRIGGERS -> triggers.addAll(read(use.contents()));
                default -> {}
            }
        }
        return triggers;
    }

    private static Trigger sqs(AnnotationUse use) {
        int concurrency = use.number("maximumConcurrency", 0);
        return new Trigger.Sqs(
                use.text("queue"),
                use.number("batchSize", 10),
                use.number("batchingWindow", 0),
                concurrency == 0 ? null : concurrency,
                use.flag("enabled", true));
    }

    void check(Trigger trigger, Spot spot) {
        if (trigger instanceof Trigger.Http each) {
            http.check(each, spot);
        } else if (trigger instanceof Trigger.S3 each) {
            s3.check(each, spot);
        } else if (trigger instanceof Trigger.Sqs each) {
            sqs.check(each, spot);
        } else if (trigger instanceof Trigger.Schedule each) {
            schedules.check(each.expression(), spot);
            checkDescription(each, spot);
        } else if (trigger instanceof Trigger.Command each
                && !COMMAND.matcher(each.name()).matches()) {
            faults.add(
                    Problem.LM050,
                    spot,
                    "\"" + each.name() + "\" is no name for a command.",
                    "Set the value of @Command to 1 to 100 letters, digits and ._:/-, the first a letter or digit.");
        }
    }

    private void checkDescription(Trigger.Schedule schedule, Spot spot) {
        if (schedule.description().length() > LONGEST_RULE_DESCRIPTION) {
            faults.add(
                    Problem.LM053,
                    spot,
                    "The description has " + schedule.description().length() + " characters, and a rule's has at most "
                            + LONGEST_RULE_DESCRIPTION + ".",
                    "Shorten description in @ScheduleTrigger.");
        }
    }
}
