package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.api.AppSyncRequest;
import io.lambdamaven.api.HttpException;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.RouteTable;
import io.lambdamaven.runtime.route.UnroutableEventException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppSyncLineTest {
    record Wanted(int id) {}

    record Order(int id, String state) {}

    static String field(String id) {
        return "{'arguments':{'id':" + id + "},'identity':{'sub':'u'},'source':{'name':'Ada','age':null},"
                + "'request':{'headers':{'X-Forwarded-For':'1.1.1.1'}},'prev':null,'stash':{'s':1},"
                + "'info':{'fieldName':'order','parentTypeName':'Query','variables':{'v':1},"
                + "'selectionSetList':['id','state']}}";
    }

    static String channel(String operation) {
        return "{'identity':null,'request':{'headers':{}},'info':{'channel':{'path':'/rooms/1',"
                + "'segments':['rooms','1']},'channelNamespace':{'name':'rooms'},'operation':'" + operation + "'},"
                + "'events':" + (operation.equals("PUBLISH") ? "[{'id':'e-1','payload':{'n':1}}]" : "null") + "}";
    }

    private static Served batch(boolean each, Served.Method method) {
        return Served.with()
                .service(
                        EventKind.APPSYNC_BATCH,
                        each ? RouteTable.EACH : RouteTable.WHOLE,
                        "",
                        method,
                        "Query",
                        "order")
                .build();
    }

    private static String three(String second) {
        return "[" + field("1") + "," + field(second) + "," + field("3") + "]";
    }

    @Test
    void aFieldIsResolvedWithItsArguments() throws IOException {
        Served handler = Served.with()
                .service(
                        EventKind.APPSYNC,
                        RouteTable.EACH,
                        "",
                        in -> new Order(in.payload(Wanted.class).id(), "paid"),
                        "Query",
                        "order")
                .build();

        assertThat(handler.answer(field("7"))).isEqualTo("{'id':7,'state':'paid'}");
        assertThatThrownBy(() -> handler.answer(field("'x'")))
                .isInstanceOf(BindException.class)
                .hasMessage("'arguments' of the event does not fit at id");
        assertThat(Served.by(EventKind.APPSYNC, in -> Optional.empty()).answer(field("7")))
                .isEqualTo("null");
    }

    @Test
    void theRequestHasAllThatTheContextHas() throws IOException {
        List<AppSyncRequest> seen = new ArrayList<>();
        Served handler = Served.by(EventKind.APPSYNC, in -> {
            seen.add(in.payload(AppSyncRequest.class));
            return List.of(1);
        });
        handler.answer(field("7"));
        handler.answer(channel("PUBLISH"));

        AppSyncRequest field = seen.get(0);
        assertThat(field.typeName() + "." + field.fieldName()).isEqualTo("Query.order");
        assertThat(field.arguments()).containsEntry("id", 7);
        assertThat(field.source()).containsEntry("name", "Ada").containsEntry("age", null);
        assertThat(field.identity()).containsEntry("sub", "u");
        assertThat(field.headers().get("x-forwarded-for")).isEqualTo("1.1.1.1");
        assertThat(field.selections()).containsExactly("id", "state");
        assertThat(field.variables()).containsEntry("v", 1);
        assertThat(field.stash()).containsEntry("s", 1);
        assertThat(field.events()).isEmpty();
        AppSyncRequest channel = seen.get(1);
        assertThat(channel.channel()).isEqualTo("/rooms/1");
        assertThat(channel.namespace() + channel.operation()).isEqualTo("roomsPUBLISH");
        assertThat(channel.events()).singleElement().asString().contains("e-1");
    }

    @Test
    void aRouteIsFoundByFieldOrChannel() throws IOException {
        Served handler = Served.with()
                .service(EventKind.APPSYNC, in -> "field", "Query", "order")
                .service(EventKind.APPSYNC, in -> "subscribe", "", "", "rooms", "SUBSCRIBE")
                .build();

        assertThat(handler.answer(field("1"))).isEqualTo("'field'");
        assertThat(handler.answer("{'typeName':'Query','fieldName':'order','arguments':{}}"))
                .isEqualTo("'field'");
        assertThat(handler.answer(channel("SUBSCRIBE"))).isEqualTo("'subscribe'");
        assertThatThrownBy(() -> handler.answer(channel("PUBLISH")))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageContaining("AppSync (PUBLISH rooms)");
        assertThatThrownBy(() -> handler.answer(field("1").replace("'order'", "'orders'")))
                .hasMessageContaining("AppSync (Query.orders)");
    }

    @Test
    void publishedEventsGoOnUnlessTheMethodSaysWhich() throws IOException {
        String event = channel("PUBLISH");

        assertThat(Served.by(EventKind.APPSYNC, in -> null).answer(event))
                .isEqualTo("{'events':[{'id':'e-1','payload':{'n':1}}]}");
        assertThat(Served.by(EventKind.APPSYNC, in -> List.of()).answer(event)).isEqualTo("{'events':[]}");
        assertThat(Served.by(EventKind.APPSYNC, in -> Map.of("error", "no")).answer(event))
                .isEqualTo("{'error':'no'}");
        assertThat(Served.by(EventKind.APPSYNC, in -> null).answer(channel("SUBSCRIBE")))
                .isEqualTo("null");
    }

    @Test
    void oneFailedElementLeavesTheOthersTheirResults() throws IOException {
        Served handler = batch(true, in -> {
            int id = in.payload(Wanted.class).id();
            if (id == 404) {
                throw new HttpException(404, "no such order");
            } else if (id == 500) {
                throw new IllegalStateException("password=hunter2");
            }
            return new Order(id, "paid");
        });
        String first = "[{'data':{'id':1,'state':'paid'}},";
        String last = ",{'data':{'id':3,'state':'paid'}}]";
        Invocation context = Invocation.live();

        assertThat(handler.answer(three("2"))).isEqualTo(first + "{'data':{'id':2,'state':'paid'}}" + last);
        assertThat(handler.answer(three("404")))
                .isEqualTo(first + "{'data':null,'errorMessage':'no such order','errorType':'404'}" + last);
        assertThat(handler.answer(three("'x'")))
                .isEqualTo(first + "{'data':null,'errorMessage':'\'arguments\' of the event does not fit at id',"
                        + "'errorType':'BadRequest'}" + last);
        assertThat(handler.answer(three("500"), context))
                .isEqualTo(first + "{'data':null,'errorMessage':'the field could not be resolved',"
                        + "'errorType':'InternalFailure'}" + last);
        assertThat(context.log).singleElement().asString().contains("Query.order failed", "hunter2");
    }

    @Test
    void aWholeBatchIsAnsweredByAsManyResults() throws IOException {
        assertThat(batch(false, in -> {
                            List<Order> orders = new ArrayList<>();
                            for (Wanted wanted : in.payloads(Wanted.class)) {
                                orders.add(new Order(wanted.id(), "paid"));
                            }
                            return orders;
                        })
                        .answer(three("2")))
                .isEqualTo("[{'data':{'id':1,'state':'paid'}},{'data':{'id':2,'state':'paid'}},"
                        + "{'data':{'id':3,'state':'paid'}}]");
        assertThat(batch(
                                false,
                                in -> Arrays.asList(
                                        null,
                                        Map.of("errorMessage", "gone"),
                                        Map.of(
                                                "data",
                                                in.payloads(AppSyncRequest.class)
                                                        .get(0)
                                                        .fieldName())))
                        .answer(three("2")))
                .isEqualTo("[{'data':null},{'errorMessage':'gone'},{'data':'order'}]");
        assertThat(batch(false, in -> new int[] {1, 2, 3}).answer(three("2")))
                .isEqualTo("[{'data':1},{'data':2},{'data':3}]");
    }

    @Test
    void aMethodThatTakesAListServesASingleFieldToo() throws IOException {
        Served lists = Served.by(EventKind.APPSYNC, in -> {
            List<Wanted> all = in.payloads(Wanted.class);
            return all.get(0).id() == 404
                    ? List.of(Map.of("errorMessage", "no such order"))
                    : List.of(new Order(all.get(0).id(), "paid"));
        });

        assertThat(lists.answer(field("7"))).isEqualTo("{'id':7,'state':'paid'}");
        assertThatThrownBy(() -> lists.answer(field("404"))).hasMessage("no such order");
        assertThat(Served.by(
                                EventKind.APPSYNC,
                                in -> in.payloads(Wanted.class).isEmpty() ? null : List.of(Map.of("data", 1)))
                        .answer(field("7")))
                .isEqualTo("1");
        assertThat(Served.by(
                                EventKind.APPSYNC,
                                in -> List.of(in.event(Map.class).size()))
                        .answer(field("7")))
                .isEqualTo("[7]");
    }

    @Test
    void aBatchWithTooFewResultsFails() {
        assertThatThrownBy(() -> batch(false, in -> List.of(1)).answer(three("2")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("AppSync wants a list of 3 results for this batch, not one of 1");
        assertThatThrownBy(() -> batch(false, in -> "x").answer(three("2"))).hasMessageContaining("not something else");
        assertThatThrownBy(() -> batch(false, in -> null).answer(three("2").replace("'order'", "'other'")))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageContaining("AppSync (a batch) (Query.other)");
    }
}
