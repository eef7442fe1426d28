package io.lambdamaven.runtime.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of kinds written down a second time, row by row, over a tree that was read to its end: what the streaming
 * recogniser must agree with. {@code a.b} is a member within a member, {@code a=v} one with that value.
 */
final class FirstMatch {
    private static final List<Row> ROWS = List.of(
            row(EventKind.AUTHORIZER_TOKEN, "type=TOKEN", "methodArn"),
            row(EventKind.AUTHORIZER_V2, "type=REQUEST", "routeArn"),
            row(EventKind.AUTHORIZER_V1, "type=REQUEST", "methodArn"),
            row(EventKind.APPSYNC_AUTHORIZER, "authorizationToken", "requestContext/apiId", "!methodArn"),
            row(EventKind.BEDROCK_AGENT, "messageVersion", "agent", "actionGroup"),
            row(EventKind.WEBSOCKET, "requestContext/connectionId", "requestContext/eventType=CONNECT"),
            row(EventKind.WEBSOCKET, "requestContext/connectionId", "requestContext/eventType=MESSAGE"),
            row(EventKind.WEBSOCKET, "requestContext/connectionId", "requestContext/eventType=DISCONNECT"),
            row(EventKind.ALB, "requestContext/elb"),
            row(EventKind.LATTICE_V2, "requestContext/serviceNetworkArn"),
            row(EventKind.LATTICE_V1, "raw_path", "is_base64_encoded"),
            row(EventKind.FUNCTION_URL, "requestContext/http", "requestContext/domainName=x.lambda-url.y"),
            row(EventKind.HTTP_API, "requestContext/http"),
            row(EventKind.REST_API, "httpMethod", "requestContext"),
            row(EventKind.REST_API, "httpMethod", "resource"),
            row(EventKind.REST_API, "httpMethod", "path"),
            row(EventKind.S3, "Records/eventSource=aws:s3"),
            row(EventKind.SNS, "Records/EventSource=aws:sns"),
            row(EventKind.SQS, "Records/eventSource=aws:sqs"),
            row(EventKind.MSK, "eventSource=aws:kafka"),
            row(EventKind.RABBITMQ, "eventSource=aws:rmq"),
            row(EventKind.COGNITO, "triggerSource", "userPoolId"),
            row(EventKind.COMMAND, "command"),
            row(EventKind.SCHEDULE, "detail-type=Scheduled Event", "source", "detail"),
            row(EventKind.EVENTBRIDGE, "detail-type", "source", "detail"),
            row(EventKind.ALARM, "source=aws.cloudwatch", "alarmArn"),
            row(EventKind.LOGS, "awslogs/data"),
            row(EventKind.CONNECT, "Details/ContactData"),
            row(EventKind.FIREHOSE, "records", "deliveryStreamArn"),
            row(EventKind.KINESIS_ANALYTICS, "records", "applicationArn"),
            row(EventKind.APPSYNC, "info", "arguments"),
            row(EventKind.ALEXA, "session", "request"));

    private FirstMatch() {}

    static EventKind of(String json) throws IOException {
        Object tree;
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            tree = read(parser);
        }
        for (Row row : ROWS) {
            if (row.facts.stream().allMatch(fact -> holds(fact, tree))) {
                return row.kind;
            }
        }
        return EventKind.DIRECT;
    }

    private static boolean holds(String fact, Object tree) {
        if (fact.startsWith("!")) {
            return !holds(fact.substring(1), tree);
        }
        int equals = fact.indexOf('=');
        Object value = tree;
        for (String step : (equals < 0 ? fact : fact.substring(0, equals)).split("/", -1)) {
            value = value instanceof List<?> list ? (list.isEmpty() ? null : list.get(0)) : value;
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return equals < 0 ? value != null : fact.substring(equals + 1).equals(value);
    }

    /** Null is as good as absent, and of several equal keys the first one counts. */
    private static Object read(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> map = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                Object value = read(parser);
                if (value != null) {
                    map.putIfAbsent(name, value);
                }
            }
            return map;
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(read(parser));
            }
            return list;
        }
        return parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getText();
    }

    private static Row row(EventKind kind, String... facts) {
        return new Row(kind, List.of(facts));
    }

    private record Row(EventKind kind, List<String> facts) {}
}
