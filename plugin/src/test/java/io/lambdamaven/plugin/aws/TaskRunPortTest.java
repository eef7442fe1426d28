package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.local.host.FunctionHost;
import io.lambdamaven.plugin.local.host.Request;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.stage.Setting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Tasks from a function in AWS's client, over the emulator's queue, bucket and table, back into the function. */
class TaskRunPortTest extends PortTest {
    private static final String KITCHEN = """
            package shop;

            import io.lambdamaven.annotation.*;
            import io.lambdamaven.api.*;

            public class Kitchen {
                private static int baked;

                @InvokeTrigger
                public String order(Order order) {
                    if (order.asked() != null) {
                        return Tasks.status(new TaskHandle(order.asked())).toString();
                    }
                    return Tasks.run(this::bake, order.cake().repeat(order.times())).id();
                }

                public record Order(String cake, int times, String asked) {}

                @Task(transport = TaskTransport.SQS, captureResult = true, idempotent = true)
                public String bake(String cake) {
                    return cake.length() + " baked as number " + ++baked;
                }
            }
            """;

    @TempDir
    Path folder;

    @Override
    void prepare() {
        // Not by a deploy: with a mapping the emulator would call the function itself, in a container.
        cloud.direct.s3.createBucket(r -> r.bucket("shop-data"));
        cloud.direct
                .of(DynamoDbClient.class, DynamoDbClient::builder)
                .createTable(r -> r.tableName("orders-dev-tasks")
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(a -> a.attributeName("id").attributeType("S"))
                        .keySchema(k -> k.attributeName("id").keyType("HASH")));
    }

    private static String send(FunctionHost host, String event) throws InterruptedException {
        return new String(
                host.invoke(new Request(event.getBytes(StandardCharsets.UTF_8), ALIAS))
                        .payload(),
                StandardCharsets.UTF_8);
    }

    /** What Lambda's poller would do. */
    private static String deliver(FunctionHost host, String body) throws InterruptedException {
        String record = Json.object()
                .put("messageId", "m1")
                .put("receiptHandle", "r1")
                .put("body", body)
                .put("attributes", Json.object())
                .put("messageAttributes", Json.object())
                .put("md5OfBody", "x")
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", "arn:aws:sqs:eu-west-1:123456789012:orders-dev-tasks")
                .put("awsRegion", "eu-west-1")
                .build()
                .canonical();
        return send(host, "{\"Records\":[" + record + "]}");
    }

    private static String status(FunctionHost host, String id) throws InterruptedException {
        return send(host, "{\"cake\":\"\",\"times\":0,\"asked\":\"" + id + "\"}");
    }

    @Test
    void whatIsLargerThanAMessageGoesThroughTheBucketAndRunsOnce() throws Exception {
        Desired desired = wired.desired(Project.with(new Trigger.Task("Kitchen.bake", "SQS", true, true))
                .pom(Setting.TASK_BUCKET, "shop-data"));
        Path classes = RealFunction.classes(folder.resolve("project"), KITCHEN);
        SqsClient sqs = cloud.direct.of(SqsClient.class, SqsClient::builder);
        String queue = sqs.createQueue(r -> r.queueName("orders-dev-tasks")).queueUrl();

        try (FunctionHost host = RealFunction.host(folder, cloud, desired, ALIAS, classes)) {
            String id = send(host, "{\"cake\":\"0123456789\",\"times\":150000}").replace("\"", "");
            assertThat(cloud.direct.s3.listObjectsV2(r -> r.bucket("shop-data")).contents())
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.key()).isEqualTo("tasks/" + id + ".json");
                        assertThat(each.size()).isGreaterThan(1_500_000);
                    });
            assertThat(status(host, id)).contains("QUEUED");

            String body =
                    sqs.receiveMessage(r -> r.queueUrl(queue)).messages().get(0).body();
            assertThat(body).hasSizeLessThan(250).contains("\"stored\":true", "\"sha256\":\"");
            assertThat(deliver(host, body)).isEqualTo("{\"batchItemFailures\":[]}");
            assertThat(status(host, id)).contains("DONE", "1500000 baked as number 1");

            assertThat(deliver(host, body)).isEqualTo("{\"batchItemFailures\":[]}");
            assertThat(status(host, id)).contains("baked as number 1");

            String small = send(host, "{\"cake\":\"pie\",\"times\":1}").replace("\"", "");
            assertThat(cloud.direct.s3.listObjectsV2(r -> r.bucket("shop-data")).contents())
                    .hasSize(1);
            cloud.direct
                    .of(DynamoDbClient.class, DynamoDbClient::builder)
                    .deleteTable(r -> r.tableName("orders-dev-tasks"));
            String next =
                    sqs.receiveMessage(r -> r.queueUrl(queue)).messages().get(0).body();
            assertThat(next).contains(small);
            // Whether it was done already nobody can say: it is given back, and not run.
            assertThat(deliver(host, next)).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
        }
    }
}
