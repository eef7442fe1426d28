package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.EventSourceMapping;
import io.lambdamaven.plugin.plan.resource.MappedSource;
import io.lambdamaven.plugin.plan.resource.Reading;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.plan.resource.Source;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What streams, brokers and databases need to call a function. */
final class StreamWiringTest {
    private static final String HERE = "eu-central-1:123456789012:";
    private static final String SECRET = "arn:aws:secretsmanager:" + HERE + "secret:login-AbCdEf";
    private static final String CLUSTER = "arn:aws:kafka:" + HERE + "cluster/shop/uuid-1";
    private static final String BROKER = "arn:aws:mq:" + HERE + "broker:shop:b-1";
    private static final String DEAD = "arn:aws:sqs:" + HERE + "dead-letters";

    private static String policy(Trigger trigger) {
        return Project.with(trigger).only(Role.class).policy();
    }

    private static EventSourceMapping mapping(Trigger trigger) {
        return Project.with(trigger).only(EventSourceMapping.class);
    }

    @Test
    void aTableIsReadThroughItsStreamOfToday() {
        Trigger trigger = Triggers.of("dynamodb", "table", "orders", "startingPosition", "TRIM_HORIZON");
        assertThat(mapping(trigger).eventSourceArn()).isEqualTo("arn:aws:dynamodb:" + HERE + "table/orders");
        assertThat(policy(trigger))
                .contains("\"dynamodb:DescribeStream\",\"dynamodb:GetRecords\",\"dynamodb:GetShardIterator\","
                        + "\"dynamodb:ListStreams\"")
                .contains("\"arn:aws:dynamodb:" + HERE + "table/orders/stream/*\"");
    }

    @Test
    void everyFieldOfAStreamReachesTheMapping() {
        Trigger trigger = Triggers.of(
                "kinesis",
                "stream",
                "clicks",
                "startingPosition",
                "AT_TIMESTAMP",
                "startingPositionTimestamp",
                "2026-01-31T12:00:00Z",
                "batchSize",
                50,
                "batchingWindow",
                5,
                "parallelizationFactor",
                4,
                "maximumRetryAttempts",
                3,
                "maximumRecordAge",
                600,
                "bisectBatchOnError",
                true,
                "onFailure",
                DEAD,
                "filters",
                List.of("{\"data\":{\"kind\":[\"buy\"]}}"),
                "tumblingWindow",
                30,
                "enabled",
                false);
        EventSourceMapping mapping = mapping(trigger);
        assertThat(mapping.reading())
                .isEqualTo(new Reading(
                        "AT_TIMESTAMP",
                        "2026-01-31T12:00:00Z",
                        4,
                        3,
                        600,
                        true,
                        30,
                        DEAD,
                        List.of("{\"data\":{\"kind\":[\"buy\"]}}"),
                        new TreeMap<>(),
                        null,
                        null));
        assertThat(mapping.batchSize()).isEqualTo(50);
        assertThat(mapping.batchingWindow()).isEqualTo(5);
        assertThat(mapping.enabled()).isFalse();
        assertThat(policy(trigger))
                .contains("\"kinesis:DescribeStream\",\"kinesis:DescribeStreamSummary\",\"kinesis:GetRecords\","
                        + "\"kinesis:GetShardIterator\",\"kinesis:ListShards\"")
                .contains("{\"Action\":[\"sqs:SendMessage\"],\"Effect\":\"Allow\",\"Resource\":[\"" + DEAD + "\"]}")
                .doesNotContain("SubscribeToShard");
    }

    @Test
    void whatIsGivenUpGoesToATopicOrABucketToo() {
        assertThat(policy(Triggers.of("kinesis", "stream", "s", "onFailure", "arn:aws:sns:" + HERE + "dead")))
                .contains("\"sns:Publish\"");
        assertThat(policy(Triggers.of("kinesis", "stream", "s", "onFailure", "arn:aws:s3:::dead")))
                .contains("\"s3:PutObject\"", "arn:aws:s3:::dead/*", "\"s3:ListBucket\"");
        assertThat(Project.with(Triggers.of("kinesis", "stream", "s", "onFailure", "${dead}"))
                        .placeholders(Map.of("dead", "letters"))
                        .fault(Problem.LM270))
                .contains("@KinesisTrigger(onFailure)", "'letters'");
    }

    @Test
    void aConsumerOfAStreamIsReadByItsName() {
        Trigger trigger = Triggers.of("kinesis", "stream", "clicks", "consumer", "billing");
        assertThat(mapping(trigger).eventSourceArn())
                .isEqualTo("arn:aws:kinesis:" + HERE + "stream/clicks/consumer/billing");
        assertThat(policy(trigger))
                .contains("\"kinesis:SubscribeToShard\"", "stream/clicks/consumer/billing:*")
                .contains("stream/clicks\"");
    }

    @Test
    void aTopicOfAnMskClusterIsReadInTheRolesNameOrWithASecret() {
        Trigger.Service open = Triggers.of("kafka", "cluster", CLUSTER, "topic", "orders", "consumerGroup", "billing");
        assertThat(mapping(open).source()).isEqualTo(MappedSource.of(CLUSTER).with(MappedSource.TOPIC, "orders"));
        assertThat(mapping(open).reading().consumerGroup()).isEqualTo("billing");
        assertThat(policy(open))
                .contains("\"kafka:DescribeCluster\",\"kafka:DescribeClusterV2\",\"kafka:GetBootstrapBrokers\"")
                .contains("kafka-cluster:ReadData", ":topic/shop/uuid-1/orders", ":group/shop/uuid-1/billing")
                .contains("\"ec2:CreateNetworkInterface\"", "\"Resource\":[\"*\"]");
        Trigger.Service locked = Triggers.of("kafka", "cluster", CLUSTER, "topic", "orders", "secret", SECRET);
        assertThat(mapping(locked).reading().access()).isEqualTo(Map.of("SASL_SCRAM_512_AUTH", SECRET));
        assertThat(policy(locked)).contains("secretsmanager:GetSecretValue").doesNotContain("kafka-cluster:");
    }

    @Test
    void aKafkaClusterOfOnesOwnIsKnownByItsBrokersInAnyOrder() {
        Trigger trigger = Triggers.of(
                "kafka",
                "bootstrapServers",
                List.of("b.example.com:9092", "${first}"),
                "topic",
                "orders",
                "secret",
                SECRET,
                "authentication",
                "SASL_SCRAM_256_AUTH");
        Project project = Project.with(trigger).placeholders(Map.of("first", "a.example.com:9092"));
        EventSourceMapping mapping = project.only(EventSourceMapping.class);
        assertThat(mapping.id().name())
                .isEqualTo("a.example.com:9092,b.example.com:9092 topic orders -> orders-dev:live");
        assertThat(mapping.reading().access()).isEqualTo(Map.of("SASL_SCRAM_256_AUTH", SECRET));
        assertThat(project.only(Role.class).policy()).doesNotContain("kafka:", "ec2:");
    }

    @Test
    void aBrokersQueueIsReadWithItsVirtualHostAndSecret() {
        Trigger trigger = Triggers.of(
                "mq",
                "broker",
                BROKER,
                "queue",
                "orders",
                "engine",
                "RABBITMQ",
                "virtualHost",
                "/eu",
                "secret",
                SECRET);
        assertThat(mapping(trigger).source())
                .isEqualTo(MappedSource.of(BROKER)
                        .with(MappedSource.QUEUE, "orders")
                        .with(MappedSource.VIRTUAL_HOST, "/eu"));
        assertThat(mapping(trigger).reading().access()).isEqualTo(Map.of("BASIC_AUTH", SECRET));
        assertThat(policy(trigger)).contains("mq:DescribeBroker", "secretsmanager:GetSecretValue", "ec2:DescribeVpcs");
    }

    @Test
    void aDatabaseIsReadByClusterNameDatabaseAndCollection() {
        Trigger trigger = Triggers.of(
                "documentdb",
                "cluster",
                "shop",
                "database",
                "sales",
                "collection",
                "orders",
                "fullDocument",
                "UPDATE_LOOKUP",
                "secret",
                SECRET);
        assertThat(mapping(trigger).source())
                .isEqualTo(MappedSource.of("arn:aws:rds:" + HERE + "cluster:shop")
                        .with(MappedSource.DATABASE, "sales")
                        .with(MappedSource.COLLECTION, "orders"));
        assertThat(mapping(trigger).reading().fullDocument()).isEqualTo("UPDATE_LOOKUP");
        assertThat(mapping(trigger).reportBatchItemFailures()).isFalse();
        assertThat(policy(trigger)).contains("rds:DescribeDBClusters", "cluster-pg:*", "subgrp:*");
    }

    @Test
    void aNameThatTellsNoArnIsAFault() {
        assertThat(Project.with(Triggers.of("kafka", "cluster", "shop", "topic", "orders"))
                        .fault(Problem.LM270))
                .contains("@KafkaTrigger(cluster)", "'shop' is a name", "${kafka.cluster}", "<placeholders>");
        assertThat(Project.with(Triggers.of(
                                "mq", "broker", "shop", "queue", "q", "engine", "ACTIVEMQ", "secret", SECRET))
                        .fault(Problem.LM270))
                .contains("@MqTrigger(broker)");
    }

    @Test
    void aSecretIsMissing() {
        assertThat(Project.with(Triggers.of("mq", "broker", BROKER, "queue", "q", "engine", "ACTIVEMQ"))
                        .fault(Problem.LM271))
                .contains("@MqTrigger(secret)", "Secrets Manager");
        assertThat(Project.with(Triggers.of("documentdb", "cluster", "c", "database", "d"))
                        .fault(Problem.LM271))
                .contains("@DocumentDbTrigger(secret)");
        assertThat(Project.with(Triggers.of(
                                "kafka", "cluster", CLUSTER, "topic", "t", "authentication", "SASL_SCRAM_512_AUTH"))
                        .fault(Problem.LM271))
                .contains("@KafkaTrigger(authentication)");
    }

    @Test
    void theLocalLambdaNeedsNeitherArnNorSecret() {
        Project project = Project.with(
                        Triggers.of("mq", "broker", "shop", "queue", "q", "engine", "ACTIVEMQ"),
                        Triggers.of("kafka", "cluster", "shop", "topic", "orders"),
                        Triggers.of("documentdb", "cluster", "c", "database", "d"))
                .pom(Setting.TARGET, "local");
        assertThat(project.faults()).isEmpty();
        assertThat(project.all(EventSourceMapping.class)).isEmpty();
    }

    @Test
    void twoMethodsCannotReadOneSource() {
        assertThat(Project.with(
                                Triggers.of("kinesis", "stream", "clicks"),
                                Triggers.of(
                                        "kinesis", "stream", "arn:aws:kinesis:us-east-1:000000000000:stream/clicks"))
                        .fault(Problem.LM272))
                .contains("Orders.m0 already reads");
    }

    @Test
    void aPlaceholderMustNameATableOrStream() {
        assertThat(Project.with(Triggers.of("dynamodb", "table", "${t}"))
                        .placeholders(Map.of("t", "a table"))
                        .fault(Problem.LM273))
                .contains("@DynamoDbTrigger(table)", "'a table'", "-Dlambda.placeholders.NAME");
        assertThat(Project.with(Triggers.of("kinesis", "stream", "${s}"))
                        .placeholders(Map.of("s", "arn:aws:sqs:eu-central-1:123456789012:q"))
                        .fault(Problem.LM273))
                .contains("@KinesisTrigger(stream)");
    }

    @Test
    void failuresAreReportedByTheMethodsShape() {
        assertThat(Project.orders()
                        .route(Triggers.of("kinesis", "stream", "s"), Granularity.WHOLE, "(Ljava/util/List;)V")
                        .only(EventSourceMapping.class)
                        .reportBatchItemFailures())
                .isFalse();
        assertThat(Project.orders()
                        .route(
                                Triggers.of("kinesis", "stream", "s"),
                                Granularity.WHOLE,
                                "(Ljava/util/List;)Ljava/util/List;")
                        .only(EventSourceMapping.class)
                        .reportBatchItemFailures())
                .isTrue();
        assertThat(mapping(Triggers.of("dynamodb", "table", "orders")).reportBatchItemFailures())
                .isTrue();
    }

    @Test
    void whatTriggersNameIsMadeOnlyIfAskedFor() {
        Trigger[] triggers = {
            Triggers.sqs("orders", 10, 0, null, true),
            Triggers.of("dynamodb", "table", "items"),
            Triggers.of("kinesis", "stream", "clicks", "onFailure", DEAD),
            new Trigger.S3("files", List.of("s3:ObjectCreated:*"), "", "")
        };
        assertThat(Project.with(triggers).all(Source.class)).isEmpty();
        Project project =
                Project.with(triggers).pom(Setting.CREATE_MISSING, "true").pom(Setting.TIMEOUT, 20);
        assertThat(project.all(Source.class))
                .extracting(Source::id)
                .containsExactly(
                        new ResourceId(ResourceType.QUEUE, "dead-letters"),
                        new ResourceId(ResourceType.QUEUE, "orders"),
                        new ResourceId(ResourceType.BUCKET, "files"),
                        new ResourceId(ResourceType.TABLE, "items"),
                        new ResourceId(ResourceType.TABLE_STREAM, "items"),
                        new ResourceId(ResourceType.DATA_STREAM, "clicks"));
        assertThat(project.all(Source.class).get(0).settings()).containsEntry("visibilityTimeout", "120");
    }

    @Test
    void nothingIsMadeInAnotherAccountOrRegion() {
        Trigger trigger = Triggers.sqs("arn:aws:sqs:eu-central-1:999999999999:orders", 10, 0, null, true);
        assertThat(Project.with(trigger).pom(Setting.CREATE_MISSING, "true").all(Source.class))
                .isEmpty();
    }

    @Test
    void createMissingIsTrueOrFalse() {
        assertThat(Project.orders().pom(Setting.CREATE_MISSING, "perhaps").fault(Problem.LM203))
                .contains("'perhaps' is neither true nor false", "<createMissing> or -Dlambda.createMissing");
    }
}
