package io.lambdamaven.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a request, held to what is there; used by {@link HttpRequest#precondition(String)} and the runtime.
 * Each is a header's value, null where there is no such header.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-precedence-of-preconditions">RFC 9110, section 13.2.2</a>
 */
public record Preconditions(
        @Nullable String ifMatch,
        @Nullable String ifUnmodifiedSince,
        @Nullable String ifNoneMatch,
        @Nullable String ifModifiedSince) {
    /** The request is to be served. */
    public static final int MET = 200;

    /** The caller has the content already. */
    public static final int NOT_MODIFIED = 304;

    /** The caller wants something else to be there. */
    public static final int FAILED = 412;

    /** What a caller is told of {@link #FAILED}. */
    public static final String WHY = "what is here is not what the request's conditions want";

    /**
     * Holds them to what is there, in the order that counts.
     *
     * @param read whether the request is GET or HEAD
     * @param eTag of the content, as the header has it; null if it has none
     * @param lastModified when it was changed; null if nobody knows. With neither there is no content
     * @return {@link #MET}, {@link #NOT_MODIFIED} or {@link #FAILED}
     */
    public int status(boolean read, @Nullable String eTag, @Nullable Instant lastModified) {
        boolean exists = eTag != null || lastModified != null;
        if (ifMatch != null) {
            if (!(isAny(ifMatch) ? exists : hasTag(ifMatch, eTag, true))) {
                return FAILED;
            }
        } else if (isAfter(lastModified, instant(ifUnmodifiedSince))) {
            return FAILED;
        }
        if (ifNoneMatch != null) {
            boolean met = isAny(ifNoneMatch) ? !exists : !hasTag(ifNoneMatch, eTag, false);
            return met ? MET : read ? NOT_MODIFIED : FAILED;
        }
        Instant known = instant(ifModifiedSince);
        return read && known != null && lastModified != null && !isAfter(lastModified, known) ? NOT_MODIFIED : MET;
    }

    /**
     * Whether a part of the content goes with what the caller has of it.
     *
     * @param ifRange the header's value: a tag or a time
     * @param eTag of the content, as the header has it; null if it has none
     * @param lastModified when it was changed; null if nobody knows
     * @return false if the caller needs all of it
     */
    public static boolean isSame(String ifRange, @Nullable String eTag, @Nullable Instant lastModified) {
        if (ifRange.indexOf('"') >= 0) {
            return hasTag(ifRange, eTag, true);
        }
        Instant known = instant(ifRange);
        return known != null && lastModified != null && known.equals(lastModified.truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * A tag as the header has it.
     *
     * @param eTag with or without quotes
     * @return with quotes, null for null
     */
    public static @Nullable String quoted(@Nullable String eTag) {
        boolean plain = eTag != null && !eTag.startsWith("\"") && !eTag.startsWith("W/\"");
        return plain ? '"' + eTag + '"' : eTag;
    }

    /**
     * Reads a time of HTTP.
     *
     * @param date such as {@code Sun, 06 Nov 1994 08:49:37 GMT}
     * @return null for what is no date: such a header does not count
     */
    public static @Nullable Instant instant(@Nullable String date) {
        if (date == null) {
            return null;
        }
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.trim()));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isAny(String tags) {
        return tags.trim().equals("*");
    }

    private static boolean isAfter(@Nullable Instant changed, @Nullable Instant known) {
        return changed != null
                && known != null
                && changed.truncatedTo(ChronoUnit.SECONDS).isAfter(known);
    }

    /** Compared weakly the same content is meant, whatever its bytes; strongly a weak tag is like no other. */
    private static boolean hasTag(String tags, @Nullable String own, boolean strongly) {
        if (own == null || (strongly && own.startsWith("W/"))) {
            return false;
        }
        String wanted = own.startsWith("W/") ? own.substring(2) : own;
        int from = 0;
        while (from < tags.length()) {
            int open = tags.indexOf('"', from);
            int close = open < 0 ? -1 : tags.indexOf('"', open + 1);
            if (close < 0) {
                return false;
            }
            boolean weak = tags.startsWith("W/", Math.max(from, open - 2));
            if (tags.substring(open, close + 1).equals(wanted) && !(strongly && weak)) {
                return true;
            }
            from = close + 1;
        }
        return false;
    }
}
