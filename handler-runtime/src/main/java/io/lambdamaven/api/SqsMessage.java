package io.lambdamaven.api;

import java.util.Map;

/**
 * A message of an SQS queue.
 *
 * @param messageId unique among the messages of the queue
 * @param receiptHandle of this delivery
 * @param body what the sender wrote
 * @param attributes what SQS knows, such as {@code ApproximateReceiveCount}, {@code MessageGroupId}
 * @param messageAttributes what the sender added: strings and numbers as they are, binary ones in base64
 * @param queueArn the queue it came from
 */
public record SqsMessage(
        String messageId,
        String receiptHandle,
        String body,
        Map<String, String> attributes,
        Map<String, String> messageAttributes,
        String queueArn) {
    /** Copies the maps. */
    public SqsMessage {
        attributes = Map.copyOf(attributes);
        messageAttributes = Map.copyOf(messageAttributes);
    }
}
