package io.lambdamaven.plugin.corpus;

import io.lambdamaven.plugin.corpus.CorpusProject.Expected;
import io.lambdamaven.plugin.corpus.CorpusRun.Outcome;
import io.lambdamaven.plugin.corpus.Handling.Form;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Recognizer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether an event came to its method, as what it is, and was answered as its sender wants. */
final class Verdict {
    private Verdict() {}

    static List<String> faults(Expected one, String event, Outcome outcome) {
        if (one.handling().isNameless()) {
            return outcome.answer().startsWith("UnroutableEventException")
                    ? List.of()
                    : List.of("names nothing, and yet is answered " + outcome.answer());
        } else if (one.handling().group().equals("http")
                && one.form() != Form.AWS
                && Payloads.isMalformed(one.sample().event())) {
            return outcome.seen().isEmpty() && outcome.answer().startsWith("{\"statusCode\":400")
                    ? AnswerShapes.check(kind(event), event, outcome.answer())
                    : List.of("has a body that is no base64, and yet is answered " + outcome.answer());
        } else if (!outcome.answered()) {
            return List.of("fails with " + outcome.answer());
        }
        List<String> faults = new ArrayList<>();
        List<String> seen = outcome.seen();
        if (one.sample().word().equals("documentdb")
                && Fields.text(Json.parse(event), "events.0.event.ns.db").isEmpty()) {
            // The end of a stream comes to the methods of all databases of the cluster: to this one among them.
            seen = seen.stream()
                    .filter(call -> call.startsWith(one.place().method() + " "))
                    .toList();
            if (seen.isEmpty()) {
                faults.add("does not come to " + one.place().method());
            }
        }
        int calls = one.form() == Form.OWN && !one.handling().payloads().isEmpty()
                ? one.handling().payloads().size()
                : Math.max(1, seen.size());
        if (seen.size() != calls) {
            faults.add("makes " + seen.size() + " calls, not " + calls + ", and is answered " + outcome.answer());
        }
        for (int i = 0; i < seen.size(); i++) {
            String[] parts = seen.get(i).split(" ", -1);
            String value = new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            if (!parts[0].equals(one.place().method())) {
                faults.add("comes to " + parts[0] + ", not " + one.place().method());
            } else if (!isPlausible(one, event, value, i)) {
                faults.add("is given as " + value);
            }
        }
        AnswerShapes.check(kind(event), event, outcome.answer())
                .forEach(fault -> faults.add("is answered " + outcome.answer() + ", which " + fault));
        return faults;
    }

    private static EventKind kind(String event) {
        return Recognizer.recognize(event.getBytes(StandardCharsets.UTF_8), false)
                .kind();
    }

    private static boolean isPlausible(Expected one, String event, String value, int call) {
        return switch (one.form()) {
            case AWS -> tells(Json.parse(event), Json.parse(value).asObject());
            case RAW ->
                one.handling().group().equals("http")
                        ? !value.isEmpty()
                        : Json.parse(value).canonical().equals(Json.parse(event).canonical());
            case OWN -> isPayload(one, value, call);
        };
    }

    private static boolean isPayload(Expected one, String value, int call) {
        List<String> payloads = one.handling().payloads();
        if (payloads.isEmpty()) {
            return !value.isEmpty();
        } else if (!one.handling().own().equals("record")) {
            return payloads.contains(value);
        } else if (call >= payloads.size()) {
            return false;
        }
        Json payload = Json.parse(payloads.get(call));
        for (Map.Entry<String, Json> member :
                Json.parse(value).asObject().members().entrySet()) {
            Json there = Fields.at(payload, member.getKey());
            if (payload.asObject().has(member.getKey()) && !there.equals(member.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** AWS's classes leave out much and rename some: what they tell under the event's names must be what it says. */
    private static boolean tells(Json event, JsonObject told) {
        if (!(event instanceof JsonObject object)) {
            return true;
        }
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            Json seen = told.find(member.getKey().toLowerCase(Locale.ROOT)).orElse(Json.Null.NULL);
            if (seen instanceof Json.Text
                    && member.getValue() instanceof Json.Text
                    && !seen.equals(member.getValue())) {
                return false;
            } else if (seen instanceof Json.Num number
                    && member.getValue() instanceof JsonArray list
                    && number.asInt() != list.size()) {
                return false;
            }
        }
        return !told.members().isEmpty();
    }
}
