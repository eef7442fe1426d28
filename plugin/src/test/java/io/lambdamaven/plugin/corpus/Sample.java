package io.lambdamaven.plugin.corpus;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One event of a folder of samples.
 *
 * @param path within the folder
 * @param word what the folder's index calls its kind
 */
record Sample(String path, String word, String text) {

    /** All that the folder's {@code index.tsv} names. */
    static List<Sample> in(Path folder) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("index.tsv"))) {
            String[] columns = line.split("\t", -1);
            if (!columns[0].equals("path")) {
                samples.add(new Sample(columns[0], columns[1], Files.readString(folder.resolve(columns[0]))));
            }
        }
        return samples;
    }

    Json json() {
        return Json.parse(text);
    }

    /** The event; for a batch of AppSync its first element, whose likes the others are. */
    JsonObject event() {
        Json json = json();
        if (json instanceof JsonObject object) {
            return object;
        }
        return json.asArray().size() == 0
                ? Json.object().build()
                : json.asArray().get(0).asObject();
    }
}
