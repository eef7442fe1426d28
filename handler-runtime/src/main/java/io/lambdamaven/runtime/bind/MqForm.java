package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.MqMessage;
import io.lambdamaven.runtime.event.Fields;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message of an Amazon MQ broker; its data is the payload. */
final class MqForm extends RecordForm {
    private final Fields record;
    private final boolean rabbit;
    private final String broker;
    private final String queue;

    MqForm(Fields record, boolean rabbit, String broker, String queue, int index) {
        super("the data of message " + name(record, rabbit, queue, index));
        this.record = record;
        this.rabbit = rabbit;
        this.broker = broker;
        this.queue = queue;
    }

    /** RabbitMQ's producers seldom give ids. */
    static String name(Fields record, boolean rabbit, String queue, int index) {
        String id = record.text(rabbit ? "basicProperties.messageId" : "messageID");
        return id.isEmpty() ? (index + 1) + " of queue " + queue : id;
    }

    @Override
    byte[] proper() {
        return base64(record.textOrNull("data"));
    }

    @Override
    @Nullable
    Object api(Class<?> type) {
        if (type != MqMessage.class) {
            return null;
        }
        String inner = rabbit ? "basicProperties." : "";
        return new MqMessage(
                record.text(rabbit ? "basicProperties.messageId" : "messageID"),
                queue,
                proper(),
                record.text(rabbit ? "basicProperties.contentType" : "messageType"),
                given(record.textOrNull(rabbit ? "basicProperties.correlationId" : "correlationID")),
                given(record.textOrNull(inner + "replyTo")),
                record.text("redelivered").equals("true"),
                rabbit ? headers(object(record, "basicProperties.headers")) : record.texts("properties"),
                broker);
    }

    /** ActiveMQ's events have empty texts, and the word null, for what is not there. */
    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() || text.equals("null") ? null : text;
    }

    /** Texts arrive as objects with their bytes. */
    private static Map<String, String> headers(Map<String, @Nullable Object> headers) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable Object> header : headers.entrySet()) {
            Object value = header.getValue();
            if (value instanceof Map<?, ?> map && map.get("bytes") instanceof List<?> bytes) {
                texts.put(header.getKey(), text(bytes));
            } else if (value instanceof Number number) {
                texts.put(header.getKey(), number.toString());
            } else if (value instanceof String || value instanceof Boolean) {
                texts.put(header.getKey(), value.toString());
            }
        }
        return texts;
    }

    private static String text(List<?> bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.size(); i++) {
            out.write(bytes.get(i) instanceof Number number ? number.intValue() : '?');
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
