package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.RouteTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    private static List<String> run(String initialization) throws Exception {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load=info",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        java.environment().put("AWS_LAMBDA_INITIALIZATION_TYPE", initialization);
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
