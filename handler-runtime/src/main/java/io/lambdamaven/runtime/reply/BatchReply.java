package io.lambdamaven.runtime.reply;

import io.lambdamaven.runtime.json.JsonSink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a polled batch: the records to be delivered again.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">partial batch responses</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/kafka-retry-configurations.html">those of Kafka</a>
 */
public final class BatchReply {
    private static final byte[] ALL_DONE = "{\"batchItemFailures\":[]}".getBytes(StandardCharsets.US_ASCII);

    private BatchReply() {}

    /**
     * Writes the answer.
     *
     * @param failed the identifiers of the records to be delivered again; none says that all are done
     * @return the answer
     */
    public static byte[] of(List<String> failed) {
        if (failed.isEmpty()) {
            return Arrays.copyOf(ALL_DONE, ALL_DONE.length);
        }
        JsonSink sink = new JsonSink().startObject().name("batchItemFailures").startArray();
        for (int i = 0; i < failed.size(); i++) {
            sink.startObject().name("itemIdentifier").text(failed.get(i)).endObject();
        }
        return sink.endArray().endObject().toBytes();
    }

    /**
     * Writes the answer to a batch of Kafka, whose records are known by partition and offset.
     *
     * @param partitions as the event's lists are called, such as {@code orders-0}
     * @param offsets of as many records
     * @return the answer
     */
    public static byte[] of(List<String> partitions, List<Long> offsets) {
        JsonSink sink = new JsonSink().startObject().name("batchItemFailures").startArray();
        for (int i = 0; i < partitions.size(); i++) {
            sink.startObject()
                    .name("itemIdentifier")
                    .startObject()
                    .name("partition")
                    .text(partitions.get(i))
                    .name("offset")
                    .number(offsets.get(i))
                    .endObject()
                    .endObject();
        }
        return sink.endArray().endObject().toBytes();
    }

    /**
     * Writes the answer of a method that takes the whole batch.
     *
     * @param result nothing if all is done; AWS's response, or a list of the identifiers of failed records
     * @return the answer
     * @throws IllegalStateException if an identifier is empty, which would fail the whole batch
     */
    public static byte[] whole(@Nullable Object result) {
        if (result == null) {
            return of(List.of());
        } else if (!(result instanceof List<?> list)) {
            return Results.json(result);
        } else {
            List<String> ids = new ArrayList<>(list.size());
            for (int i = 0; i < list.size(); i++) {
                if (!(list.get(i) instanceof String id) || id.isEmpty()) {
                    throw new IllegalStateException("the method returned an empty identifier of a failed record:"
                            + " Lambda would deliver the whole batch again");
                }
                ids.add(id);
            }
            return of(ids);
        }
    }
}
