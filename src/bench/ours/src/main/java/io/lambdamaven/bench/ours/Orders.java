package io.lambdamaven.bench.ours;

import io.lambdamaven.annotation.DynamoDbTrigger;
import io.lambdamaven.annotation.HttpTrigger;
import io.lambdamaven.annotation.S3Trigger;
import io.lambdamaven.annotation.SqsTrigger;
import io.lambdamaven.api.DynamoDbRecord;
import io.lambdamaven.api.HttpRequest;
import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.api.S3Object;

/**
 * One method for each kind of event that is measured; none of them needs a JSON library of its own, nor, as
 * the peers, concatenates strings with an operator: that alone costs milliseconds, whoever calls.
 */
public final class Orders {
    /** Takes the whole request. */
    @HttpTrigger(method = "GET", path = "/orders/{id}")
    public HttpResponse get(HttpRequest request) {
        String id = request.pathParams().get("id");
        boolean expand = request.query().get("expand").get(0).equals("true");
        return HttpResponse.of(200)
                .header("Content-Type", "application/json")
                .body(new StringBuilder("{\"id\":\"")
                        .append(id)
                        .append("\",\"expand\":")
                        .append(expand)
                        .append(",\"total\":1999}")
                        .toString());
    }

    /** Takes the body as text. */
    @HttpTrigger(method = "POST", path = "/orders")
    public HttpResponse place(String order) {
        return HttpResponse.of(201)
                .header("Content-Type", "application/json")
                .header("Location", "/orders/1003")
                .body(new StringBuilder("{\"id\":\"1003\",")
                        .append(order, 1, order.length() - 1)
                        .append(",\"status\":\"NEW\"}")
                        .toString());
    }

    /** Takes each object. */
    @S3Trigger(bucket = "orders-incoming", prefix = "incoming/", suffix = ".csv")
    public void fileArrived(S3Object file) {
        if (!file.bucket().equals("orders-incoming")
                || !file.key().equals("incoming/orders 2026.csv")
                || file.size() != 20480) {
            throw new IllegalStateException("read " + file.bucket() + "/" + file.key() + ", " + file.size() + " bytes");
        }
    }

    /** Takes the body of each message. */
    @SqsTrigger(queue = "orders")
    public void statusChanged(String body) {
        if (!body.startsWith("{\"orderId\": \"10")) {
            throw new IllegalStateException("read " + body);
        }
    }

    /** Takes each change. */
    @DynamoDbTrigger(table = "orders")
    public void changed(DynamoDbRecord change) {
        if (change.keys().isEmpty()) {
            throw new IllegalStateException("read " + change);
        }
    }
}
