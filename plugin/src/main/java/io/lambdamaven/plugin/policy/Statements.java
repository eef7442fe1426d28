package io.lambdamaven.plugin.policy;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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

    /** What a statement is for. */
    private record Scope(boolean changes, String service, String conditions) implements Comparable<Scope> {
        private static final Comparator<Scope> ORDER = Comparator.comparing(Scope::changes)
                .thenComparing(Scope::service)
                .thenComparing(Scope::conditions);

        static Scope of(Right right, String action) {
            return new Scope(right.changes(), action.substring(0, action.indexOf(':')), right.conditions());
        }

        @Override
        public int compareTo(Scope other) {
            return ORDER.compare(this, other);
        }
    }

    JsonObject document() {
        List<Json> statements = new ArrayList<>();
        Map<String, Integer> numbers = new TreeMap<>();
        for (Right right : joined()) {
            String action = right.actions().get(0);
            String service = action.substring(0, action.indexOf(':'));
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

    /** Each action once in its scope, with all its resources; actions of the same resources together. */
    List<Right> joined() {
        Map<Scope, Map<String, TreeSet<String>>> resources = new TreeMap<>();
        for (Right right : rights) {
            for (String action : right.actions()) {
                resources
                        .computeIfAbsent(Scope.of(right, action), scope -> new TreeMap<>())
                        .computeIfAbsent(action, key -> new TreeSet<>())
                        .addAll(right.resources());
            }
        }
        List<Right> joined = new ArrayList<>();
        resources.forEach((scope, byAction) -> {
            Map<List<String>, List<String>> actions = new LinkedHashMap<>();
            byAction.forEach((action, arns) -> actions.computeIfAbsent(List.copyOf(arns), key -> new ArrayList<>())
                    .add(action));
            actions.forEach((arns, each) -> joined.add(new Right(scope.changes(), each, arns, scope.conditions())));
        });
        return joined;
    }
}
