package io.lambdamaven.plugin.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionHostTest {
    @TempDir
    static Path shared;

    private static RuntimeClient client;

    @TempDir
    Path directory;

    private final List<FunctionHost> hosts = new ArrayList<>();
    private boolean pureJavaLoop;
    private final int mostEnvironments = 2;

    @BeforeAll
    static void installOnce() throws IOException {
        client = RuntimeClient.install(shared.resolve("client"));
        Handlers.compile(shared.resolve("code"), client);
    }

    @AfterEach
    void closeHosts() {
        hosts.forEach(FunctionHost::close);
    }

    @Test
    void startsColdAndAnswersWarmFromTheSameEnvironment() throws Exception {
        FunctionHost host = host("shop.Shop", 128, 10);

        Result cold = invoke(host, "a");
        Result warm = invoke(host, "b");

        assertThat(text(cold)).startsWith("a 1 ");
        assertThat(text(warm)).startsWith("b 2 ").endsWith(text(cold).substring(4));
        assertThat(cold.functionError()).isNull();
        assertThat(cold.initMillis()).isPositive();
        assertThat(warm.initMillis()).isNull();
        assertThat(cold.log())
                .anyMatch(line -> line.equals("START RequestId: " + cold.requestId() + " Version: $LATEST"))
                .anyMatch(line -> line.equals("END RequestId: " + cold.requestId()));
        assertThat(cold.log().get(cold.log().size() - 1))
                .matches("REPORT RequestId: " + cold.requestId() + "\tDuration: [0-9.]+ ms\tBilled Duration: [0-9]+ ms"
                        + "\tMemory Size: 128 MB\tMax Memory Used: [0-9]+ MB\tInit Duration: [0-9.]+ ms\t");
        assertThat(warm.log().get(warm.log().size() - 1)).doesNotContain("Init Duration");
    }

    @Test
    void givesTheHandlerItsContext() throws Exception {
        Result result = host("shop.Shop", 128, 10)
                .invoke(new Request("context".getBytes(StandardCharsets.UTF_8), Handlers.ARN + ":live"));

        assertThat(text(result))
                .isEqualTo(Handlers.ARN + ":live 128 true shop "
                        + shared.resolve("code").toRealPath());
    }

    @Test
    void reportsAnErrorWithItsTypeAndStackAndKeepsTheEnvironment() throws Exception {
        FunctionHost host = host("shop.Shop", 128, 10);

        Result failed = invoke(host, "fail");

        JsonObject error = Json.parse(failed.payload()).asObject();
        assertThat(failed.functionError()).isEqualTo("Unhandled");
        assertThat(error.text("errorType")).isEqualTo("java.lang.IllegalStateException");
        assertThat(error.text("errorMessage")).isEqualTo("no \"stock\"");
        assertThat(error.array("stackTrace").canonical()).contains("shop.Shop.handleRequest(Shop.java:");
        assertThat(text(invoke(host, "a"))).startsWith("a 2 ");
    }

    @Test
    void endsAnInvocationAtItsTimeoutAndStartsAfresh() throws Exception {
        FunctionHost host = host("shop.Shop", 128, 1);

        Result late = invoke(host, "hang");

        assertThat(late.functionError()).isEqualTo("Unhandled");
        assertThat(text(late))
                .isEqualTo("{\"errorMessage\":\"RequestId: " + late.requestId()
                        + " Error: Task timed out after 1.00 seconds\",\"errorType\":\"Sandbox.Timedout\"}");
        assertThat(late.millis()).isBetween(950.0, 2500.0);
        assertThat(late.log()).contains(late.requestId() + " Task timed out after 1.00 seconds");
        assertThat(late.log().get(late.log().size() - 1)).endsWith("Status: timeout");
        assertThat(invoke(host, "a").initMillis()).isNotNull();
    }

    @Test
    void reportsAProcessThatExitsAndStartsAfresh() throws Exception {
        FunctionHost host = host("shop.Shop", 128, 10);

        Result exited = invoke(host, "exit");
        Result ended = invoke(host, "die");

        assertThat(text(exited))
                .isEqualTo("{\"errorMessage\":\"RequestId: " + exited.requestId()
                        + " Error: Runtime exited with error: exit status 3\",\"errorType\":\"Runtime.ExitError\"}");
        assertThat(text(ended)).contains("Runtime exited without providing a reason");
        assertThat(ended.initMillis()).isNotNull();
        assertThat(exited.log())
                .contains("RequestId: " + exited.requestId() + " Error: Runtime exited with error: exit status 3");
    }

    @Test
    void reportsMemoryThatRunsOutAndStartsAfresh() throws Exception {
        FunctionHost host = host("shop.Shop", 128, 20);

        Result full = invoke(host, "fill");

        assertThat(full.functionError()).isEqualTo("Unhandled");
        assertThat(Json.parse(full.payload()).asObject().text("errorType")).isEqualTo("java.lang.OutOfMemoryError");
        assertThat(text(invoke(host, "a"))).startsWith("a 1 ");
    }

    @Test
    void refusesAnAnswerLargerThanLambdaPassesOn() throws Exception {
        Result large = invoke(host("shop.Shop", 256, 10), "large");

        assertThat(large.functionError()).isEqualTo("Unhandled");
        assertThat(text(large)).contains("Function.ResponseSizeTooLarge", "7000000");
    }

    @Test
    void givesTheFunctionItsOwnVariablesAndNoneOfTheCallers() throws Exception {
        String variables = text(invoke(host("shop.Shop", 128, 10), "variables"));

        List<String> names = new ArrayList<>();
        for (String variable : variables.substring(1, variables.length() - 1).split(", ")) {
            names.add(variable.substring(0, variable.indexOf('=')));
        }
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "AWS_ACCESS_KEY_ID",
                        "AWS_DEFAULT_REGION",
                        "AWS_EXECUTION_ENV",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                        "AWS_LAMBDA_FUNCTION_NAME",
                        "AWS_LAMBDA_FUNCTION_VERSION",
                        "AWS_LAMBDA_INITIALIZATION_TYPE",
                        "AWS_LAMBDA_LOG_GROUP_NAME",
                        "AWS_LAMBDA_LOG_STREAM_NAME",
                        "AWS_LAMBDA_RUNTIME_API",
                        "AWS_REGION",
                        "LAMBDA_RUNTIME_DIR",
                        "LAMBDA_TASK_ROOT",
                        "LANG",
                        "PATH",
                        "TABLE",
                        "TZ",
                        "_HANDLER");
        assertThat(variables).contains("TABLE=orders", "AWS_ACCESS_KEY_ID=test", "AWS_REGION=eu-west-1");
    }

    @Test
    void keepsWhatWasPrintedInTheInvocationsLogAndTheFile() throws Exception {
        FunctionHost host = host("shop.Shop", 128, 10);
        invoke(host, "a");

        Result printed = invoke(host, "print");

        assertThat(printed.log()).hasSize(6).contains("to out", "to err", "unended");
        assertThat(printed.log().get(0)).startsWith("START ");
        assertThat(Files.readAllLines(directory.resolve("function.log")))
                .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z\t.*"))
                .anyMatch(line -> line.endsWith("\tto err"));
    }

    @Test
    void runsParallelInvocationsInEnvironmentsOfTheirOwnAndNoMoreThanAllowed() throws Exception {
        FunctionHost host = host("shop.Shop", 128, 10);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        List<String> processes = new ArrayList<>();
        try {
            List<Future<Result>> results = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                results.add(callers.submit(() -> invoke(host, "nap")));
            }
            for (Future<Result> result : results) {
                processes.add(text(result.get()).split(" ")[2]);
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(processes.stream().distinct()).hasSize(2);
    }

    @Test
    void reportsAFunctionThatCannotStart() throws Exception {
        Result broken = invoke(host("shop.Broken", 128, 10), "a");
        Result missing = invoke(host("shop.Missing", 128, 10), "a");

        assertThat(broken.functionError()).isEqualTo("Unhandled");
        assertThat(text(broken)).contains("no table");
        assertThat(text(missing)).contains("Class not found: shop.Missing");
    }

    @Test
    void repeatsAStartThatTakesTooLongUnderTheFunctionsTimeout() throws Exception {
        FunctionHost patient = host("shop.Slow", 128, 10, Duration.ofSeconds(1));
        FunctionHost strict = host("shop.Slow", 128, 1, Duration.ofSeconds(1));

        Result late = invoke(patient, "a");

        assertThat(text(late)).isEqualTo("1");
        assertThat(late.millis()).isGreaterThan(2500);
        assertThat(late.initMillis()).isNull();
        assertThat(text(invoke(strict, "a"))).contains("Sandbox.Timedout");
    }

    @Test
    void runsTheSameHandlerInTheLoopOfPureJava() throws Exception {
        pureJavaLoop = true;
        FunctionHost host = host("shop.Shop", 128, 10);

        assertThat(text(invoke(host, "a"))).startsWith("a 1 ");
        assertThat(text(invoke(host, "context"))).startsWith(Handlers.ARN + " 128 true shop ");
        JsonObject error = Json.parse(invoke(host, "fail").payload()).asObject();
        assertThat(error.text("errorType")).isEqualTo("java.lang.IllegalStateException");
        assertThat(error.text("errorMessage")).isEqualTo("no \"stock\"");
        assertThat(text(invoke(host, "b"))).startsWith("b 4 ");
        assertThat(text(invoke(host("shop.Broken", 128, 10), "a"))).contains("no table");
        assertThat(text(invoke(host("shop.Plain", 128, 10), "a"))).contains("must implement", "RequestStreamHandler");
    }

    @Test
    void takesNothingMoreOnceClosed() throws Exception {
        FunctionHost host = host("shop.Shop", 128, 10);
        long pid = Long.parseLong(text(invoke(host, "a")).split(" ")[2]);

        host.close();

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(directory.resolve("scratch")).isEmptyDirectory();
        assertThatThrownBy(() -> invoke(host, "b"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void saysThatNoChildCanBeStarted() {
        FunctionHost host = new FunctionHost(spec("shop.Shop", 128, 10), settings(Path.of("/nowhere/bin/java")));
        hosts.add(host);

        assertThatThrownBy(() -> invoke(host, "a"))
                .hasMessageContaining("cannot be started")
                .hasMessageContaining("/nowhere/bin/java");
    }

    private FunctionHost host(String handler, int memory, int timeout) {
        return host(handler, memory, timeout, Duration.ofSeconds(10));
    }

    private FunctionHost host(String handler, int memory, int timeout, Duration initLimit) {
        FunctionHost host = new FunctionHost(
                spec(handler, memory, timeout),
                settings(Path.of(System.getProperty("java.home"), "bin", "java")),
                initLimit);
        hosts.add(host);
        return host;
    }

    private static FunctionSpec spec(String handler, int memory, int timeout) {
        return new FunctionSpec(
                "shop",
                "$LATEST",
                Handlers.ARN,
                handler,
                memory,
                timeout,
                new TreeMap<>(Map.of("TABLE", "orders")),
                shared.resolve("code"),
                "eu-west-1");
    }

    private HostSettings settings(Path java) {
        return new HostSettings(
                java,
                client.jars(),
                client.nativeLibrary(),
                pureJavaLoop,
                client.loopClasses(),
                mostEnvironments,
                directory.resolve("function.log"),
                directory.resolve("scratch"),
                Map.of("AWS_ACCESS_KEY_ID", "test"));
    }

    private static Result invoke(FunctionHost host, String event) throws InterruptedException {
        return host.invoke(new Request(event.getBytes(StandardCharsets.UTF_8), Handlers.ARN));
    }

    private static String text(Result result) {
        return new String(result.payload(), StandardCharsets.UTF_8);
    }
}
