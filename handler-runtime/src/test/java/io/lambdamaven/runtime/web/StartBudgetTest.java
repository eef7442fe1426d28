package io.lambdamaven.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.api.HttpException;
import io.lambdamaven.runtime.RoutedHandler;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.HttpTarget;
import io.lambdamaven.runtime.event.Recognizer;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of an application that takes longer than the init phase, or never comes up. */
@Timeout(30)
class StartBudgetTest {
    private static final Patience SHORT = new Patience(50, 150, false, 400);
    private static final Patience PREPARED = new Patience(50, 150, true, 400);
    private static final RawRequest GET = RawRequest.parse("GET /x");

    private final TestContext context = new TestContext();
    private final Ends ends = new Ends();

    /** Goes on, where the process would be over. */
    static final class Ends extends Ending {
        int count;

        @Override
        void now() {
            count++;
        }
    }

    private WebHost start(LateApp app, Patience patience) {
        return WebHost.start(app, 0, "", Map.of(), patience, ends);
    }

    @Test
    void theLogSaysWhatIsMissingBeforeTheInitPhaseIsOver() {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (LateApp app = LateApp.opening()) {
            System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
            start(app, SHORT);
        } finally {
            System.setErr(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("shop.LateApp has not opened port ")
                .contains(" on 127.0.0.1, and is still starting; a main that has a port of its own says it in"
                        + " @WebApplication(port) or <webApplication><port>");
    }

    @Test
    void anOnDemandStartGoesOnWithinTheFirstInvocation() throws Exception {
        try (LateApp app = LateApp.opening()) {
            long begun = System.nanoTime();
            WebHost host = start(app, SHORT);
            assertThat((System.nanoTime() - begun) / 1_000_000).isBetween(150L, 5_000L);

            Answer early = ask(host, 400);
            assertThat(early.status()).isEqualTo(504);
            assertThat(early.text()).contains("the application has not started in time");
            assertThat(context.log)
                    .anyMatch(line -> line.contains("has not opened port") && line.contains("LateApp.start"));

            app.finish();
            assertThat(ask(host, 30_000).text()).isEqualTo("up");
            assertThat(ends.count).isZero();
        }
    }

    @Test
    void aSnapshotIsNotTakenOfWhatHasNotStarted() {
        try (LateApp app = LateApp.opening()) {
            assertThatThrownBy(() -> start(app, PREPARED))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("shop.LateApp has not opened port ")
                    .hasMessageContaining("and is still starting");
        }
    }

    @Test
    void aFailureAfterTheInitPhaseEndsTheEnvironmentAndSaysWhy() throws Exception {
        try (LateApp app = LateApp.failing("no database")) {
            WebHost host = start(app, SHORT);
            app.finish();

            assertThatThrownBy(() -> ask(host, 30_000)).hasRootCauseMessage("no database");
            assertThat(ends.count).isEqualTo(1);
            assertThat(context.log)
                    .singleElement()
                    .asString()
                    .startsWith("This environment ends, and Lambda starts a new one: ")
                    .contains("the web application shop.LateApp did not start", "Caused by: ", "no database");
        }
    }

    @Test
    void aStartThatIsOverAndHasOpenedNothingDoesNotUseUpTheRequest() throws Exception {
        try (LateApp app = LateApp.deaf()) {
            WebHost host = start(app, SHORT);
            app.finish();

            long begun = System.nanoTime();
            assertThatThrownBy(() -> ask(host, 25_000)).hasMessageContaining("although its start is over");
            assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(5_000);
            assertThat(ends.count).isEqualTo(1);
            assertThat(context.log).singleElement().asString().contains("although its start is over");
        }
    }

    @Test
    void aStartThatIsOverAndHasOpenedNothingFailsBeforeTheInitPhaseDoes() {
        try (LateApp app = LateApp.deaf()) {
            app.go.countDown();
            assertThatThrownBy(() -> start(app, new Patience(60_000, 120_000, true, 400)))
                    .hasMessageContaining("although its start is over");
        }
    }

    @Test
    void howLongIsWaitedIsWhatLambdaGives() {
        assertThat(Patience.of(Map.of())).isEqualTo(new Patience(8_000, 9_000, false, 10_000));
        assertThat(Patience.of(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand", Patience.TIMEOUT, "900")))
                .isEqualTo(new Patience(8_000, 9_000, false, 10_000));
        for (String prepared : List.of("snap-start", "provisioned-concurrency", "lambda-managed-instances")) {
            assertThat(Patience.of(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", prepared)))
                    .isEqualTo(new Patience(8_000, 125_000, true, 10_000));
            assertThat(Patience.of(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", prepared, Patience.TIMEOUT, "30"))
                            .initMillis())
                    .isEqualTo(125_000);
            assertThat(Patience.of(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", prepared, Patience.TIMEOUT, "900"))
                            .initMillis())
                    .isEqualTo(895_000);
        }
    }

    /** Routes beside the application, whose methods ask it for something. */
    private static final class Beside extends RoutedHandler {
        private final LateApp app;
        final List<Boolean> seen = new ArrayList<>();

        Beside(WebHost host, LateApp app) {
            super(RouteTable.builder(Map.of())
                    .http(0, "GET", "/stock", "Stock.get")
                    .service(1, EventKind.SQS, new String[] {""}, RouteTable.EACH, "", "Stock.take")
                    .invoke(2, "Stock.any")
                    .build());
            this.app = app;
            host(host);
        }

        @Override
        protected Object call(int route, Arguments in) {
            seen.add(app.isUp());
            return null;
        }
    }

    private static final String SQS = "{\"Records\":[{\"messageId\":\"1\",\"receiptHandle\":\"r\",\"body\":\"b\","
            + "\"attributes\":{},\"messageAttributes\":{},\"eventSource\":\"aws:sqs\",\"eventSourceARN\":\"a:q\"}]}";

    @Test
    void noMethodIsCalledBeforeTheApplicationIsThere() throws Exception {
        for (String event :
                List.of(SQS, "{\"any\":1}", RawRequest.parse("GET /stock").functionUrl())) {
            try (LateApp app = LateApp.opening()) {
                Beside handler = new Beside(start(app, SHORT), app);
                Thread later = new Thread(() -> {
                    try {
                        Thread.sleep(200);
                    } catch (InterruptedException e) {
                        return;
                    }
                    app.go.countDown();
                });
                later.start();

                handle(handler, event, 30_000);
                assertThat(handler.seen).as(event).containsExactly(true);
            }
        }
    }

    @Test
    void whatCannotWaitAnyLongerIsNotCalledAndGoesBack() throws Exception {
        try (LateApp app = LateApp.opening()) {
            Beside handler = new Beside(start(app, SHORT), app);

            assertThat(handle(handler, SQS, 800)).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
            Answer answer =
                    Answer.ofJson(handle(handler, RawRequest.parse("GET /stock").functionUrl(), 800)
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).isEqualTo(504);
            assertThat(answer.text()).contains("the application has not started in time");
            assertThatThrownBy(() -> handle(handler, "{\"any\":1}", 800))
                    .isInstanceOf(HttpException.class)
                    .hasMessage("the application has not started in time");
            assertThat(handler.seen).isEmpty();
            assertThat(context.log).anyMatch(line -> line.contains("has not opened port"));
        }
    }

    @Test
    void aFailedStartEndsTheEnvironmentWhateverTheEvent() throws Exception {
        try (LateApp app = LateApp.failing("no database")) {
            Beside handler = new Beside(start(app, SHORT), app);
            app.finish();

            assertThatThrownBy(() -> handle(handler, "{\"any\":1}", 30_000)).hasRootCauseMessage("no database");
            assertThat(ends.count).isEqualTo(1);
            assertThat(handler.seen).isEmpty();
        }
    }

    /** What the child JVM runs: its end waits for nobody. */
    static final class Main {
        public static void main(String[] args) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
            new Ending().now();
        }
    }

    @Test
    void theEndIsOneThatLambdaTakesForAFailure() throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName())
                .start();
        assertThat(java.inputReader(StandardCharsets.UTF_8).readLine()).isNull();
        assertThat(java.waitFor()).isEqualTo(1);
    }

    private String handle(RoutedHandler handler, String event, int millis) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        Context invocation = context.of(millis);
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, invocation);
        return answer.toString(StandardCharsets.UTF_8);
    }

    private Answer ask(WebHost host, int millis) {
        byte[] bytes = GET.functionUrl().getBytes(StandardCharsets.UTF_8);
        Event what = Recognizer.recognize(bytes, false);
        return Answer.ofJson(host.answer(what, HttpTarget.of(what), bytes, context.of(millis)));
    }
}
