package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.resource.BucketNotification;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;

/** S3 refuses two notifications of one bucket that an object could match both of. */
final class NotificationOverlaps {
    private NotificationOverlaps() {}

    static void check(List<Resource> resources, Diagnostics faults) {
        List<BucketNotification> all = resources.stream()
                .filter(BucketNotification.class::isInstance)
                .map(BucketNotification.class::cast)
                .toList();
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (overlap(all.get(i), all.get(j))) {
                    report(all.get(j), all.get(i), faults);
                }
            }
        }
    }

    private static boolean overlap(BucketNotification a, BucketNotification b) {
        return a.bucket().equals(b.bucket())
                && a.events().stream().anyMatch(one -> b.events().stream().anyMatch(other -> overlap(one, other)))
                && (a.prefix().startsWith(b.prefix()) || b.prefix().startsWith(a.prefix()))
                && (a.suffix().endsWith(b.suffix()) || b.suffix().endsWith(a.suffix()));
    }

    private static boolean overlap(String one, String other) {
        return one.equals(other) || covers(one, other) || covers(other, one);
    }

    private static boolean covers(String wide, String narrow) {
        return wide.endsWith("*") && narrow.startsWith(wide.substring(0, wide.length() - 1));
    }

    private static void report(BucketNotification first, BucketNotification second, Diagnostics faults) {
        faults.add(
                Problem.LM222,
                Place.of("@S3Trigger on bucket " + first.bucket()),
                "Two methods ask for the same objects: " + describe(first) + " and " + describe(second) + ".",
                "Make @S3Trigger's events, prefix or suffix differ, so that no object matches both.");
    }

    private static String describe(BucketNotification notification) {
        return notification.events() + " of '" + notification.prefix() + "*" + notification.suffix() + "' to "
                + notification.functionName();
    }
}
