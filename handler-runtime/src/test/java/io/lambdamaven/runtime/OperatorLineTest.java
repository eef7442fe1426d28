package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.RouteTable;
import io.lambdamaven.runtime.script.FixOrders;
import io.lambdamaven.runtime.script.RefusedScriptException;
import io.lambdamaven.runtime.script.Scripts;
import io.lambdamaven.runtime.script.Signed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators do, and who would like to be one. */
class OperatorLineTest {
    private static final KeyPair OPS = Signed.ed25519();
    private static final String LOCAL = "arn:aws:lambda:eu-central-1:123456789012:function:shop-dev:ops";

    @TempDir
    Path folder;

    private final Invocation context = Invocation.through("ops");
    private final Shop shop = new Shop();

    private static final class Shop extends RoutedHandler {
        final List<String> payloads = new ArrayList<>();

        Shop() {
            super(RouteTable.builder(Map.of())
                    .command(0, "reindex", "Admin.reindex")
                    .service(1, EventKind.SQS, new String[] {"orders"}, RouteTable.EACH, "", "Shop.consume")
                    .http(2, "POST", "/", "Shop.post")
                    .build());
        }

        @Override
        protected Object call(int route, Arguments in) {
            String payload = in.isHttp() ? in.request().text() : in.payload(String.class);
            payloads.add(payload);
            if (payload.equals("fail")) {
                throw new IllegalStateException("secret");
            }
            return "done";
        }
    }

    @AfterEach
    void clear() {
        System.clearProperty(FixOrders.DEFINED);
    }

    private String command(String event, Map<String, String> environment) throws Exception {
        byte[] bytes = event.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        Event what = new Event(EventKind.COMMAND, "");
        byte[] answer = OperatorLine.handle(new Delivery(shop, shop.routeTable(), what, bytes, context), environment);
        return new String(answer, StandardCharsets.UTF_8);
    }

    @Test
    void aCommandHasOneAuditLineWithoutItsArguments() throws Exception {
        assertThat(command("{'command':'reindex','args':'secret'}", Map.of())).isEqualTo("\"done\"");

        assertThat(context.log)
                .containsExactly("AUDIT command=reindex caller=unknown"
                        + " requestId=8476a536-e9f4-11e8-9739-2dfe598c3fcd outcome=done\n");
    }

    @Test
    void aFailedCommandIsToldByItsExceptionsClassAlone() {
        assertThatThrownBy(() -> command("{'command':'reindex','args':'fail'}", Map.of()))
                .hasMessage("secret");

        assertThat(context.log)
                .singleElement()
                .asString()
                .endsWith("outcome=failed why=java.lang.IllegalStateException\n");
    }

    @Test
    void anUnknownCommandIsAuditedAndCannotForgeALine() {
        assertThatThrownBy(() -> command("{'command':'x\\nAUDIT command=reindex outcome=done'}", Map.of()))
                .hasMessageContaining("no route takes this event");

        assertThat(context.log)
                .singleElement()
                .asString()
                .startsWith("AUDIT command=x\\nAUDIT_command_reindex_outcome_done caller=unknown ")
                .endsWith("outcome=refused why=unknown\n");
    }

    @Test
    void commandsThatAreSwitchedOffAreRefused() {
        assertThatThrownBy(() -> command("{'command':'reindex'}", Map.of(OperatorLine.COMMANDS, "off")))
                .hasMessageContaining("takes no commands", "<commands>");

        assertThat(shop.payloads).isEmpty();
        assertThat(context.log).singleElement().asString().endsWith("outcome=refused why=switched_off\n");
    }

    @Test
    void aCommandThatCannotBeReadIsAuditedOnceAndNotQuoted() {
        for (String broken : List.of(
                "{'command':'reindex','args':{",
                "{'command':'reindex','args':tru",
                "{'command':'reindex','args':{}",
                "{'command':'reindex\nAUDIT command=reindex outcome=done",
                "{'command':'reindex','command':'x\nAUDIT command=reindex outcome=done','args':1}")) {
            Invocation ops = Invocation.through("ops");

            assertThatThrownBy(() -> send(broken.replace('\'', '"'), ops)).isInstanceOf(RuntimeException.class);

            assertThat(ops.log)
                    .as(broken)
                    .filteredOn(line -> line.startsWith("AUDIT"))
                    .singleElement()
                    .asString()
                    .matches("AUDIT command=(reindex)? caller=unknown requestId=[0-9a-f-]+"
                            + " outcome=refused why=(malformed|a_key_twice)\n");
        }
        assertThatThrownBy(() -> command("{'command':'reindex','args':{", Map.of()))
                .isInstanceOf(RuntimeException.class);
        assertThat(context.log)
                .singleElement()
                .asString()
                .startsWith("AUDIT command=reindex ")
                .endsWith("outcome=refused why=malformed\n");
        assertThat(shop.payloads).isEmpty();
    }

    @Test
    void whatCannotBeReadThroughAnotherAliasIsNoCommand() {
        for (String alias : List.of("live", "raw", "7")) {
            Invocation through = Invocation.through(alias);

            assertThatThrownBy(() -> send("{\"command\":\"reindex\",\"command\":\"x\",\"args\":{", through))
                    .isInstanceOf(RuntimeException.class);

            assertThat(through.log).noneMatch(line -> line.startsWith("AUDIT"));
        }
    }

    @Test
    void inAJsonLogTheLineIsAnObject() {
        new Audit(context, true, "command", "reindex").done();

        assertThat(context.log)
                .singleElement()
                .asString()
                .contains("\"message\":\"audit\"", "\"command\":\"reindex\"", "\"caller\":\"unknown\"")
                .contains("\"outcome\":\"done\"");
    }

    @Test
    void aScriptIsRefusedByDefault() {
        String script = new Signed(Signed.bundle(FixOrders.class), Instant.now())
                .sign(OPS)
                .json();

        assertThatThrownBy(() -> command("{'command':'$script','args':" + script + "}", Map.of()))
                .isInstanceOf(RefusedScriptException.class)
                .hasMessageContaining("this stage takes none");

        assertThat(context.log)
                .singleElement()
                .asString()
                .startsWith("AUDIT script= ")
                .contains("outcome=refused why=the_script_is_refused:_this_stage_takes_none");
    }

    @Test
    void aScriptIsAuditedWithKeyAndDigestBeforeItRunsAndAfter() throws Exception {
        Invocation local = Invocation.of(LOCAL);
        Signed signed = new Signed(Signed.bundle(FixOrders.class), Instant.now());
        signed.arn = LOCAL;
        String event = "{\"command\":\"$script\",\"args\":" + signed.sign(OPS).json() + "}";
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        Event what = new Event(EventKind.COMMAND, "");
        Map<String, String> environment =
                Map.of(Scripts.KEYS, Signed.setting("ops", OPS), Scripts.FOLDER, folder.toString());

        byte[] answer = OperatorLine.handle(new Delivery(shop, shop.routeTable(), what, bytes, local), environment);

        assertThat(answer).asString().isEqualTo("\"fixed 42 in shop-dev\"");
        assertThat(local.log).hasSize(2);
        assertThat(local.log.get(0))
                .startsWith("AUDIT script=io.lambdamaven.runtime.script.FixOrders key=ops sha256=")
                .endsWith("outcome=started\n");
        assertThat(local.log.get(1)).endsWith("outcome=done\n").doesNotContain("42");
    }

    @Test
    void aScriptThatFailsIsAuditedByItsExceptionsClassAlone() {
        Invocation local = Invocation.of(LOCAL);
        Signed signed = new Signed(Signed.bundle(FixOrders.class), Instant.now());
        signed.arn = LOCAL;
        signed.arguments = "[\"secret\"]";
        String event = "{\"command\":\"$script\",\"args\":" + signed.sign(OPS).json() + "}";
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        Event what = new Event(EventKind.COMMAND, "");
        Map<String, String> environment =
                Map.of(Scripts.KEYS, Signed.setting("ops", OPS), Scripts.FOLDER, folder.toString());

        assertThatThrownBy(() ->
                        OperatorLine.handle(new Delivery(shop, shop.routeTable(), what, bytes, local), environment))
                .isInstanceOf(Exception.class);

        assertThat(local.log).hasSize(2);
        assertThat(local.log.get(1)).contains(" outcome=failed why=").doesNotContain("secret");
    }

    @Test
    void aScriptFromAQueueMessageIsData() throws Exception {
        String script = "{\"command\":\"$script\",\"args\":"
                + new Signed(Signed.bundle(FixOrders.class), Instant.now())
                        .sign(OPS)
                        .json() + "}";
        String event = "{\"Records\":[{\"messageId\":\"m\",\"receiptHandle\":\"r\",\"eventSource\":\"aws:sqs\","
                + "\"eventSourceARN\":\"arn:aws:sqs:eu-central-1:123456789012:orders\",\"attributes\":{},"
                + "\"messageAttributes\":{},\"body\":" + quoted(script) + "}]}";

        for (String alias : List.of("live", "ops", "raw")) {
            shop.payloads.clear();
            try {
                send(event, Invocation.through(alias));
            } catch (RuntimeException e) {
                assertThat(e).hasMessageContaining("no route takes this event");
            }
            assertThat(shop.payloads).isSubsetOf(List.of(script));
        }
        assertThat(Integer.getInteger(FixOrders.DEFINED)).isNull();
    }

    @Test
    void aScriptFromAnHttpBodyIsData() throws Exception {
        String script = "{\"command\":\"$script\",\"args\":"
                + new Signed(Signed.bundle(FixOrders.class), Instant.now())
                        .sign(OPS)
                        .json() + "}";
        String event = "{\"version\":\"2.0\",\"rawPath\":\"/\",\"rawQueryString\":\"\",\"headers\":{},"
                + "\"requestContext\":{\"http\":{\"method\":\"POST\",\"path\":\"/\"}},\"body\":" + quoted(script)
                + ",\"command\":\"$script\"}";

        for (String alias : List.of("live", "ops")) {
            shop.payloads.clear();
            assertThat(send(event, Invocation.through(alias))).contains("\"statusCode\":200");
            assertThat(shop.payloads).containsExactly(script);
        }
    }

    @Test
    void aScriptSentThroughAnotherAliasIsNoScript() {
        String script = "{\"command\":\"$script\",\"args\":"
                + new Signed(Signed.bundle(FixOrders.class), Instant.now())
                        .sign(OPS)
                        .json() + "}";

        for (String alias : List.of("live", "raw", "7")) {
            assertThatThrownBy(() -> send(script, Invocation.through(alias)))
                    .as(alias)
                    .hasMessageContaining("no route takes this event");
        }
    }

    private static String quoted(String json) {
        return "\"" + json.replace("\"", "\\\"") + "\"";
    }

    private String send(String event, Invocation through) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        shop.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, through);
        return out.toString(StandardCharsets.UTF_8);
    }
}
