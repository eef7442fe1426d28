package io.lambdamaven.plugin.manifest;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.HttpTerms;
import java.util.List;

/** What HTTP routes say beyond method and path, to and from JSON: only what is said is there. */
final class HttpTermsJson {
    private HttpTermsJson() {}

    static void write(HttpTerms terms, JsonObject.Builder json) {
        if (!terms.consumes().isEmpty()) {
            json.put("consumes", Json.texts(terms.consumes()));
        }
        if (!terms.produces().isEmpty()) {
            json.put("produces", Json.texts(terms.produces()));
        }
        if (terms.maxBody() > 0) {
            json.put("maxBody", terms.maxBody());
        }
        if (terms.gzipFrom() > 0) {
            json.put("gzipFrom", terms.gzipFrom());
        }
        if (terms.eTag()) {
            json.put("eTag", true);
        }
        HttpTerms.Cors cors = terms.cors();
        if (cors != null) {
            json.put(
                    "cors",
                    Json.object()
                            .put("origins", Json.texts(cors.origins()))
                            .put("headers", Json.texts(cors.headers()))
                            .put("exposed", Json.texts(cors.exposed()))
                            .put("credentials", cors.credentials())
                            .put("maxAge", cors.maxAge())
                            .build());
        }
    }

    static HttpTerms read(JsonObject json) {
        HttpTerms terms = new HttpTerms(
                texts(json, "consumes"),
                texts(json, "produces"),
                number(json, "maxBody"),
                number(json, "gzipFrom"),
                json.has("eTag") && json.flag("eTag"),
                null);
        if (!json.has("cors")) {
            return terms;
        }
        JsonObject cors = json.object("cors");
        return terms.with(new HttpTerms.Cors(
                texts(cors, "origins"),
                texts(cors, "headers"),
                texts(cors, "exposed"),
                cors.flag("credentials"),
                number(cors, "maxAge")));
    }

    private static List<String> texts(JsonObject json, String name) {
        return json.has(name) ? json.array(name).asTexts() : List.of();
    }

    private static int number(JsonObject json, String name) {
        return json.has(name) ? json.get(name).asInt() : 0;
    }
}
