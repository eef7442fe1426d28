package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.route.UnroutableEventException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RoutedHandlerEventsTest {
    private static final ShopHandler SHARED = new ShopHandler();

    private final ShopHandler handler = new ShopHandler();
    private final Invocation context = Invocation.live();

    @Test
    void aFailedMessageAloneIsGivenBack() throws IOException {
        String answer = handler.invoke(Events.sqs("orders", "one", "bad two", "three"), context);

        assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-2\"}]}");
        assertThat(handler.calls).containsExactly("one", "bad two", "three");
        assertThat(context.log)
                .singleElement()
                .asString()
                .contains("message m-2 failed", "cannot take bad two", "\tat ");
    }

    @Test
    void aDoneBatchGivesNothingBack() throws IOException {
        assertThat(handler.invoke(Events.sqs("orders", "one"), context)).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(context.log).isEmpty();
    }

    @Test
    void sqsFifoStopsAtTheFirstFailure() throws IOException {
        String answer = handler.invoke(Events.sqs("orders.fifo", "one", "bad two", "three", "four"), context);

        assertThat(answer)
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-2\"},"
                        + "{\"itemIdentifier\":\"m-3\"},{\"itemIdentifier\":\"m-4\"}]}");
        assertThat(handler.calls).containsExactly("one", "bad two");
    }

    @Test
    void messagesCloseToTheDeadlineAreGivenBackAndNotStarted() throws IOException {
        context.remaining.addAll(List.of(30_000, 499));

        String answer = handler.invoke(Events.sqs("orders", "one", "two", "three"), context);

        assertThat(answer)
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-2\"},{\"itemIdentifier\":\"m-3\"}]}");
        assertThat(handler.calls).containsExactly("one");
        assertThat(context.log).singleElement().asString().contains("2 messages given back, not started");
    }

    @Test
    void aBatchMethodAnswersForItself() throws IOException {
        assertThat(handler.invoke(Events.sqs("batches", "one", "two"), context))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}");
        assertThat(handler.calls).containsExactly("[one, two]");
    }

    @Test
    void aBatchMethodsExceptionFailsTheInvocationAsItIs() {
        assertThatThrownBy(() -> handler.invoke(Events.sqs("batches", "bad"), context))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("cannot take the batch")
                .hasNoCause();
    }

    @Test
    void objectsAreTakenOneByOneWithDecodedKeys() throws IOException {
        String answer = handler.invoke(Events.s3("ObjectCreated:Put", "csv/a+b%21.csv", "csv/%C3%A4.csv"), context);

        assertThat(answer).isEqualTo("null");
        assertThat(handler.calls).containsExactly("incoming/csv/a b!.csv", "incoming/csv/ä.csv");
    }

    @Test
    void anObjectsFailureFailsTheInvocationAsItIsAndNamesTheObject() {
        assertThatThrownBy(() -> handler.invoke(
                        Events.s3("ObjectCreated:Put", "csv/1.csv", "csv/broken.csv", "csv/3.csv"), context))
                .isExactlyInstanceOf(SQLException.class)
                .hasMessage("no such table");
        assertThat(handler.calls).containsExactly("incoming/csv/1.csv", "incoming/csv/broken.csv");
        assertThat(context.log)
                .containsExactly("S3 incoming/csv/*.csv [s3:ObjectCreated:*]: failed at incoming/csv/broken.csv\n");
    }

    @Test
    void aWholeEventIsTakenOnce() throws IOException {
        handler.invoke(Events.s3("ObjectRemoved:Delete", "a", "b"), context);

        assertThat(handler.calls).containsExactly("2 removed");
    }

    @Test
    void aTickThatKeepsWarmIsAnsweredWithoutCallingAnything() throws IOException {
        assertThat(handler.invoke(Events.schedule("shop-dev-keepwarm"), context))
                .isEqualTo("null");
        assertThat(handler.calls).isEmpty();
        assertThat(context.log).isEmpty();
    }

    @Test
    void ticksOfRulesWithSimilarNamesDoNotKeepWarm() throws IOException {
        for (String rule : List.of("shop-dev-keepwarm2", "my-shop-dev-keepwarm", "shop-keepwarm", "keepwarm")) {
            assertThatThrownBy(() -> handler.invoke(Events.schedule(rule), context))
                    .as(rule)
                    .isInstanceOf(UnroutableEventException.class)
                    .hasMessageContaining("rule/" + rule);
        }
        assertThat(handler.calls).isEmpty();

        handler.invoke(Events.schedule("shop-dev-a1b2c3d4"), context);

        assertThat(handler.calls).containsExactly("tick t-1");
    }

    @Test
    void anEventWithOneUnroutableObjectDoesNothing() {
        assertThatThrownBy(() -> handler.invoke(Events.s3("ObjectCreated:Put", "csv/1.csv", "txt/2.txt"), context))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageContainingAll("Amazon S3", "incoming/txt/2.txt", "ObjectCreated:Put", "Import.load");
        assertThat(handler.calls).isEmpty();
    }

    @Test
    void aTickFindsTheRouteWhoseRuleItIs() throws IOException {
        assertThat(handler.invoke(Events.schedule("shop-dev-a1b2c3d4"), context))
                .isEqualTo("null");
        assertThat(handler.calls).containsExactly("tick t-1");
    }

    @Test
    void aRuleOfAnotherFunctionIsNotOurs() {
        assertThatThrownBy(() -> handler.invoke(Events.schedule("other-shop-dev-a1b2c3d4"), context))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageContainingAll(
                        "an EventBridge schedule", "rule/other-shop-dev-a1b2c3d4", "schedule a1b2c3d4");
    }

    @Test
    void anUnroutableEventNamesServiceResourceAndRoutes() {
        assertThatThrownBy(() -> handler.invoke(Events.sqs("unknown", "x"), context))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageStartingWith("no route takes this event of Amazon SQS"
                        + " (arn:aws:sqs:eu-central-1:123456789012:unknown); the routes of this function are: ")
                .hasMessageContainingAll(
                        "GET /orders/{id} (OrderApi.get)",
                        "SQS arn:aws:sqs:eu-central-1:123456789012:orders (OrderConsumer.consume)",
                        "command reindex (Admin.reindex)");
    }

    @Test
    void aServiceWithoutTriggerNamesItsResource() {
        String sns = "{\"Records\":[{\"EventSource\":\"aws:sns\",\"Sns\":{\"TopicArn\":\"arn:aws:sns:x:1:t\"}}]}";

        assertThatThrownBy(() -> handler.invoke(sns, context))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageContaining("Amazon SNS (arn:aws:sns:x:1:t)");
    }

    @Test
    void aCommandRunsThroughTheAliasOps() throws IOException {
        String answer = handler.invoke("{\"command\":\"reindex\",\"args\":[\"a\",\"b\"]}", Invocation.through("ops"));

        assertThat(answer).isEqualTo("2");
        assertThat(handler.calls).containsExactly("reindex [a, b]");
    }

    @Test
    void anywhereElseACommandIsData() throws IOException {
        String command = "{\"command\":\"reindex\",\"args\":[]}";
        for (Invocation other : List.of(
                Invocation.live(), Invocation.through("raw"), Invocation.through("OPS"), Invocation.unqualified())) {
            handler.invoke(command, other);
        }

        assertThat(handler.calls).hasSize(4).allMatch(("invoked with " + command)::equals);
    }

    @Test
    void aCommandsMarkInsideAServicesEventIsData() throws IOException {
        String event = Events.sqs("orders", "{\"command\":\"reindex\",\"args\":[]}")
                .replaceFirst("\\{", "{\"command\":\"reindex\",\"args\":[],");

        handler.invoke(event, Invocation.through("ops"));

        assertThat(handler.calls).containsExactly("{\"command\":\"reindex\",\"args\":[]}");
    }

    @Test
    void anUnknownCommandNamesTheKnownOnes() {
        assertThatThrownBy(() -> handler.invoke("{\"command\":\"java.lang.Runtime\"}", Invocation.through("ops")))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageContainingAll("an operator's command (java.lang.Runtime)", "command reindex");
    }

    @Test
    void aCommandWithoutItsArgumentsSaysSo() {
        assertThatThrownBy(() -> handler.invoke("{\"command\":\"reindex\"}", Invocation.through("ops")))
                .isInstanceOf(BindException.class)
                .hasMessage("'args' of the command reindex is missing");
    }

    @Test
    void throughTheAliasRawNothingIsRecognised() throws IOException {
        String forged = Events.sqs("orders", "forged");

        handler.invoke(forged, Invocation.through("raw"));

        assertThat(handler.calls).containsExactly("invoked with " + forged);
    }

    @Test
    void aPayloadThatNoServiceSendsIsInvoked() throws IOException {
        assertThat(handler.invoke("\"hello\"", context)).isEqualTo("\"invoked with hello\"");
        assertThat(handler.invoke("[1,2]", context)).isEqualTo("\"invoked with [1,2]\"");
    }

    @Test
    void severalEventsAtOnceDoNotSeeEachOther() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                String body = i % 2 == 0 ? "good " + i : "bad " + i;
                answers.add(
                        threads.submit(() -> new ShopHandler().invoke(Events.sqs("orders", body), Invocation.live())));
                String path = "/files/" + i;
                answers.add(
                        threads.submit(() -> SHARED.invoke(Events.httpApi("GET", path, "", null), Invocation.live())));
            }
            for (int i = 0; i < 500; i++) {
                assertThat(answers.get(2 * i).get().contains("m-1")).isEqualTo(i % 2 == 1);
                assertThat(answers.get(2 * i + 1).get()).contains("\"body\":\"" + i + "\"");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aNewVersionAnswersTheDeployerAndNobodyElse() throws Exception {
        String ping = "{\"lambda-maven\":\"ping\"}";

        assertThat(handler.invoke(ping, Invocation.through("3"))).isEqualTo("{\"lambda-maven\":\"pong\"}");
        for (Invocation other : List.of(
                Invocation.live(), Invocation.through("raw"), Invocation.through("ops"), Invocation.unqualified())) {
            assertThat(answerOrFailure(ping, other)).doesNotContain("pong");
        }
    }

    private String answerOrFailure(String event, Invocation through) {
        try {
            return handler.invoke(event, through);
        } catch (Exception e) {
            return String.valueOf(e.getMessage());
        }
    }
}
