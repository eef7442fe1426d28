package io.lambdamaven.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lambdamaven.runtime.event.EventKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A service that delivers records in batches, reduced to the rule by which it delivers some of them again. */
enum Source {
    /** Listed messages come back, the others are deleted. */
    STANDARD(EventKind.SQS, "") {
        @Override
        List<Item> again(List<Item> sent, JsonNode failures) {
            return listed(sent, failures);
        }
    },
    /** Listed messages come back; the service trusts the function to list all that must not be overtaken. */
    FIFO(EventKind.SQS, "") {
        @Override
        List<Item> again(List<Item> sent, JsonNode failures) {
            return listed(sent, failures);
        }
    },
    FIFO_GROUPS(EventKind.SQS, "groups") {
        @Override
        List<Item> again(List<Item> sent, JsonNode failures) {
            return listed(sent, failures);
        }
    },
    /** Everything from the lowest listed sequence number on comes back. */
    KINESIS(EventKind.KINESIS, "") {
        @Override
        List<Item> again(List<Item> sent, JsonNode failures) {
            return fromLowest(sent, failures);
        }
    },
    DYNAMODB(EventKind.DYNAMODB, "") {
        @Override
        List<Item> again(List<Item> sent, JsonNode failures) {
            return fromLowest(sent, failures);
        }
    },
    /** Listed records come back. */
    KAFKA_LISTED(EventKind.KAFKA, "") {
        @Override
        List<Item> again(List<Item> sent, JsonNode failures) {
            return listed(sent, failures);
        }
    },
    /** The other reading of the same page: each listed partition goes on from its lowest listed offset. */
    MSK_FROM_OFFSET(EventKind.MSK, "") {
        @Override
        List<Item> again(List<Item> sent, JsonNode failures) {
            Set<String> listed = ids(failures);
            Set<String> back = new HashSet<>();
            List<Item> again = new ArrayList<>();
            for (Item item : sent) {
                if (listed.contains(item.id(this)) || back.contains(item.lane())) {
                    back.add(item.lane());
                    again.add(item);
                }
            }
            return again;
        }
    };

    /** A record: its place in the source, and the group or partition in which order matters. */
    record Item(int number, String lane) {
        String name() {
            return "r" + number;
        }

        String id(Source source) {
            return switch (source) {
                case KINESIS, DYNAMODB -> String.valueOf(1000 + number);
                case KAFKA_LISTED, MSK_FROM_OFFSET -> "orders-" + lane + "@" + number;
                default -> "m-" + number;
            };
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    final EventKind kind;
    final String mode;

    Source(EventKind kind, String mode) {
        this.kind = kind;
        this.mode = mode;
    }

    /** What the service delivers next, of what it sent and what the function answered. */
    abstract List<Item> again(List<Item> sent, JsonNode failures);

    List<Item> answered(List<Item> sent, String answer) throws Exception {
        JsonNode failures = JSON.readTree(answer).get("batchItemFailures");
        Set<String> known = new HashSet<>();
        sent.forEach(item -> known.add(item.id(this)));
        // An identifier that is empty or unknown fails the whole batch.
        return known.containsAll(ids(failures)) ? again(sent, failures) : sent;
    }

    String[] keys() {
        return switch (kind) {
            case MSK -> new String[] {"", "orders"};
            default -> new String[] {name().startsWith("FIFO") ? "orders.fifo" : "orders"};
        };
    }

    boolean keepsOrder() {
        return this != STANDARD;
    }

    /** Whether records of different lanes hold each other up. */
    boolean hasLanes() {
        return this == FIFO_GROUPS || kind == EventKind.KAFKA || kind == EventKind.MSK;
    }

    String event(List<Item> items) {
        return switch (kind) {
            case KINESIS -> records(items, """
                    {"eventSource":"aws:kinesis","kinesis":{"sequenceNumber":"%2$s","data":"%3$s"},
                     "eventSourceARN":"arn:aws:kinesis:eu-central-1:123456789012:stream/orders"}""");
            case DYNAMODB -> records(items, """
                    {"eventSource":"aws:dynamodb","eventName":"INSERT",
                     "dynamodb":{"SequenceNumber":"%2$s","Keys":{"id":{"S":"%1$s"}},"NewImage":{"id":{"S":"%1$s"}}},
                     "eventSourceARN":"arn:aws:dynamodb:eu-central-1:123456789012:table/orders/stream/2026"}""");
            case MSK, KAFKA -> kafka(items);
            default -> records(items, """
                    {"messageId":"%2$s","body":"%1$s","eventSource":"aws:sqs","attributes":{"MessageGroupId":"%4$s"},
                     "eventSourceARN":"arn:aws:sqs:eu-central-1:123456789012:QUEUE"}""".replace("QUEUE", keys()[0]));
        };
    }

    private String records(List<Item> items, String format) {
        List<String> records = new ArrayList<>();
        items.forEach(
                item -> records.add(format.formatted(item.name(), item.id(this), base64(item.name()), item.lane())));
        return "{\"Records\":[" + String.join(",", records) + "]}";
    }

    private String kafka(List<Item> items) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (Item item : items) {
            lists.computeIfAbsent("orders-" + item.lane(), key -> new ArrayList<>())
                    .add("""
                    {"topic":"orders","partition":%s,"offset":%d,"value":"%s"}""".formatted(item.lane(), item.number(), base64(item.name())));
        }
        List<String> members = new ArrayList<>();
        lists.forEach((key, list) -> members.add("\"" + key + "\":[" + String.join(",", list) + "]"));
        String source = kind == EventKind.MSK
                ? "\"eventSource\":\"aws:kafka\",\"eventSourceArn\":\"arn:aws:kafka:eu-central-1:1:cluster/c/1\""
                : "\"eventSource\":\"SelfManagedKafka\",\"bootstrapServers\":\"b:9092\"";
        return "{" + source + ",\"records\":{" + String.join(",", members) + "}}";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Set<String> ids(JsonNode failures) {
        Set<String> ids = new HashSet<>();
        for (JsonNode failure : failures) {
            JsonNode id = failure.get("itemIdentifier");
            ids.add(
                    id.isObject()
                            ? id.get("partition").asText() + "@"
                                    + id.get("offset").asLong()
                            : id.asText());
        }
        return ids;
    }

    List<Item> listed(List<Item> sent, JsonNode failures) {
        Set<String> ids = ids(failures);
        return sent.stream().filter(item -> ids.contains(item.id(this))).toList();
    }

    List<Item> fromLowest(List<Item> sent, JsonNode failures) {
        long lowest = ids(failures).stream().mapToLong(Long::parseLong).min().orElse(Long.MAX_VALUE);
        return sent.stream().filter(item -> 1000 + item.number() >= lowest).toList();
    }
}
