package io.lambdamaven.runtime.reply;

import io.lambdamaven.api.SesDisposition;
import io.lambdamaven.runtime.json.JsonSink;

/**
 * The answer to a synchronous action of SES; of an asynchronous one nobody reads it.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda.html">the Lambda action</a>
 */
public final class SesReply {
    private SesReply() {}

    /**
     * Writes the answer.
     *
     * @param disposition what SES is to do next
     * @return the answer
     */
    public static byte[] of(SesDisposition disposition) {
        return new JsonSink()
                .startObject()
                .name("disposition")
                .text(disposition.name())
                .endObject()
                .toBytes();
    }
}
