package io.lambdamaven.plugin.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds samples against real events, where {@code -Dlambda.events} names a folder of these. */
class SampleShapeTest {
    /** What these hold is up to the sender. */
    private static final Set<String> MAPS = Set.of("headers", "queryStringParameters", "pathParameters");

    private final Shop shop = new Shop();

    @Test
    void aSampleHasNoMemberThatRealEventsLack() throws IOException {
        check("s3", "s3");
        check("sqs", "sqs:OrderConsumer.consume");
        check("schedule", "schedule");
        check("http-api-v2", "GET /orders/17?full=true");
        shop.domainName = "abc.lambda-url.eu-west-1.on.aws";
        check("function-url", "POST /orders");
    }

    private void check(String kind, String event) throws IOException {
        String folder = System.getProperty("lambda.events", "");
        assumeTrue(!folder.isEmpty(), "no -Dlambda.events");
        Set<String> real = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of(folder, kind))) {
            for (Path file : files.toList()) {
                collect("", Json.parse(Files.readString(file)), real);
            }
        }
        Set<String> ours = new TreeSet<>();
        collect("", shop.event(event, null), ours);
        assertThat(real).as(kind).containsAll(ours);
    }

    private static void collect(String path, Json value, Set<String> into) {
        if (value instanceof JsonArray array) {
            array.forEach(element -> collect(path + "[]", element, into));
        } else if (value instanceof JsonObject object) {
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                String below = path + "/" + member.getKey();
                into.add(below);
                if (!MAPS.contains(member.getKey())) {
                    collect(below, member.getValue(), into);
                }
            }
        }
    }
}
