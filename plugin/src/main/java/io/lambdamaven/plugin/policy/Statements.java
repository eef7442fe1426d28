package io.lambdamaven.plugin.policy;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rights as statements of a policy: joined where that allows nothing more, and in an order that does not change. */
final class Statements {
    private final List<Right> rights;

    Statements(List<Right> rights) {
        this.rights = rights;
    }

    /** For changes or not, of one service, on some resources, under a condition. Texts, since their order counts. */
    private record Group(boolean changes, String service, String conditions, String rest) {
        static Group of(Right right, String rest) {
            String action = right.actions().get(0);
            return new Group(right.changes(), action.substring(0, action.indexOf(':')), right.conditions(), rest);
        }

        String key() {
            return (changes ? "b" : "a") + "\n" + service + "\n" + conditions + "\n" + rest;
        }
    }

    JsonObject document() {
        List<Json> statements = new ArrayList<>();
        Map<String, Integer> numbers = new TreeMap<>();
        for (Right right : joined()) {
            String service = Group.of(right, "").service();
            String sid = (right.changes() ? "Deploy" : "Plan")
                    + service.substring(0, 1).toUpperCase(Locale.ROOT)
                    + service.substring(1);
            int number = numbers.merge(sid, 1, Integer::sum);
            statements.add(statement(number == 1 ? sid : sid + number, right));
        }
        return Json.object()
                .put("Version", "2012-10-17")
                .put("Statement", Json.array(statements))
                .build();
    }

    private static JsonObject statement(String sid, Right right) {
        JsonObject.Builder statement = Json.object()
                .put("Sid", sid)
                .put("Effect", "Allow")
                .put("Action", Json.texts(right.actions()))
                .put("Resource", Json.texts(right.resources()));
        right.condition().forEach((operatorAndKey, values) -> {
            String[] words = operatorAndKey.split(" ", 2);
            statement.put(
                    "Condition",
                    Json.object()
                            .put(
                                    words[0],
                                    Json.object()
                                            .put(words[1], Json.texts(values))
                                            .build())
                            .build());
        });
        return statement.build();
    }

    /** Actions on the same resources, then resources of the same actions. */
    List<Right> joined() {
        List<Right> byResources = join(rights, true);
        return join(byResources, false);
    }

    private static List<Right> join(List<Right> rights, boolean actions) {
        Map<String, Right> joined = new TreeMap<>();
        for (Right right : rights) {
            String same = String.join(" ", actions ? sorted(right.resources()) : sorted(right.actions()));
            joined.merge(Group.of(right, same).key(), right, Statements::both);
        }
        return List.copyOf(joined.values());
    }

    private static Right both(Right one, Right other) {
        return new Right(
                one.changes(),
                sorted(one.actions(), other.actions()),
                sorted(one.resources(), other.resources()),
                one.conditions());
    }

    private static List<String> sorted(List<String> some) {
        return List.copyOf(new TreeSet<>(some));
    }

    private static List<String> sorted(List<String> some, List<String> more) {
        TreeSet<String> all = new TreeSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
