package io.lambdamaven.runtime.event;

import io.lambdamaven.runtime.json.JsonCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the records of S3 events. */
public final class Records {
    private Records() {}

    /**
     * Reads an S3 notification.
     *
     * @param json the event
     * @return its records
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">event
     *     message structure</a>
     */
    public static List<S3Record> s3(byte[] json) {
        List<S3Record> records = new ArrayList<>();
        JsonCursor cursor = JsonCursor.over(json);
        if (toRecords(cursor)) {
            while (cursor.nextElement()) {
                records.add(s3Record(cursor));
            }
        }
        return records;
    }

    private static boolean toRecords(JsonCursor cursor) {
        for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
            if (name.equals("Records") && !cursor.isNull()) {
                return cursor.isArray();
            }
            cursor.skip();
        }
        return false;
    }

    private static S3Record s3Record(JsonCursor cursor) {
        String eventName = null;
        String region = null;
        String time = null;
        boolean met = false;
        Map<String, String> s3 = new HashMap<>();
        for (String name = next(cursor); name != null; name = cursor.nextName()) {
            switch (name) {
                case "eventName" -> eventName = first(eventName, cursor);
                case "awsRegion" -> region = first(region, cursor);
                case "eventTime" -> time = first(time, cursor);
                case "s3" -> {
                    if (met || !cursor.isObject()) {
                        cursor.skip();
                    } else {
                        met = true;
                        s3(cursor, s3);
                    }
                }
                default -> cursor.skip();
            }
        }
        String key = s3.getOrDefault("object.key", "");
        return new S3Record(
                s3.getOrDefault("bucket.name", ""),
                QueryString.decode(key),
                key,
                size(s3.get("object.size")),
                s3.get("object.eTag"),
                s3.get("object.versionId"),
                s3.get("object.sequencer"),
                eventName == null ? "" : eventName,
                region == null ? "" : region,
                time);
    }

    private static void s3(JsonCursor cursor, Map<String, String> into) {
        for (String name = next(cursor); name != null; name = cursor.nextName()) {
            if (name.equals("bucket") || name.equals("object")) {
                strings(cursor, name + ".", into);
            } else {
                cursor.skip();
            }
        }
    }

    /** The members of an object that have a text. */
    private static void strings(JsonCursor cursor, String prefix, Map<String, String> into) {
        for (String name = next(cursor); name != null; name = cursor.nextName()) {
            String text = cursor.text();
            if (text != null) {
                into.putIfAbsent(prefix + name, text);
            }
        }
    }

    /** The first member's name, null for what is no object. */
    private static @Nullable String next(JsonCursor cursor) {
        if (cursor.isObject()) {
            return cursor.nextName();
        }
        cursor.skip();
        return null;
    }

    /** Of a key that occurs twice the first occurrence counts. */
    private static @Nullable String first(@Nullable String known, JsonCursor cursor) {
        String text = cursor.text();
        return known == null ? text : known;
    }

    private static long size(@Nullable String text) {
        try {
            return text == null ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
