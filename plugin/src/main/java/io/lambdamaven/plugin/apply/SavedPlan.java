package io.lambdamaven.plugin.apply;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.plan.Change;
import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Secrets;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A plan in a file: for people and CI to read, and to be applied later, if by then it would still be the same plan.
 * Secrets stand in it as digests.
 */
public final class SavedPlan {
    private static final int SCHEMA = 1;
    private static final String AGAIN =
            "Give the settings that it was made with, those by -D too, or run mvn lambda:plan -Dlambda.out=FILE again, read"
                    + " what it says, and deploy that.";

    private final JsonObject json;

    private SavedPlan(JsonObject json) {
        this.json = json;
    }

    /** A plan with the place that it is for. */
    static SavedPlan of(Deployer.Planned planned, Whereabouts where) {
        JsonObject.Builder changes = Json.object();
        planned.plan().changes().forEach(change -> changes.put(change.id().toString(), change(change)));
        return new SavedPlan(Json.object()
                .put("schema", SCHEMA)
                .put("project", planned.desired().project())
                .put("stage", planned.desired().stage())
                .put("region", where.region())
                .put("account", where.account())
                .put("changes", changes.build())
                .build());
    }

    /**
     * What a file holds.
     *
     * @param name of the file, for messages
     * @throws UserFault if it is no plan of this version
     */
    public static SavedPlan read(String text, String name) {
        try {
            JsonObject object = Json.parse(text).asObject();
            if (object.get("schema").asInt() == SCHEMA) {
                object.object("changes");
                return new SavedPlan(object);
            }
            throw new JsonException("its schema is " + object.get("schema").canonical());
        } catch (JsonException e) {
            throw new UserFault(
                    Problem.LM340,
                    Place.of(name),
                    "This is no plan that this version of the plugin has written: " + e.getMessage() + ".",
                    AGAIN);
        }
    }

    /** For a file: sorted, the same bytes for the same plan. */
    public byte[] bytes() {
        return json.pretty().getBytes(StandardCharsets.UTF_8);
    }

    /** The same as a value. */
    public Json json() {
        return json;
    }

    /**
     * Refuses a plan that is not the same any more.
     *
     * @param now what would be done now
     * @throws UserFault with everything that moved
     */
    void mustStillBe(SavedPlan now) {
        List<Diagnostic> moved = new ArrayList<>();
        for (String member : List.of("project", "stage", "region", "account")) {
            if (!json.text(member).equals(now.json.text(member))) {
                moved.add(fault(
                        Problem.LM341,
                        member,
                        "The plan is for " + json.text(member) + ", this deploy for " + now.json.text(member) + "."));
            }
        }
        JsonObject then = json.object("changes");
        JsonObject today = now.json.object("changes");
        TreeSet<String> ids = new TreeSet<>(then.members().keySet());
        ids.addAll(today.members().keySet());
        for (String id : ids) {
            if (!then.has(id)) {
                moved.add(fault(
                        Problem.LM342, id, "It was not in the plan; now the deploy would " + verb(today, id) + "."));
            } else if (!today.has(id)) {
                moved.add(fault(
                        Problem.LM342, id, "The plan was to " + verb(then, id) + "; now nothing is known of it."));
            } else if (!then.get(id).equals(today.get(id))) {
                moved.add(fault(Problem.LM342, id, difference(then.object(id), today.object(id))));
            }
        }
        if (!moved.isEmpty()) {
            throw new UserFault(moved);
        }
    }

    private static String verb(JsonObject changes, String id) {
        return changes.object(id).text("action") + " it";
    }

    private static String difference(JsonObject then, JsonObject today) {
        if (!then.text("action").equals(today.text("action"))) {
            return "The plan was to " + then.text("action") + " it, now the deploy would " + today.text("action")
                    + " it.";
        }
        return names("It was changed since the plan was made", then, today, "before")
                + names("It would become something else than planned", then, today, "after");
    }

    private static String names(String what, JsonObject then, JsonObject today, String side) {
        Map<String, Json> old = attributes(then, side);
        Map<String, Json> fresh = attributes(today, side);
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(fresh.keySet());
        names.removeIf(name -> old.containsKey(name) && old.get(name).equals(fresh.get(name)));
        return names.isEmpty() ? "" : what + ": " + String.join(", ", names) + ". ";
    }

    private static Map<String, Json> attributes(JsonObject change, String side) {
        return change.has(side) ? change.object(side).members() : Map.of();
    }

    private static Diagnostic fault(Problem problem, String place, String summary) {
        return new Diagnostic(problem, Place.of(place), summary.strip(), AGAIN);
    }

    private static JsonObject change(Change change) {
        if (change instanceof Change.Create create) {
            return sides("create", null, create.desired()).build();
        } else if (change instanceof Change.Update update) {
            return sides("change", update.observed(), update.desired())
                    .put(
                            "attributes",
                            Json.texts(update.attributes().stream()
                                    .map(AttributeChange::name)
                                    .toList()))
                    .build();
        } else if (change instanceof Change.Delete delete) {
            return sides("remove", delete.observed(), null).build();
        } else if (change instanceof Change.Leave leave) {
            return sides("leave", leave.observed(), null)
                    .put("reason", leave.reason())
                    .build();
        }
        return sides("keep", ((Change.Keep) change).observed(), null).build();
    }

    private static JsonObject.Builder sides(String action, @Nullable Resource before, @Nullable Resource after) {
        JsonObject.Builder object = Json.object().put("action", action);
        if (before != null) {
            object.put("before", shown(before));
        }
        if (after != null) {
            object.put("after", shown(after));
        }
        return object;
    }

    private static JsonObject shown(Resource resource) {
        Map<String, String> shown = new TreeMap<>();
        resource.attributes()
                .forEach((name, value) -> shown.put(name, Secrets.isSecret(name) ? "sha256:" + sha256(value) : value));
        return Json.object().putAll(shown).build();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
