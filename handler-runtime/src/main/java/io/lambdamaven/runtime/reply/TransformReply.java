package io.lambdamaven.runtime.reply;

import io.lambdamaven.api.FirehoseResult;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.json.JsonSink;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The results of a transformation, record by record, in the order of the event.
 *
 * @see <a href="https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-status-model.html">required
 *     parameters</a>
 */
public final class TransformReply {
    /** What Lambda takes from a synchronous call. */
    private static final int MOST_BYTES = 6_291_556;

    private final EventKind kind;
    private final JsonSink sink = new JsonSink().startObject().name("records").startArray();

    /**
     * Starts an answer without results.
     *
     * @param kind whom it answers
     */
    public TransformReply(EventKind kind) {
        this.kind = kind;
    }

    /**
     * What a method's result means for its record.
     *
     * @param result what it returned
     * @param optional whether nothing is as good as something
     * @return the result
     * @throws IllegalStateException if there is none
     */
    public static FirehoseResult result(@Nullable Object result, boolean optional) {
        if (result instanceof FirehoseResult known) {
            return known;
        } else if (result instanceof String text) {
            return FirehoseResult.ok(text);
        } else if (result instanceof byte[] bytes) {
            return FirehoseResult.ok(bytes);
        } else if (result == null && !optional) {
            throw new IllegalStateException(
                    "the method returned nothing; to leave a record out, return" + " FirehoseResult.dropped()");
        }
        return FirehoseResult.ok(result == null ? new byte[0] : Json.write(result));
    }

    /**
     * Adds a record's result. One that does not go on keeps its data, since every result must have some.
     *
     * @param recordId as the event has it
     * @param member under which the source has the data
     * @param data as the event has it, in base64
     * @param result of the record
     */
    public void add(String recordId, String member, @Nullable String data, FirehoseResult result) {
        boolean ok = result.status() == FirehoseResult.Status.OK;
        start(recordId, word(result.status()));
        sink.name(member).text(ok ? Base64.getEncoder().encodeToString(result.data()) : data == null ? "" : data);
        if (!result.partitionKeys().isEmpty()) {
            sink.name("metadata").startObject().name("partitionKeys").startObject();
            for (Map.Entry<String, String> key : result.partitionKeys().entrySet()) {
                sink.name(key.getKey()).text(key.getValue());
            }
            sink.endObject().endObject();
        }
        sink.endObject();
    }

    /**
     * Adds the result of a record that an application put out.
     *
     * @param recordId as the event has it
     * @param result of the record
     */
    public void delivered(String recordId, FirehoseResult result) {
        boolean failed = result.status() == FirehoseResult.Status.PROCESSING_FAILED;
        start(recordId, failed ? "DeliveryFailed" : "Ok");
        sink.endObject();
    }

    /**
     * The answer.
     *
     * @return its bytes
     * @throws IllegalStateException if it is larger than Lambda takes
     */
    public byte[] toBytes() {
        return fitting(kind, sink.endArray().endObject().toBytes());
    }

    /**
     * The answer of a method that takes all records at once.
     *
     * @param kind whom it answers
     * @param result AWS's response, a map or another value, or JSON as a text or bytes
     * @return the answer
     * @throws IllegalStateException if it is larger than Lambda takes
     */
    public static byte[] whole(EventKind kind, Object result) {
        if (result instanceof byte[] json) {
            return fitting(kind, json);
        }
        return fitting(
                kind, result instanceof String json ? json.getBytes(StandardCharsets.UTF_8) : Results.json(result));
    }

    private void start(String recordId, String word) {
        sink.startObject().name("recordId").text(recordId).name("result").text(word);
    }

    private static String word(FirehoseResult.Status status) {
        return switch (status) {
            case OK -> "Ok";
            case DROPPED -> "Dropped";
            case PROCESSING_FAILED -> "ProcessingFailed";
        };
    }

    private static byte[] fitting(EventKind kind, byte[] answer) {
        if (answer.length > MOST_BYTES) {
            throw new IllegalStateException("the answer to " + kind.service() + " has " + answer.length
                    + " bytes, of which Lambda takes " + MOST_BYTES
                    + ": make the buffer of its transformation (BufferSizeInMBs) smaller, or the results");
        }
        return answer;
    }
}
