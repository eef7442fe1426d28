package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.stage.Setting;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** Events, messages, data and time: what polls, subscribes, fires rules, and an HTTP API. */
final class DataStreet implements Street {
    @Override
    public List<Stall> stalls() {
        return List.of(
                new Stall(
                        "HTTP",
                        new Trigger.Http("GET", "/orders"),
                        new Trigger.Http("GET", "/bills"),
                        List.of("apigateway:POST /v2/apis/*/routes", "apigateway:DELETE /v2/apis/*/routes/*"),
                        List.of(
                                "apigateway:DELETE /v2/apis/*/stages/%24default",
                                "apigateway:DELETE /v2/apis/*/routes/*",
                                "apigateway:DELETE /v2/apis/*",
                                "lambda:RemovePermission")),
                new Stall(
                        "S3",
                        new Trigger.S3(Shop.BUCKET, List.of("s3:ObjectCreated:*"), "in/", ""),
                        new Trigger.S3(Shop.BUCKET, List.of("s3:ObjectCreated:*"), "out/", ""),
                        List.of("s3:PutBucketNotificationConfiguration"),
                        List.of("s3:PutBucketNotificationConfiguration", "lambda:RemovePermission")),
                new Stall(
                        "SQS",
                        Triggers.sqs("shop-queue", 10, 0, null, true),
                        Triggers.sqs("shop-queue", 5, 0, null, true),
                        List.of("lambda:UpdateEventSourceMapping"),
                        // The role may no longer read the queue.
                        List.of("lambda:DeleteEventSourceMapping", "iam:PutRolePolicy")),
                new Stall(
                        "DynamoDB",
                        Triggers.of("dynamodb", "table", "items", "batchSize", 10),
                        Triggers.of("dynamodb", "table", "items", "batchSize", 20),
                        List.of("lambda:UpdateEventSourceMapping"),
                        List.of("lambda:DeleteEventSourceMapping", "iam:PutRolePolicy")),
                new Stall(
                        "Kinesis",
                        Triggers.of("kinesis", "stream", "clicks", "maximumRetryAttempts", 2),
                        Triggers.of("kinesis", "stream", "clicks", "maximumRetryAttempts", 3),
                        List.of("lambda:UpdateEventSourceMapping"),
                        List.of("lambda:DeleteEventSourceMapping", "iam:PutRolePolicy")),
                new Stall(
                        "EventBridge rule by rate",
                        new Trigger.Schedule("rate(5 minutes)", "", true),
                        new Trigger.Schedule("rate(9 minutes)", "", true),
                        List.of("events:PutRule"),
                        List.of("events:RemoveTargets", "events:DeleteRule", "lambda:RemovePermission")),
                new Stall(
                        "EventBridge Scheduler",
                        new Trigger.Schedule("cron(0 8 * * ? *)", "", true, "", "Europe/Berlin", 0, "", ""),
                        new Trigger.Schedule("cron(0 9 * * ? *)", "", true, "", "Europe/Berlin", 0, "", ""),
                        List.of("scheduler:PUT /schedules/*"),
                        List.of("scheduler:DELETE /schedules/*", "iam:DeleteRolePolicy", "iam:DeleteRole")),
                new Stall(
                        "EventBridge",
                        Triggers.of("eventbridge", "pattern", "{\"source\":[\"shop\"]}", "bus", "shop-bus"),
                        Triggers.of("eventbridge", "pattern", "{\"source\":[\"till\"]}", "bus", "shop-bus"),
                        List.of("events:PutRule"),
                        List.of("events:RemoveTargets", "events:DeleteRule", "lambda:RemovePermission")),
                new Stall(
                        "SNS",
                        Triggers.of("sns", "topic", "orders", "filterPolicy", "{\"kind\":[\"new\"]}"),
                        Triggers.of("sns", "topic", "orders", "filterPolicy", "{\"kind\":[\"old\"]}"),
                        List.of("sns:SetSubscriptionAttributes"),
                        List.of("sns:Unsubscribe", "lambda:RemovePermission")),
                new Stall(
                        "Logs",
                        Triggers.of("logs", "logGroup", "/shop/web", "filterPattern", "ERROR"),
                        Triggers.of("logs", "logGroup", "/shop/web", "filterPattern", "WARN"),
                        List.of("logs:PutSubscriptionFilter"),
                        List.of("logs:DeleteSubscriptionFilter", "lambda:RemovePermission")),
                new Stall(
                        "Alarm",
                        Triggers.of("alarm", "alarm", "errors"),
                        Triggers.of("alarm", "alarm", "slow"),
                        List.of(
                                "lambda:RemovePermission",
                                "lambda:AddPermission",
                                "monitoring:PutMetricAlarm",
                                "monitoring:PutMetricAlarm"),
                        List.of("monitoring:PutMetricAlarm", "lambda:RemovePermission")));
    }

    @Override
    public void prepare(Cloud cloud) {
        cloud.direct.events.createEventBus(r -> r.name("shop-bus"));
        cloud.direct.events.putRule(
                r -> r.name("theirs").eventBusName("shop-bus").eventPattern("{\"source\":[\"x\"]}"));
        cloud.direct.events.putRule(r -> r.name("theirs").scheduleExpression("rate(1 day)"));
        SnsClient sns = cloud.direct.of(SnsClient.class, SnsClient::builder);
        String topic = sns.createTopic(r -> r.name("orders")).topicArn();
        sns.subscribe(r -> r.topicArn(topic).protocol("https").endpoint("https://example.com/hook"));
        cloud.direct.logs.createLogGroup(r -> r.logGroupName("/shop/web"));
        alarm(cloud, "errors", topic);
        alarm(cloud, "slow", topic);
        cloud.direct
                .of(DynamoDbClient.class, DynamoDbClient::builder)
                .createTable(r -> r.tableName("items")
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(AttributeDefinition.builder()
                                .attributeName("id")
                                .attributeType("S")
                                .build())
                        .keySchema(KeySchemaElement.builder()
                                .attributeName("id")
                                .keyType("HASH")
                                .build())
                        .streamSpecification(s -> s.streamEnabled(true).streamViewType("NEW_IMAGE")));
        cloud.direct
                .of(KinesisClient.class, KinesisClient::builder)
                .createStream(r -> r.streamName("clicks").shardCount(1));
    }

    private static void alarm(Cloud cloud, String name, String topic) {
        cloud.direct
                .of(CloudWatchClient.class, CloudWatchClient::builder)
                .putMetricAlarm(r -> r.alarmName(name)
                        .namespace("Shop")
                        .metricName(name)
                        .statistic(Statistic.SUM)
                        .period(60)
                        .evaluationPeriods(1)
                        .threshold(1.0)
                        .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                        .alarmActions(topic));
    }

    @Override
    public Project project(List<Trigger> triggers) {
        return Project.with(triggers.toArray(Trigger[]::new)).pom(Setting.MAXIMUM_RETRY_ATTEMPTS, "1");
    }
}
