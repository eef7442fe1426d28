package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.lambdamaven.api.HttpException;
import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.api.S3Object;
import io.lambdamaven.api.SqsMessage;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.Types;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A handler as the plugin would generate it, for a shop whose methods stand in the cases themselves. */
@SuppressWarnings("StatementSwitchToExpressionSwitch") // generated handlers have no other
final class ShopHandler extends RoutedHandler {
    record Order(String id, int quantity, LocalDate due) {}

    final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    ShopHandler() {
        super(routes());
    }

    private static RouteTable routes() {
        return RouteTable.builder(Map.of(
                        "LAMBDA_MAVEN_ORDERS_QUEUE", "arn:aws:sqs:eu-central-1:123456789012:orders",
                        "AWS_LAMBDA_FUNCTION_NAME", "shop-dev"))
                .http(0, "GET", "/orders/{id}", "OrderApi.get")
                .http(1, "POST", "/orders", "OrderApi.create")
                .http(2, "GET", "/fail/{how}", "OrderApi.fail")
                .service(
                        3,
                        EventKind.SQS,
                        new String[] {"${orders.queue}"},
                        RouteTable.EACH,
                        "",
                        "OrderConsumer.consume")
                .service(4, EventKind.SQS, new String[] {"orders.fifo"}, RouteTable.EACH, "", "OrderConsumer.inOrder")
                .service(5, EventKind.SQS, new String[] {"batches"}, RouteTable.WHOLE, "", "OrderConsumer.batch")
                .s3(6, "incoming", new String[] {"s3:ObjectCreated:*"}, "csv/", ".csv", RouteTable.EACH, "Import.load")
                .s3(7, "incoming", new String[] {"s3:ObjectRemoved:*"}, "", "", RouteTable.WHOLE, "Import.removed")
                .schedule(8, "a1b2c3d4", "", "Cleanup.nightly")
                .command(9, "reindex", "Admin.reindex")
                .invoke(10, "Admin.any")
                .http(11, "GET", "/files/{path+}", "Files.get")
                .http(12, "GET", "/nothing", "OrderApi.nothing")
                .http(13, "GET", "/unwritable", "OrderApi.unwritable")
                .build();
    }

    @Override
    protected Object call(int route, Arguments in) throws Exception {
        switch (route) {
            case 0:
                String id = in.path("id").as(String.class);
                int limit = in.query("limit").orElse("10").as(Integer.class);
                return called(Map.of("id", id, "limit", limit, "total", 1999));
            case 1:
                Order order = in.payload(Order.class);
                called(order.toString());
                return HttpResponse.of(201)
                        .header("Location", "/orders/" + order.id())
                        .cookie("last=" + order.id())
                        .cookie("seen=1")
                        .json(order);
            case 2:
                return fail(in.path("how").as(String.class));
            case 3:
            case 4:
                return consume(in.payload(SqsMessage.class));
            case 5:
                return batch(in);
            case 6:
                S3Object object = in.payload(S3Object.class);
                called(object.bucket() + "/" + object.key());
                if (object.key().contains("broken")) {
                    throw new SQLException("no such table");
                }
                return object.size();
            case 7:
                return called(in.payloads(S3Object.class).size() + " removed");
            case 8:
                return called("tick " + in.event(JsonNode.class).get("id").asText());
            case 9:
                List<String> names = in.payload(Types.of(List.class, String.class));
                called("reindex " + names);
                return Optional.of(names.size());
            case 10:
                return called("invoked with " + in.payload(String.class));
            case 11:
                return called(in.path("path").as(String.class));
            case 12:
                return called(null);
            case 13:
                return new Object();
            default:
                throw unknownRoute(route);
        }
    }

    private static Object fail(String how) throws Exception {
        switch (how) {
            case "conflict":
                throw new HttpException(409, "the order is closed");
            case "checked":
                throw new SQLException("password=hunter2 at db.internal");
            case "inject":
                return HttpResponse.of(200).header("X-Name", "a\r\nSet-Cookie: admin=1");
            default:
                return Optional.empty();
        }
    }

    private Object consume(SqsMessage message) {
        called(message.body());
        if (message.body().startsWith("bad")) {
            throw new IllegalStateException("cannot take " + message.body());
        }
        return null;
    }

    private Object batch(Arguments in) {
        if (in.awsEvent(SQSEvent.class).getRecords().size()
                != in.payloads(String.class).size()) {
            throw new AssertionError("two readers disagree");
        }
        called(in.payloads(String.class).toString());
        if (in.payloads(String.class).contains("bad")) {
            throw new IllegalStateException("cannot take the batch");
        }
        return new SQSBatchResponse(List.of(new SQSBatchResponse.BatchItemFailure("m-1")));
    }

    private Object called(Object with) {
        calls.add(String.valueOf(with));
        return with;
    }

    String invoke(String event, Context context) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, context);
        return out.toString(StandardCharsets.UTF_8);
    }
}
