package io.lambdamaven.bench.config;

import io.lambdamaven.annotation.InvokeTrigger;
import io.lambdamaven.api.Settings;

/** Answers with a setting of its remote configuration. */
public class Configured {
    @InvokeTrigger
    public String url(String event) {
        return Settings.get("PAYMENT_URL");
    }
}
