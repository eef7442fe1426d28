package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.stage.Setting;
import io.lambdamaven.plugin.testing.Triggers;
import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;

/** Mappings of streams, and what is made for them when it is missing. */
final class StreamMappingsTest {
    private static final String DEAD = "arn:aws:sqs:eu-west-1:123456789012:shop-queue";
    private static final String JSON = "aws.cborEnabled";
    private static Cloud cloud;
    private static Wired wired;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        // The emulator does not read the binary form that Kinesis clients speak by default.
        System.setProperty(JSON, "false");
        cloud = Cloud.start();
        wired = new Wired(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        cloud.close();
        System.clearProperty(JSON);
    }

    @BeforeEach
    void reset() throws IOException, InterruptedException {
        cloud.reset();
    }

    private static DynamoDbClient dynamo() {
        return cloud.direct.of(DynamoDbClient.class, DynamoDbClient::builder);
    }

    private static KinesisClient kinesis() {
        return cloud.direct.of(KinesisClient.class, KinesisClient::builder);
    }

    private static void table(boolean stream) {
        dynamo().createTable(r -> r.tableName("items")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType("S")
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType("HASH")
                        .build()));
        if (stream) {
            stream(true);
        }
    }

    private static void stream(boolean on) {
        dynamo().updateTable(r -> r.tableName("items").streamSpecification(s -> {
            s.streamEnabled(on);
            if (on) {
                s.streamViewType("NEW_AND_OLD_IMAGES");
            }
        }));
    }

    private static String label() {
        return dynamo().describeTable(r -> r.tableName("items")).table().latestStreamArn();
    }

    private static Desired desired(Trigger... triggers) throws IOException, NoSuchAlgorithmException {
        return wired.desired(Project.with(triggers));
    }

    private static Desired making(Trigger... triggers) throws IOException, NoSuchAlgorithmException {
        return wired.desired(Project.with(triggers).pom(Setting.CREATE_MISSING, "true"));
    }

    private static List<String> writesOf(Desired desired) {
        cloud.proxy.restart(call -> new io.lambdamaven.plugin.testing.Fault.Pass());
        cloud.deploy(desired);
        return cloud.proxy.writes();
    }

    private static List<EventSourceMappingConfiguration> mappings() {
        List<EventSourceMappingConfiguration> all = new ArrayList<>();
        cloud.direct
                .lambda
                .listEventSourceMappingsPaginator(r -> {})
                .eventSourceMappings()
                .forEach(all::add);
        return all;
    }

    private static Trigger clicks(Object... more) {
        List<Object> said = new ArrayList<>(List.of("stream", "clicks"));
        said.addAll(List.of(more));
        return Triggers.of("kinesis", said.toArray());
    }

    private static void dataStream() {
        kinesis().createStream(r -> r.streamName("clicks").shardCount(1));
    }

    @Test
    void aStreamIsMappedOnceWithEveryField() throws Exception {
        dataStream();
        Desired desired = desired(clicks(
                "startingPosition",
                "TRIM_HORIZON",
                "parallelizationFactor",
                2,
                "maximumRetryAttempts",
                3,
                "maximumRecordAge",
                600,
                "bisectBatchOnError",
                true,
                "onFailure",
                DEAD,
                "filters",
                List.of("{\"a\":[1]}"),
                "tumblingWindow",
                30));
        cloud.deploy(desired);
        EventSourceMappingConfiguration made = mappings().get(0);
        assertThat(made.startingPositionAsString()).isEqualTo("TRIM_HORIZON");
        assertThat(made.parallelizationFactor()).isEqualTo(2);
        assertThat(made.maximumRetryAttempts()).isEqualTo(3);
        assertThat(made.maximumRecordAgeInSeconds()).isEqualTo(600);
        assertThat(made.bisectBatchOnFunctionError()).isTrue();
        assertThat(made.destinationConfig().onFailure().destination()).isEqualTo(DEAD);
        assertThat(made.filterCriteria().filters().get(0).pattern()).isEqualTo("{\"a\":[1]}");
        assertThat(made.tumblingWindowInSeconds()).isEqualTo(30);
        assertThat(writesOf(desired)).isEmpty();
    }

    @Test
    void eachFieldIsChangedInPlace() throws Exception {
        dataStream();
        cloud.deploy(desired(clicks("onFailure", DEAD)));
        for (Object[] change : List.of(
                new Object[] {"batchSize", 7},
                new Object[] {"parallelizationFactor", 3},
                new Object[] {"maximumRetryAttempts", 4},
                new Object[] {"maximumRecordAge", 900},
                new Object[] {"bisectBatchOnError", true},
                new Object[] {"filters", List.of("{\"b\":[2]}")},
                new Object[] {"tumblingWindow", 10},
                new Object[] {"enabled", false})) {
            assertThat(writesOf(desired(clicks("onFailure", DEAD, change[0], change[1]))))
                    .as(change[0].toString())
                    .containsExactly("lambda:UpdateEventSourceMapping");
            assertThat(writesOf(desired(clicks("onFailure", DEAD, change[0], change[1]))))
                    .isEmpty();
        }
        assertThat(mappings()).hasSize(1);
    }

    @Test
    void aNewStartingPositionIsToldAndNothingElse() throws Exception {
        dataStream();
        cloud.deploy(desired(clicks("startingPosition", "TRIM_HORIZON")));
        assertThat(writesOf(desired(clicks("startingPosition", "LATEST")))).isEmpty();
        assertThat(cloud.told)
                .anyMatch(
                        line -> line.contains("startingPosition LATEST only counts for a new mapping; this one was made"
                                + " with TRIM_HORIZON"));
    }

    @Test
    void aTableWhoseStreamIsAnotherOneNowGetsANewMapping() throws Exception {
        table(true);
        Desired desired = desired(Triggers.of("dynamodb", "table", "items"));
        cloud.deploy(desired);
        String first = label();
        assertThat(mappings())
                .extracting(EventSourceMappingConfiguration::eventSourceArn)
                .containsExactly(first);
        assertThat(writesOf(desired)).isEmpty();
        dynamo().deleteTable(r -> r.tableName("items"));
        Thread.sleep(1100);
        table(true);
        assertThat(label()).isNotEqualTo(first);
        assertThat(writesOf(desired))
                .containsExactlyInAnyOrder("lambda:CreateEventSourceMapping", "lambda:DeleteEventSourceMapping");
        assertThat(mappings())
                .extracting(EventSourceMappingConfiguration::eventSourceArn)
                .containsExactly(label());
        assertThat(writesOf(desired)).isEmpty();
        assertThat(writesOf(desired())).contains("lambda:DeleteEventSourceMapping");
        assertThat(mappings()).isEmpty();
    }

    @Test
    void aTableWithoutStreamIsAFaultBeforeAnythingIsMade() throws Exception {
        table(false);
        Desired desired = desired(Triggers.of("dynamodb", "table", "items"));
        assertThatThrownBy(() -> cloud.deploy(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM320")
                .hasMessageContaining("The table items has no stream")
                .hasMessageContaining("-Dlambda.createMissing");
        assertThat(cloud.proxy.writes()).isEmpty();
    }

    @Test
    void aTableThatDoesNotExistIsAFaultBeforeAnythingIsMade() throws Exception {
        Desired desired = desired(Triggers.of("dynamodb", "table", "items"));
        assertThatThrownBy(() -> cloud.deploy(desired))
                .hasMessageContaining("LM310")
                .hasMessageContaining("The table items does not exist");
        assertThat(cloud.proxy.writes()).isEmpty();
    }

    @Test
    void aConsumerIsReadUnderItsNameOfToday() throws Exception {
        dataStream();
        assertThatThrownBy(() -> cloud.deploy(desired(clicks("consumer", "billing"))))
                .hasMessageContaining("LM310")
                .hasMessageContaining("has no consumer of this name");
    }

    @Test
    void whatIsMissingIsMadeAndStaysUntilToldOtherwise() throws Exception {
        Desired desired = making(
                Triggers.sqs("orders", 10, 0, null, true),
                Triggers.of("dynamodb", "table", "items"),
                clicks(),
                new Trigger.S3("made-files", List.of("s3:ObjectCreated:*"), "", ""));
        cloud.deploy(desired);
        assertThat(cloud.told)
                .contains("  + SQS queue orders (made because it was missing, visibilityTimeout 180)")
                .contains("  + S3 bucket made-files (made because it was missing)");
        assertThat(mappings()).hasSize(3);
        assertThat(cloud.ssm()
                        .getParameter(r -> r.name(StageParameters.ledger(desired)))
                        .parameter()
                        .value())
                .isEqualTo("BUCKET made-files\nDATA_STREAM clicks\nQUEUE orders\nTABLE items\nTABLE_STREAM items");
        assertThat(writesOf(desired)).isEmpty();
        assertThat(writesOf(desired(
                        Triggers.sqs("orders", 10, 0, null, true),
                        Triggers.of("dynamodb", "table", "items"),
                        clicks(),
                        new Trigger.S3("made-files", List.of("s3:ObjectCreated:*"), "", ""))))
                .isEmpty();
        cloud.told.clear();
        cloud.deploy(Wired.nothing());
        assertThat(cloud.told).contains("  = SQS queue orders: it holds data and goes only with -Dlambda.deleteData");
        assertThat(dynamo().listTables().tableNames()).containsExactly("items");
        cloud.deploy(Wired.nothing(), true);
        assertThat(dynamo().listTables().tableNames()).isEmpty();
        assertThat(kinesis().listStreams().streamNames()).isEmpty();
        assertThat(cloud.ssm().describeParameters().parameters()).isEmpty();
    }

    @Test
    void whatIsThereAlreadyIsTakenAsItIs() throws Exception {
        dataStream();
        Desired desired = making(clicks());
        cloud.deploy(desired);
        assertThat(kinesis().listTagsForStream(r -> r.streamName("clicks")).tags())
                .isEmpty();
        cloud.deploy(Wired.nothing(), true);
        assertThat(kinesis().listStreams().streamNames()).containsExactly("clicks");
    }
}
