package io.lambdamaven.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.aws.AwsException;
import io.lambdamaven.runtime.aws.Loopback;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.route.RouteTable;
import io.lambdamaven.runtime.task.TaskSender;
import io.lambdamaven.runtime.task.TaskTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a task whose method, table or service fails: it is told, and delivered again. */
class TaskFailureTest {
    private static final String SHOP = "arn:aws:lambda:eu-central-1:123456789012:function:shop-dev";
    private static final String QUEUE = "arn:aws:sqs:eu-central-1:123456789012:shop-dev-tasks";
    private static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:shop-dev-tasks";
    private static final String GIVEN_BACK = "{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}";
    private static final String CONDITION =
            "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\"}";

    private final Loopback table;
    private Callable<@Nullable Object> method = () -> "done";
    private int calls;

    TaskFailureTest() throws IOException {
        table = new Loopback();
    }

    @AfterEach
    void leave() {
        table.close();
    }

    private final class Handler extends RoutedHandler {
        Handler() {
            super(RouteTable.builder(Map.of()).invoke(1, "Shop.ping").build());
        }

        @Override
        protected TaskSender tasks() {
            String owner = "shop.Kitchen";
            TaskTable tasks = new TaskTable()
                    .add(new TaskTable.Entry("bake", 0, owner, "bake", "()V", "", "sqs capture idempotent"))
                    .add(new TaskTable.Entry("wash", 0, owner, "wash", "()V", "", "sqs"));
            return new TaskSender(
                    tasks,
                    new Aws(table.environment()),
                    Map.of(
                            "AWS_LAMBDA_FUNCTION_NAME", "shop-dev",
                            "LAMBDA_MAVEN__TASK_FUNCTIONS", "=" + SHOP,
                            "LAMBDA_MAVEN__TASK_TABLE", "shop-dev-tasks"));
        }

        /** As one that was written for HTTP. */
        @Override
        protected Object recover(int route, Exception failure, Arguments in) {
            return Map.of("sorry", true);
        }

        @Override
        protected @Nullable Object call(int route, Arguments in) throws Exception {
            calls++;
            return method.call();
        }
    }

    private String handle(String alias, String event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new Handler()
                    .handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), out, Invocation.through(alias));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString(UTF_8);
    }

    private static String task(String name) {
        return "{\"task\":\"" + name + "\",\"id\":\"i1\",\"args\":[]}";
    }

    private static String queued(String name) {
        return new String(
                Json.write(Map.of(
                        "Records",
                        List.of(Map.of(
                                "messageId",
                                "m1",
                                "eventSource",
                                "aws:sqs",
                                "eventSourceARN",
                                QUEUE,
                                "body",
                                task(name))))),
                UTF_8);
    }

    private static String published(String name) {
        Map<String, Object> record = new HashMap<>();
        record.put("EventSource", "aws:sns");
        record.put("EventVersion", "1.0");
        record.put("EventSubscriptionArn", TOPIC + ":1");
        record.put("Sns", Map.of("Type", "Notification", "TopicArn", TOPIC, "Message", task(name)));
        return new String(Json.write(Map.of("Records", List.of(record))), UTF_8);
    }

    private static String held(String owner) {
        return "{\"Item\":{\"state\":{\"S\":\"running\"},\"owner\":{\"S\":\"" + owner + "\"}}}";
    }

    private static Exception burnt() {
        return new IllegalStateException("burnt");
    }

    /** The values of a request to the table. */
    private EventObject values(int request) {
        return EventObject.of(table.sent.get(request).body()).in("ExpressionAttributeValues");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bake", "wash"})
    void aFailedTaskIsNoMatterOfExceptionHandlers(String name) {
        method = () -> {
            throw burnt();
        };

        assertThat(handle("live", queued(name))).isEqualTo(GIVEN_BACK);
        assertThatThrownBy(() -> handle("live", published(name))).hasMessage("burnt");
        assertThatThrownBy(() -> handle("ops", task(name))).hasMessage("burnt");
        assertThat(calls).isEqualTo(3);
    }

    @Test
    void exceptionHandlersStillSeeWhatIsNoTask() {
        method = () -> {
            throw burnt();
        };

        assertThat(handle("live", "{}")).isEqualTo("{\"sorry\":true}");
    }

    @Test
    void aFailedTaskIsKeptAsFailed() {
        method = () -> {
            throw burnt();
        };

        handle("live", queued("bake"));

        assertThat(table.sent).hasSize(2);
        assertThat(values(1).in(":state").text("S")).isEqualTo("failed");
        assertThat(values(1).in(":value").text("S")).isEqualTo("java.lang.IllegalStateException: burnt");
    }

    @Test
    void anErrorIsKeptAsAFailureToo() {
        method = () -> {
            throw new StackOverflowError("deep");
        };

        assertThatThrownBy(() -> handle("ops", task("bake"))).isInstanceOf(StackOverflowError.class);

        assertThat(values(1).in(":state").text("S")).isEqualTo("failed");
        assertThat(values(1).in(":value").text("S")).isEqualTo("java.lang.StackOverflowError: deep");
    }

    @Test
    void whatCannotBeKeptDoesNotHideWhatTheMethodThrew() {
        method = () -> {
            throw burnt();
        };
        table.then(200, "{}").always(400, "{\"__type\":\"ResourceNotFoundException\",\"message\":\"no table\"}");

        assertThatThrownBy(() -> handle("ops", task("bake")))
                .hasMessage("burnt")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .satisfies(hidden -> assertThat(hidden).hasMessageContaining("no table")));
    }

    @Test
    void aLongFailureIsCut() {
        String half = "\uD83C\uDF70"; // one cake, two characters
        method = () -> {
            throw new IllegalStateException("x" + half.repeat(200_000));
        };

        assertThatThrownBy(() -> handle("ops", task("bake"))).hasMessageStartingWith("x");

        String kept = values(1).in(":value").text("S");
        assertThat(kept).startsWith("java.lang.IllegalStateException: x" + half).endsWith(half + "...");
        assertThat(kept.length()).isBetween(10_002, 10_003);
    }

    @Test
    void aResultThatNoItemHoldsIsToldAndNotRunAgain() {
        method = () -> "é".repeat(195_000);

        // Two bytes each, and the quotes.
        assertThat(handle("live", queued("bake"))).isEqualTo(GIVEN_BACK);
        assertThat(values(1).in(":state").text("S")).isEqualTo("done");
        assertThat(values(1).in(":value").text("S")).isEqualTo("the result has 390002 bytes and a state holds 390000");

        table.then(400, CONDITION).then(200, "{\"Item\":{\"state\":{\"S\":\"done\"},\"error\":{\"S\":\"too large\"}}}");
        assertThat(handle("live", queued("bake"))).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void aResultThatJustFitsIsKept() {
        method = () -> "é".repeat(194_999);

        assertThat(handle("live", queued("bake"))).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(values(1).in(":value").text("S")).hasSize(195_001);
    }

    /** Lost answers: the second attempt of the same request finds the condition broken by the first. */
    @Test
    void aHoldWhoseAnswerGotLostIsOurs() {
        table.then(500, "")
                .then(400, CONDITION)
                .then(200, () -> held(values(0).in(":owner").text("S")));

        assertThat(handle("live", queued("bake"))).isEqualTo("{\"batchItemFailures\":[]}");

        assertThat(calls).isEqualTo(1);
        assertThat(table.sent).hasSize(4);
        assertThat(table.sent.get(1).text()).isEqualTo(table.sent.get(0).text());
        assertThat(values(3).in(":state").text("S")).isEqualTo("done");
        assertThat(values(3).in(":owner").text("S"))
                .isEqualTo(values(0).in(":owner").text("S"));
    }

    @Test
    void aHoldOfSomebodyElseIsNotOurs() {
        table.then(500, "").then(400, CONDITION).then(200, held("other"));

        assertThat(handle("live", queued("bake"))).isEqualTo(GIVEN_BACK);
        assertThat(calls).isZero();
    }

    @Test
    void anEndWhoseAnswerGotLostIsWrittenAgain() {
        table.then(200, "{}").then(503, "").then(200, "{}");

        assertThat(handle("live", queued("bake"))).isEqualTo("{\"batchItemFailures\":[]}");

        assertThat(calls).isEqualTo(1);
        assertThat(table.sent).hasSize(3);
        assertThat(values(2).in(":state").text("S")).isEqualTo("done");
    }

    @ParameterizedTest
    @CsvSource({
        "400, ProvisionedThroughputExceededException",
        "400, ThrottlingException",
        "400, RequestLimitExceeded",
        "500, InternalServerError",
        "503, ServiceUnavailable"
    })
    void whatPassesIsWaitedFor(int status, String code) {
        String error = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + code + "\"}";
        table.then(status, error).then(200, "{}").then(status, error).then(200, "{}");

        assertThat(handle("live", queued("bake"))).isEqualTo("{\"batchItemFailures\":[]}");

        assertThat(calls).isEqualTo(1);
        assertThat(table.sent).hasSize(4);
    }

    @Test
    void whatDoesNotPassRunsNothing() {
        table.always(400, "{\"__type\":\"com.amazon.coral.service#ExpiredTokenException\"}");

        assertThat(handle("live", queued("bake"))).isEqualTo(GIVEN_BACK);
        assertThatThrownBy(() -> handle("ops", task("bake")))
                .isInstanceOf(AwsException.class)
                .hasMessageContaining("ExpiredTokenException");
        assertThat(calls).isZero();
    }

    @Test
    void anEndThatIsRefusedHasTheTaskDeliveredAgain() {
        table.then(200, "{}").always(400, "{\"__type\":\"AccessDeniedException\"}");

        assertThat(handle("live", queued("bake"))).isEqualTo(GIVEN_BACK);
        assertThat(calls).isEqualTo(1);

        // What was done is not done again while it is held.
        table.always(400, CONDITION);
        table.then(400, CONDITION).then(200, held("first"));
        assertThat(handle("live", queued("bake"))).isEqualTo(GIVEN_BACK);
        assertThat(calls).isEqualTo(1);
    }
}
