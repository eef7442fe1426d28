package io.lambdamaven.runtime.event;

import java.util.Map;

/**
 * S3's events as EventBridge has them, put the way S3's own notifications are, so that the same routes take them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html">S3 and EventBridge</a>
 */
public final class S3Events {
    private static final byte[] NOTHING = {'{', '}'};

    private S3Events() {}

    /**
     * Decodes a key.
     *
     * @param encoded as in a URL's query
     * @return itself if it is not properly encoded
     */
    public static String key(String encoded) {
        return QueryString.decode(encoded);
    }

    /**
     * The record of an event of EventBridge.
     *
     * @param json an event whose source is {@code aws.s3}
     * @return what S3's notification would say; of a type that no notification tells, EventBridge's own name for it
     */
    public static S3Record of(byte[] json) {
        Fields event = Fields.of(json);
        byte[] inner = event.json("detail");
        Fields detail = Fields.of(inner == null ? NOTHING : inner);
        Map<String, String> object = detail.texts("object");
        String key = object.getOrDefault("key", "");
        return new S3Record(
                detail.texts("bucket").getOrDefault("name", ""),
                key,
                key,
                size(object.getOrDefault("size", "")),
                object.get("etag"),
                object.get("version-id"),
                object.get("sequencer"),
                name(event.text("detail-type"), detail.text("reason"), detail.text("deletion-type")),
                event.text("region"),
                event.textOrNull("time"));
    }

    private static String name(String type, String reason, String deletion) {
        return switch (type) {
            case "Object Created" -> "ObjectCreated:" + how(reason);
            case "Object Deleted" -> {
                String what = reason.equals("Lifecycle Expiration") ? "LifecycleExpiration:" : "ObjectRemoved:";
                yield what + (deletion.equals("Delete Marker Created") ? "DeleteMarkerCreated" : "Delete");
            }
            case "Object Restore Initiated" -> "ObjectRestore:Post";
            case "Object Restore Completed" -> "ObjectRestore:Completed";
            case "Object Restore Expired" -> "ObjectRestore:Delete";
            case "Object Storage Class Changed" -> "LifecycleTransition";
            case "Object Access Tier Changed" -> "IntelligentTiering";
            case "Object ACL Updated" -> "ObjectAcl:Put";
            case "Object Tags Added" -> "ObjectTagging:Put";
            case "Object Tags Deleted" -> "ObjectTagging:Delete";
            default -> type;
        };
    }

    private static String how(String reason) {
        return switch (reason) {
            case "POST Object" -> "Post";
            case "CopyObject" -> "Copy";
            case "CompleteMultipartUpload" -> "CompleteMultipartUpload";
            default -> "Put";
        };
    }

    private static long size(String text) {
        try {
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
