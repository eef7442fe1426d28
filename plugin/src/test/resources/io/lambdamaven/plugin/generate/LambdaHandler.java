package com.example.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.example.orders.admin.Admin;
import com.example.orders.events.Consumers;
import io.lambdamaven.api.HttpRequest;
import io.lambdamaven.api.S3Object;
import io.lambdamaven.api.SqsMessage;
import io.lambdamaven.runtime.RoutedHandler;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.Types;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.RouteTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.annotation.processing.Generated;

/**
 * Takes each event to the method it is for.
 */
@Generated("io.lambdamaven")
public final class LambdaHandler extends RoutedHandler {
    private OrderApi orderApi;

    private Admin.Nested adminNested;

    private Consumers consumers;

    public LambdaHandler() {
        super(routes());
    }

    private static RouteTable routes() {
        return RouteTable.builder()
                .http(0, "POST", "/bulk", "OrderApi.bulk")
                .http(1, "POST", "/orders", "OrderApi.create")
                .http(2, "PUT", "/orders", "OrderApi.create")
                .http(3, "DELETE", "/orders/{id}", "OrderApi.delete")
                .http(4, "ANY", "/files/{path+}", "OrderApi.file")
                .http(5, "GET", "/orders/{id}", "OrderApi.get")
                .command(6, "nested", "Admin.Nested.nested")
                .s3(7, "raw-orders", new String[] {"s3:ObjectRemoved:Delete", "s3:ObjectTagging:*"}, "", "", RouteTable.WHOLE, "Consumers.any")
                .invoke(8, "Consumers.any")
                .service(9, EventKind.SQS, new String[] {"${orders.queue}"}, RouteTable.EACH, "", "Consumers.each")
                .service(10, EventKind.SQS, new String[] {"listed.fifo"}, RouteTable.WHOLE, "", "Consumers.list")
                .s3(11, "${orders.bucket}", new String[] {"s3:ObjectCreated:*"}, "incoming/", ".csv", RouteTable.EACH, "Consumers.load")
                .service(12, EventKind.SQS, new String[] {"bulk"}, RouteTable.WHOLE, "", "Consumers.whole")
                .build();
    }

    @Override
    protected Object call(int route, Arguments in) throws Exception {
        switch (route) {
            case 0:
                return orderApiBulk(in);
            case 1:
                return orderApiCreate(in);
            case 2:
                return orderApiCreate(in);
            case 3:
                return orderApiDelete(in);
            case 4:
                return orderApiFile(in);
            case 5:
                return orderApiGet(in);
            case 6:
                return adminNestedNested(in);
            case 7:
                return consumersAny(in);
            case 8:
                return consumersAny2(in);
            case 9:
                return consumersEach(in);
            case 10:
                return consumersList(in);
            case 11:
                return consumersLoad(in);
            case 12:
                return consumersWhole(in);
            default:
                throw unknownRoute(route);
        }
    }

    @Override
    protected void prime() throws Exception {
        orderApi();
        adminNested();
        consumers();
        warm(Types.of(List.class, Order.class));
        warm(Order.class);
        warm(Types.of(Map.class, String.class, Object.class));
    }

    /**
     * POST /bulk
     */
    private Object orderApiBulk(Arguments in) throws Exception {
        List<Order> orders = in.at("orders").payload(Types.of(List.class, Order.class));
        return orderApi().bulk(orders);
    }

    /**
     * POST /orders
     * <br>PUT /orders
     */
    private Object orderApiCreate(Arguments in) throws Exception {
        Order order = in.at("order").payload(Order.class);
        Optional<Boolean> dryRun = in.header("X-Dry-Run").asOptional(Boolean.class);
        List<TimeUnit> unit = in.query("unit").asList(TimeUnit.class);
        String session = in.cookie("session").asNullable(String.class);
        return orderApi().create(order, dryRun, unit, session);
    }

    /**
     * DELETE /orders/{id}
     */
    private Object orderApiDelete(Arguments in) throws Exception {
        String in2 = in.path("id").as(String.class);
        orderApi().delete(in2);
        return null;
    }

    /**
     * ANY /files/{path+}
     */
    private Object orderApiFile(Arguments in) throws Exception {
        HttpRequest request = in.request();
        return OrderApi.file(request);
    }

    /**
     * GET /orders/{id}
     */
    private Object orderApiGet(Arguments in) throws Exception {
        String id = in.path("id").as(String.class);
        int limit = in.query("limit").orElse("10").as(Integer.class);
        Context context = in.context();
        return orderApi().get(id, limit, context);
    }

    /**
     * Command nested
     */
    private Object adminNestedNested(Arguments in) throws Exception {
        return adminNested().nested();
    }

    /**
     * Objects of raw-orders: s3:ObjectRemoved:Delete, s3:ObjectTagging:*
     */
    @SuppressWarnings("unchecked")
    private Object consumersAny(Arguments in) throws Exception {
        Map<String, Object> event = in.at("event").event(Map.class);
        return consumers().any(event);
    }

    /**
     * Direct invocations
     */
    private Object consumersAny2(Arguments in) throws Exception {
        Map<String, Object> event = in.at("event").payload(Types.of(Map.class, String.class, Object.class));
        return consumers().any(event);
    }

    /**
     * Messages of ${orders.queue}
     */
    private Object consumersEach(Arguments in) throws Exception {
        Order order = in.at("order").payload(Order.class);
        consumers().each(order);
        return null;
    }

    /**
     * Messages of listed.fifo
     */
    private Object consumersList(Arguments in) throws Exception {
        List<SqsMessage> messages = in.at("messages").payloads(SqsMessage.class);
        consumers().list(messages);
        return null;
    }

    /**
     * Objects of ${orders.bucket}: s3:ObjectCreated:*
     */
    private Object consumersLoad(Arguments in) throws Exception {
        S3Object object = in.at("object").payload(S3Object.class);
        consumers().load(object);
        return null;
    }

    /**
     * Messages of bulk
     */
    private Object consumersWhole(Arguments in) throws Exception {
        SQSEvent event = in.at("event").awsEvent(SQSEvent.class);
        return consumers().whole(event);
    }

    private synchronized OrderApi orderApi() throws Exception {
        if (orderApi == null) {
            orderApi = new OrderApi();
        }
        return orderApi;
    }

    private synchronized Admin.Nested adminNested() throws Exception {
        if (adminNested == null) {
            adminNested = new Admin.Nested();
        }
        return adminNested;
    }

    private synchronized Consumers consumers() throws Exception {
        if (consumers == null) {
            consumers = new Consumers();
        }
        return consumers;
    }
}
