package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.BucketNotification;
import io.lambdamaven.plugin.plan.resource.EventSourceMapping;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ScheduleRule;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What calls one function, each with the permission to do so: first the permission, then the trigger. */
final class TriggerState {
    private static final String LIVE = DerivedNames.LIVE;
    private static final String INVOKE = "lambda:InvokeFunction";
    private static final int FIFO_BATCH = 10;

    private final FunctionModel function;
    private final String name;
    private final @Nullable String keepWarm;
    private final Placeholders placeholders;
    private final Arns arns;
    private final Whereabouts where;
    private final Map<String, String> tags;
    private final Diagnostics faults;
    private final List<Resource> resources = new ArrayList<>();
    private final Map<String, Route> queues = new TreeMap<>();
    private final HttpState http;
    private final RuntimeTexts texts;

    TriggerState(
            FunctionModel function,
            FunctionSettings settings,
            Placeholders placeholders,
            Arns arns,
            Whereabouts where,
            Map<String, String> tags,
            Diagnostics faults) {
        this.function = function;
        this.name = settings.functionName();
        this.keepWarm = settings.keepWarm();
        this.placeholders = placeholders;
        this.arns = arns;
        this.where = where;
        this.tags = tags;
        this.faults = faults;
        this.http = new HttpState(settings, arns, where, tags);
        this.texts = new RuntimeTexts(placeholders);
    }

    List<Resource> resources() {
        for (Route route : function.routes()) {
            if (route.trigger() instanceof Trigger.Http trigger) {
                http.add(trigger);
            } else if (route.trigger() instanceof Trigger.S3 trigger) {
                s3(route, trigger);
            } else if (route.trigger() instanceof Trigger.Service trigger
                    && trigger.kind().equals("sqs")) {
                sqs(route, trigger);
            } else if (route.trigger() instanceof Trigger.Service trigger) {
                texts.resolve(route, trigger);
            } else if (route.trigger() instanceof Trigger.Schedule trigger) {
                texts.resolve(route, trigger);
                schedule(route, trigger);
            }
            // Nothing calls a command or takes a direct invocation but callers whom IAM lets do so.
        }
        if (keepWarm != null) {
            // The runtime answers this rule's ticks itself.
            rule(DerivedNames.KEEP_WARM, keepWarm, "Keeps " + name + " warm", true);
        }
        resources.addAll(0, http.resources());
        new PolicySize(arns, name, faults).check(resources);
        return resources;
    }

    /** The queues that the function reads; known after {@link #resources}. */
    List<String> queueArns() {
        return List.copyOf(queues.keySet());
    }

    private void s3(Route route, Trigger.S3 trigger) {
        Place place = place(route, "@S3Trigger(bucket)");
        String resolved = placeholders.resolveForRuntime(trigger.bucket(), place);
        if (resolved == null) {
            return;
        }
        String bucket = Arns.bucketName(resolved);
        if (bucket == null) {
            faults.add(
                    Problem.LM218,
                    place,
                    "'" + resolved + "' is neither a bucket's name nor its ARN.",
                    remedy("bucket", trigger.bucket()));
            return;
        }
        if (trigger.eventBridge()) {
            return;
        }
        ResourceId permission =
                permission(DerivedNames.s3Statement(route.id()), "s3.amazonaws.com", arns.bucket(bucket));
        resources.add(new BucketNotification(
                bucket,
                DerivedNames.notification(name, route.id()),
                name,
                LIVE,
                trigger.events(),
                trigger.prefix(),
                trigger.suffix(),
                permission));
    }

    private void sqs(Route route, Trigger.Service trigger) {
        Place place = place(route, "@SqsTrigger(queue)");
        String resolved = placeholders.resolveForRuntime(trigger.text("queue"), place);
        if (resolved == null) {
            return;
        }
        String queue = arns.queue(resolved);
        if (queue == null) {
            faults.add(
                    Problem.LM219,
                    place,
                    "'" + resolved + "' is neither a queue's name nor its ARN.",
                    remedy("queue", trigger.text("queue")));
            return;
        }
        checkFifo(queue, trigger, place);
        Route other = queues.putIfAbsent(queue, route);
        if (other != null) {
            faults.add(
                    Problem.LM221,
                    place,
                    other.method().shortName() + " already takes the messages of " + queue + ".",
                    "Let one method take them, or name another queue in @SqsTrigger(queue).");
            return;
        }
        int concurrency = trigger.number("maximumConcurrency");
        resources.add(new EventSourceMapping(
                name,
                LIVE,
                queue,
                trigger.number("batchSize"),
                trigger.number("batchingWindow"),
                concurrency == 0 ? null : concurrency,
                reportsFailures(route),
                trigger.flag("enabled"),
                tags));
    }

    /** Lambda ignores what the function answers unless the mapping says otherwise. */
    private static boolean reportsFailures(Route route) {
        return route.granularity() == Granularity.EACH
                || route.method().descriptor().endsWith("/SQSBatchResponse;");
    }

    private void checkFifo(String queue, Trigger.Service trigger, Place place) {
        if (queue.endsWith(".fifo")
                && (trigger.number("batchSize") > FIFO_BATCH || trigger.number("batchingWindow") > 0)) {
            faults.add(
                    Problem.LM220,
                    place,
                    "A FIFO queue gives at most " + FIFO_BATCH
                            + " messages at once and has no batching window; asked for" + " are "
                            + trigger.number("batchSize")
                            + " and " + trigger.number("batchingWindow") + " s.",
                    "Set @SqsTrigger(batchSize) to at most " + FIFO_BATCH + " and batchingWindow to 0.");
        }
    }

    private void schedule(Route route, Trigger.Schedule trigger) {
        if (trigger.needsScheduler()) {
            return;
        }
        rule(route.id(), trigger.expression(), trigger.description(), trigger.enabled());
    }

    private void rule(String id, String expression, String description, boolean enabled) {
        String rule = DerivedNames.scheduleRule(name, id);
        ResourceId permission = permission(
                DerivedNames.scheduleStatement(id), "events.amazonaws.com", arns.of("events", "rule/" + rule));
        resources.add(new ScheduleRule(rule, expression, description, enabled, name, LIVE, permission, tags));
    }

    private ResourceId permission(String statement, String principal, @Nullable String sourceArn) {
        Permission permission = new Permission(
                name, LIVE, statement, INVOKE, principal, sourceArn, where.account(), null, null, List.of());
        resources.add(permission);
        return permission.id();
    }

    private static Place place(Route route, String attribute) {
        return Place.of(route.method().className() + "." + route.method().methodName() + " " + attribute);
    }

    private static String remedy(String attribute, String written) {
        return written.contains("${")
                ? "Correct the value in <placeholders> or -Dlambda.placeholders.NAME for " + written + "."
                : "Correct the annotation's attribute " + attribute + ".";
    }
}
