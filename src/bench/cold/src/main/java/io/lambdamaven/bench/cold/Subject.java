package io.lambdamaven.bench.cold;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One line of {@code subjects.json}.
 *
 * @param name the event's kind, a dot, and who answers it
 * @param floor whom it is compared with: {@code kind.floor}, if the line does not say another
 * @param event compact, as services send it
 * @param answer what has to come back
 * @param services variables of those that call services, which they find on this machine; null for others
 */
record Subject(
        String name,
        String floor,
        byte[] event,
        JsonNode answer,
        Path jar,
        String handler,
        Map<String, String> services) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether its libraries stay in their jars, which are found in an unpacked directory alone. */
    boolean isLayered() {
        return name.startsWith("web.");
    }

    boolean matches(List<String> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(name::startsWith);
    }

    /** Says what is wrong with an answer, if anything is. */
    String fault(byte[] body) throws IOException {
        JsonNode given = JSON.readTree(body);
        if (given.path("headers") instanceof ObjectNode headers) {
            // The moment's.
            headers.remove("date");
        }
        return given.equals(answer) ? "" : "wrong answer: " + new String(body, "UTF-8");
    }

    static List<Subject> read(Path list) throws IOException {
        Path home = list.toAbsolutePath().getParent();
        List<Subject> subjects = new ArrayList<>();
        for (JsonNode line : JSON.readTree(list.toFile())) {
            JsonNode sample =
                    JSON.readTree(json(home, "events", line.get("event").asText()));
            if (line.has("path")) {
                ((ObjectNode) sample).set("rawPath", line.get("path"));
                ((ObjectNode) sample.at("/requestContext/http")).set("path", line.get("path"));
            }
            byte[] event = JSON.writeValueAsBytes(sample);
            JsonNode answer =
                    JSON.readTree(json(home, "answers", line.get("answer").asText()));
            Path jar = only(home, line.get("jar").asText());
            String name = line.get("name").asText();
            subjects.add(new Subject(
                    name,
                    line.path("floor").asText(name.substring(0, name.indexOf('.') + 1) + "floor"),
                    event,
                    answer,
                    jar,
                    line.get("handler").asText(),
                    line.has("services") ? variables(line.get("services")) : null));
        }
        return subjects;
    }

    private static Map<String, String> variables(JsonNode services) {
        return JSON.convertValue(services, new TypeReference<Map<String, String>>() {});
    }

    private static byte[] json(Path home, String directory, String name) throws IOException {
        return Files.readAllBytes(home.resolve(directory).resolve(name + ".json"));
    }

    private static Path only(Path home, String glob) throws IOException {
        Path pattern = home.resolve(glob).normalize();
        Path directory = pattern.getParent();
        if (!Files.isDirectory(directory)) {
            throw new IOException("There is no " + directory + ": build first");
        }
        var matcher = directory.getFileSystem().getPathMatcher("glob:" + pattern.getFileName());
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> found =
                    files.filter(file -> matcher.matches(file.getFileName())).toList();
            if (found.size() != 1) {
                throw new IOException(found.size() + " files match " + pattern + ": build first");
            }
            return found.get(0);
        }
    }
}
