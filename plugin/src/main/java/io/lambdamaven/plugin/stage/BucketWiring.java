package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.BucketEvents;
import io.lambdamaven.plugin.plan.resource.BucketNotification;
import io.lambdamaven.plugin.plan.resource.EventRule;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A bucket that notifies the function itself, or through EventBridge. */
final class BucketWiring {
    private final Wires wires;
    private final Set<String> listening = new TreeSet<>();

    BucketWiring(Wires wires) {
        this.wires = wires;
    }

    void wire(Route route, Trigger.S3 trigger) {
        Place place = Wires.place(route, "@S3Trigger(bucket)");
        String resolved = wires.runtimeText(trigger.bucket(), place);
        if (resolved == null) {
            return;
        }
        String bucket = Arns.bucketName(resolved);
        if (bucket == null) {
            wires.fault(
                    Problem.LM218,
                    place,
                    "'" + resolved + "' is neither a bucket's name nor its ARN.",
                    Wires.correct("bucket", trigger.bucket()));
            return;
        }
        if (trigger.eventBridge()) {
            throughEventBridge(route, trigger, bucket);
            return;
        }
        ResourceId permission = wires.permit(
                DerivedNames.LIVE,
                DerivedNames.s3Statement(route.id()),
                "s3.amazonaws.com",
                wires.arns().bucket(bucket));
        wires.add(new BucketNotification(
                bucket,
                DerivedNames.notification(wires.functionName(), route.id()),
                wires.functionName(),
                DerivedNames.LIVE,
                trigger.events(),
                trigger.prefix(),
                trigger.suffix(),
                permission));
    }

    /** The bucket tells EventBridge of everything, and a rule for each method picks. */
    private void throughEventBridge(Route route, Trigger.S3 trigger, String bucket) {
        List<String> unknown = BucketEventPattern.unknown(trigger.events());
        if (!unknown.isEmpty()) {
            wires.fault(
                    Problem.LM247,
                    Wires.place(route, "@S3Trigger(events)"),
                    "S3 does not tell EventBridge of " + String.join(", ", unknown) + ".",
                    "Leave it out of @S3Trigger(events), or set eventBridge to false for the bucket's own"
                            + " notifications.");
            return;
        }
        BucketEvents told = new BucketEvents(bucket);
        if (listening.add(bucket)) {
            wires.add(told);
        }
        String rule = DerivedNames.eventRule(wires.functionName(), route.id());
        ResourceId permission = wires.permit(
                DerivedNames.LIVE,
                DerivedNames.statement("eventbridge", route.id()),
                "events.amazonaws.com",
                wires.arns().of("events", "rule/" + rule),
                told.id());
        wires.add(new EventRule(
                EventRule.DEFAULT_BUS,
                rule,
                BucketEventPattern.of(bucket, trigger),
                true,
                wires.functionName(),
                DerivedNames.LIVE,
                permission,
                wires.tags()));
    }
}
