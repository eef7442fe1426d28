package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.SnsMessage;
import io.lambdamaven.runtime.event.Fields;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A notification of a topic; its message is the payload. */
final class SnsForm extends RecordForm {
    private final Fields record;

    SnsForm(Fields record) {
        super("the message of notification " + record.text("Sns.MessageId"));
        this.record = record;
    }

    @Override
    byte[] proper() {
        return record.text("Sns.Message").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    @Nullable
    Object api(Class<?> type) {
        return type == SnsMessage.class ? message(record, "Sns.", record.text("EventSubscriptionArn")) : null;
    }

    /** @param prefix of the members' names */
    static SnsMessage message(Fields fields, String prefix, String subscription) {
        return new SnsMessage(
                fields.text(prefix + "MessageId"),
                fields.text(prefix + "TopicArn"),
                fields.textOrNull(prefix + "Subject"),
                fields.text(prefix + "Message"),
                iso(fields.textOrNull(prefix + "Timestamp")),
                SqsForm.attributes(fields.json(prefix + "MessageAttributes"), "Value", "Value"),
                subscription);
    }
}
