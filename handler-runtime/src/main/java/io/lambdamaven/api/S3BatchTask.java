package io.lambdamaven.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task of an S3 Batch Operations job: one object of its manifest.
 *
 * @param taskId of this job
 * @param bucket the bucket's name
 * @param key the object's key, decoded
 * @param versionId null unless the manifest names one
 * @param jobId the job
 * @param userArguments what the job gives every task, with invocation schema 2.0
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-invoke-lambda.html">AWS: invoke a Lambda
 *     function</a>
 */
public record S3BatchTask(
        String taskId,
        String bucket,
        String key,
        @Nullable String versionId,
        String jobId,
        Map<String, String> userArguments) {
    /** Copies the map. */
    public S3BatchTask {
        userArguments = Map.copyOf(userArguments);
    }
}
