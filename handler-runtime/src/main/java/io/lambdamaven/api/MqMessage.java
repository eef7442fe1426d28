package io.lambdamaven.api;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message of an Amazon MQ broker, ActiveMQ or RabbitMQ.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html">AWS: Amazon MQ events</a>
 */
public final class MqMessage {
    private final String messageId;
    private final String queue;
    private final byte[] data;
    private final String type;
    private final @Nullable String correlationId;
    private final @Nullable String replyTo;
    private final boolean redelivered;
    private final Map<String, String> properties;
    private final String brokerArn;

    /**
     * Made by the runtime, and by tests of handlers.
     *
     * @param messageId empty where the producer of a RabbitMQ message gave none
     * @param queue its name
     * @param data copied
     * @param type of the message or of its content
     * @param correlationId null if there is none
     * @param replyTo null if there is none
     * @param redelivered whether the broker delivered it before
     * @param properties what the producer added, texts and numbers
     * @param brokerArn the broker
     */
    public MqMessage(
            String messageId,
            String queue,
            byte[] data,
            String type,
            @Nullable String correlationId,
            @Nullable String replyTo,
            boolean redelivered,
            Map<String, String> properties,
            String brokerArn) {
        this.messageId = messageId;
        this.queue = queue;
        this.data = data.clone();
        this.type = type;
        this.correlationId = correlationId;
        this.replyTo = replyTo;
        this.redelivered = redelivered;
        this.properties = Map.copyOf(properties);
        this.brokerArn = brokerArn;
    }

    /**
     * The message's id.
     *
     * @return empty where the producer of a RabbitMQ message gave none
     */
    public String messageId() {
        return messageId;
    }

    /**
     * The queue.
     *
     * @return its name, without the virtual host
     */
    public String queue() {
        return queue;
    }

    /**
     * The body.
     *
     * @return a copy, decoded
     */
    public byte[] data() {
        return data.clone();
    }

    /**
     * The body as UTF-8 text.
     *
     * @return the text
     */
    public String text() {
        return new String(data, StandardCharsets.UTF_8);
    }

    /**
     * What the message is.
     *
     * @return ActiveMQ's message type such as {@code jms/text-message}, RabbitMQ's content type; empty if unsaid
     */
    public String type() {
        return type;
    }

    /**
     * The id that ties it to another message.
     *
     * @return null if there is none
     */
    public @Nullable String correlationId() {
        return correlationId;
    }

    /**
     * Where an answer is expected.
     *
     * @return null if none is
     */
    public @Nullable String replyTo() {
        return replyTo;
    }

    /**
     * Whether the broker delivered it before.
     *
     * @return true from the second time on
     */
    public boolean redelivered() {
        return redelivered;
    }

    /**
     * What the producer added: ActiveMQ's properties, RabbitMQ's headers, those of them that are texts or numbers.
     *
     * @return name to text, unmodifiable
     */
    public Map<String, String> properties() {
        return properties;
    }

    /**
     * The broker.
     *
     * @return its ARN
     */
    public String brokerArn() {
        return brokerArn;
    }

    @Override
    public String toString() {
        return "MqMessage[" + queue + " " + messageId + "]";
    }
}
