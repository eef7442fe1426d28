package io.lambdamaven.runtime.event;

import org.jspecify.annotations.Nullable;

/**
 * What S3 says of an object on an EventBridge bus, as its notifications say it, so that one route takes both.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-mapping-troubleshooting.html">mapping of event
 *     types</a>
 */
public final class BusObjects {
    private BusObjects() {}

    /**
     * The object of an event.
     *
     * @param event of a bus
     * @return null if it is none of S3's, or about no object
     */
    public static @Nullable S3Record of(EventObject event) {
        String name = event.text("source").equals("aws.s3") ? name(event) : "";
        if (name.isEmpty()) {
            return null;
        }
        EventObject detail = event.in("detail");
        EventObject object = detail.in("object");
        // Unlike in notifications, keys are not encoded here.
        String key = object.text("key");
        return new S3Record(
                detail.in("bucket").text("name"),
                key,
                key,
                object.number("size"),
                object.textOrNull("etag"),
                object.textOrNull("version-id"),
                object.textOrNull("sequencer"),
                name,
                event.text("region"),
                event.textOrNull("time"));
    }

    private static String name(EventObject event) {
        EventObject detail = event.in("detail");
        return switch (event.text("detail-type")) {
            case "Object Created" -> "ObjectCreated:" + created(detail.text("reason"));
            case "Object Deleted" -> removed(detail);
            case "Object Restore Initiated" -> "ObjectRestore:Post";
            case "Object Restore Completed" -> "ObjectRestore:Completed";
            case "Object Restore Expired" -> "ObjectRestore:Delete";
            case "Object Storage Class Changed" -> "LifecycleTransition";
            case "Object Access Tier Changed" -> "IntelligentTiering";
            case "Object ACL Updated" -> "ObjectAcl:Put";
            case "Object Tags Added" -> "ObjectTagging:Put";
            case "Object Tags Deleted" -> "ObjectTagging:Delete";
            default -> "";
        };
    }

    private static String created(String reason) {
        return switch (reason) {
            case "POST Object" -> "Post";
            case "CopyObject" -> "Copy";
            case "CompleteMultipartUpload" -> "CompleteMultipartUpload";
            default -> "Put";
        };
    }

    private static String removed(EventObject detail) {
        boolean marker = detail.text("deletion-type").equals("Delete Marker Created");
        boolean expired = detail.text("reason").equals("Lifecycle Expiration");
        return (expired ? "LifecycleExpiration:" : "ObjectRemoved:") + (marker ? "DeleteMarkerCreated" : "Delete");
    }
}
