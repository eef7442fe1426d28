package io.lambdamaven.plugin.corpus;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.runtime.event.EventKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Failed records of a batch are records of that batch; of a FIFO queue's group, all after the first failure. */
final class BatchEchoes {
    private BatchEchoes() {}

    static void check(EventKind kind, JsonObject event, Json answer, List<String> faults) {
        List<Json> failed = answer instanceof JsonObject object
                        && object.find("batchItemFailures").orElse(Json.Null.NULL) instanceof JsonArray list
                ? list.values().stream()
                        .map(item -> item.asObject().get("itemIdentifier"))
                        .toList()
                : List.of();
        List<Json> known = known(kind, event);
        for (Json id : failed) {
            if (!known.contains(id)) {
                faults.add("the batch has no record " + id.canonical());
            }
        }
        if (new HashSet<>(failed).size() != failed.size()) {
            faults.add("a record is listed twice: " + failed);
        }
        if (kind == EventKind.SQS) {
            fifo(event, new HashSet<>(failed), faults);
        }
    }

    private static List<Json> known(EventKind kind, JsonObject event) {
        List<Json> known = new ArrayList<>();
        if (kind == EventKind.MSK || kind == EventKind.KAFKA) {
            event.object("records").members().forEach((partition, records) -> {
                for (Json item : records.asArray().values()) {
                    known.add(Json.object()
                            .put("partition", partition)
                            .put("offset", item.asObject().get("offset"))
                            .build());
                }
            });
            return known;
        }
        for (Json item : event.array("Records").values()) {
            switch (kind) {
                case SQS -> item.asObject().find("messageId").ifPresent(known::add);
                case KINESIS ->
                    item.asObject().find("kinesis", "sequenceNumber").ifPresent(known::add);
                default -> item.asObject().find("dynamodb", "SequenceNumber").ifPresent(known::add);
            }
        }
        return known;
    }

    private static void fifo(JsonObject event, Set<Json> failed, List<String> faults) {
        Set<Json> stopped = new HashSet<>();
        for (Json item : event.array("Records").values()) {
            JsonObject message = item.asObject();
            if (!message.text("eventSourceARN", "").endsWith(".fifo")) {
                return;
            }
            Json group = message.find("attributes", "MessageGroupId").orElse(Json.Null.NULL);
            Json id = message.find("messageId").orElse(Json.Null.NULL);
            if (failed.contains(id)) {
                stopped.add(group);
            } else if (stopped.contains(group)) {
                faults.add(id.canonical() + " follows a failure in its group and would overtake it");
            }
        }
    }
}
