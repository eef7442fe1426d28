package io.lambdamaven.plugin.sample;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.Trigger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch of messages of one queue.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">messages of standard and FIFO queues</a>
 */
final class SqsSample {
    private final Names names;
    private final Clock clock;

    SqsSample(Names names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    String of(Trigger.Service trigger, @Nullable String payload) {
        List<String> bodies = bodies(payload);
        if (bodies.isEmpty() || bodies.size() > trigger.number("batchSize")) {
            throw Payloads.fault(
                    "It has " + bodies.size() + " messages, and the trigger's batches have 1 to "
                            + trigger.number("batchSize") + ".",
                    "Give as many as that, or raise batchSize in @SqsTrigger.");
        }
        String queue = names.arn("sqs", names.resolve(trigger.text("queue")));
        List<Json> records = new ArrayList<>();
        for (String body : bodies) {
            records.add(message(queue, records.size(), body));
        }
        return Json.object().put("Records", Json.array(records)).build().canonical();
    }

    /** Each element of an array is a message; anything else is one. */
    private static List<String> bodies(@Nullable String payload) {
        if (payload == null) {
            return List.of("{}");
        }
        if (Payloads.isDocument(payload) && Json.parse(payload) instanceof JsonArray messages) {
            return messages.values().stream()
                    .map(message -> message instanceof Json.Text text ? text.value() : message.canonical())
                    .toList();
        }
        return List.of(payload);
    }

    private JsonObject message(String queue, int index, String body) {
        String id = UUID.nameUUIDFromBytes((queue + " " + index + " " + body).getBytes(StandardCharsets.UTF_8))
                .toString();
        String now = String.valueOf(clock.millis());
        JsonObject.Builder attributes = Json.object()
                .put("ApproximateReceiveCount", "1")
                .put("SentTimestamp", now)
                .put("SenderId", "AIDAEXAMPLE")
                .put("ApproximateFirstReceiveTimestamp", now);
        if (queue.endsWith(".fifo")) {
            attributes
                    .put("SequenceNumber", "18849496460467" + (696_128 + index))
                    .put("MessageGroupId", "sample")
                    .put("MessageDeduplicationId", id);
        }
        return Json.object()
                .put("messageId", id)
                .put("receiptHandle", "sample-" + id)
                .put("body", body)
                .put("attributes", attributes)
                .put("messageAttributes", Json.object())
                .put("md5OfBody", md5(body))
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", queue)
                .put("awsRegion", Names.regionOf(queue))
                .build();
    }

    private static String md5(String body) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(md5.digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }
}
