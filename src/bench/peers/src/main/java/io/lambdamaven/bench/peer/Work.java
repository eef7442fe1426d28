package io.lambdamaven.bench.peer;

/** What the handlers do with what they have read: see that it is right. */
final class Work {
    private Work() {}

    static void file(String bucket, String key, long size) {
        if (!"orders-incoming".equals(bucket) || !"incoming/orders 2026.csv".equals(key) || size != 20480) {
            throw new IllegalStateException("read " + bucket + "/" + key + ", " + size + " bytes");
        }
    }

    static void message(String body) {
        if (body == null || !body.startsWith("{\"orderId\": \"10")) {
            throw new IllegalStateException("read " + body);
        }
    }

    static void order(String id, String status) {
        if (id == null || !id.startsWith("10") || !"SHIPPED".equals(status)) {
            throw new IllegalStateException("read " + id + " " + status);
        }
    }
}
