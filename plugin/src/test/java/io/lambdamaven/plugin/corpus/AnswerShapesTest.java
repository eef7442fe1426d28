package io.lambdamaven.plugin.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.runtime.event.EventKind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas tell right answers from wrong ones: {@code answers.json} has some of both for each. */
final class AnswerShapesTest {
    /** One event with answers; those of {@code wrongText} are no JSON at all; {@code x{9}} stands for nine times x. */
    record Case(String schema, EventKind kind, Json event, List<Json> right, List<String> wrong) {
        static Case of(JsonObject object) {
            List<String> wrong = new ArrayList<>();
            object.array("wrong").forEach(answer -> wrong.add(answer.canonical()));
            object.find("wrongText").map(Json::asArray).ifPresent(texts -> wrong.addAll(texts.asTexts()));
            return new Case(
                    object.text("schema"),
                    EventKind.valueOf(object.text("kind")),
                    object.get("event"),
                    object.array("right").values(),
                    wrong);
        }

        @Override
        public String toString() {
            return schema + " " + kind;
        }
    }

    static List<Case> cases() throws IOException {
        try (InputStream in = AnswerShapesTest.class.getResourceAsStream("answers.json")) {
            String text = Pattern.compile("x\\{(\\d+)}")
                    .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll(length -> "x".repeat(Integer.parseInt(length.group(1))));
            JsonArray all = Json.parse(text).asArray();
            return all.values().stream().map(Json::asObject).map(Case::of).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void documentedAnswersAreTakenAndOthersAreNot(Case one) {
        String event = one.event().canonical();
        for (Json answer : one.right()) {
            assertThat(AnswerShapes.schema(one.kind(), one.event(), answer)).isEqualTo(one.schema());
            assertThat(AnswerShapes.check(one.kind(), event, answer.canonical()))
                    .as(answer.canonical())
                    .isEmpty();
        }
        for (String answer : one.wrong()) {
            assertThat(AnswerShapes.check(one.kind(), event, answer)).as(answer).isNotEmpty();
        }
    }

    @Test
    void everySchemaHasARightAndTwoWrongAnswers() throws Exception {
        Map<String, Integer> right = new TreeMap<>();
        Map<String, Integer> wrong = new TreeMap<>();
        for (Case one : cases()) {
            right.merge(one.schema(), one.right().size(), Integer::sum);
            wrong.merge(one.schema(), one.wrong().size(), Integer::sum);
        }
        assertThat(right.keySet()).isEqualTo(schemas());
        assertThat(right.values()).allMatch(count -> count >= 1);
        assertThat(wrong.values()).allMatch(count -> count >= 2);
    }

    @Test
    void everyKindThatAFunctionAnswersHasASchema() throws IOException {
        Set<EventKind> kinds = new TreeSet<>();
        cases().forEach(one -> kinds.add(one.kind()));
        Set<EventKind> answered = new TreeSet<>(List.of(EventKind.values()));
        answered.remove(EventKind.CLOUDFRONT);
        assertThat(kinds).isEqualTo(answered);
        assertThat(AnswerShapes.check(EventKind.CLOUDFRONT, "{}", "null")).isNotEmpty();
    }

    @Test
    void everySchemaIsOneOfItsDraftAndNamesThePageItFollows() throws Exception {
        JsonSchema draft = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        for (String name : schemas()) {
            String text = AnswerSchemas.text(name);
            assertThat(draft.validate(text, InputFormat.JSON)).as(name).isEmpty();
            assertThat(Json.parse(text).asObject().text("$comment"))
                    .as(name)
                    .containsPattern("Follows https://(docs\\.aws|developer)\\.amazon\\.com/\\S+$");
        }
    }

    private static Set<String> schemas() throws IOException, URISyntaxException {
        Path folder = Path.of(AnswerShapesTest.class.getResource("answers.json").toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .forEach(name -> names.add(name.replace(".schema.json", "")));
            return names;
        }
    }
}
