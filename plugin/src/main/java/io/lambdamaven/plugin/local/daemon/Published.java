package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.local.wire.Account;
import io.lambdamaven.plugin.local.wire.ResourceCodec;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import java.time.Instant;

/**
 * One version of a function: configuration and code that belong together.
 *
 * @param version a number, or {@code $LATEST}
 * @param code hexadecimal SHA-256 of the jar, which names the directory it was unpacked to
 */
record Published(LambdaFunction function, String version, String code, String region, Instant modified) {
    static final String LATEST = "$LATEST";

    String arn() {
        return Account.functionArn(region, function.name());
    }

    Published as(String number) {
        return new Published(function, number, code, region, modified);
    }

    /** Whether publishing this would give the same version again. */
    boolean sameAs(Published other) {
        return function.equals(other.function) && code.equals(other.code) && region.equals(other.region);
    }

    JsonObject toJson() {
        return Json.object()
                .put("function", ResourceCodec.toJson(function))
                .put("version", version)
                .put("code", code)
                .put("region", region)
                .put("modified", modified.toString())
                .build();
    }

    static Published of(Json json) {
        JsonObject object = json.asObject();
        return new Published(
                (LambdaFunction) ResourceCodec.of(object.object("function")),
                object.text("version"),
                object.text("code"),
                object.text("region"),
                Instant.parse(object.text("modified")));
    }
}
