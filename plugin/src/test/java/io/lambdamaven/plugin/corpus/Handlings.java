package io.lambdamaven.plugin.corpus;

import static io.lambdamaven.plugin.corpus.Fields.list;
import static io.lambdamaven.plugin.corpus.Fields.text;

import io.lambdamaven.plugin.corpus.Handling.Answers;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How to handle the kinds of the index: those with batches and streams here, the others in {@link SingleHandlings}. */
final class Handlings {
    private static final String MAP = Handling.MAP + "|";

    /** Types of S3 notifications that have no others below them. */
    private static final List<String> ALONE =
            List.of("IntelligentTiering", "LifecycleTransition", "ReducedRedundancyLostObject");

    private final Names names;

    Handlings(Names names) {
        this.names = names;
    }

    /** Nothing for what no Java function is sent. */
    Optional<Handling> of(Sample sample) {
        if (sample.word().equals("cloudfront")) {
            return Optional.empty();
        }
        JsonObject event = sample.event();
        Handling found = records(sample.word(), event);
        return Optional.of(found == null ? new SingleHandlings(names).of(sample.word(), event, sample.json()) : found);
    }

    private @Nullable Handling records(String word, JsonObject event) {
        return switch (word) {
            case "sqs" ->
                each(word, event, "eventSourceARN", arn -> "@SqsTrigger(queue = " + arn + ")")
                        .aws("SQSEvent")
                        .raw("byte[]")
                        .own(Payloads.each(event, "Records", "body"))
                        .answers(new Answers("SQSBatchResponse|new SQSBatchResponse(java.util.List.of())", "", ""));
            case "sqs-with-sns" ->
                each(word, event, "eventSourceARN", arn -> "@SqsTrigger(unwrap = true, queue = " + arn + ")")
                        .aws("SQSEvent")
                        .own(Payloads.each(event, "Records", "body").stream()
                                .map(body -> text(Json.parse(body), "Message"))
                                .toList());
            case "sns" ->
                each(word, event, "Sns.TopicArn", arn -> "@SnsTrigger(topic = " + arn + ")")
                        .aws("SNSEvent")
                        .raw("java.io.InputStream")
                        .own(Payloads.each(event, "Records", "Sns.Message"));
            case "s3" ->
                each(word, event, "s3.bucket.name", bucket -> s3(bucket, text(event, "Records.0.eventName")))
                        .aws("S3Event")
                        .raw("com.fasterxml.jackson.databind.JsonNode")
                        .own("io.lambdamaven.api.S3Object", List.of());
            case "dynamodb" -> dynamoDb(word, event, "", Answers.NONE);
            case "dynamodb-window" -> dynamoDb(word, event, ", tumblingWindow = 60", window());
            case "kinesis" -> kinesis(word, event, "", Answers.NONE);
            case "kinesis-window" -> kinesis(word, event, ", tumblingWindow = 60", window());
            case "ses" ->
                Handling.of(word, List.of("@SesTrigger"))
                        .raw("String")
                        .ownRecord(Payloads.each(event, "Records", "ses"));
            case "codecommit" ->
                each(word, event, "eventSourceARN", arn -> "@CodeCommitTrigger(repository = " + arn + ")")
                        .aws("CodeCommitEvent")
                        .ownRecord(Payloads.each(event, "Records", ""));
            case "kafka-msk", "kafka-self-managed" -> kafka(word, event);
            case "activemq" -> {
                TreeSet<String> queues = new TreeSet<>();
                for (Json message : list(event, "messages")) {
                    queues.add(text(message, "destination.physicalName") + text(message, "destination.physicalname"));
                }
                yield mq(word, event, List.copyOf(queues), "ACTIVEMQ")
                        .aws("ActiveMQEvent")
                        .own(Payloads.decodedEach(event, "messages", "data"));
            }
            case "rabbitmq" ->
                mq(word, event, members(event, "rmqMessagesByQueue"), "RABBITMQ")
                        .aws("RabbitMQEvent")
                        .own(Payloads.decodedInLists(event, "rmqMessagesByQueue", "data"));
            case "documentdb" ->
                Handling.of(
                                word,
                                List.of("@DocumentDbTrigger(cluster = " + names.required(text(event, "eventSourceArn"))
                                        + ", database = " + names.quoted(database(event)) + ")"))
                        .ownRecord(
                                list(event, "events").stream()
                                                .allMatch(each ->
                                                        Fields.at(each, "event.fullDocument") instanceof JsonObject)
                                        ? Payloads.each(event, "events", "event.fullDocument")
                                        : List.of());
            case "firehose" -> firehose(word, event);
            case "other", "command", "raw-command", "stepfunctions", "kind" ->
                event.has("applicationArn") ? analytics(event) : direct(word, event);
            case "s3-batch" ->
                Handling.of(word, List.of("@S3BatchTrigger"))
                        .aws(text(event, "invocationSchemaVersion").equals("1.0") ? "S3BatchEvent" : "S3BatchEventV2")
                        .ownRecord(Payloads.each(event, "tasks", ""))
                        .answers(new Answers(
                                "S3BatchResponse|Answers.s3Batch(event)", MAP + "Answers.s3Batch(event)", ""));
            default -> null;
        };
    }

    /** The end of a stream names none, and comes to the methods of every database. */
    private static String database(JsonObject event) {
        String named = text(event, "events.0.event.ns.db");
        return named.isEmpty() ? "any-database" : named;
    }

    private Handling each(String word, JsonObject event, String way, Function<String, String> trigger) {
        return Handling.of(
                word,
                new TreeSet<>(Payloads.each(event, "Records", way))
                        .stream().map(names::required).map(trigger).toList());
    }

    private Handling dynamoDb(String word, JsonObject event, String more, Answers answers) {
        return each(word, event, "eventSourceARN", arn -> "@DynamoDbTrigger(table = " + arn + more + ")")
                .aws(more.isEmpty() ? "DynamodbEvent" : "DynamodbTimeWindowEvent")
                .ownRecord(more.isEmpty() ? Payloads.images(event) : List.of())
                .answers(answers);
    }

    private Handling kinesis(String word, JsonObject event, String more, Answers answers) {
        Handling handling = each(word, event, "eventSourceARN", arn -> "@KinesisTrigger(stream = " + arn + more + ")")
                .aws(more.isEmpty() ? "KinesisEvent" : "KinesisTimeWindowEvent")
                .raw("byte[]")
                .answers(answers);
        return more.isEmpty() ? handling.own(Payloads.decodedEach(event, "Records", "kinesis.data")) : handling;
    }

    private static Answers window() {
        return new Answers(
                "TimeWindowEventResponse|new TimeWindowEventResponse(java.util.Map.of(\"n\", \"1\"),"
                        + " java.util.List.of())",
                MAP + "java.util.Map.of(\"n\", \"1\")",
                "");
    }

    private Handling kafka(String word, JsonObject event) {
        String cluster = text(event, "eventSourceArn");
        TreeSet<String> topics = new TreeSet<>();
        for (String partition : members(event, "records")) {
            topics.add(text(event, "records." + partition + ".0.topic"));
        }
        List<String> triggers = topics.stream()
                .map(topic -> "@KafkaTrigger(topic = " + names.quoted(topic) + ", "
                        + (word.equals("kafka-msk")
                                ? "cluster = " + names.quoted(cluster)
                                : "bootstrapServers = \"broker:9092\"")
                        + ")")
                .toList();
        return Handling.of(word, triggers)
                .aws("KafkaEvent")
                .raw("java.io.InputStream")
                .own(Payloads.decodedInLists(event, "records", "value"));
    }

    private Handling mq(String word, JsonObject event, List<String> queues, String engine) {
        List<String> triggers = queues.stream()
                .map(queue -> {
                    int split = queue.indexOf("::");
                    String host = split < 0 ? "" : ", virtualHost = " + names.quoted(queue.substring(split + 2));
                    return "@MqTrigger(broker = " + names.required(text(event, "eventSourceArn")) + ", queue = "
                            + names.quoted(split < 0 ? queue : queue.substring(0, split)) + ", engine = MqEngine."
                            + engine + host + ")";
                })
                .toList();
        return Handling.of(word, triggers);
    }

    private Handling firehose(String word, JsonObject event) {
        boolean msk = event.has("sourceMSKArn");
        String response = msk ? "MSKFirehoseResponse" : "KinesisAnalyticsInputPreprocessingResponse";
        return Handling.of(word, List.of("@FirehoseTrigger(stream = " + names.quoted(stream(event)) + ")"))
                .aws(msk ? "MSKFirehoseEvent" : "KinesisFirehoseEvent")
                .own(Payloads.decodedEach(event, "records", msk ? "kafkaRecordValue" : "data"))
                .answers(new Answers(
                        response + "|Answers.firehose(event)", MAP + "Answers.firehose(event)", "String|\"changed\""));
    }

    /** One sample of AWS's own misspells it, and one comes without. */
    private static String stream(JsonObject event) {
        return text(event, "deliveryStreamArn") + text(event, "deliverySteamArn");
    }

    private Handling analytics(JsonObject event) {
        String meta = Fields.at(event, "records.0").canonical();
        boolean delivery = meta.contains("lambdaDeliveryRecordMetadata");
        String type = delivery
                ? "KinesisAnalyticsOutputDeliveryEvent"
                : meta.contains("kinesisStreamRecordMetadata")
                        ? "KinesisAnalyticsStreamsInputPreprocessingEvent"
                        : "KinesisAnalyticsFirehoseInputPreprocessingEvent";
        return Handling.of(
                        "analytics",
                        List.of("@KinesisAnalyticsTrigger(application = " + names.quoted(text(event, "applicationArn"))
                                + ")"))
                .aws(type)
                .own(Payloads.decodedEach(event, "records", "data"))
                .answers(new Answers(
                        delivery
                                ? "KinesisAnalyticsOutputDeliveryResponse|Answers.delivery(event)"
                                : "KinesisAnalyticsInputPreprocessingResponse|Answers.analytics(event)",
                        MAP + (delivery ? "Answers.delivery(event)" : "Answers.firehose(event)"),
                        "FirehoseResult|FirehoseResult.ok(\"changed\")"));
    }

    private static Handling direct(String word, JsonObject event) {
        return Handling.of(word, List.of("@InvokeTrigger"))
                .ownRecord(Payloads.one(event, ""))
                .answers(new Answers("", MAP + "event", "String|\"done\""));
    }

    /** {@code ObjectCreated:Put} is one of {@code ObjectCreated:*}; a few types stand alone. */
    private static String s3(String bucket, String eventName) {
        String name = eventName.startsWith("s3:") ? eventName.substring(3) : eventName;
        int colon = name.indexOf(':');
        String family = colon < 0 ? name : name.substring(0, colon);
        String events = colon < 0 || ALONE.contains(family) ? family : family + ":*";
        return "@S3Trigger(bucket = "
                + (events.isEmpty() ? Names.UNNAMED : bucket + ", events = " + SingleHandlings.quote("s3:" + events))
                + ")";
    }

    private static List<String> members(JsonObject event, String name) {
        return Fields.at(event, name) instanceof JsonObject object
                ? List.copyOf(object.members().keySet())
                : List.of();
    }
}
