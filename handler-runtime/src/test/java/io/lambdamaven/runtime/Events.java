package io.lambdamaven.runtime;

/** Events written for these tests, after the shapes that AWS documents. */
final class Events {
    private Events() {}

    static String httpApi(String method, String path, String query, String body) {
        return """
                {"version":"2.0","routeKey":"$default","rawPath":"%s","rawQueryString":"%s",
                 "headers":{"content-type":"application/json"},"cookies":["a=1","b=2"],
                 "requestContext":{"domainName":"x1.execute-api.eu-central-1.amazonaws.com","stage":"$default",
                 "requestId":"r-1","http":{"method":"%s","path":"%s","sourceIp":"198.51.100.7"}},
                 "body":%s,"isBase64Encoded":false}""".formatted(path, query, method, path, body == null ? "null" : quoted(body));
    }

    static String sqs(String queue, String... bodies) {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < bodies.length; i++) {
            records.append(i == 0 ? "" : ",").append("""
                    {"messageId":"m-%d","receiptHandle":"h-%d","body":%s,
                     "attributes":{"ApproximateReceiveCount":"1"},"messageAttributes":{},
                     "eventSource":"aws:sqs","awsRegion":"eu-central-1",
                     "eventSourceARN":"arn:aws:sqs:eu-central-1:123456789012:%s"}""".formatted(i + 1, i + 1, quoted(bodies[i]), queue));
        }
        return "{\"Records\":[" + records + "]}";
    }

    static String s3(String eventName, String... keys) {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < keys.length; i++) {
            records.append(i == 0 ? "" : ",").append("""
                    {"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"eu-central-1",
                     "eventTime":"2026-01-01T03:00:00.000Z","eventName":"%s",
                     "s3":{"bucket":{"name":"incoming","arn":"arn:aws:s3:::incoming"},
                     "object":{"key":"%s","size":42,"eTag":"e","sequencer":"0A"}}}""".formatted(eventName, keys[i]));
        }
        return "{\"Records\":[" + records + "]}";
    }

    static String schedule(String rule) {
        return """
                {"version":"0","id":"t-1","detail-type":"Scheduled Event","source":"aws.events",
                 "account":"123456789012","time":"2026-01-01T03:00:00Z","region":"eu-central-1",
                 "resources":["arn:aws:events:eu-central-1:123456789012:rule/%s"],"detail":{}}""".formatted(rule);
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
