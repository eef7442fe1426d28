package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.List;

/**
 * What a function says of its configuration and its sources.
 *
 * @param sources with the versions that run
 * @param held with the versions that are there now
 */
record ConfigDifference(
        List<String> sources, List<String> held, List<String> added, List<String> changed, List<String> removed) {
    /** What the handler runtime answers on a numbered version before it looks at any route. */
    static final String QUESTION = "{\"lambda-maven\":\"config-diff\"}";

    static ConfigDifference of(String function, String answer) {
        JsonObject said = said(function, answer);
        if (said.has("failure")) {
            throw new UserFault(
                    Problem.LM378,
                    Place.of(function),
                    "With what the sources hold now no environment would start: " + said.text("failure") + ".",
                    "Correct the source, or what <remoteConfig> says of it; environments that run keep what they have.");
        }
        return new ConfigDifference(
                texts(said, "sources"),
                texts(said, "held"),
                texts(said, "added"),
                texts(said, "changed"),
                texts(said, "removed"));
    }

    private static JsonObject said(String function, String answer) {
        try {
            JsonObject said = Json.parse(answer).asObject();
            if (said.text("lambda-maven", "").equals("config-diff")) {
                return said;
            }
        } catch (JsonException e) {
            // An older runtime takes the question for an event: what it answers may be anything.
            throw unknown(function);
        }
        throw unknown(function);
    }

    private static UserFault unknown(String function) {
        return new UserFault(
                Problem.LM377,
                Place.of(function),
                "The version that runs does not answer what its configuration is.",
                "Build it with the lambda-handler-runtime of this plugin's version, deploy it, and see mvn lambda:logs.");
    }

    boolean isChanged() {
        return !(added.isEmpty() && changed.isEmpty() && removed.isEmpty());
    }

    String text(String function) {
        if (sources.isEmpty()) {
            return function + " has no remote configuration.";
        }
        StringBuilder out = new StringBuilder(function).append(" runs with ").append(String.join(", ", sources));
        if (!isChanged()) {
            return out.append("\n  and its sources hold the same.").toString();
        }
        out.append("\n  and its sources hold ").append(String.join(", ", held));
        added.forEach(key -> out.append("\n  + ").append(key));
        changed.forEach(key -> out.append("\n  ~ ").append(key));
        removed.forEach(key -> out.append("\n  - ").append(key));
        return out.toString();
    }

    private static List<String> texts(JsonObject said, String name) {
        return said.has(name)
                ? said.array(name).values().stream().map(Json::asText).toList()
                : List.of();
    }
}
