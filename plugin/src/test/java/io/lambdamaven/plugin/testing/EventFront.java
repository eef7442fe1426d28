package io.lambdamaven.plugin.testing;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A front that the local Lambda has not: its events are sent through Lambda's Invoke API, its answers read as it does. */
public enum EventFront {
    /** A REST API: payload format 1.0, the query decoded. */
    REST_API(query -> URLDecoder.decode(query, StandardCharsets.UTF_8)) {
        @Override
        JsonObject.Builder context(String method, String path) {
            return Json.object()
                    .put("accountId", "123456789012")
                    .put("apiId", "1234567890")
                    .put("domainName", "1234567890.execute-api.us-east-1.amazonaws.com")
                    .put("httpMethod", method)
                    .put("identity", Json.object().put("sourceIp", "198.51.100.10"))
                    .put("path", "/prod" + path)
                    .put("protocol", "HTTP/1.1")
                    .put("requestId", "c6af9ac6-7b61-11e6-9a41-93e8deadbeef")
                    .put("resourceId", "123456")
                    .put("resourcePath", "/{proxy+}")
                    .put("stage", "prod");
        }

        @Override
        JsonObject.Builder form(JsonObject.Builder event, String path) {
            return event.put("resource", "/{proxy+}")
                    .put("pathParameters", Json.object().put("proxy", path.substring(1)));
        }
    },

    /** A load balancer whose target group has multi-value headers on: the query is as it came. */
    LOAD_BALANCER(UnaryOperator.identity()) {
        @Override
        JsonObject.Builder context(String method, String path) {
            return Json.object()
                    .put(
                            "elb",
                            Json.object()
                                    .put(
                                            "targetGroupArn",
                                            "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/6d0ecf831eec9f09"));
        }

        @Override
        JsonObject.Builder form(JsonObject.Builder event, String path) {
            return event;
        }
    };

    private final UnaryOperator<String> query;

    EventFront(UnaryOperator<String> query) {
        this.query = query;
    }

    abstract JsonObject.Builder context(String method, String path);

    abstract JsonObject.Builder form(JsonObject.Builder event, String path);

    /** Invokes the function with the event that the request would become. */
    Reply ask(int lambda, String function, String method, String target, Map<String, String> headers, byte[] body)
            throws IOException {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        JsonObject.Builder event = form(Json.object(), path)
                .put("httpMethod", method)
                .put("path", path)
                .put("requestContext", context(method, path))
                .put("multiValueHeaders", lists(headers(headers)))
                .put("multiValueQueryStringParameters", lists(query(mark < 0 ? "" : target.substring(mark + 1))))
                .put("isBase64Encoded", body.length > 0)
                .put("body", Base64.getEncoder().encodeToString(body));
        Reply reply = Reply.ask(
                lambda,
                "POST",
                "/2015-03-31/functions/" + function + "/invocations",
                Map.of("Host", "127.0.0.1:" + lambda),
                event.build().canonicalBytes());
        if (reply.status() != 200 || reply.header("X-Amz-Function-Error") != null) {
            throw new AssertionError(this + " gets " + reply.status() + " from Lambda: " + reply.text());
        }
        return answer((JsonObject) Json.parse(reply.body()));
    }

    private static Reply answer(JsonObject answer) {
        Map<String, List<String>> headers = new TreeMap<>();
        answer.object("multiValueHeaders")
                .members()
                .forEach((name, values) -> headers.computeIfAbsent(
                                name.toLowerCase(Locale.ROOT), each -> new ArrayList<>())
                        .addAll(((JsonArray) values).asTexts()));
        String body = answer.text("body", "");
        byte[] bytes = answer.flag("isBase64Encoded")
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
        return new Reply((int) answer.number("statusCode"), headers, bytes);
    }

    private static Map<String, List<String>> headers(Map<String, String> headers) {
        Map<String, List<String>> lists = new TreeMap<>();
        headers.forEach((name, value) -> lists.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        return lists;
    }

    private Map<String, List<String>> query(String raw) {
        Map<String, List<String>> lists = new TreeMap<>();
        for (String pair : raw.isEmpty() ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            lists.computeIfAbsent(query.apply(parts[0]), name -> new ArrayList<>())
                    .add(query.apply(parts[1]));
        }
        return lists;
    }

    private static JsonObject.Builder lists(Map<String, List<String>> values) {
        JsonObject.Builder object = Json.object();
        values.forEach((name, each) -> object.put(name, Json.texts(each)));
        return object;
    }
}
