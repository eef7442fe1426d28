package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.DynamoDbRecord;
import io.lambdamaven.runtime.event.Fields;
import io.lambdamaven.runtime.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change of an item; the item as it is now, or as it was if it is gone, is the payload, in plain JSON. */
final class DynamoDbForm extends RecordForm {
    private static final String NEW_IMAGE = "dynamodb.NewImage";
    private static final String OLD_IMAGE = "dynamodb.OldImage";
    private static final String KEYS = "dynamodb.Keys";

    private final Fields record;

    DynamoDbForm(Fields record) {
        super("the item of record " + record.text("dynamodb.SequenceNumber"));
        this.record = record;
    }

    @Override
    byte[] proper() {
        boolean gone = record.text("eventName").equals("REMOVE");
        byte[] image = record.json(gone ? OLD_IMAGE : NEW_IMAGE);
        image = image == null ? record.json(KEYS) : image;
        return image == null ? new byte[0] : Json.write(item(image));
    }

    @Override
    @Nullable
    Object api(Class<?> type) {
        return type != DynamoDbRecord.class
                ? null
                : new DynamoDbRecord(
                        record.text("eventID"),
                        record.text("eventName"),
                        item(record.json(KEYS)),
                        item(record.json(NEW_IMAGE)),
                        item(record.json(OLD_IMAGE)),
                        record.text("dynamodb.SequenceNumber"),
                        since1970(record.textOrNull("dynamodb.ApproximateCreationDateTime"), true),
                        record.text("dynamodb.StreamViewType"),
                        principal(),
                        record.text("eventSourceARN"));
    }

    private Map<String, @Nullable Object> item(byte @Nullable [] image) {
        return image == null ? Map.of() : AttributeValues.item(what(), image);
    }

    private @Nullable String principal() {
        Map<String, String> identity = record.texts("userIdentity");
        String lower = identity.get("principalId");
        // The stream's own reference writes it with a capital.
        return lower == null ? identity.get("PrincipalId") : lower;
    }
}
