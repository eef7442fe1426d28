package io.lambdamaven.bench.jmh;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The events to be measured: the files under the directory {@code events}, compact as services send them. */
final class Events {
    private static final String PACKAGE = "com.amazonaws.services.lambda.runtime.events.";

    /** AWS's class for each kind: what the name of an event's file or of its directory begins with. */
    private static final Map<String, String> AWS_CLASSES = Map.ofEntries(
            Map.entry("alb", "ApplicationLoadBalancerRequestEvent"),
            Map.entry("cognito", "CognitoUserPoolPreSignUpEvent"),
            Map.entry("dynamodb", "DynamodbEvent"),
            Map.entry("eventbridge", "ScheduledEvent"),
            Map.entry("firehose", "KinesisFirehoseEvent"),
            Map.entry("function-url", "APIGatewayV2HTTPEvent"),
            Map.entry("http-api-v2", "APIGatewayV2HTTPEvent"),
            Map.entry("kafka", "KafkaEvent"),
            Map.entry("kinesis", "KinesisEvent"),
            Map.entry("rest-api-v1", "APIGatewayProxyRequestEvent"),
            Map.entry("s3", "S3Event"),
            Map.entry("schedule", "ScheduledEvent"),
            Map.entry("sns", "SNSEvent"),
            Map.entry("sqs", "SQSEvent"));

    private final Map<String, byte[]> events = new TreeMap<>();

    private Events() {}

    static Events here() {
        Path directory = Path.of(System.getProperty("events", "events"));
        Events all = new Events();
        ObjectMapper json = new ObjectMapper();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                String name = directory.relativize(file).toString().replaceAll("\\.json$", "");
                all.events.put(name, json.writeValueAsBytes(json.readTree(file.toFile())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    List<String> names() {
        return List.copyOf(events.keySet());
    }

    byte[] bytes(String name) {
        return events.get(name);
    }

    /** Null if there is none for this kind. */
    static Class<?> awsClass(String name) {
        String best = "";
        for (String kind : AWS_CLASSES.keySet()) {
            if (name.startsWith(kind) && kind.length() > best.length()) {
                best = kind;
            }
        }
        try {
            return best.isEmpty() ? null : Class.forName(PACKAGE + AWS_CLASSES.get(best));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
