package io.lambdamaven.plugin.sample;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.List;

/** Triggers of every kind of the catalogue, with names, with ARNs and with nothing but what they need. */
final class Samples {
    private static final String PLACE = ":us-east-1:111122223333:";

    static final List<Trigger.Service> TRIGGERS = List.of(
            Triggers.of("sns", "topic", "orders"),
            Triggers.of("sns", "topic", "arn:aws:sns" + PLACE + "orders"),
            Triggers.of("dynamodb", "table", "orders"),
            Triggers.of(
                    "dynamodb", "table", "arn:aws:dynamodb" + PLACE + "table/orders/stream/2026-02-02T00:00:00.000"),
            Triggers.of("dynamodb", "table", "arn:aws:dynamodb" + PLACE + "table/orders"),
            Triggers.of("kinesis", "stream", "clicks"),
            Triggers.of("kinesis", "stream", "arn:aws:kinesis" + PLACE + "stream/clicks"),
            Triggers.of("kafka", "topic", "orders", "bootstrapServers", List.of("kafka-1.example.com:9092")),
            Triggers.of("kafka", "topic", "orders", "cluster", "main"),
            Triggers.of("mq", "broker", "main", "queue", "orders", "engine", "ACTIVEMQ"),
            Triggers.of("mq", "broker", "main", "queue", "orders", "engine", "RABBITMQ", "virtualHost", "/shop"),
            Triggers.of("documentdb", "cluster", "main", "database", "shop"),
            Triggers.of("documentdb", "cluster", "main", "database", "shop", "collection", "orders"),
            Triggers.of("firehose"),
            Triggers.of("firehose", "stream", "clicks"),
            Triggers.of("kinesis-analytics", "application", "clicks"),
            Triggers.of("logs", "logGroup", "/aws/lambda/orders"),
            Triggers.of("logs", "logGroup", "arn:aws:logs" + PLACE + "log-group:/aws/lambda/orders:*"),
            Triggers.of("alarm", "alarm", "too many errors"),
            Triggers.of("eventbridge", "pattern", "{\"source\": [\"aws.ec2\"], \"detail-type\": [\"Changed\"]}"),
            Triggers.of("eventbridge", "pattern", """
                    {"source": [{"prefix": "com.example"}], "detail": {
                      "state": [{"anything-but": ["off", "unknown"]}], "price": [{"numeric": [">", 10, "<=", 20]}],
                      "address": [{"cidr": "10.0.0.0/24"}], "gone": [{"exists": false}], "there": [{"exists": true}],
                      "file": [{"wildcard": "a*b"}], "end": [{"suffix": ".png"}],
                      "word": [{"equals-ignore-case": "Yes"}], "$or": [{"x": [1]}, {"y": [2]}]}}
                    """),
            Triggers.of("cognito", "value", List.of("PRE_SIGN_UP")),
            Triggers.of(
                    "cognito",
                    "value",
                    List.of("CUSTOM_SMS_SENDER", "PRE_TOKEN_GENERATION"),
                    "userPool",
                    "eu-west-1_Ab1"),
            Triggers.of("cognito-sync"),
            Triggers.of("authorizer", "value", List.of("HTTP_API")),
            Triggers.of("authorizer", "value", List.of("REST_TOKEN", "REST_REQUEST")),
            Triggers.of("authorizer", "value", List.of("REST_REQUEST")),
            Triggers.of("authorizer", "value", List.of("WEBSOCKET")),
            Triggers.of("authorizer", "value", List.of("APPSYNC")),
            Triggers.of("transfer"),
            Triggers.of("websocket", "value", "$connect"),
            Triggers.of("websocket", "value", "$disconnect"),
            Triggers.of("websocket", "value", "$default"),
            Triggers.of("websocket", "value", "order"),
            Triggers.of("appsync", "type", "Query", "field", "orders"),
            Triggers.of("appsync", "channel", "/orders/*"),
            Triggers.of("appsync", "channel", "/orders/*", "operation", "SUBSCRIBE"),
            Triggers.of("lex"),
            Triggers.of("lex", "bot", "shop", "intent", "Order", "source", "DialogCodeHook"),
            Triggers.of("lex", "bot", "shop", "intent", "Order", "version", "V1"),
            Triggers.of("connect"),
            Triggers.of("bedrock-agent", "actionGroup", "orders", "function", "cancel"),
            Triggers.of("bedrock-agent", "actionGroup", "orders", "apiPath", "/orders/{id}", "method", "GET"),
            Triggers.of("alexa"),
            Triggers.of("alexa", "skill", "amzn1.ask.skill.1", "request", "LaunchRequest"),
            Triggers.of("alexa", "request", "OrderIntent"),
            Triggers.of("alexa", "request", "Alexa.Discovery"),
            Triggers.of("ses", "recipients", List.of("example.org")),
            Triggers.of("codecommit", "repository", "shop"),
            Triggers.of("config", "rule", "tagged"),
            Triggers.of("cloudformation"),
            Triggers.of("cloudformation", "resourceType", "Custom::Schema"),
            Triggers.of("codepipeline"),
            Triggers.of("codedeploy"),
            Triggers.of("secret-rotation"),
            Triggers.of("secret-rotation", "secret", "shop/db", "value", "TEST"),
            Triggers.of("s3-batch"),
            Triggers.of("s3-object-lambda", "accessPoint", "images"),
            Triggers.of("iot", "value", "RULE"),
            Triggers.of("iot", "value", "BUTTON"),
            Triggers.of("iot", "value", "ONE_CLICK"),
            Triggers.of("iot", "value", "CUSTOM_AUTHORIZER"),
            Triggers.of("iot", "value", "PROVISIONING"));

    private Samples() {}
}
