package io.lambdamaven.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message of an SNS topic, delivered straight or through a queue.
 *
 * @param messageId unique among the messages of the topic
 * @param topicArn the topic
 * @param subject what the sender wrote there, null if nothing
 * @param message what the sender wrote
 * @param timestamp when it was published, null if SNS did not say
 * @param messageAttributes what the sender added: strings and numbers as they are, binary ones in base64
 * @param subscriptionArn the subscription it came by, empty where it came through a queue
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html">AWS: SNS events</a>
 */
public record SnsMessage(
        String messageId,
        String topicArn,
        @Nullable String subject,
        String message,
        @Nullable Instant timestamp,
        Map<String, String> messageAttributes,
        String subscriptionArn) {
    /** Copies the map. */
    public SnsMessage {
        messageAttributes = Map.copyOf(messageAttributes);
    }
}
