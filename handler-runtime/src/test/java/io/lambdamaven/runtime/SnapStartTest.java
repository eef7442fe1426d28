package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.api.Settings;
import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.aws.AwsRequest;
import io.lambdamaven.runtime.aws.AwsService;
import io.lambdamaven.runtime.aws.Deadline;
import io.lambdamaven.runtime.aws.Loopback;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.RouteTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SnapStartTest {
    /** A handler with a route of every kind, whose methods must not be called before there is an event. */
    static final class Shop extends RoutedHandler {
        final List<String> done = new ArrayList<>();
        private boolean fails;

        Shop() {
            super(routes());
        }

        private static RouteTable routes() {
            var builder = RouteTable.builder(Map.of())
                    .http(0, "ANY", "/", "Shop.root")
                    .http(1, "ANY", "/{all+}", "Shop.all")
                    .s3(2, "incoming", new String[] {"*"}, "", "", RouteTable.EACH, "Shop.object")
                    .schedule(3, "a1b2c3d4", "", "Shop.tick")
                    .invoke(4, "Shop.any");
            int number = 5;
            for (EventKind kind : EventKind.values()) {
                if (!kind.isHttp() && !kind.isDirect() && kind != EventKind.S3) {
                    builder.service(number++, kind, new String[] {""}, RouteTable.EACH, "", "Shop.each");
                }
            }
            return builder.build();
        }

        @Override
        protected Object call(int route, Arguments in) {
            done.add("called " + route);
            return "served";
        }

        @Override
        protected void prime() {
            done.add("primed");
            if (fails) {
                throw failedHook("@Prime Shop.load", new IllegalStateException("no table"));
            }
        }

        @Override
        protected void restored() {
            done.add("restored");
        }
    }

    @Test
    void nothingIsCalledBeforeTheSnapshotButWhatAsksForIt() throws Exception {
        Shop shop = new Shop();
        SnapStart hooks = new SnapStart(shop);
        hooks.beforeCheckpoint(Core.getGlobalContext());
        assertThat(shop.done).containsExactly("primed");
        hooks.afterRestore(Core.getGlobalContext());
        assertThat(shop.done).containsExactly("primed", "restored");
        assertThat(shop.isFirst()).as("the rehearsal is no invocation").isTrue();
    }

    @Test
    void aFailureNamesTheMethodAndStopsThePublication() {
        Shop shop = new Shop();
        shop.fails = true;
        assertThatThrownBy(() -> new SnapStart(shop).beforeCheckpoint(Core.getGlobalContext()))
                .hasMessageContaining("@Prime Shop.load failed")
                .hasMessageContaining("no table");
    }

    /** What the child JVM runs. Without CRaC underneath, the global registry takes hooks and never calls them. */
    static final class Main {
        public static void main(String[] args) {
            Shop shop = new Shop();
            System.out.println("DONE " + shop.done);
        }
    }

    @Test
    @Timeout(60)
    void theHooksAreRegisteredForASnapshotAndElseNotLoaded() throws Exception {
        List<String> snapshot = run("snap-start");
        assertThat(snapshot).contains("DONE []").anyMatch(line -> line.contains("io.lambdamaven.runtime.SnapStart "));
        assertThat(run("on-demand"))
                .contains("DONE []")
                .noneMatch(line -> line.contains("io.lambdamaven.runtime.SnapStart "));
    }

    /** The life of an environment with SnapStart, step by step. */
    static final class Restored {
        private static final AwsRequest QUESTION = AwsRequest.json(
                AwsService.json("CodeDeploy", "codedeploy", "T"), "Ask", "{}".getBytes(StandardCharsets.UTF_8));

        /** Nothing of it is told to a service, not even in a rehearsal. */
        private static final class Plain extends RoutedHandler {
            Plain() {
                super(RouteTable.builder(Map.of())
                        .http(0, "ANY", "/", "Plain.root")
                        .build());
            }

            @Override
            protected Object call(int route, Arguments in) {
                return "served";
            }
        }

        public static void main(String[] args) throws Exception {
            SnapStart hooks = new SnapStart(new Plain());
            System.out.println("DONE start " + Settings.get("PIN"));
            hooks.beforeCheckpoint(Core.getGlobalContext());
            System.out.println("DONE checkpoint " + Settings.get("PIN"));
            Aws.here().send(QUESTION, Deadline.in(10_000));
            hooks.afterRestore(Core.getGlobalContext());
            System.out.println("DONE restore " + Settings.get("PIN"));
        }
    }

    @Test
    @Timeout(60)
    void afterARestoreTheConfigurationIsLoadedAgain() throws Exception {
        try (Loopback service = new Loopback()) {
            service.then(200, credentials("ONE"))
                    .then(200, parameter("before"))
                    .then(200, credentials("TWO"))
                    .then(200, "{}")
                    .then(200, credentials("THREE"))
                    .then(200, parameter("after"));

            assertThat(restored(service))
                    .filteredOn(line -> line.startsWith("DONE"))
                    .containsExactly("DONE start before", "DONE checkpoint before", "DONE restore after");
        }
    }

    /** What the snapshot holds is stored for as long as the version lives, and is in every environment made of it. */
    @Test
    @Timeout(60)
    void aSnapshotHoldsNoCredentialsAndARestoreStartsWithNone() throws Exception {
        try (Loopback service = new Loopback()) {
            service.then(200, credentials("ONE"))
                    .then(200, parameter("before"))
                    .then(200, credentials("TWO"))
                    .then(200, "{}")
                    .then(200, credentials("THREE"))
                    .then(200, parameter("after"));

            restored(service);

            assertThat(service.sent)
                    .extracting(sent -> sent.headers().getOrDefault("Authorization", "none"))
                    .extracting(header -> header.replaceAll("(?s).*Credential=([A-Z]+)/.*", "$1"))
                    .containsExactly("none", "ONE", "none", "TWO", "none", "THREE");
        }
    }

    private static String credentials(String id) {
        return "{\"AccessKeyId\":\"" + id + "\",\"SecretAccessKey\":\"s\",\"Token\":\"t\",\"Expiration\":\""
                + Instant.now().plus(Duration.ofHours(6)) + "\"}";
    }

    private static String parameter(String pin) {
        return "{\"Parameter\":{\"Value\":\"{\\\"PIN\\\":\\\"" + pin + "\\\"}\",\"Version\":1}}";
    }

    private static List<String> restored(Loopback service) throws Exception {
        return run(
                Restored.class,
                Map.of(
                        "AWS_REGION",
                        "eu-central-1",
                        "AWS_ENDPOINT_URL",
                        service.url(),
                        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                        service.url() + "/credentials",
                        "LAMBDA_MAVEN__CONFIG",
                        "ssm:/shop"));
    }

    private static List<String> run(String initialization) throws Exception {
        return run(Main.class, Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", initialization));
    }

    private static List<String> run(Class<?> main, Map<String, String> environment) throws Exception {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load=info",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        java.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        java.environment().putAll(environment);
        Process process = java.redirectErrorStream(true).start();
        List<String> lines;
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            lines = reader.lines()
                    .filter(line -> line.contains("lambdamaven") || line.startsWith("DONE"))
                    .toList();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return lines;
    }
}
