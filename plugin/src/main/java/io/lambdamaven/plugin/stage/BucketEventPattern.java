package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a bucket tells EventBridge, for the event types of its own notifications.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-mapping-troubleshooting.html">S3: event types
 *     and those of EventBridge</a>
 */
final class BucketEventPattern {
    private static final String CREATED = "Object Created";
    private static final String DELETED = "Object Deleted";
    private static final String BY_CALL = "DeleteObject";
    private static final String BY_LIFECYCLE = "Lifecycle Expiration";
    private static final String FOR_GOOD = "Permanently Deleted";
    private static final String MARKED = "Delete Marker Created";

    private static final Map<String, List<Kind>> KINDS = Map.ofEntries(
            Map.entry("ObjectCreated:*", List.of(new Kind(CREATED, "", ""))),
            Map.entry("ObjectCreated:Put", List.of(new Kind(CREATED, "PutObject", ""))),
            Map.entry("ObjectCreated:Post", List.of(new Kind(CREATED, "POST Object", ""))),
            Map.entry("ObjectCreated:Copy", List.of(new Kind(CREATED, "CopyObject", ""))),
            Map.entry(
                    "ObjectCreated:CompleteMultipartUpload", List.of(new Kind(CREATED, "CompleteMultipartUpload", ""))),
            Map.entry("ObjectRemoved:*", List.of(new Kind(DELETED, BY_CALL, ""))),
            Map.entry("ObjectRemoved:Delete", List.of(new Kind(DELETED, BY_CALL, FOR_GOOD))),
            Map.entry("ObjectRemoved:DeleteMarkerCreated", List.of(new Kind(DELETED, BY_CALL, MARKED))),
            Map.entry("LifecycleExpiration:*", List.of(new Kind(DELETED, BY_LIFECYCLE, ""))),
            Map.entry("LifecycleExpiration:Delete", List.of(new Kind(DELETED, BY_LIFECYCLE, FOR_GOOD))),
            Map.entry("LifecycleExpiration:DeleteMarkerCreated", List.of(new Kind(DELETED, BY_LIFECYCLE, MARKED))),
            Map.entry(
                    "ObjectRestore:*",
                    List.of(
                            new Kind("Object Restore Initiated", "", ""),
                            new Kind("Object Restore Completed", "", ""),
                            new Kind("Object Restore Expired", "", ""))),
            Map.entry("ObjectRestore:Post", List.of(new Kind("Object Restore Initiated", "", ""))),
            Map.entry("ObjectRestore:Completed", List.of(new Kind("Object Restore Completed", "", ""))),
            Map.entry("ObjectRestore:Delete", List.of(new Kind("Object Restore Expired", "", ""))),
            Map.entry("LifecycleTransition", List.of(new Kind("Object Storage Class Changed", "", ""))),
            Map.entry("IntelligentTiering", List.of(new Kind("Object Access Tier Changed", "", ""))),
            Map.entry("ObjectAcl:Put", List.of(new Kind("Object ACL Updated", "", ""))),
            Map.entry(
                    "ObjectTagging:*",
                    List.of(new Kind("Object Tags Added", "", ""), new Kind("Object Tags Deleted", "", ""))),
            Map.entry("ObjectTagging:Put", List.of(new Kind("Object Tags Added", "", ""))),
            Map.entry("ObjectTagging:Delete", List.of(new Kind("Object Tags Deleted", "", ""))));

    /** What tells an event; empty for any. */
    private record Kind(String detailType, String reason, String deletion) {}

    private BucketEventPattern() {}

    /** Those of the event types that S3 does not tell EventBridge. */
    static List<String> unknown(List<String> events) {
        return events.stream().filter(event -> !KINDS.containsKey(plain(event))).toList();
    }

    private static String plain(String event) {
        return event.startsWith("s3:") ? event.substring("s3:".length()) : event;
    }

    static String of(String bucket, Trigger.S3 trigger) {
        // By what is said besides the detail type: all types that need the same go together.
        Map<List<String>, TreeSet<String>> types =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        for (String event : trigger.events()) {
            for (Kind kind : KINDS.getOrDefault(plain(event), List.of())) {
                types.computeIfAbsent(List.of(kind.reason(), kind.deletion()), key -> new TreeSet<>())
                        .add(kind.detailType());
            }
        }
        List<Json> alternatives = new ArrayList<>();
        types.forEach((said, names) ->
                alternatives.add(alternative(said, names, bucket, trigger).build()));
        JsonObject.Builder pattern = Json.object();
        if (alternatives.size() == 1) {
            alternatives.get(0).asObject().members().forEach(pattern::put);
        } else {
            pattern.put("$or", Json.array(alternatives));
        }
        return pattern.put("source", Json.texts(List.of("aws.s3"))).build().canonical();
    }

    private static JsonObject.Builder alternative(
            List<String> said, Set<String> types, String bucket, Trigger.S3 trigger) {
        JsonObject.Builder detail = Json.object()
                .put(
                        "bucket",
                        Json.object().put("name", Json.texts(List.of(bucket))).build());
        String reason = said.get(0);
        String deletion = said.get(1);
        if (!reason.isEmpty()) {
            detail.put("reason", Json.texts(List.of(reason)));
        }
        if (!deletion.isEmpty()) {
            detail.put("deletion-type", Json.texts(List.of(deletion)));
        }
        if (!trigger.prefix().isEmpty() || !trigger.suffix().isEmpty()) {
            detail.put(
                    "object",
                    Json.object()
                            .put("key", Json.array(key(trigger.prefix(), trigger.suffix())))
                            .build());
        }
        return Json.object().put("detail-type", Json.texts(List.copyOf(types))).put("detail", detail.build());
    }

    /** Two filters of one value are alternatives to EventBridge, so that both ends need a wildcard. */
    private static Json key(String prefix, String suffix) {
        if (suffix.isEmpty()) {
            return Json.object().put("prefix", prefix).build();
        }
        if (prefix.isEmpty()) {
            return Json.object().put("suffix", suffix).build();
        }
        return Json.object()
                .put("wildcard", escaped(prefix) + "*" + escaped(suffix))
                .build();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("*", "\\*");
    }
}
