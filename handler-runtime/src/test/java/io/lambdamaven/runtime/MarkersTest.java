package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lambdamaven.api.AuthorizerResult;
import io.lambdamaven.api.LexResponse;
import io.lambdamaven.api.S3Object;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Kinds;
import io.lambdamaven.runtime.route.RouteTable;
import io.lambdamaven.runtime.route.RouteTableBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Operators' markers in whatever a sender can shape. An event is always a whole one, so that each call of a method can be
 * demanded: that of the kind's own route, with the marker as data, and never that of the command.
 */
class MarkersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int COMMAND = 0;
    private static final int INVOKE = 3;

    private static final List<String> MARKERS = List.of(
            "\"command\":\"reindex\",\"args\":[]",
            "\"script\":\"System.exit(1)\",\"signature\":\"x\"",
            "\"raw_command\":\"import os\"",
            "\"task\":\"Shop.mail\",\"lambda-maven\":\"task\"",
            "\"lambda-maven\":\"ping\"",
            "\"@class\":\"javax.script.ScriptEngineManager\"");

    /** Whose answers go elsewhere, over a network that this test has not: the method is called before. */
    private static final Set<EventKind> ANSWERED_ELSEWHERE =
            EnumSet.of(EventKind.CLOUDFORMATION, EventKind.CODEPIPELINE, EventKind.CODEDEPLOY);

    /** What nobody can shape into a direct invocation: it is one. */
    private static final Set<EventKind> INVOKED =
            EnumSet.of(EventKind.DIRECT, EventKind.PIPES, EventKind.DESTINATION, EventKind.COMMAND);

    /** Writes down which routes are called, with what. */
    private static final class Shop extends RoutedHandler {
        private static final Map<EventKind, Integer> NUMBERS = new EnumMap<>(EventKind.class);
        final List<Integer> called = new ArrayList<>();
        final List<String> events = new ArrayList<>();
        final List<JsonNode> payloads = new ArrayList<>();
        private final boolean binds;

        Shop(boolean binds) {
            super(routes());
            this.binds = binds;
        }

        private static RouteTable routes() {
            RouteTableBuilder builder = RouteTable.builder(Map.of("AWS_LAMBDA_FUNCTION_NAME", "shop-dev"))
                    .command(COMMAND, "reindex", "Admin.reindex")
                    .http(1, "ANY", "/", "Shop.root")
                    .http(2, "ANY", "/{all+}", "Shop.all")
                    .invoke(INVOKE, "Shop.any")
                    .events(4, "{}", "default", "Shop.bus")
                    .schedule(5, "tick", "", "Shop.tick")
                    .s3(6, "b", new String[] {"s3:ObjectCreated:*"}, "", "", RouteTable.EACH, "Shop.object");
            NUMBERS.put(EventKind.EVENTBRIDGE, 4);
            NUMBERS.put(EventKind.SCHEDULE, 5);
            NUMBERS.put(EventKind.S3, 6);
            int number = 7;
            for (EventKind kind : EventKind.values()) {
                if (kind.isHttp()) {
                    NUMBERS.put(kind, 1);
                } else if (INVOKED.contains(kind)) {
                    NUMBERS.put(kind, INVOKE);
                } else if (!NUMBERS.containsKey(kind) || NUMBERS.get(kind) > 6) {
                    NUMBERS.put(kind, number);
                    builder.service(number++, kind, new String[] {""}, RouteTable.EACH, "", "Shop." + kind);
                }
            }
            return builder.build();
        }

        static int number(EventKind kind) {
            return NUMBERS.get(kind);
        }

        @Override
        protected Object call(int route, Arguments in) {
            called.add(route);
            events.add(in.isHttp() ? "" : in.event(String.class));
            if (binds) {
                payloads.add(
                        in.isHttp()
                                ? tree(in.request().text())
                                : route == number(EventKind.S3)
                                        ? JSON.getNodeFactory()
                                                .textNode(in.payload(S3Object.class)
                                                        .key())
                                        : in.payload(JsonNode.class));
            }
            if (route == number(EventKind.LEX_V1) || route == number(EventKind.LEX_V2)) {
                return LexResponse.delegate();
            }
            for (EventKind kind : EventKind.values()) {
                if (kind.name().contains("AUTHORIZER") && number(kind) == route) {
                    return AuthorizerResult.deny();
                }
            }
            return null;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMarkerWithinAMessageOrARecordReachesTheKindsOwnMethodAsData(WholeEvent whole) {
        for (String marker : MARKERS) {
            JsonNode asked = tree("{" + marker + "}");
            for (String alias : List.of("live", "ops", "7", "")) {
                Shop shop = new Shop(true);
                send(shop, whole, whole.around("{" + marker + "}"), alias);

                assertThat(shop.called)
                        .as("%s with %s through '%s'", whole, marker, alias)
                        .containsExactly(Shop.number(whole.kind));
                assertThat(holds(shop.payloads.get(0), asked))
                        .as("%s as %s", marker, shop.payloads)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMarkerAmongTheMembersOfAnEventAndOfEveryObjectInItIsData(WholeEvent whole) {
        for (String marker : MARKERS) {
            ObjectNode members = (ObjectNode) tree("{" + marker + "}");
            for (String event : withMembers(whole.around("{\"plain\":1}"), members)) {
                for (String alias : List.of("live", "7", "")) {
                    Shop shop = new Shop(false);
                    send(shop, whole, event, alias);

                    assertThat(shop.called)
                            .as("%s through '%s'", event, alias)
                            .containsExactly(Shop.number(whole.kind));
                    // A request is read in parts: its event is not handed on.
                    assertThat(shop.events.get(0)).isEqualTo(whole.kind.isHttp() ? "" : event);
                }
            }
        }
    }

    @Test
    void everyKindHasAWholeEvent() {
        Set<EventKind> whole = EnumSet.noneOf(EventKind.class);
        for (WholeEvent event : WholeEvent.values()) {
            whole.add(event.kind);
        }
        Set<EventKind> rest = EnumSet.complementOf(EnumSet.copyOf(whole));
        // A command is none but through the alias of operators.
        assertThat(rest).containsExactly(EventKind.COMMAND);
        assertThat(Kinds.samples().values()).contains(EventKind.COMMAND);
    }

    @Test
    void aMarkerThatIsTheWholeEventIsAPlainPayload() {
        for (String marker : MARKERS) {
            for (String alias : List.of("live", "raw", "")) {
                for (String event :
                        List.of("{" + marker + "}", "[{" + marker + "}]", "{\"Records\":[{" + marker + "}]}")) {
                    Shop shop = new Shop(true);
                    send(shop, WholeEvent.DIRECT, event, alias);

                    assertThat(shop.called).as("%s through '%s'", event, alias).containsExactly(INVOKE);
                    assertThat(shop.payloads).containsExactly(tree(event));
                }
            }
        }
    }

    @Test
    void throughTheAliasOfOperatorsACommandIsOne() {
        Shop shop = new Shop(false);
        send(shop, WholeEvent.DIRECT, "{\"command\":\"reindex\",\"args\":[]}", "ops");
        assertThat(shop.called).containsExactly(COMMAND);

        for (String alias : List.of("opsx", "OPS", "xops", "ops2")) {
            Shop other = new Shop(false);
            send(other, WholeEvent.DIRECT, "{\"command\":\"reindex\",\"args\":[]}", alias);
            assertThat(other.called).as(alias).containsExactly(INVOKE);
        }
    }

    @Test
    void aVersionIsAskedWhetherItIsAliveAndNothingElse() {
        for (String alias : List.of("live", "raw", "ops", "")) {
            assertThat(send(new Shop(false), WholeEvent.DIRECT, "{\"lambda-maven\":\"ping\"}", alias))
                    .as(alias)
                    .isEqualTo("null");
        }
        Shop shop = new Shop(false);
        assertThat(send(shop, WholeEvent.DIRECT, "{\"lambda-maven\":\"ping\"}", "7"))
                .isEqualTo("{\"lambda-maven\":\"pong\"}");
        assertThat(shop.called).isEmpty();
    }

    @Test
    void throughTheAliasOfShapedPayloadsEverythingIsOne() {
        for (String sample : Kinds.samples().keySet()) {
            Shop shop = new Shop(false);
            send(shop, WholeEvent.DIRECT, sample.replace('\'', '"'), "raw");
            assertThat(shop.called).as(sample).containsExactly(INVOKE);
        }
        for (WholeEvent whole : WholeEvent.values()) {
            for (String marker : MARKERS) {
                Shop shop = new Shop(false);
                send(shop, WholeEvent.DIRECT, whole.around("{" + marker + "}"), "raw");
                assertThat(shop.called).as("%s %s", whole, marker).containsExactly(INVOKE);
            }
        }
    }

    /** The event with the members put first, and last, into one of its objects after the other. */
    private static List<String> withMembers(String event, ObjectNode members) {
        List<String> all = new ArrayList<>();
        JsonNode tree = tree(event);
        Map<String, JsonNode> objects = new LinkedHashMap<>();
        collect(tree, "", objects);
        for (String place : objects.keySet()) {
            for (boolean first : new boolean[] {true, false}) {
                JsonNode copy = tree.deepCopy();
                ObjectNode object = (ObjectNode) copy.at(place);
                ObjectNode before = object.deepCopy();
                object.removeAll();
                object.setAll(first ? members : before);
                object.setAll(first ? before : members);
                all.add(copy.toString());
            }
        }
        return all;
    }

    private static void collect(JsonNode node, String place, Map<String, JsonNode> into) {
        if (node.isObject()) {
            into.put(place, node);
            node.fields()
                    .forEachRemaining(field -> collect(
                            field.getValue(),
                            place + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                            into));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), place + "/" + i, into);
        }
    }

    /** Whether it is there, as members or as text. */
    private static boolean holds(JsonNode node, JsonNode asked) {
        if (node.equals(asked) || (node.isTextual() && tree(node.asText()).equals(asked))) {
            return true;
        }
        for (JsonNode child : node) {
            if (holds(child, asked)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            return JSON.getNodeFactory().textNode("no JSON");
        }
    }

    private static String send(Shop shop, WholeEvent whole, String event, String alias) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Invocation context = alias.isEmpty() ? Invocation.unqualified() : Invocation.through(alias);
        Throwable failure = catchThrowable(() ->
                shop.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, context));
        if (ANSWERED_ELSEWHERE.contains(whole.kind)) {
            assertThat(failure)
                    .isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class)
                    .hasMessageMatching("(?s).*(region|address to answer to|credentials|variable).*");
        } else if (failure != null) {
            throw new AssertionError(event + " through '" + alias + "'", failure);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
