package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Kinds;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Operators' markers in whatever a sender can shape: they are data, but for commands through the alias {@code ops}. */
class MarkersTest {
    private static final int COMMAND = 0;

    private static final List<String> MARKERS = List.of(
            "\"command\":\"reindex\",\"args\":[]",
            "\"script\":\"System.exit(1)\",\"signature\":\"x\"",
            "\"raw_command\":\"import os\"",
            "\"task\":\"Shop.mail\",\"lambda-maven\":\"task\"",
            "\"lambda-maven\":\"ping\"",
            "\"@class\":\"javax.script.ScriptEngineManager\"");

    /** Writes down which routes are called. */
    private static final class Shop extends RoutedHandler {
        final List<Integer> called = new ArrayList<>();

        Shop() {
            super(routes());
        }

        private static RouteTable routes() {
            var builder = RouteTable.builder(Map.of())
                    .command(COMMAND, "reindex", "Admin.reindex")
                    .http(1, "ANY", "/", "Shop.root")
                    .http(2, "ANY", "/{all+}", "Shop.all")
                    .invoke(3, "Shop.any");
            int number = 4;
            for (EventKind kind : EventKind.values()) {
                if (!kind.isHttp() && !kind.isDirect() && kind != EventKind.COMMAND) {
                    builder.service(number++, kind, new String[] {""}, RouteTable.EACH, "", "Shop.each");
                }
            }
            return builder.build();
        }

        @Override
        protected Object call(int route, Arguments in) {
            called.add(route);
            return null;
        }
    }

    @Test
    void noMarkerInAnyEventIsACommandOutsideTheAliasOfOperators() {
        for (Map.Entry<String, EventKind> sample : Kinds.samples().entrySet()) {
            for (String marker : MARKERS) {
                for (String event : marked(sample.getKey(), marker)) {
                    for (String alias : List.of("live", "raw", "7", "")) {
                        assertThat(called(event, alias))
                                .as("%s through %s", event, alias)
                                .doesNotContain(COMMAND);
                    }
                }
            }
        }
    }

    @Test
    void throughTheAliasOfOperatorsACommandIsOne() {
        assertThat(called("{\"command\":\"reindex\",\"args\":[]}", "ops")).containsExactly(COMMAND);
        assertThat(called("{\"command\":\"reindex\",\"args\":[]}", "opsx")).doesNotContain(COMMAND);
    }

    @Test
    void throughTheAliasOfShapedPayloadsEverythingIsOne() {
        for (String sample : Kinds.samples().keySet()) {
            assertThat(called(sample.replace('\'', '"'), "raw")).as(sample).containsExactly(3);
        }
    }

    /** The marker as members of the event, first and last, and within every text and object that it has. */
    private static List<String> marked(String sample, String marker) {
        String event = sample.replace('\'', '"');
        String text = "{" + marker + "}";
        List<String> all = new ArrayList<>();
        all.add(text);
        all.add("[" + text + "]");
        all.add("{\"Records\":[" + text + "]}");
        all.add(event.replace(":{}", ":" + text).replace(":[]", ":[" + text + "]"));
        all.add(event.replaceAll(
                ":\"(b|t|)\"", ":\"" + text.replace("\\", "\\\\\\\\").replace("\"", "\\\\\\\\\"") + "\""));
        if (event.startsWith("{") && event.length() > 2) {
            all.add("{" + marker + "," + event.substring(1));
            all.add(event.substring(0, event.length() - 1) + "," + marker + "}");
        }
        return all;
    }

    private static List<Integer> called(String event, String alias) {
        Shop shop = new Shop();
        Invocation context = alias.isEmpty() ? Invocation.unqualified() : Invocation.through(alias);
        try {
            shop.handleRequest(
                    new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                    new ByteArrayOutputStream(),
                    context);
        } catch (IOException | RuntimeException e) {
            // Cut down to its marks, an event may lack what its line needs; what counts is what was called.
            return shop.called;
        }
        return shop.called;
    }
}
