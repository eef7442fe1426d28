package io.lambdamaven.runtime.reply;

import io.lambdamaven.runtime.json.JsonSink;

/**
 * The answer to a call of a tumbling window. Without a state Lambda takes it for a failure.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-windows.html">tumbling windows</a>
 */
public final class WindowReply {
    private static final String AWS_EVENTS = "com.amazonaws.services.lambda.runtime.events.";

    private WindowReply() {}

    /**
     * The answer of a method that returned something.
     *
     * @param result the new state, or AWS's own response
     * @return the answer
     * @throws IllegalStateException if the state is no JSON object
     */
    public static byte[] of(Object result) {
        byte[] json = Results.json(result);
        if (result.getClass().getName().startsWith(AWS_EVENTS)) {
            return json;
        }
        if (json.length == 0 || json[0] != '{') {
            throw new IllegalStateException("the state of a window is a JSON object, which "
                    + result.getClass().getName() + " is not written as");
        }
        return unchanged(json);
    }

    /**
     * The answer that keeps a state.
     *
     * @param state a JSON object
     * @return the answer
     */
    public static byte[] unchanged(byte[] state) {
        return new JsonSink()
                .startObject()
                .name("state")
                .json(state)
                .name("batchItemFailures")
                .startArray()
                .endArray()
                .endObject()
                .toBytes();
    }
}
