package io.lambdamaven.runtime.reply;

import io.lambdamaven.api.S3BatchResult;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.json.JsonSink;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The results of tasks of S3 Batch Operations.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-invoke-lambda.html">response and result
 *     codes</a>
 */
public final class S3BatchReply {
    private static final int MOST_TEXT = 1024;

    private final JsonSink sink = new JsonSink();

    /**
     * Starts an answer without results.
     *
     * @param version of the invocation schema, as the event has it
     * @param invocationId as the event has it
     * @param treatMissingKeysAs a result code, for tasks that have no result
     */
    public S3BatchReply(String version, String invocationId, String treatMissingKeysAs) {
        sink.startObject()
                .name("invocationSchemaVersion")
                .text(version)
                .name("treatMissingKeysAs")
                .text(treatMissingKeysAs)
                .name("invocationId")
                .text(invocationId)
                .name("results")
                .startArray();
    }

    /**
     * What a method's result means for its task.
     *
     * @param result what it returned
     * @return the result
     */
    public static S3BatchResult result(@Nullable Object result) {
        if (result instanceof S3BatchResult known) {
            return known;
        } else if (result == null || result instanceof String) {
            return S3BatchResult.succeeded(result == null ? "" : result.toString());
        }
        return S3BatchResult.succeeded(new String(Json.write(result), StandardCharsets.UTF_8));
    }

    /**
     * Adds a task's result.
     *
     * @param taskId as the event has it
     * @param result of the task
     */
    public void add(String taskId, S3BatchResult result) {
        String text = result.text();
        sink.startObject()
                .name("taskId")
                .text(taskId)
                .name("resultCode")
                .text(word(result.code()))
                .name("resultString")
                .text(text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text)
                .endObject();
    }

    /**
     * The answer.
     *
     * @return its bytes
     */
    public byte[] toBytes() {
        return sink.endArray().endObject().toBytes();
    }

    private static String word(S3BatchResult.Code code) {
        return switch (code) {
            case SUCCEEDED -> "Succeeded";
            case TEMPORARY_FAILURE -> "TemporaryFailure";
            case PERMANENT_FAILURE -> "PermanentFailure";
        };
    }
}
