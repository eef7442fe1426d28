package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.S3Object;
import io.lambdamaven.api.SnsMessage;
import io.lambdamaven.api.SqsMessage;
import io.lambdamaven.runtime.event.Batch;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Fields;
import io.lambdamaven.runtime.event.Members;
import io.lambdamaven.runtime.event.Records;
import io.lambdamaven.runtime.event.S3Events;
import io.lambdamaven.runtime.event.S3Record;
import io.lambdamaven.runtime.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another service wrapped into a message of a queue: a notification of SNS, and within it or by itself an event of
 * S3 or EventBridge. Of an S3 event with several records each is a payload of its own.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html">SNS message formats</a>
 */
final class UnwrappedForm extends RecordForm {
    private final SqsForm outer;
    private final @Nullable SnsMessage notification;
    private final @Nullable S3Record object;
    private final byte[] proper;

    private UnwrappedForm(SqsForm outer, @Nullable SnsMessage notification, @Nullable S3Record object, byte[] proper) {
        super(outer.what());
        this.outer = outer;
        this.notification = notification;
        this.object = object;
        this.proper = proper;
    }

    /** @return none for the message by which S3 tries out a new notification */
    static List<RecordForm> of(SqsForm outer) {
        byte[] content = outer.proper();
        Fields fields = fields(content);
        SnsMessage notification = null;
        if (fields != null
                && fields.text("Type").equals("Notification")
                && fields.textOrNull("TopicArn") != null
                && fields.textOrNull("Message") != null) {
            notification = SnsForm.message(fields, "", "");
            content = notification.message().getBytes(StandardCharsets.UTF_8);
            fields = fields(content);
        }
        List<RecordForm> forms = new ArrayList<>();
        if (fields == null) {
            forms.add(new UnwrappedForm(outer, notification, null, content));
        } else if (isS3(fields, content)) {
            List<S3Record> objects = Records.s3(content);
            List<Fields> records = Batch.read(EventKind.S3, content).records();
            for (int i = 0; i < objects.size(); i++) {
                forms.add(new UnwrappedForm(
                        outer, notification, objects.get(i), records.get(i).json()));
            }
        } else if (!isTest(fields)) {
            byte[] detail = fields.textOrNull("detail-type") != null && fields.textOrNull("source") != null
                    ? fields.json("detail")
                    : null;
            S3Record object = detail != null && fields.text("source").equals("aws.s3") ? S3Events.of(content) : null;
            forms.add(new UnwrappedForm(outer, notification, object, detail == null ? content : detail));
        }
        return forms;
    }

    /** Null for what is no object: a text that somebody sent by himself. */
    private static @Nullable Fields fields(byte[] content) {
        try {
            return RecordPayloads.isObject(content) ? Fields.of(content) : null;
        } catch (JsonException e) {
            return null;
        }
    }

    private static boolean isS3(Fields fields, byte[] content) {
        return fields.json("Records") != null
                && Members.text(content, "Records", "eventSource").equals("aws:s3");
    }

    private static boolean isTest(Fields fields) {
        return fields.text("Event").equals("s3:TestEvent")
                && fields.text("Service").equals("Amazon S3");
    }

    @Override
    byte[] proper() {
        return proper.clone();
    }

    @Override
    @Nullable
    Object api(Class<?> type) {
        if (type == SqsMessage.class) {
            return outer.message();
        } else if (type == SnsMessage.class) {
            return wanted(notification, "a notification of SNS");
        } else if (type == S3Object.class) {
            return Payload.object(wanted(object, "an event of S3"));
        }
        return null;
    }

    private <T> T wanted(@Nullable T part, String name) {
        if (part == null) {
            throw new BindException(what() + " is not " + name, null);
        }
        return part;
    }
}
