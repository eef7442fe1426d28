package io.lambdamaven.plugin.corpus;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.runtime.event.EventKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A bot goes on with an intent and slots that it knows. */
final class BotEchoes {
    private BotEchoes() {}

    static void check(EventKind kind, JsonObject event, JsonObject answer, List<String> faults) {
        if (kind == EventKind.LEX_V2) {
            two(event, answer.object("sessionState"), faults);
        } else {
            one(event.object("currentIntent"), answer.object("dialogAction"), faults);
        }
    }

    private static void two(JsonObject event, JsonObject state, List<String> faults) {
        JsonObject action = state.object("dialogAction");
        if (!state.has("intent")) {
            return;
        }
        JsonObject intent = state.object("intent");
        JsonObject came = event.object("sessionState").object("intent");
        boolean same = came.find("name").equals(intent.find("name"));
        // A slot may be asked for, or a confirmation, on the way to another intent; the rest is about this one.
        boolean moves = Set.of("ElicitSlot", "ConfirmIntent").contains(action.text("type"));
        if (!same && !moves && !interpreted(event).contains(intent.text("name"))) {
            faults.add("the bot is not at the intent " + intent.text("name"));
        }
        slots(same, came, intent.find("slots"), action.text("slotToElicit", ""), faults);
    }

    private static void one(JsonObject came, JsonObject action, List<String> faults) {
        boolean same = !action.has("intentName") || came.find("name").equals(action.find("intentName"));
        slots(same, came, action.find("slots"), action.text("slotToElicit", ""), faults);
    }

    private static void slots(
            boolean same, JsonObject came, Optional<Json> slots, String toElicit, List<String> faults) {
        if (!same || !(came.find("slots").orElse(Json.Null.NULL) instanceof JsonObject known)) {
            return;
        }
        Set<String> names = new HashSet<>();
        slots.filter(JsonObject.class::isInstance)
                .ifPresent(object -> names.addAll(object.asObject().members().keySet()));
        if (!toElicit.isEmpty()) {
            names.add(toElicit);
        }
        names.removeAll(known.members().keySet());
        if (!names.isEmpty()) {
            faults.add("the intent has no slots " + names);
        }
    }

    private static Set<String> interpreted(JsonObject event) {
        Set<String> names = new HashSet<>();
        if (event.find("interpretations").orElse(Json.Null.NULL) instanceof JsonArray list) {
            for (Json each : list.values()) {
                each.asObject().find("intent", "name").map(Json::asText).ifPresent(names::add);
            }
        }
        return names;
    }
}
