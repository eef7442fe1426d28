package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.S3BatchTask;
import io.lambdamaven.runtime.event.Fields;
import io.lambdamaven.runtime.event.S3Events;
import org.jspecify.annotations.Nullable;

/** A task of S3 Batch Operations; the task is the payload. */
final class S3BatchForm extends RecordForm {
    private final Fields record;
    private final Fields envelope;

    S3BatchForm(Fields record, Fields envelope) {
        super("task " + record.text("taskId"));
        this.record = record;
        this.envelope = envelope;
    }

    @Override
    byte[] proper() {
        return record.json();
    }

    @Override
    @Nullable
    Object api(Class<?> type) {
        if (type != S3BatchTask.class) {
            return null;
        }
        String key = record.text("s3Key");
        boolean encoded = !envelope.text("invocationSchemaVersion").startsWith("2");
        return new S3BatchTask(
                record.text("taskId"),
                bucket(),
                encoded ? S3Events.key(key) : key,
                record.textOrNull("s3VersionId"),
                envelope.text("job.id"),
                envelope.texts("job.userArguments"));
    }

    /** Schema 1.0 gives the ARN, 2.0 the name. */
    private String bucket() {
        String arn = record.text("s3BucketArn");
        return arn.isEmpty() ? record.text("s3Bucket") : arn.substring(arn.lastIndexOf(':') + 1);
    }
}
