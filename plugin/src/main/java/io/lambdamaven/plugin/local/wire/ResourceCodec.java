package io.lambdamaven.plugin.local.wire;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.plan.Resource;
import io.lambdamaven.plugin.plan.ResourceId;
import io.lambdamaven.plugin.plan.ResourceType;

/** Resources to JSON and back, nothing lost. */
public final class ResourceCodec {
    private ResourceCodec() {}

    public static JsonObject toJson(Resource resource) {
        Members out = new Members().put("type", resource.id().type().name());
        if (resource instanceof Resource.Role r) {
            out.put("name", r.name())
                    .put("trustPolicy", r.trustPolicy())
                    .put("policy", r.policy())
                    .put("permissionsBoundary", r.permissionsBoundary())
                    .put("tags", r.tags());
        } else if (resource instanceof Resource.LogGroup r) {
            out.put("name", r.name()).put("retentionDays", r.retentionDays()).put("tags", r.tags());
        } else if (resource instanceof Resource.LambdaFunction r) {
            function(out, r);
        } else if (resource instanceof Resource.Version r) {
            out.put("functionName", r.functionName())
                    .put("codeSha256", r.codeSha256())
                    .put("configurationDigest", r.configurationDigest());
        } else if (resource instanceof Resource.Alias r) {
            out.target(r.functionName(), r.alias())
                    .put("codeSha256", r.codeSha256())
                    .put("configurationDigest", r.configurationDigest());
        } else if (resource instanceof Resource.ConfigurationTag r) {
            out.put("functionName", r.functionName()).put("digest", r.digest()).put("aliases", r.aliases());
        } else if (resource instanceof Resource.FunctionUrl r) {
            out.target(r.functionName(), r.alias()).put("authType", r.authType());
        } else {
            trigger(out, resource);
        }
        return out.build();
    }

    private static void function(Members out, Resource.LambdaFunction r) {
        out.put("name", r.name())
                .put("description", r.description())
                .put("runtime", r.runtime())
                .put("architecture", r.architecture())
                .put("handler", r.handler())
                .put("role", r.role())
                .put("memory", r.memory())
                .put("timeout", r.timeout())
                .put("environment", r.environment())
                .put("logGroup", r.logGroup())
                .put("codeSha256", r.codeSha256())
                .put("tags", r.tags());
    }

    private static void trigger(Members out, Resource resource) {
        if (resource instanceof Resource.HttpApi r) {
            out.put("name", r.name()).target(r.functionName(), r.alias()).put("tags", r.tags());
        } else if (resource instanceof Resource.Permission r) {
            out.target(r.functionName(), r.alias())
                    .put("statementId", r.statementId())
                    .put("action", r.action())
                    .put("principal", r.principal())
                    .put("sourceArn", r.sourceArn())
                    .put("sourceAccount", r.sourceAccount())
                    .put("functionUrlAuthType", r.functionUrlAuthType())
                    .put("invokedViaFunctionUrl", r.invokedViaFunctionUrl())
                    .putIds("after", r.after());
        } else if (resource instanceof Resource.HttpRoute r) {
            out.put("apiName", r.apiName()).put("routeKey", r.routeKey()).put("permission", r.permission());
        } else if (resource instanceof Resource.BucketNotification r) {
            out.put("bucket", r.bucket())
                    .put("notificationId", r.notificationId())
                    .target(r.functionName(), r.alias())
                    .put("events", r.events())
                    .put("prefix", r.prefix())
                    .put("suffix", r.suffix())
                    .put("permission", r.permission());
        } else if (resource instanceof Resource.EventSourceMapping r) {
            out.target(r.functionName(), r.alias())
                    .put("eventSourceArn", r.eventSourceArn())
                    .put("batchSize", r.batchSize())
                    .put("batchingWindow", r.batchingWindow())
                    .put("maximumConcurrency", r.maximumConcurrency())
                    .put("reportBatchItemFailures", r.reportBatchItemFailures())
                    .put("enabled", r.enabled())
                    .put("tags", r.tags());
        } else if (resource instanceof Resource.ScheduleRule r) {
            out.put("name", r.name())
                    .put("expression", r.expression())
                    .put("description", r.description())
                    .put("enabled", r.enabled())
                    .target(r.functionName(), r.alias())
                    .put("permission", r.permission())
                    .put("tags", r.tags());
        }
    }

    /** Reads what {@link #toJson} wrote. */
    public static Resource of(JsonObject json) {
        Fields in = new Fields(json);
        return switch (ResourceType.valueOf(in.text("type"))) {
            case ROLE ->
                new Resource.Role(
                        in.text("name"),
                        in.find("trustPolicy"),
                        in.find("policy"),
                        in.find("permissionsBoundary"),
                        in.tags());
            case LOG_GROUP -> new Resource.LogGroup(in.text("name"), in.number("retentionDays"), in.tags());
            case FUNCTION ->
                new Resource.LambdaFunction(
                        in.text("name"),
                        in.find("description"),
                        in.find("runtime"),
                        in.find("architecture"),
                        in.find("handler"),
                        in.find("role"),
                        in.number("memory"),
                        in.number("timeout"),
                        in.map("environment"),
                        in.find("logGroup"),
                        in.find("codeSha256"),
                        in.tags());
            case VERSION ->
                new Resource.Version(in.text("functionName"), in.find("codeSha256"), in.find("configurationDigest"));
            case ALIAS ->
                new Resource.Alias(
                        in.text("functionName"),
                        in.text("alias"),
                        in.find("codeSha256"),
                        in.find("configurationDigest"));
            case CONFIGURATION_TAG ->
                new Resource.ConfigurationTag(in.text("functionName"), in.find("digest"), in.texts("aliases"));
            case FUNCTION_URL ->
                new Resource.FunctionUrl(in.text("functionName"), in.text("alias"), in.find("authType"));
            case HTTP_API ->
                new Resource.HttpApi(in.text("name"), in.text("functionName"), in.text("alias"), in.tags());
            case PERMISSION ->
                new Resource.Permission(
                        in.text("functionName"),
                        in.text("alias"),
                        in.text("statementId"),
                        in.text("action"),
                        in.text("principal"),
                        in.find("sourceArn"),
                        in.find("sourceAccount"),
                        in.find("functionUrlAuthType"),
                        in.flag("invokedViaFunctionUrl"),
                        in.ids("after"));
            case HTTP_ROUTE -> new Resource.HttpRoute(in.text("apiName"), in.text("routeKey"), in.id("permission"));
            case BUCKET_NOTIFICATION ->
                new Resource.BucketNotification(
                        in.text("bucket"),
                        in.text("notificationId"),
                        in.text("functionName"),
                        in.text("alias"),
                        in.texts("events"),
                        in.text("prefix"),
                        in.text("suffix"),
                        in.id("permission"));
            case EVENT_SOURCE_MAPPING ->
                new Resource.EventSourceMapping(
                        in.text("functionName"),
                        in.text("alias"),
                        in.text("eventSourceArn"),
                        in.number("batchSize"),
                        in.number("batchingWindow"),
                        in.number("maximumConcurrency"),
                        in.flag("reportBatchItemFailures"),
                        in.flag("enabled"),
                        in.tags());
            case SCHEDULE_RULE ->
                new Resource.ScheduleRule(
                        in.text("name"),
                        in.find("expression"),
                        in.find("description"),
                        in.flag("enabled"),
                        in.text("functionName"),
                        in.text("alias"),
                        in.id("permission"),
                        in.tags());
        };
    }

    /** An id as JSON. */
    public static JsonObject idToJson(ResourceId id) {
        return Json.object()
                .put("type", id.type().name())
                .put("name", id.name())
                .build();
    }

    /** Reads what {@link #idToJson} wrote. */
    public static ResourceId idOf(JsonObject json) {
        return new ResourceId(ResourceType.valueOf(json.text("type")), json.text("name"));
    }
}
