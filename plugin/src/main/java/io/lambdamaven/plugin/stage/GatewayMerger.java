package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.report.Problem;
import java.util.regex.Pattern;

/** Checks what is set for a function's WebSocket API. */
final class GatewayMerger {
    /** What API Gateway's own console proposes. */
    private static final String USUAL_SELECTION = "$request.body.action";

    private static final Pattern SELECTION =
            Pattern.compile("\\$(request|context)\\.\\S+|.*\\$\\{(request|context)\\.\\S+}.*");
    private static final Pattern STAGE = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    private final Values values;

    GatewayMerger(Values values) {
        this.values = values;
    }

    GatewaySettings merge() {
        String selection = values.text(
                Setting.WEB_SOCKET_ROUTE_SELECTION,
                SELECTION,
                Problem.LM261,
                "is not a route selection expression.",
                "an expression such as " + USUAL_SELECTION);
        return new GatewaySettings(
                selection == null ? USUAL_SELECTION : selection,
                values.text(
                        Setting.WEB_SOCKET_STAGE,
                        STAGE,
                        Problem.LM262,
                        "cannot be the name of an API's stage.",
                        "1 to 128 letters, digits, - and _"));
    }
}
