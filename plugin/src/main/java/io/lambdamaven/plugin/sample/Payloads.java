package io.lambdamaven.plugin.sample;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import org.jspecify.annotations.Nullable;

/** What the user gave with {@code -Dlambda.payload}. */
final class Payloads {
    static final Place PAYLOAD = Place.of("-Dlambda.payload");

    private Payloads() {}

    /** The text as JSON, where it is; else as a JSON string, unless it looks like JSON with a slip in it. */
    static Json value(String payload) {
        try {
            return Json.parse(payload);
        } catch (JsonException e) {
            if (payload.strip().startsWith("{")
                    || payload.strip().startsWith("[")
                    || payload.strip().startsWith("\"")) {
                throw new UserFault(
                        Problem.LM156,
                        PAYLOAD,
                        "It is not JSON: " + e.getMessage() + ".",
                        "Correct it; mind that the shell may take quotes away.",
                        e);
            }
            return Json.of(payload);
        }
    }

    /** The text as it is if it is a JSON document, else as a JSON string: Lambda takes nothing else. */
    static String document(String payload) {
        Json value = value(payload);
        return isDocument(payload) ? payload : value.canonical();
    }

    static boolean isDocument(String payload) {
        try {
            Json.parse(payload);
            return true;
        } catch (JsonException e) {
            return false;
        }
    }

    static void refuse(@Nullable String payload, String why) {
        if (payload != null) {
            throw fault(why, "Leave it out.");
        }
    }

    static UserFault fault(String summary, String remedy) {
        return new UserFault(Problem.LM156, PAYLOAD, summary, remedy);
    }
}
