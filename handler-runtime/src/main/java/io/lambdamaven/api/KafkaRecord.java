package io.lambdamaven.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of a Kafka topic, of Amazon MSK or of a cluster of one's own.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html">AWS: Kafka events</a>
 */
public final class KafkaRecord {
    private final String topic;
    private final int partition;
    private final long offset;
    private final @Nullable Instant timestamp;
    private final byte @Nullable [] key;
    private final byte @Nullable [] value;
    private final Map<String, List<byte[]>> headers;

    /**
     * Made by the runtime, and by tests of handlers.
     *
     * @param topic its name
     * @param partition of the topic
     * @param offset in the partition
     * @param timestamp set by the producer or the broker, null if there is none
     * @param key null if the producer gave none
     * @param value null for a tombstone
     * @param headers name to values, in the order of the record
     */
    public KafkaRecord(
            String topic,
            int partition,
            long offset,
            @Nullable Instant timestamp,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Map<String, List<byte[]>> headers) {
        this.topic = topic;
        this.partition = partition;
        this.offset = offset;
        this.timestamp = timestamp;
        this.key = copy(key);
        this.value = copy(value);
        this.headers = copy(headers);
    }

    /**
     * The topic.
     *
     * @return its name
     */
    public String topic() {
        return topic;
    }

    /**
     * The partition of the topic.
     *
     * @return counted from 0
     */
    public int partition() {
        return partition;
    }

    /**
     * The place in the partition.
     *
     * @return counted from 0
     */
    public long offset() {
        return offset;
    }

    /**
     * When the record was made or taken, as the topic is configured.
     *
     * @return null if there is none
     */
    public @Nullable Instant timestamp() {
        return timestamp;
    }

    /**
     * The key.
     *
     * @return a copy, null if the producer gave none
     */
    public byte @Nullable [] key() {
        return copy(key);
    }

    /**
     * The key as UTF-8 text.
     *
     * @return null if the producer gave none
     */
    public @Nullable String keyText() {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }

    /**
     * The value.
     *
     * @return a copy, null for a tombstone
     */
    public byte @Nullable [] value() {
        return copy(value);
    }

    /**
     * The value as UTF-8 text.
     *
     * @return null for a tombstone
     */
    public @Nullable String text() {
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    /**
     * The headers.
     *
     * @return name to values, copied
     */
    public Map<String, List<byte[]>> headers() {
        return copy(headers);
    }

    /**
     * The first header of a name as UTF-8 text.
     *
     * @param name in its letter case
     * @return null if there is none
     */
    public @Nullable String header(String name) {
        List<byte[]> values = headers.get(name);
        return values == null || values.isEmpty() ? null : new String(values.get(0), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "KafkaRecord[" + topic + "-" + partition + "@" + offset + "]";
    }

    private static byte @Nullable [] copy(byte @Nullable [] bytes) {
        return bytes == null ? null : bytes.clone();
    }

    private static Map<String, List<byte[]>> copy(Map<String, List<byte[]>> headers) {
        Map<String, List<byte[]>> copy = new LinkedHashMap<>();
        for (Map.Entry<String, List<byte[]>> header : headers.entrySet()) {
            List<byte[]> values = new ArrayList<>();
            for (int i = 0; i < header.getValue().size(); i++) {
                values.add(header.getValue().get(i).clone());
            }
            copy.put(header.getKey(), Collections.unmodifiableList(values));
        }
        return Collections.unmodifiableMap(copy);
    }
}
