package io.lambdamaven.plugin.sample;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A notification of one object.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">structure</a>
 */
final class S3Sample {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** What stands for all events of a family. */
    private static final Map<String, String> FAMILIES = Map.of(
            "ObjectCreated:*", "ObjectCreated:Put",
            "ObjectRemoved:*", "ObjectRemoved:Delete",
            "ObjectRestore:*", "ObjectRestore:Completed",
            "ObjectTagging:*", "ObjectTagging:Put",
            "LifecycleExpiration:*", "LifecycleExpiration:Delete",
            "Replication:*", "Replication:OperationReplicatedAfterThreshold");

    /** How EventBridge names the families. */
    private static final Map<String, String> BUS_EVENTS = Map.of(
            "ObjectRemoved", "Object Deleted",
            "LifecycleExpiration", "Object Deleted",
            "ObjectRestore", "Object Restore Completed",
            "ObjectTagging", "Object Tags Added",
            "ObjectAcl", "Object ACL Updated",
            "LifecycleTransition", "Object Storage Class Changed",
            "IntelligentTiering", "Object Access Tier Changed");

    private final SampleContext context;
    private final Names names;
    private final Clock clock;

    S3Sample(SampleContext context, Names names, Clock clock) {
        this.context = context;
        this.names = names;
        this.clock = clock;
    }

    String of(Route route, Trigger.S3 trigger, @Nullable String payload) {
        String key = key(trigger, payload);
        String event = eventName(trigger.events());
        String bucket = bucket(trigger);
        JsonObject.Builder object = Json.object()
                .put("key", URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/"))
                .put("sequencer", "0A1B2C3D4E5F678901");
        if (event.startsWith("ObjectCreated")) {
            object.put("size", 1024).put("eTag", "0123456789abcdef0123456789abcdef");
        }
        JsonObject.Builder s3 = Json.object()
                .put("s3SchemaVersion", "1.0")
                .put("configurationId", route.id())
                .put(
                        "bucket",
                        Json.object()
                                .put("name", bucket)
                                .put("ownerIdentity", Json.object().put("principalId", "EXAMPLE"))
                                .put("arn", names.bucketArn(bucket)))
                .put("object", object);
        JsonObject.Builder eventRecord = Json.object()
                .put("eventVersion", "2.1")
                .put("eventSource", "aws:s3")
                .put("awsRegion", context.region())
                .put("eventTime", TIME.format(clock.instant()))
                .put("eventName", event)
                .put("userIdentity", Json.object().put("principalId", "EXAMPLE"))
                .put("requestParameters", Json.object().put("sourceIPAddress", "127.0.0.1"))
                .put(
                        "responseElements",
                        Json.object()
                                .put("x-amz-request-id", "EXAMPLE123456789")
                                .put("x-amz-id-2", "EXAMPLE123/example456/example789"))
                .put("s3", s3);
        return Json.object()
                .put("Records", Json.array(eventRecord.build()))
                .build()
                .canonical();
    }

    /** The same as EventBridge has it. */
    String onBus(Trigger.S3 trigger, @Nullable String payload) {
        String event = eventName(trigger.events());
        return Json.object()
                .put("version", "0")
                .put("id", "00000000-0000-0000-0000-000000000000")
                .put("detail-type", BUS_EVENTS.getOrDefault(event.replaceAll(":.*", ""), "Object Created"))
                .put("source", "aws.s3")
                .put("account", context.account())
                .put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", context.region())
                .put("resources", Json.array(Json.of(names.bucketArn(bucket(trigger)))))
                .put(
                        "detail",
                        Json.object()
                                .put("version", "0")
                                .put("bucket", Json.object().put("name", bucket(trigger)))
                                .put(
                                        "object",
                                        Json.object()
                                                .put("key", key(trigger, payload))
                                                .put("size", 1024)
                                                .put("etag", "0123456789abcdef0123456789abcdef")
                                                .put("sequencer", "0A1B2C3D4E5F678901"))
                                .put("request-id", "EXAMPLE123456789")
                                .put("requester", context.account())
                                .put("source-ip-address", "127.0.0.1")
                                .put("reason", "PutObject"))
                .build()
                .canonical();
    }

    private String bucket(Trigger.S3 trigger) {
        return Names.last(names.resolve(trigger.bucket()));
    }

    private static String key(Trigger.S3 trigger, @Nullable String payload) {
        String key = payload == null ? trigger.prefix() + "sample" + trigger.suffix() : payload;
        if (!key.startsWith(trigger.prefix()) || !key.endsWith(trigger.suffix())) {
            throw new UserFault(
                    Problem.LM154,
                    Payloads.PAYLOAD,
                    "The key " + key + " is none of " + trigger.prefix() + "*" + trigger.suffix() + ".",
                    "Give a key that has the trigger's prefix and suffix.");
        }
        return key;
    }

    /** A new object if the trigger takes that, else what it takes first. Records have no {@code s3:} before it. */
    private static String eventName(List<String> events) {
        String chosen = events.stream()
                .filter(event -> event.equals("s3:ObjectCreated:*") || event.equals("s3:ObjectCreated:Put"))
                .findFirst()
                .orElse(events.isEmpty() ? "s3:ObjectCreated:*" : events.get(0));
        String name = chosen.startsWith("s3:") ? chosen.substring("s3:".length()) : chosen;
        return FAMILIES.getOrDefault(name, name);
    }
}
