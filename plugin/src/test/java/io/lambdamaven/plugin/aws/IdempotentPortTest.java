package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.local.host.FunctionHost;
import io.lambdamaven.plugin.local.host.Request;
import io.lambdamaven.plugin.local.host.Result;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.stage.Project;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Methods that are called once for all events of a key: generated, deployed, and in AWS's client. */
class IdempotentPortTest extends PortTest {
    private static final String TABLE = "orders-dev-tasks";
    private static final String ORDERS = """
            package shop;

            import io.lambdamaven.annotation.*;
            import java.util.concurrent.atomic.AtomicInteger;

            public class Orders {
                public record Order(String id, boolean burns) {}

                public record Message(Order order) {}

                public record Bill(String order, int number) {}

                private static final AtomicInteger CALLS = new AtomicInteger();

                @HttpTrigger(method = "POST", path = "/bills")
                @Idempotent(key = "header:Idempotency-Key")
                public Bill bill(Order order) {
                    return new Bill(order.id(), CALLS.incrementAndGet());
                }

                @SqsTrigger(queue = "orders")
                @Idempotent(key = "order.id")
                public void take(Message message) {
                    CALLS.incrementAndGet();
                    if (message.order().burns()) {
                        throw new IllegalStateException("burnt");
                    }
                }

                @InvokeTrigger
                public int calls() {
                    return CALLS.get();
                }
            }
            """;

    @TempDir
    Path folder;

    @Override
    void prepare() {}

    private static DynamoDbClient dynamo() {
        return cloud.direct.of(DynamoDbClient.class, DynamoDbClient::builder);
    }

    private Desired orders() throws Exception {
        return wired.desired(Project.with(new Trigger.Http("POST", "/bills")).idempotent());
    }

    private static Result send(FunctionHost host, String event) throws InterruptedException {
        return host.invoke(new Request(event.getBytes(StandardCharsets.UTF_8), ALIAS));
    }

    private static String text(Result result) {
        return new String(result.payload(), StandardCharsets.UTF_8);
    }

    private static String post(FunctionHost host, String key, String body) throws InterruptedException {
        String headers = key.isEmpty() ? "{}" : "{\"idempotency-key\":\"" + key + "\"}";
        return text(send(
                host,
                "{\"version\":\"2.0\",\"routeKey\":\"POST /bills\",\"rawPath\":\"/bills\",\"rawQueryString\":\"\",\"headers\":"
                        + headers
                        + ",\"requestContext\":{\"http\":{\"method\":\"POST\",\"path\":\"/bills\",\"protocol\":\"HTTP/1.1\","
                        + "\"sourceIp\":\"1.2.3.4\"},\"routeKey\":\"POST /bills\",\"stage\":\"$default\"},\"body\":\""
                        + body.replace("\"", "\\\"") + "\",\"isBase64Encoded\":false}"));
    }

    private static String queue(FunctionHost host, String... bodies) throws InterruptedException {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < bodies.length; i++) {
            records.append(i == 0 ? "" : ",")
                    .append("{\"messageId\":\"m")
                    .append(i)
                    .append("\",\"receiptHandle\":\"r\",\"body\":\"")
                    .append(bodies[i].replace("\"", "\\\""))
                    .append(
                            "\",\"attributes\":{},\"messageAttributes\":{},\"md5OfBody\":\"x\",\"eventSource\":\"aws:sqs\","
                                    + "\"eventSourceARN\":\"arn:aws:sqs:eu-west-1:123456789012:orders\",\"awsRegion\":\"eu-west-1\"}");
        }
        return text(send(host, "{\"Records\":[" + records + "]}"));
    }

    @Test
    void whatComesAgainGetsTheFirstAnswer() throws Exception {
        Desired desired = orders();
        cloud.deploy(desired);
        assertThat(dynamo().describeTimeToLive(r -> r.tableName(TABLE))
                        .timeToLiveDescription()
                        .attributeName())
                .isEqualTo("expires");
        assertThat(writesOf(desired)).isEmpty();
        Path classes = RealFunction.classes(folder.resolve("project"), ORDERS);

        try (FunctionHost host = RealFunction.host(folder, cloud, desired, ALIAS, classes)) {
            String first = post(host, "k1", "{\"id\":\"7\",\"burns\":false}");
            assertThat(first).contains("\"statusCode\":200", "number");
            assertThat(post(host, "k1", "{\"id\":\"7\",\"burns\":false}")).isEqualTo(first);
            assertThat(post(host, "k2", "{\"id\":\"7\",\"burns\":false}")).isNotEqualTo(first);
            assertThat(post(host, "", "{\"id\":\"7\",\"burns\":false}"))
                    .contains("\"statusCode\":400", "Idempotency-Key");
            assertThat(text(send(host, "{}"))).isEqualTo("2");

            // Both are one order: the second is not called again, and counts as taken.
            String order = "{\"order\":{\"id\":\"9\",\"burns\":false}}";
            assertThat(queue(host, order, order)).isEqualTo("{\"batchItemFailures\":[]}");
            assertThat(text(send(host, "{}"))).isEqualTo("3");
            assertThat(queue(host, "{\"other\":1}", "{\"order\":{\"id\":\"10\",\"burns\":false}}"))
                    .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m0\"}]}");
            assertThat(text(send(host, "{}"))).isEqualTo("4");
        }
        assertThat(dynamo().scan(r -> r.tableName(TABLE)).items()).hasSize(4);
    }

    @Test
    void aCallThatFailedLetsTheNextBeginAndOneAtWorkDoesNot() throws Exception {
        Desired desired = orders();
        cloud.deploy(desired);
        Path classes = RealFunction.classes(folder.resolve("project"), ORDERS);

        try (FunctionHost host = RealFunction.host(folder, cloud, desired, ALIAS, classes)) {
            String burns = "{\"order\":{\"id\":\"1\",\"burns\":true}}";
            String failure = "{\"batchItemFailures\":[{\"itemIdentifier\":\"m0\"}]}";
            assertThat(queue(host, burns)).isEqualTo(failure);
            assertThat(queue(host, burns)).isEqualTo(failure);
            assertThat(text(send(host, "{}"))).isEqualTo("2");

            // Somebody else holds it, for longer than this invocation lasts.
            post(host, "k1", "{\"id\":\"7\",\"burns\":false}");
            for (Map<String, AttributeValue> item :
                    List.copyOf(dynamo().scan(r -> r.tableName(TABLE)).items())) {
                dynamo().updateItem(r -> r.tableName(TABLE)
                        .key(Map.of("id", item.get("id")))
                        .updateExpression("SET #s = :running, #l = :later")
                        .expressionAttributeNames(Map.of("#s", "state", "#l", "lock"))
                        .expressionAttributeValues(Map.of(
                                ":running", AttributeValue.fromS("running"),
                                ":later", AttributeValue.fromN("9999999999999"))));
            }
            assertThat(post(host, "k1", "{\"id\":\"7\",\"burns\":false}"))
                    .contains("\"statusCode\":409", "the same is at work already");
            assertThat(queue(host, burns)).isEqualTo(failure);
            assertThat(text(send(host, "{}"))).isEqualTo("3");

            // Without its table nothing is called: it might be the second time.
            dynamo().deleteTable(r -> r.tableName(TABLE));
            assertThat(post(host, "k9", "{\"id\":\"7\",\"burns\":false}")).doesNotContain("\"statusCode\":200");
            assertThat(text(send(host, "{}"))).isEqualTo("3");
        }
        assertThat(Files.readString(folder.resolve("function.log"))).contains("burnt");
    }
}
