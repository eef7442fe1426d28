package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.local.wire.Account;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** A version as Lambda describes it. */
final class FunctionConfiguration {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private FunctionConfiguration() {}

    static JsonObject of(Published version, String arn) {
        LambdaFunction function = version.function();
        JsonObject.Builder json = Json.object()
                .put("FunctionName", function.name())
                .put("FunctionArn", arn)
                .putIfPresent("Runtime", function.runtime())
                .put("Role", role(function))
                .putIfPresent("Handler", function.handler())
                .put("Description", Objects.requireNonNullElse(function.description(), ""))
                .putIfPresent("Timeout", function.timeout())
                .putIfPresent("MemorySize", function.memory())
                .put("LastModified", TIME.format(version.modified()))
                .putIfPresent("CodeSha256", function.codeSha256())
                .put("Version", version.version())
                .put("PackageType", "Zip")
                .put("State", "Active")
                .put("LastUpdateStatus", "Successful");
        if (function.architecture() != null) {
            json.put("Architectures", Json.array(Json.of(function.architecture())));
        }
        if (function.environment() != null) {
            json.put("Environment", Json.object().put("Variables", Json.object().putAll(function.environment())));
        }
        return json.build();
    }

    private static String role(LambdaFunction function) {
        String role = Objects.requireNonNullElse(function.role(), "");
        return role.startsWith("arn:") ? role : "arn:" + Account.PARTITION + ":iam::" + Account.ID + ":role/" + role;
    }
}
