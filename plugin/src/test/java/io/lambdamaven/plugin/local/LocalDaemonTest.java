package io.lambdamaven.plugin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lambdamaven.plugin.apply.Deployer;
import io.lambdamaven.plugin.apply.Outcome;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.local.wire.DaemonInfo;
import io.lambdamaven.plugin.local.wire.Loopback;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Alias;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.LogGroup;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.Version;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.Progress;
import io.lambdamaven.plugin.report.UserFault;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDaemonTest {
    private static final String FUNCTION = "shop-dev";
    private static final String ROLE = "arn:aws:iam::123456789012:role/r";
    private static final String LOGS = "/aws/lambda/" + FUNCTION;

    @TempDir
    Path directory;

    private final List<String> said = new ArrayList<>();
    private final Progress progress = new Progress() {
        @Override
        public synchronized void info(String line) {
            said.add(line);
        }

        @Override
        public void warn(String line) {
            info(line);
        }

        @Override
        public void debug(String line) {}
    };

    @AfterEach
    void stop() {
        daemon(null).stop();
    }

    private LocalDaemon daemon(Integer port) {
        return daemon(port, false);
    }

    private LocalDaemon daemon(Integer port, boolean pureJavaLoop) {
        return new LocalDaemon(
                new LocalSettings(directory.resolve("state"), "eu-west-1", port, pureJavaLoop), progress);
    }

    private static List<Resource> resources(String says) {
        Permission permission = new Permission(
                FUNCTION,
                "live",
                "lambda-maven-http-api",
                "lambda:InvokeFunction",
                "apigateway.amazonaws.com",
                "arn",
                "123456789012",
                null,
                null,
                List.of(new ResourceId(ResourceType.HTTP_API, FUNCTION)));
        return List.of(
                new LogGroup(LOGS, null, Map.of()),
                new LambdaFunction(
                        FUNCTION,
                        "",
                        "java17",
                        "x86_64",
                        HandlerJar.HANDLER,
                        ROLE,
                        256,
                        10,
                        Map.of(),
                        LOGS,
                        says,
                        Map.of()),
                new Version(FUNCTION, says, "digest"),
                new Alias(FUNCTION, "live", says, "digest"),
                new HttpApi(FUNCTION, FUNCTION, "live", Map.of()),
                permission,
                new HttpRoute(FUNCTION, "GET /orders", permission.id()));
    }

    private Outcome deploy(LocalDaemon daemon, List<Resource> resources, Path jar, boolean deleteData) {
        try (LocalPort port = new LocalPort(daemon)) {
            return new Deployer(port, progress)
                    .deploy(where -> new Desired("g:shop", "dev", List.of(FUNCTION), resources, jar), deleteData);
        }
    }

    private static String get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void deploysInvokesRedeploysAndStops() throws Exception {
        LocalDaemon daemon = daemon(null);
        LocalInvoker invoker = new LocalInvoker(daemon);
        long begun = System.currentTimeMillis();
        assertThat(invoker.fronts("g:shop", "dev")).isEmpty();

        deploy(daemon, resources("one"), HandlerJar.write(directory, "one"), false);

        LocalInvoker.Invocation cold = invoker.invoke(FUNCTION, "live", "{}");
        assertThat(cold.status()).isEqualTo(200);
        assertThat(cold.functionError()).isNull();
        assertThat(Json.parse(cold.payload()).asObject().text("says")).isEqualTo("one");
        assertThat(cold.initMillis()).isPositive();
        assertThat(cold.log()).anyMatch(line -> line.startsWith("REPORT RequestId"));
        LocalInvoker.Invocation failed = invoker.invoke(FUNCTION, "live", "\"boom\"");
        assertThat(failed.functionError()).isEqualTo("Unhandled");
        assertThat(failed.initMillis()).isNull();
        assertThat(invoker.logs(FUNCTION, begun)).anyMatch(line -> line.endsWith("\ttook {}"));
        assertThat(invoker.logs(FUNCTION, System.currentTimeMillis() + 1000)).isEmpty();
        List<LocalInvoker.Front> fronts = invoker.fronts("g:shop", "dev");
        assertThat(fronts).extracting(LocalInvoker.Front::functionName).containsExactly(FUNCTION);
        assertThat(get(fronts.get(0).url() + "/orders")).contains("\"says\":\"one\"");
        assertThat(invoker.fronts("g:other", "dev")).isEmpty();

        assertThat(deploy(daemon, resources("one"), directory.resolve("one.jar"), false)
                        .done())
                .isEmpty();
        deploy(daemon, resources("two"), HandlerJar.write(directory, "two"), false);
        assertThat(invoker.invoke(FUNCTION, "live", "{}").payload()).contains("\"says\":\"two\"");

        DaemonInfo before = daemon.running().orElseThrow();
        assertThat(daemon.stop()).isTrue();
        assertThat(daemon.stop()).isFalse();
        assertThat(daemon.running()).isEmpty();
        assertThat(ProcessHandle.of(before.pid()).filter(ProcessHandle::isAlive))
                .isEmpty();

        // Looking and keeping need no daemon; what was deployed comes back with the next one, where it was.
        deploy(daemon, resources("two"), directory.resolve("two.jar"), false);
        assertThat(daemon.running()).isEmpty();
        daemon.start();
        assertThat(daemon.running().orElseThrow().port()).isEqualTo(before.port());
        assertThat(invoker.fronts("g:shop", "dev")).isEqualTo(fronts);
        assertThat(get(fronts.get(0).url() + "/orders")).contains("\"says\":\"two\"");

        deploy(daemon, List.of(), null, true);
        UserFault gone = catchThrowableOfType(UserFault.class, () -> invoker.invoke(FUNCTION, "live", "{}"));
        assertThat(gone.diagnostics().get(0).problem()).isEqualTo(Problem.LM404);
        assertThat(gone).hasMessageContaining("mvn lambda:deploy -Dlambda.target=local");
    }

    @Test
    void anotherWayToRunFunctionsNeedsAnotherDaemon() {
        daemon(null).start();
        DaemonInfo first = daemon(null).running().orElseThrow();
        daemon(null).start();
        assertThat(daemon(null).running()).contains(first);

        daemon(null, true).start();

        DaemonInfo second = daemon(null).running().orElseThrow();
        assertThat(second.pid()).isNotEqualTo(first.pid());
        assertThat(said).anyMatch(line -> line.startsWith("Restarting the local Lambda"));
    }

    @Test
    void withoutADaemonTheMessageTellsHowToGetOne() {
        UserFault fault = catchThrowableOfType(
                UserFault.class, () -> new LocalInvoker(daemon(null)).invoke(FUNCTION, "live", "{}"));

        assertThat(fault.diagnostics().get(0).problem()).isEqualTo(Problem.LM401);
        assertThat(fault).hasMessageContaining("mvn lambda:start").hasMessageContaining("-Dlambda.target=local");
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            UserFault fault = catchThrowableOfType(
                    UserFault.class, () -> daemon(other.getLocalPort()).start());

            assertThat(fault.diagnostics().get(0).problem()).isEqualTo(Problem.LM402);
            assertThat(fault).hasMessageContaining("" + other.getLocalPort()).hasMessageContaining("lambda.local.port");
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamed() throws Exception {
        Files.writeString(directory.resolve("state"), "a file");

        UserFault fault =
                catchThrowableOfType(UserFault.class, () -> daemon(null).start());

        assertThat(fault.diagnostics().get(0).problem()).isEqualTo(Problem.LM403);
        assertThat(fault).hasMessageContaining("lambda.local.directory");
        Files.delete(directory.resolve("state"));
    }

    @Test
    void aDaemonThatEndsShowsItsLog() throws Exception {
        Path state = Files.createDirectories(directory.resolve("state"));
        Files.writeString(state.resolve("functions.json"), "{broken");

        UserFault fault =
                catchThrowableOfType(UserFault.class, () -> daemon(null).start());

        assertThat(fault.diagnostics().get(0).problem()).isEqualTo(Problem.LM400);
        assertThat(fault).hasMessageContaining("functions.json is damaged").hasMessageContaining("daemon.log");
    }

    @Test
    void whatAnotherVersionLeftIsToldWithItsRemedy() throws Exception {
        Path state = Files.createDirectories(directory.resolve("state"));
        Files.writeString(state.resolve("resources.json"), "[{\"type\":\"SUNDIAL\",\"resource\":{}}]");

        UserFault fault =
                catchThrowableOfType(UserFault.class, () -> daemon(null).recorded());

        assertThat(fault.diagnostics().get(0).problem()).isEqualTo(Problem.LM403);
        assertThat(fault)
                .hasMessageContaining("resources.json is damaged, or of another version of the plugin")
                .hasMessageContaining("delete the directory " + state + " and deploy again");
    }

    @Test
    void whatTheDaemonRefusesIsTold() throws Exception {
        int port = Loopback.anyPort();
        LocalDaemon daemon = daemon(port);
        Resource alias = new Alias("nobody", "live", null, null);

        UserFault fault = catchThrowableOfType(UserFault.class, () -> deploy(daemon, List.of(alias), null, false));

        assertThat(daemon.running().orElseThrow().port()).isEqualTo(port);
        assertThat(fault.diagnostics().get(0).problem()).isEqualTo(Problem.LM405);
        assertThat(fault).hasMessageContaining("Function not found");
    }

    @Test
    void aDaemonThatWasKilledIsReplaced() throws Exception {
        daemon(null).start();
        DaemonInfo killed = daemon(null).running().orElseThrow();
        ProcessHandle process = ProcessHandle.of(killed.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
        assertThat(daemon(null).running()).isEmpty();

        daemon(null).start();

        assertThat(daemon(null).running().orElseThrow().pid()).isNotEqualTo(killed.pid());
    }
}
