package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.BucketNotification;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;

/** A bucket that notifies the function itself. */
final class BucketWiring {
    private final Wires wires;

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
}
