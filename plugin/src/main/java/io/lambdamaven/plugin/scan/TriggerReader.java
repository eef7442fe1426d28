package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A method's annotations to triggers, and whether each may say what it says. */
final class TriggerReader {
    private static final Pattern COMMAND = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}");

    private final Faults faults;
    private final HttpRules http;
    private final S3Rules s3;
    private final ServiceRules services;
    private final ScheduleRules schedules;

    TriggerReader(Faults faults, ResourceRules resources, HttpRules http) {
        this.faults = faults;
        this.http = http;
        this.s3 = new S3Rules(faults, resources);
        this.services = new ServiceRules(faults, resources);
        this.schedules = new ScheduleRules(faults);
    }

    static boolean hasTrigger(MethodFile method) {
        return !read(method.annotations()).isEmpty();
    }

    static boolean hasHttp(MethodFile method) {
        return read(method.annotations()).stream().anyMatch(Trigger.Http.class::isInstance);
    }

    /** The triggers, in the order of the annotations. */
    static List<Trigger> read(List<AnnotationUse> annotations) {
        List<Trigger> triggers = new ArrayList<>();
        for (AnnotationUse use : annotations) {
            switch (use.type()) {
                case RuntimeNames.HTTP_TRIGGER ->
                    triggers.add(
                            new Trigger.Http(use.text("method", "GET"), use.text("path"), HttpTermsRules.read(use)));
                case RuntimeNames.S3_TRIGGER ->
                    triggers.add(new Trigger.S3(
                            use.text("bucket"),
                            use.texts("events", List.of("s3:ObjectCreated:*")),
                            use.text("prefix"),
                            use.text("suffix"),
                            use.flag("eventBridge", false)));
                case RuntimeNames.SCHEDULE_TRIGGER -> triggers.add(schedule(use));
                case RuntimeNames.COMMAND ->
                    triggers.add(new Trigger.Command(use.text("value"), use.text("description")));
                case RuntimeNames.TASK ->
                    triggers.add(new Trigger.Task(
                            use.text("id"),
                            use.text("transport", "LAMBDA"),
                            use.flag("captureResult", false),
                            use.flag("idempotent", false)));
                case RuntimeNames.INVOKE_TRIGGER -> triggers.add(new Trigger.Invoke());
                case RuntimeNames.HTTP_TRIGGERS, RuntimeNames.S3_TRIGGERS, RuntimeNames.SCHEDULE_TRIGGERS ->
                    triggers.addAll(read(use.contents()));
                default -> {
                    Catalog.ofAnnotation(use.type()).ifPresent(kind -> triggers.add(ServiceValues.read(kind, use)));
                    Catalog.ofContainer(use.type()).ifPresent(kind -> triggers.addAll(read(use.contents())));
                }
            }
        }
        return triggers;
    }

    private static Trigger schedule(AnnotationUse use) {
        return new Trigger.Schedule(
                use.text("value"),
                use.text("description"),
                use.flag("enabled", true),
                use.text("input"),
                use.text("timeZone"),
                use.number("flexibleWindow", 0),
                use.text("startDate"),
                use.text("endDate"));
    }

    /** A task that says no id is known by its method. */
    static Trigger named(Trigger trigger, Spot spot) {
        return trigger instanceof Trigger.Task task && task.id().isEmpty()
                ? new Trigger.Task(spot.shortName(), task.transport(), task.captureResult(), task.idempotent())
                : trigger;
    }

    void check(Trigger trigger, Spot spot) {
        if (trigger instanceof Trigger.Http each) {
            http.check(each, spot);
        } else if (trigger instanceof Trigger.S3 each) {
            s3.check(each, spot);
        } else if (trigger instanceof Trigger.Service each) {
            services.check(each, spot);
        } else if (trigger instanceof Trigger.Schedule each) {
            schedules.check(each, spot);
        } else if (trigger instanceof Trigger.Task each
                && !COMMAND.matcher(each.id()).matches()) {
            faults.add(
                    Problem.LM118,
                    spot,
                    "\"" + each.id() + "\" is no id for a task.",
                    "Set @Task(id) to 1 to 100 letters, digits and ._:/-, the first a letter or digit.");
        } else if (trigger instanceof Trigger.Command each
                && !COMMAND.matcher(each.name()).matches()) {
            faults.add(
                    Problem.LM050,
                    spot,
                    "\"" + each.name() + "\" is no name for a command.",
                    "Set the value of @Command to 1 to 100 letters, digits and ._:/-, the first a letter or digit.");
        }
    }
}
