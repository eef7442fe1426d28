package io.lambdamaven.runtime.reply;

import io.lambdamaven.runtime.json.JsonSink;
import java.util.List;

/**
 * The answer to a polled batch: the records to be delivered again.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">partial batch responses</a>
 */
public final class BatchReply {
    private BatchReply() {}

    /**
     * Writes the answer.
     *
     * @param failed the identifiers of the records to be delivered again; none says that all are done
     * @return the answer
     */
    public static byte[] of(List<String> failed) {
        JsonSink sink = new JsonSink().startObject().name("batchItemFailures").startArray();
        for (int i = 0; i < failed.size(); i++) {
            sink.startObject().name("itemIdentifier").text(failed.get(i)).endObject();
        }
        return sink.endArray().endObject().toBytes();
    }
}
