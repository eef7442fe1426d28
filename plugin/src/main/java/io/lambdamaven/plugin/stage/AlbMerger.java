package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks how a function's HTTP routes are to hang on a load balancer. */
final class AlbMerger {
    private static final String LISTENER = "listenerArn";
    private static final Pattern LISTENER_ARN = Pattern.compile(
            "arn:[a-z-]+:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:listener/app/[A-Za-z0-9-]+/[0-9a-f]+/[0-9a-f]+");
    private static final Pattern HOST = Pattern.compile("(?=.*\\.)[A-Za-z0-9.*?-]{1,128}");
    private static final Pattern PATH = Pattern.compile("[/*?][A-Za-z0-9_.$/~\"'@:+&*?-]{0,127}");
    private static final Pattern ASKED = Pattern.compile("/\\S{0,1023}");
    private static final int MOST = 50_000;
    private static final String EXAMPLE =
            "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2";

    private final BlockReader parts;

    AlbMerger(Values values, Diagnostics faults) {
        this.parts = new BlockReader(Block.ALB, values, faults);
    }

    boolean isSet() {
        return !parts.isEmpty();
    }

    /** @param needed whether routes are to be served so */
    @Nullable
    AlbSettings merge(boolean needed) {
        String listener = listener(needed);
        Integer priority = parts.number("priority", 1, MOST, "priority");
        List<String> hosts =
                parts.list("hosts", HOST, "is not a host name.", "host names such as shop.example or *.shop.example");
        List<String> paths =
                parts.list("paths", PATH, "is not a pattern of paths.", "patterns such as /orders or /orders/*");
        Boolean multiValue = parts.flag("multiValueHeaders");
        String healthCheck = parts.text("healthCheck", ASKED, "is not a path.", "a path such as /health");
        parts.end("listenerArn, priority, hosts, paths, multiValueHeaders, healthCheck");
        return listener == null
                ? null
                : new AlbSettings(listener, priority, hosts, paths, !Boolean.FALSE.equals(multiValue), healthCheck);
    }

    private @Nullable String listener(boolean needed) {
        String listener = parts.text(LISTENER);
        if (listener != null && LISTENER_ARN.matcher(listener).matches()) {
            return listener;
        }
        if (listener != null || needed) {
            parts.fault(
                    Problem.LM267,
                    LISTENER,
                    listener == null
                            ? "No listener is named that could hand requests to the function."
                            : "'" + listener + "' is not the ARN of a listener of an Application Load Balancer.",
                    parts.set(LISTENER) + " to one such as " + EXAMPLE + ".");
        }
        return null;
    }
}
