package io.lambdamaven.plugin.testing;

import java.nio.file.Path;

/** A project that has one of everything, without a fault. */
public final class OrderService {
    private OrderService() {}

    public static UserProject in(Path folder) {
        return new UserProject(folder)
                .with("""
                        package com.example.orders;

                        import com.amazonaws.services.lambda.runtime.Context;
                        import io.lambdamaven.annotation.*;
                        import io.lambdamaven.api.HttpRequest;
                        import java.util.List;
                        import java.util.Map;
                        import java.util.Optional;
                        import java.util.concurrent.TimeUnit;

                        @Permission(actions = "dynamodb:GetItem", resources = "arn:aws:dynamodb:*:*:table/${orders.table}")
                        public class OrderApi {
                            @HttpTrigger(path = "/orders/{id}")
                            public Order get(@PathParam String id, @QueryParam(defaultValue = "10") int limit, Context context) {
                                return new Order(id, limit);
                            }

                            @HttpTrigger(method = "POST", path = "/orders")
                            @HttpTrigger(method = "PUT", path = "/orders")
                            public Order create(
                                    Order order,
                                    @HeaderParam("X-Dry-Run") Optional<Boolean> dryRun,
                                    @QueryParam List<TimeUnit> unit,
                                    @CookieParam("session") @Nullable String session) {
                                return new Order(order.id() + dryRun + unit + session, order.count() + 1);
                            }

                            @HttpTrigger(method = "DELETE", path = "/orders/{id}")
                            public void delete(@PathParam("id") String in) {}

                            @HttpTrigger(method = "ANY", path = "/files/{path+}")
                            public static String file(HttpRequest request) {
                                return request.rawPath();
                            }

                            @HttpTrigger(method = "POST", path = "/bulk")
                            public int bulk(List<Order> orders) {
                                return orders.size();
                            }
                        }
                        """)
                .with("package com.example.orders; public record Order(String id, int count) {}")
                .with("""
                        package com.example.orders;

                        import java.lang.annotation.*;

                        @Retention(RetentionPolicy.CLASS)
                        @Target(ElementType.TYPE_USE)
                        public @interface Nullable {}
                        """)
                .with("""
                        package com.example.orders.events;

                        import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
                        import com.amazonaws.services.lambda.runtime.events.SQSEvent;
                        import com.example.orders.Order;
                        import io.lambdamaven.annotation.*;
                        import io.lambdamaven.api.S3Object;
                        import io.lambdamaven.api.SqsMessage;
                        import java.util.List;
                        import java.util.Map;

                        public class Consumers {
                            @SqsTrigger(queue = "${orders.queue}", maximumConcurrency = 5)
                            public void each(Order order) {}

                            @SqsTrigger(queue = "bulk", batchSize = 100, batchingWindow = 5)
                            public SQSBatchResponse whole(SQSEvent event) {
                                return new SQSBatchResponse();
                            }

                            @SqsTrigger(queue = "listed.fifo", enabled = false)
                            public void list(List<SqsMessage> messages) {}

                            @S3Trigger(bucket = "${orders.bucket}", prefix = "incoming/", suffix = ".csv")
                            public void load(S3Object object) {}

                            @S3Trigger(bucket = "raw-orders", events = {"s3:ObjectRemoved:Delete", "s3:ObjectTagging:*"})
                            @InvokeTrigger
                            public String any(Map<String, Object> event) {
                                return "any " + event.size();
                            }
                        }
                        """)
                .with("""
                        package com.example.orders.admin;

                        import io.lambdamaven.annotation.*;
                        import java.util.List;

                        @LambdaFunction(name = "order-admin", description = "For operators", memory = 1024, timeout = 900)
                        public class Admin {
                            @ScheduleTrigger("rate(1 day)")
                            @ScheduleTrigger(value = "cron(*/5 8-17 ? * MON-FRI *)", description = "working hours")
                            public void nightly() {}

                            @Command(value = "reindex", description = "Builds the index again")
                            @Permission(actions = {"s3:PutObject", "s3:GetObject"}, resources = "arn:aws:s3:::index/*")
                            public int reindex(List<String> ids) {
                                return ids.size();
                            }

                            public static class Nested {
                                @Command("nested")
                                public String nested() {
                                    return "nested";
                                }
                            }
                        }
                        """);
    }
}
