package io.lambdamaven.plugin.sample;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.MethodRef;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.testing.Triggers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A function with every kind of trigger, or with the given ones on one method. */
final class Shop {
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    String functionName = "shop-dev";
    String region = "eu-west-1";
    String domainName;

    private final List<Route> routes = new ArrayList<>();

    Shop() {
        add("OrderApi.get", new Trigger.Http("GET", "/orders/{id}"));
        add("OrderApi.latest", new Trigger.Http("GET", "/orders/latest"));
        add("OrderApi.any", new Trigger.Http("ANY", "/orders/latest"));
        add("OrderApi.create", new Trigger.Http("POST", "/orders"));
        add("OrderApi.files", new Trigger.Http("GET", "/files/{path+}"));
        add("OrderImport.load", new Trigger.S3("${orders.bucket}", List.of("s3:ObjectCreated:*"), "incoming/", ".csv"));
        add("OrderConsumer.consume", Triggers.sqs("orders", 3, 0, null, true));
        add("Cleanup.nightly", new Trigger.Schedule("rate(1 day)", "", false));
        add("Admin.reindex", new Trigger.Command("reindex", ""));
        add("Admin.any", new Trigger.Invoke());
        add("OrderConsumer.ordered", Triggers.sqs("arn:aws:sqs:us-east-1:111122223333:steps.fifo", 10, 0, null, true));
    }

    Shop(Trigger... triggers) {
        for (Trigger trigger : triggers) {
            add("OrderImport.load", trigger);
        }
    }

    static Trigger s3(String bucket, String event) {
        return new Trigger.S3(bucket, List.of(event), "", "");
    }

    FunctionModel function() {
        return new FunctionModel("", "com.example.LambdaHandler", "", null, null, routes, List.of(), false, false);
    }

    Route route(String method) {
        return routes.stream()
                .filter(route -> route.method().shortName().equals(method))
                .findFirst()
                .orElseThrow();
    }

    Sample sample(String event, String payload) {
        return events().of(function(), event, payload);
    }

    SampleEvents events() {
        SampleContext context = new SampleContext(
                functionName,
                region,
                "123456789012",
                new TreeMap<>(Map.of("orders.bucket", "incoming-bucket")),
                domainName);
        return new SampleEvents(context, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    JsonObject event(String event, String payload) {
        return Json.parse(sample(event, payload).json()).asObject();
    }

    Diagnostic fault(String event, String payload) {
        List<Diagnostic> found = catchThrowableOfType(UserFault.class, () -> sample(event, payload))
                .diagnostics();
        if (found.size() != 1) {
            throw new AssertionError(found);
        }
        return found.get(0);
    }

    private void add(String method, Trigger trigger) {
        int dot = method.indexOf('.');
        routes.add(new Route(
                routes.size(),
                String.format("%08x", routes.size()),
                trigger,
                new MethodRef("com.example." + method.substring(0, dot), method.substring(dot + 1), "()V"),
                Granularity.WHOLE));
    }
}
