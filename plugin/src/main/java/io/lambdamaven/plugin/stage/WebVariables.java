package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Trigger;
import java.util.SortedMap;

/** The variables that tell a hosted application its port; Java cannot set any for itself. */
final class WebVariables {
    /** Says that the port may be another one, where several environments share a machine. */
    static final String FREE = "LAMBDA_MAVEN__WEB_PORT";

    /** Seconds that a start may take for a snapshot or provisioned concurrency, where Lambda gives more than 130. */
    static final String TIMEOUT = "LAMBDA_MAVEN__TIMEOUT";

    private static final int USUAL = 8080;
    private static final int USUAL_SECONDS = 130;

    private WebVariables() {}

    static void add(Trigger.Web web, int timeout, SortedMap<String, String> environment) {
        String port = String.valueOf(web.port() == 0 ? USUAL : web.port());
        if (web.port() == 0 && !environment.containsKey("PORT")) {
            environment.put(FREE, "free");
        }
        environment.putIfAbsent("PORT", port);
        environment.putIfAbsent("SERVER_PORT", environment.get("PORT"));
        if (timeout > USUAL_SECONDS) {
            environment.put(TIMEOUT, String.valueOf(timeout));
        }
    }
}
