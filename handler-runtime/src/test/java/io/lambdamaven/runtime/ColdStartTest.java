package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.api.DynamoDbRecord;
import io.lambdamaven.runtime.Source.Item;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ColdStartTest {
    /** What the child JVM runs: one HTTP event on a route that needs no JSON of its own. */
    static final class Main extends RoutedHandler {
        Main() {
            super(RouteTable.builder(Map.of())
                    .http(0, "GET", "/orders/{id}", "Main.get")
                    .service(1, EventKind.SQS, new String[] {"orders"}, RouteTable.EACH, "", "Main.consume")
                    .service(2, EventKind.DYNAMODB, new String[] {"orders"}, RouteTable.EACH, "", "Main.changed")
                    .build());
        }

        @Override
        protected Object call(int route, Arguments in) {
            return switch (route) {
                case 1 -> in.payload(String.class);
                case 2 -> in.payload(DynamoDbRecord.class).newImage();
                default -> in.path("id").as(String.class);
            };
        }

        public static void main(String[] args) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] event = args[0].getBytes(StandardCharsets.UTF_8);
            new Main().handleRequest(new ByteArrayInputStream(event), out, Invocation.live());
            System.out.println("ANSWER " + out.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    @Timeout(60)
    void theFirstEventLoadsNothingThatItsRouteDoesNotNeed() throws Exception {
        List<String> lines = loaded("{\"requestContext\":{\"http\":{\"method\":\"GET\"}},\"rawPath\":\"/orders/42\"}");

        assertThat(lines).anyMatch(line -> line.startsWith("ANSWER {\"statusCode\":200") && line.contains("\"42\""));
        assertThat(lines)
                .noneMatch(line -> line.contains("com.fasterxml.jackson"))
                .noneMatch(line -> line.contains(" java.util.regex.Pattern source: jrt"))
                .noneMatch(line -> line.contains("io.lambdamaven.runtime.BatchLine"))
                .noneMatch(line -> line.contains("io.lambdamaven.runtime.event.Batch"))
                .noneMatch(line -> line.contains("io.lambdamaven.runtime.bind.RecordPayloads"))
                .noneMatch(line -> line.contains("io.lambdamaven.runtime.json.TimeText"))
                .noneMatch(line -> line.contains("io.lambdamaven.runtime.http."))
                .noneMatch(line -> line.contains("io.lambdamaven.runtime.validation."))
                .noneMatch(line -> line.contains("io.lambdamaven.runtime.bind.Violation"))
                .noneMatch(line -> line.contains("io.lambdamaven.runtime.terms."))
                .noneMatch(line -> line.contains("io.lambdamaven.runtime.form."))
                .noneMatch(line -> line.contains("io.lambdamaven.runtime.route.HttpTerms"))
                .noneMatch(line -> line.contains("io.lambdamaven.runtime.route.CorsTerms"))
                .noneMatch(line -> line.contains("io.lambdamaven.api.MediaTypes"))
                .noneMatch(line -> line.contains("io.lambdamaven.runtime.Around"))
                .noneMatch(line -> line.contains("io.lambdamaven.runtime.Call "))
                .noneMatch(line -> line.contains("io.lambdamaven.runtime.Journal"))
                .noneMatch(line -> line.contains("io.lambdamaven.runtime.JsonLog"))
                .noneMatch(line -> line.contains("io.lambdamaven.runtime.SnapStart"))
                .noneMatch(line -> line.contains("io.lambdamaven.api.Invocation"))
                .noneMatch(line -> line.contains("io.lambdamaven.api.Interceptor"))
                .noneMatch(line -> line.contains("com.amazonaws.services.lambda.runtime.serialization"));
    }

    @Test
    void nothingIsCompiledToLambdasOrDynamicConcatenation() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target", "classes"))) {
            List<Path> classes =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            assertThat(classes)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("LambdaMetafactory")
                            .doesNotContain("StringConcatFactory"));
        }
    }

    @Test
    @Timeout(120)
    void aBatchOfTextsOrOurOwnTypesNeedsNoDataBinding() throws Exception {
        Item item = new Item(0, "0");
        for (Source source : List.of(Source.STANDARD, Source.DYNAMODB)) {
            List<String> lines = loaded(source.event(List.of(item)));

            assertThat(lines).anyMatch(line -> line.startsWith("ANSWER {\"batchItemFailures\":[]}"));
            assertThat(lines)
                    .noneMatch(line -> line.contains("com.fasterxml.jackson.databind"))
                    .noneMatch(line -> line.contains(" java.util.regex.Pattern source: jrt"))
                    .noneMatch(line -> line.contains("java.util.concurrent.ThreadPoolExecutor source: jrt"))
                    .noneMatch(line -> line.contains("io.lambdamaven.runtime.ParallelBatch"))
                    .noneMatch(line -> line.contains("io.lambdamaven.runtime.WindowLine"));
        }
    }

    /** What a first event makes a JVM load, and what it prints. */
    private static List<String> loaded(String event) throws Exception {
        Path output = Files.createTempFile("cold", ".txt");
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-Xlog:class+load=info",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        event)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(java.waitFor(50, TimeUnit.SECONDS)).isTrue();
        List<String> lines = Files.readAllLines(output);
        Files.delete(output);
        return lines;
    }
}
