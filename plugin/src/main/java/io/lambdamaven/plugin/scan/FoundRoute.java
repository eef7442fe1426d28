package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.MethodRef;
import io.lambdamaven.plugin.model.Parameter;
import io.lambdamaven.plugin.model.Trigger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trigger of a method, before it has a number.
 *
 * @param idempotencyKey by which events are one, null for a method that is called for each
 * @param validated whether the arguments have constraints
 */
record FoundRoute(
        Trigger trigger,
        MethodFile method,
        Spot spot,
        List<Parameter> parameters,
        Granularity granularity,
        @Nullable String idempotencyKey,
        boolean validated) {
    FoundRoute {
        parameters = List.copyOf(parameters);
    }

    MethodRef ref() {
        return new MethodRef(spot.type().binaryName(), method.name(), method.descriptor());
    }

    /**
     * Eight hexadecimal digits that stay the same as long as method and trigger mean the same: what only tunes the
     * trigger, such as a batch size, is left out. So is the descriptor, as adding a parameter makes no new route.
     */
    String id() {
        return id(spot.type().binaryName() + "#" + method.name() + "\n" + identity());
    }

    static String id(String canonical) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private String identity() {
        if (trigger instanceof Trigger.Http http) {
            return join("http", http.method(), http.path());
        } else if (trigger instanceof Trigger.S3 s3) {
            return join("s3", s3.bucket(), String.join(",", s3.events()), s3.prefix(), s3.suffix());
        } else if (trigger instanceof Trigger.Service service) {
            return join(service.kind(), String.join("\n", Catalog.of(service).identity(service)));
        } else if (trigger instanceof Trigger.Schedule schedule) {
            return schedule(schedule);
        } else if (trigger instanceof Trigger.Command command) {
            return join("command", command.name());
        }
        return trigger instanceof Trigger.Task task ? join("task", task.id()) : trigger.kind();
    }

    /** What a rule does not know counts only where it is used. */
    static String schedule(Trigger.Schedule schedule) {
        String plain = join("schedule", schedule.expression());
        String more = join(schedule.timeZone(), schedule.startDate(), schedule.endDate(), schedule.input())
                .strip();
        return more.isEmpty() ? plain : join(plain, more);
    }

    private static String join(String... parts) {
        return String.join("\n", parts);
    }
}
