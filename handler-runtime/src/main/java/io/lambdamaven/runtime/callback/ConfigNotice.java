package io.lambdamaven.runtime.callback;

import io.lambdamaven.api.ConfigEvaluation.Compliance;
import io.lambdamaven.runtime.event.Members;
import io.lambdamaven.runtime.json.JsonCursor;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

/** What a rule was called about. */
final class ConfigNotice {
    private static final String TEST = "TESTMODE";

    final String token;
    final boolean test;
    private final boolean leftScope;
    private String type = "";
    private String id = "";
    private String status = "";
    private String captured = "";
    private String created = "";

    ConfigNotice(byte[] event) {
        token = Members.text(event, "resultToken");
        test = token.equals(TEST);
        leftScope = Members.text(event, "eventLeftScope").equals("true");
        String invoking = Members.text(event, "invokingEvent");
        if (!invoking.isEmpty()) {
            read(JsonCursor.over(invoking.getBytes(StandardCharsets.UTF_8)));
        }
        if (id.isEmpty()) {
            // A schedule is about no item: the rule speaks of the account.
            type = "AWS::::Account";
            id = Members.text(event, "accountId");
        }
    }

    String type() {
        return type;
    }

    String id() {
        return id;
    }

    /** Nothing else can be said of a resource that is gone, or that the rule is not about any more. */
    Compliance known(Compliance found) {
        return leftScope || status.startsWith("ResourceDeleted") || status.equals("ResourceNotRecorded")
                ? Compliance.NOT_APPLICABLE
                : found;
    }

    Instant time() {
        try {
            return Instant.parse(captured.isEmpty() ? created : captured);
        } catch (DateTimeException e) {
            return Instant.now();
        }
    }

    private void read(JsonCursor cursor) {
        for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
            switch (name) {
                case "configurationItem", "configurationItemSummary" -> item(cursor);
                case "notificationCreationTime" -> created = text(cursor);
                default -> cursor.skip();
            }
        }
    }

    private void item(JsonCursor cursor) {
        if (!cursor.isObject()) {
            cursor.skip();
            return;
        }
        for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
            switch (name) {
                case "resourceType" -> type = text(cursor);
                case "resourceId" -> id = text(cursor);
                case "configurationItemStatus" -> status = text(cursor);
                case "configurationItemCaptureTime" -> captured = text(cursor);
                default -> cursor.skip();
            }
        }
    }

    private static String text(JsonCursor cursor) {
        String text = cursor.text();
        return text == null ? "" : text;
    }
}
