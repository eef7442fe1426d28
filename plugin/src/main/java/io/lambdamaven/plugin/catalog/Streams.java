package io.lambdamaven.plugin.catalog;

import io.lambdamaven.plugin.catalog.Results.Shape;
import io.lambdamaven.plugin.model.Trigger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Lambda reads with an event source mapping, other than SQS. The ranges are those of its
 * CreateEventSourceMapping.
 */
final class Streams {
    private static final String STRINGS = "java.util.List<java.lang.String>";

    static final List<ServiceKind> KINDS = List.of(dynamoDb(), kinesis(), kafka(), mq(), documentDb());

    private Streams() {}

    private static ServiceKind dynamoDb() {
        return windowed(
                "dynamodb",
                "DynamoDbTrigger",
                "DYNAMODB",
                "table",
                Forms.ofRecords("DynamoDbRecord").text(Forms.Part.NOTHING),
                List.of("DynamodbEvent", "DynamodbTimeWindowEvent"),
                Attribute.text("table")
                        .mandatory()
                        .identity()
                        .resource(
                                "a DynamoDB table or its stream",
                                "[A-Za-z0-9_.-]{3,255}",
                                "a name of 3 to 255 letters, digits and _.-",
                                "dynamodb",
                                "table/[A-Za-z0-9_.-]{3,255}(/stream/[^/]+)?"),
                startingPosition());
    }

    private static ServiceKind kinesis() {
        return windowed(
                "kinesis",
                "KinesisTrigger",
                "KINESIS",
                "stream",
                Forms.ofRecords("KinesisRecord"),
                List.of("KinesisEvent", "KinesisTimeWindowEvent"),
                Attribute.text("stream")
                        .mandatory()
                        .identity()
                        .resource(
                                "a Kinesis data stream",
                                "[A-Za-z0-9_.-]{1,128}",
                                "a name of up to 128 letters, digits and _.-",
                                "kinesis",
                                "stream/[A-Za-z0-9_.-]{1,128}"),
                Attribute.text("consumer")
                        .resource(
                                "a consumer of the stream",
                                "[A-Za-z0-9_.-]{1,128}",
                                "a name of up to 128 letters, digits and _.-",
                                "kinesis",
                                "stream/[A-Za-z0-9_.-]{1,128}/consumer/.+"),
                startingPosition(),
                timestamp());
    }

    /** The two that know time windows, retries and shards. */
    private static ServiceKind windowed(
            String word,
            String annotation,
            String eventKind,
            String key,
            Forms forms,
            List<String> awsClasses,
            Attribute... first) {
        Attribute[] attributes = Stream.of(
                        Arrays.stream(first),
                        Stream.of(
                                Attribute.number("batchSize", 100, 1, 10_000, ""),
                                Attribute.number("batchingWindow", 0, 0, 300, "s"),
                                Attribute.number("parallelizationFactor", 1, 1, 10, ""),
                                Attribute.number("maximumRetryAttempts", -1, 0, 10_000, ""),
                                Attribute.number("maximumRecordAge", -1, 60, 604_800, "s"),
                                Attribute.flag("bisectBatchOnError", false),
                                onFailure(),
                                filters(),
                                Attribute.number("tumblingWindow", 0, 0, 900, "s")
                                        .behaviour(),
                                Attribute.flag("enabled", true)))
                .flatMap(each -> each)
                .toArray(Attribute[]::new);
        return ServiceKind.of(word, annotation, attributes)
                .events("Records of")
                .rows(trigger -> List.of(Row.of(eventKind, trigger.text(key))
                        .mode(trigger.number("tumblingWindow") > 0 ? "window" : "")))
                .gives(trigger -> {
                    boolean window = trigger.number("tumblingWindow") > 0;
                    return forms.aws(awsClasses.get(window ? 1 : 0)).window(window);
                })
                .answers((trigger, takes) -> switch (takes) {
                    case EACH -> Results.ANYTHING;
                    case WHOLE ->
                        trigger.number("tumblingWindow") > 0
                                ? Results.of(Shape.NOTHING, Shape.TREE, Shape.OWN)
                                        .aws("TimeWindowEventResponse")
                                : Results.of(Shape.NOTHING)
                                        .aws("StreamsEventResponse")
                                        .type(STRINGS);
                })
                .clashes(Streams::positionClashes);
    }

    private static ServiceKind kafka() {
        return ServiceKind.of(
                        "kafka",
                        "KafkaTrigger",
                        Attribute.text("topic")
                                .mandatory()
                                .identity()
                                .placeholders()
                                .form(
                                        "a Kafka topic",
                                        "[A-Za-z0-9_.-]{1,249}",
                                        "a name of up to 249 letters, digits and _.-"),
                        Attribute.text("cluster")
                                .identity()
                                .resource(
                                        "an MSK cluster",
                                        "[A-Za-z0-9-]{1,64}",
                                        "a name of up to 64 letters, digits and hyphens",
                                        "kafka",
                                        "cluster/.+"),
                        Attribute.texts("bootstrapServers")
                                .placeholders()
                                .form(
                                        "the address of a broker",
                                        "[A-Za-z0-9.-]+:[0-9]{1,5}",
                                        "a host and port such as kafka-1.example.com:9092"),
                        Attribute.text("consumerGroup")
                                .placeholders()
                                .form(
                                        "a consumer group",
                                        "[A-Za-z0-9*:_+=.@/-]{1,200}",
                                        "up to 200 letters, digits and -/*:_+=.@"),
                        startingPosition().otherwise("TRIM_HORIZON"),
                        timestamp(),
                        Attribute.number("batchSize", 100, 1, 10_000, ""),
                        Attribute.number("batchingWindow", 0, 0, 300, "s"),
                        secret(),
                        Attribute.text("authentication")
                                .oneOf(
                                        "BASIC_AUTH",
                                        "SASL_SCRAM_256_AUTH",
                                        "SASL_SCRAM_512_AUTH",
                                        "CLIENT_CERTIFICATE_TLS_AUTH"),
                        filters(),
                        onFailure(),
                        Attribute.flag("enabled", true))
                .events("Records of the topic")
                .rows(trigger -> List.of(
                        trigger.text("cluster").isEmpty()
                                ? Row.of("KAFKA", trigger.text("topic"))
                                : Row.of("MSK", trigger.text("cluster"), trigger.text("topic"))))
                .gives(Forms.ofRecords("KafkaRecord").aws("KafkaEvent"))
                .answers(Results.ANYTHING, Results.of(Shape.NOTHING))
                .clashes(Streams::kafkaClashes);
    }

    private static ServiceKind mq() {
        return ServiceKind.of(
                        "mq",
                        "MqTrigger",
                        Attribute.text("broker")
                                .mandatory()
                                .identity()
                                .resource(
                                        "an Amazon MQ broker",
                                        "[A-Za-z0-9_-]{1,50}",
                                        "a name of up to 50 letters, digits, hyphens and underscores",
                                        "mq",
                                        "broker:.+"),
                        Attribute.text("queue")
                                .mandatory()
                                .identity()
                                .placeholders()
                                .check(new Check.Length(1000)),
                        Attribute.choice("engine", "MqEngine", "ACTIVEMQ", "RABBITMQ")
                                .mandatory()
                                .identity(),
                        Attribute.text("virtualHost").otherwise("/").identity().placeholders(),
                        Attribute.number("batchSize", 100, 1, 10_000, ""),
                        Attribute.number("batchingWindow", 0, 0, 300, "s"),
                        secret(),
                        filters(),
                        Attribute.flag("enabled", true))
                .events("Messages of")
                .rows(trigger -> List.of(
                        trigger.text("engine").equals("RABBITMQ")
                                ? Row.of(
                                        "RABBITMQ",
                                        trigger.text("broker"),
                                        trigger.text("queue"),
                                        trigger.text("virtualHost"))
                                : Row.of("ACTIVEMQ", trigger.text("broker"), trigger.text("queue"))))
                .gives(trigger -> Forms.ofRecords("MqMessage")
                        .aws(trigger.text("engine").equals("RABBITMQ") ? "RabbitMQEvent" : "ActiveMQEvent"))
                .answers(Results.ANYTHING)
                .clashes(trigger -> !trigger.text("engine").equals("RABBITMQ")
                                && !trigger.text("virtualHost").equals("/")
                        ? List.of(Clash.of(
                                "ActiveMQ has no virtual hosts.", "Leave virtualHost out, or set engine to RABBITMQ."))
                        : List.of());
    }

    private static ServiceKind documentDb() {
        return ServiceKind.of(
                        "documentdb",
                        "DocumentDbTrigger",
                        Attribute.text("cluster")
                                .mandatory()
                                .identity()
                                .resource(
                                        "a DocumentDB cluster",
                                        "[A-Za-z][A-Za-z0-9-]{0,62}",
                                        "a name of up to 63 letters, digits and hyphens",
                                        "rds",
                                        "cluster:.+"),
                        Attribute.text("database")
                                .mandatory()
                                .identity()
                                .placeholders()
                                .check(new Check.Length(63)),
                        Attribute.text("collection").identity().placeholders().check(new Check.Length(57)),
                        Attribute.choice("fullDocument", "FullDocument", "DEFAULT", "UPDATE_LOOKUP"),
                        startingPosition(),
                        Attribute.number("batchSize", 100, 1, 10_000, ""),
                        Attribute.number("batchingWindow", 0, 0, 300, "s"),
                        secret(),
                        filters(),
                        Attribute.flag("enabled", true))
                .events("Changes of")
                .row("DOCUMENTDB", "cluster", "database", "collection")
                .gives(Forms.ofRecords("DocumentDbChange").text(Forms.Part.NOTHING))
                .answers(Results.ANYTHING)
                .clashes(Streams::positionClashes);
    }

    private static Attribute startingPosition() {
        return Attribute.choice("startingPosition", "StartingPosition", "LATEST", "TRIM_HORIZON", "AT_TIMESTAMP");
    }

    private static Attribute timestamp() {
        return Attribute.text("startingPositionTimestamp").check(new Check.Instant());
    }

    private static Attribute filters() {
        return Attribute.texts("filters").check(new Check.Filters(5));
    }

    private static Attribute secret() {
        return Attribute.text("secret").resource("a secret", "(?!)", "its ARN", "secretsmanager", "secret:.+");
    }

    private static Attribute onFailure() {
        return Attribute.text("onFailure")
                .placeholders()
                .form(
                        "a destination",
                        "arn:[a-z][a-z-]*:(sqs:[a-z0-9-]+:[0-9]{12}:.+|sns:[a-z0-9-]+:[0-9]{12}:.+|s3:::.+)",
                        "the ARN of an SQS queue, an SNS topic or an S3 bucket");
    }

    private static List<Clash> kafkaClashes(Trigger.Service trigger) {
        List<Clash> found = new ArrayList<>(positionClashes(trigger));
        boolean msk = !trigger.text("cluster").isEmpty();
        boolean own = !trigger.texts("bootstrapServers").isEmpty();
        if (msk == own) {
            found.add(Clash.of(
                    msk
                            ? "A topic is one of an MSK cluster or of a cluster of your own, and both are named."
                            : "Neither an MSK cluster nor the brokers of a cluster of your own are named.",
                    "Set cluster or bootstrapServers."));
        }
        return found;
    }

    private static List<Clash> positionClashes(Trigger.Service trigger) {
        boolean at = trigger.text("startingPosition").equals("AT_TIMESTAMP");
        if (!trigger.values().containsKey("startingPositionTimestamp")) {
            return at
                    ? List.of(Clash.of(
                            "The stream cannot be read from a time on.",
                            "Set startingPosition to LATEST or TRIM_HORIZON."))
                    : List.of();
        }
        boolean said = !trigger.text("startingPositionTimestamp").isEmpty();
        return at == said
                ? List.of()
                : List.of(Clash.of(
                        "startingPosition AT_TIMESTAMP and startingPositionTimestamp go together.",
                        at
                                ? "Set startingPositionTimestamp to an instant such as 2026-01-31T12:00:00Z."
                                : "Set startingPosition to AT_TIMESTAMP, or leave startingPositionTimestamp out."));
    }
}
