package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.resource.HttpStage.Throttling;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.stage.HttpSettings.AccessLog;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what is set alike for the stages of HTTP APIs and of REST APIs. */
final class StageParts {
    static final Pattern SCOPE = Pattern.compile("[^\\s,]+");

    private static final Pattern LOG_GROUP =
            Pattern.compile("arn:[a-z-]+:logs:[a-z0-9-]*:[0-9]*:log-group:[A-Za-z0-9_./#-]{1,512}(:\\*)?");
    private static final int MOST_REQUESTS = 1_000_000;

    private final BlockReader parts;

    StageParts(BlockReader parts) {
        this.parts = parts;
    }

    /** @param path ends in a dot, or is empty for the stage itself */
    @Nullable
    Throttling throttling(String path) {
        Integer burst = parts.number(path + "throttling.burstLimit", 0, MOST_REQUESTS, "requests");
        Double rate = parts.decimal(path + "throttling.rateLimit", 0, MOST_REQUESTS, "requests a second");
        if ((burst == null) != (rate == null)) {
            String missing = path + "throttling." + (burst == null ? "burstLimit" : "rateLimit");
            parts.fault(
                    Problem.LM257,
                    missing,
                    "API Gateway takes a limit that is not given for 0, and lets nothing through.",
                    parts.set(missing) + " too.");
        }
        return burst == null || rate == null ? null : new Throttling(burst, rate);
    }

    /** @param usual the format where none is given */
    @Nullable
    AccessLog accessLog(String usual) {
        boolean some = !parts.names("accessLog").isEmpty();
        Boolean said = parts.flag("accessLog");
        String destination =
                parts.text("accessLog.destination", LOG_GROUP, "is not the ARN of a log group.", "a log group's ARN");
        String format = parts.text("accessLog.format");
        if (Boolean.FALSE.equals(said) || (said == null && !some)) {
            return null;
        }
        String line = format == null ? usual : format.strip().replaceAll("\\s*\\R\\s*", " ");
        if (!line.contains("$context.requestId") && !line.contains("$context.extendedRequestId")) {
            parts.fault(
                    Problem.LM258,
                    "accessLog.format",
                    "The format has neither $context.requestId nor $context.extendedRequestId.",
                    "Add one of them to what " + parts.set("accessLog.format").substring("Set ".length()) + " says.");
        }
        return new AccessLog(
                destination == null || !destination.endsWith(":*")
                        ? destination
                        : destination.substring(0, destination.length() - 2),
                line);
    }

    /** Told where a route's settings have no key. */
    void keyless() {
        parts.fault(
                Problem.LM257,
                Block.ROUTES,
                "A <route> does not say which one it is.",
                "Add <key>GET /orders/{id}</key> to it, or <key>* /admin/*</key> for several.");
    }
}
