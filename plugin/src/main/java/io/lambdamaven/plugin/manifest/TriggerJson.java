package io.lambdamaven.plugin.manifest;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.Trigger;

/** One trigger as JSON. */
final class TriggerJson {
    private TriggerJson() {}

    static JsonObject write(Trigger trigger) {
        JsonObject.Builder json = Json.object().put("type", trigger.kind());
        if (trigger instanceof Trigger.Http http) {
            json.put("method", http.method()).put("path", http.path());
        } else if (trigger instanceof Trigger.S3 s3) {
            json.put("bucket", s3.bucket())
                    .put("events", Json.texts(s3.events()))
                    .put("prefix", s3.prefix())
                    .put("suffix", s3.suffix());
        } else if (trigger instanceof Trigger.Sqs sqs) {
            json.put("queue", sqs.queue())
                    .put("batchSize", sqs.batchSize())
                    .put("batchingWindow", sqs.batchingWindow())
                    .putIfPresent("maximumConcurrency", sqs.maximumConcurrency())
                    .put("enabled", sqs.enabled());
        } else if (trigger instanceof Trigger.Schedule schedule) {
            json.put("expression", schedule.expression())
                    .put("description", schedule.description())
                    .put("enabled", schedule.enabled());
        } else if (trigger instanceof Trigger.Command command) {
            json.put("name", command.name()).put("description", command.description());
        }
        return json.build();
    }

    static Trigger read(JsonObject json) {
        String type = json.text("type");
        return switch (type) {
            case "http" -> new Trigger.Http(json.text("method"), json.text("path"));
            case "s3" ->
                new Trigger.S3(
                        json.text("bucket"),
                        ManifestJson.texts(json, "events"),
                        json.text("prefix"),
                        json.text("suffix"));
            case "sqs" ->
                new Trigger.Sqs(
                        json.text("queue"),
                        json.get("batchSize").asInt(),
                        json.get("batchingWindow").asInt(),
                        json.has("maximumConcurrency")
                                ? json.get("maximumConcurrency").asInt()
                                : null,
                        json.flag("enabled"));
            case "schedule" ->
                new Trigger.Schedule(json.text("expression"), json.text("description"), json.flag("enabled"));
            case "command" -> new Trigger.Command(json.text("name"), json.text("description"));
            case "invoke" -> new Trigger.Invoke();
            default -> throw new IllegalArgumentException("there is no trigger of type '" + type + "'");
        };
    }
}
