package io.lambdamaven.plugin.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.catalog.Row;
import io.lambdamaven.plugin.catalog.ServiceKind;
import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.runtime.RoutedHandler;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.RouteTable;
import io.lambdamaven.runtime.route.RouteTableBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends samples through the runtime that serves them on Lambda. */
class SampleRoutingTest {
    /** By reflection: Lambda's interfaces come with the runtime, and the plugin does not depend on them itself. */
    private static final Method HANDLE = Arrays.stream(RoutedHandler.class.getMethods())
            .filter(method -> method.getName().equals("handleRequest"))
            .findFirst()
            .orElseThrow();

    private final Shop shop = new Shop();

    @Test
    void everySampleReachesTheRouteItIsFor() throws ReflectiveOperationException {
        for (Route route : shop.function().routes()) {
            Sample sample = shop.events().of(shop.function(), route, null);
            reaches(sample, route);
        }
    }

    @Test
    void samplesWithAPayloadReachItToo() throws ReflectiveOperationException {
        reaches(shop.sample("GET /orders/a%20b?x=1", null), shop.route("OrderApi.get"));
        reaches(shop.sample("DELETE /orders/latest", null), shop.route("OrderApi.any"));
        reaches(shop.sample("POST /orders", "{\"item\":\"ü\"}"), shop.route("OrderApi.create"));
        reaches(shop.sample("s3", "incoming/ä b+c.csv"), shop.route("OrderImport.load"));
        reaches(shop.sample("sqs:orders", "[{\"id\":1},2]"), shop.route("OrderConsumer.consume"));
        reaches(shop.sample("command", "{\"all\":true}"), shop.route("Admin.reindex"));
        reaches(shop.sample("invoke", "hello"), shop.route("Admin.any"));
    }

    @Test
    void aFunctionUrlsSampleReachesItsRoute() throws ReflectiveOperationException {
        shop.domainName = "abc.lambda-url.eu-west-1.on.aws";
        reaches(shop.sample("GET /files/a/b", null), shop.route("OrderApi.files"));
    }

    @Test
    void theScheduleOfALongFunctionNameReachesItsRoute() throws ReflectiveOperationException {
        shop.functionName = "f".repeat(64);
        reaches(shop.sample("schedule", null), shop.route("Cleanup.nightly"));
    }

    @Test
    void everyFamilyOfObjectEventsReachesItsRoute() throws ReflectiveOperationException {
        for (String family : List.of(
                "ObjectCreated:*",
                "ObjectRemoved:*",
                "ObjectRestore:*",
                "ObjectTagging:*",
                "LifecycleExpiration:*",
                "Replication:*",
                "ObjectAcl:Put",
                "ReducedRedundancyLostObject")) {
            Shop one = new Shop(Shop.s3("bucket", "s3:" + family));
            reaches(one, one.sample("s3", null), one.function().routes().get(0));
        }
    }

    static Stream<Trigger.Service> services() {
        return Samples.TRIGGERS.stream();
    }

    @Test
    void everyKindOfTheCatalogueHasASample() {
        assertThat(services().map(Trigger.Service::kind))
                .containsAll(Catalog.kinds().stream()
                        .map(ServiceKind::word)
                        .filter(kind -> !kind.equals("sqs"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("services")
    void theSampleOfEveryServiceReachesItsRoute(Trigger.Service trigger) {
        Shop one = new Shop(trigger);
        Route route = one.function().routes().get(0);
        Sample sample = one.sample(trigger.kind(), null);
        assertThat(called(one, sample)).as(sample.json()).contains(route.number());
        assertThat(sample.qualifier()).isEqualTo(Catalog.isRaw(trigger) ? "raw" : "live");
    }

    @Test
    void anObjectThatEventBridgeTellsOfReachesItsRoute() {
        for (String event : List.of("ObjectCreated:*", "ObjectRemoved:*", "ObjectTagging:*", "ObjectAcl:Put")) {
            Shop one = new Shop(new Trigger.S3("bucket", List.of("s3:" + event), "in/", ".csv", true));
            Sample sample = one.sample("s3", null);
            assertThat(called(one, sample)).as(sample.json()).containsExactly(0);
        }
    }

    /** Some services want an answer that a recorder does not have, or are told it where they are; that is no matter. */
    private static List<Integer> called(Shop shop, Sample sample) {
        Recorder handler = new Recorder(table(shop));
        InputStream event = new ByteArrayInputStream(sample.json().getBytes(StandardCharsets.UTF_8));
        Throwable failure = catchThrowable(
                () -> HANDLE.invoke(handler, event, new ByteArrayOutputStream(), context(shop, sample.qualifier())));
        if (handler.called.isEmpty() && failure != null) {
            throw new AssertionError(sample.json(), failure);
        }
        return handler.called;
    }

    private void reaches(Sample sample, Route route) throws ReflectiveOperationException {
        reaches(shop, sample, route);
    }

    private static void reaches(Shop shop, Sample sample, Route route) throws ReflectiveOperationException {
        assertThat(sample.route()).isEqualTo(route);
        Recorder handler = new Recorder(table(shop));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        InputStream event = new ByteArrayInputStream(sample.json().getBytes(StandardCharsets.UTF_8));
        HANDLE.invoke(handler, event, answer, context(shop, sample.qualifier()));
        assertThat(handler.called).as(sample.json() + " -> " + answer).containsExactly(route.number());
    }

    private static RouteTable table(Shop shop) {
        RouteTableBuilder table = RouteTable.builder(
                Map.of("AWS_LAMBDA_FUNCTION_NAME", shop.functionName, "LAMBDA_MAVEN_ORDERS_BUCKET", "incoming-bucket"));
        for (Route route : shop.function().routes()) {
            String handler = route.method().shortName();
            Trigger trigger = route.trigger();
            if (trigger instanceof Trigger.Http http) {
                table.http(route.number(), http.method(), http.path(), handler);
            } else if (trigger instanceof Trigger.S3 s3) {
                String[] events = s3.events().toArray(String[]::new);
                if (s3.eventBridge()) {
                    table.s3EventBridge(
                            route.number(), s3.bucket(), events, s3.prefix(), s3.suffix(), RouteTable.WHOLE, handler);
                } else {
                    table.s3(route.number(), s3.bucket(), events, s3.prefix(), s3.suffix(), RouteTable.WHOLE, handler);
                }
            } else if (trigger instanceof Trigger.Service service) {
                rows(table, route, service);
            } else if (trigger instanceof Trigger.Schedule schedule) {
                table.schedule(route.number(), route.id(), schedule.input(), handler);
            } else if (trigger instanceof Trigger.Command command) {
                table.command(route.number(), command.name(), handler);
            } else {
                table.invoke(route.number(), handler);
            }
        }
        return table.build();
    }

    private static void rows(RouteTableBuilder table, Route route, Trigger.Service trigger) {
        int number = route.number();
        for (Row row : Catalog.of(trigger).rows(trigger)) {
            String handler = route.method().shortName();
            if (row.kind().equals(Row.EVENTS)) {
                table.events(number++, row.keys().get(0), row.keys().get(1), handler);
            } else {
                table.service(
                        number++,
                        EventKind.valueOf(row.kind()),
                        row.keys().toArray(String[]::new),
                        route.granularity() == Granularity.EACH ? RouteTable.EACH : RouteTable.WHOLE,
                        row.mode(),
                        handler);
            }
        }
    }

    private static Object context(Shop shop, String qualifier) {
        String arn = "arn:aws:lambda:eu-west-1:123456789012:function:" + shop.functionName + ":" + qualifier;
        Class<?> type = HANDLE.getParameterTypes()[2];
        return Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getInvokedFunctionArn" -> arn;
                    case "getFunctionName" -> shop.functionName;
                    case "getAwsRequestId" -> "request";
                    case "getRemainingTimeInMillis" -> 10_000;
                    default -> null;
                });
    }

    private static final class Recorder extends RoutedHandler {
        private final List<Integer> called = new ArrayList<>();

        Recorder(RouteTable routes) {
            super(routes);
        }

        @Override
        protected Object call(int route, Arguments in) {
            called.add(route);
            return null;
        }
    }
}
