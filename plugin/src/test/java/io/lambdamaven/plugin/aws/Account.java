package io.lambdamaven.plugin.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** All that is in an emulated account, as its services tell it; to be compared whole. */
record Account(Map<String, String> told) {
    static Account of(Cloud cloud) {
        Map<String, String> told = new TreeMap<>();
        AwsClients clients = cloud.direct;
        functions(told, clients);
        identities(told, clients);
        buses(told, clients);
        messages(told, clients);
        data(told, clients);
        told.put("apis", text(() -> clients.api.getApis().items()));
        clients.api.getApis().items().forEach(api -> {
            told.put(
                    "routes of " + api.name(),
                    text(() -> clients.api.getRoutes(r -> r.apiId(api.apiId())).items()));
            told.put(
                    "stages of " + api.name(),
                    text(() -> clients.api.getStages(r -> r.apiId(api.apiId())).items()));
        });
        people(told, clients);
        restApis(told, clients);
        told.put("parameters", text(() -> cloud.ssm().describeParameters().parameters()));
        return new Account(told);
    }

    private static String text(Supplier<List<?>> listed) {
        List<String> lines = new ArrayList<>();
        listed.get().forEach(each -> lines.add(each.toString()));
        lines.sort(null);
        return String.join("\n", lines);
    }

    private static void functions(Map<String, String> told, AwsClients clients) {
        told.put("functions", text(() -> clients.lambda.listFunctions().functions()));
        told.put("mappings", text(() -> clients.lambda.listEventSourceMappings().eventSourceMappings()));
    }

    private static void identities(Map<String, String> told, AwsClients clients) {
        told.put("roles", text(() -> clients.iam.listRoles().roles()));
        clients.iam
                .listRoles()
                .roles()
                .forEach(role -> told.put(
                        "policies of " + role.roleName(),
                        text(() -> clients.iam
                                .listRolePolicies(r -> r.roleName(role.roleName()))
                                .policyNames())));
    }

    private static void buses(Map<String, String> told, AwsClients clients) {
        clients.events.listEventBuses(r -> {}).eventBuses().forEach(bus -> {
            told.put(
                    "rules of " + bus.name(),
                    text(() -> clients.events
                            .listRules(r -> r.eventBusName(bus.name()))
                            .rules()));
            clients.events
                    .listRules(r -> r.eventBusName(bus.name()))
                    .rules()
                    .forEach(rule -> told.put(
                            "targets of " + bus.name() + " " + rule.name(),
                            text(() -> clients.events
                                    .listTargetsByRule(
                                            r -> r.eventBusName(bus.name()).rule(rule.name()))
                                    .targets())));
        });
        told.put(
                "schedules",
                text(() -> clients.of(SchedulerClient.class, SchedulerClient::builder)
                        .listSchedules(r -> {})
                        .schedules()));
    }

    private static void messages(Map<String, String> told, AwsClients clients) {
        SnsClient sns = clients.of(SnsClient.class, SnsClient::builder);
        told.put("topics", text(() -> sns.listTopics().topics()));
        told.put("subscriptions", text(() -> sns.listSubscriptions().subscriptions()));
        told.put(
                "queues",
                text(() -> clients.of(SqsClient.class, SqsClient::builder)
                        .listQueues()
                        .queueUrls()));
        told.put("log groups", text(() -> clients.logs.describeLogGroups().logGroups()));
        clients.logs
                .describeLogGroups()
                .logGroups()
                .forEach(group -> told.put(
                        "subscription filters of " + group.logGroupName(),
                        text(() -> clients.logs
                                .describeSubscriptionFilters(r -> r.logGroupName(group.logGroupName()))
                                .subscriptionFilters())));
        told.put(
                "alarms",
                text(() ->
                        clients
                                .of(CloudWatchClient.class, CloudWatchClient::builder)
                                .describeAlarms()
                                .metricAlarms()
                                .stream()
                                .map(alarm -> alarm.toBuilder()
                                        .alarmConfigurationUpdatedTimestamp(null)
                                        .stateUpdatedTimestamp(null)
                                        .build())
                                .toList()));
    }

    private static void people(Map<String, String> told, AwsClients clients) {
        CognitoIdentityProviderClient cognito =
                clients.of(CognitoIdentityProviderClient.class, CognitoIdentityProviderClient::builder);
        cognito.listUserPools(r -> r.maxResults(50)).userPools().forEach(each -> {
            UserPoolType pool =
                    cognito.describeUserPool(r -> r.userPoolId(each.id())).userPool();
            told.put(
                    "user pool " + each.name(),
                    pool.toBuilder()
                            .lastModifiedDate(null)
                            // AWS takes this old name of a password's days beside the new one no more.
                            .adminCreateUserConfig(pool.adminCreateUserConfig().toBuilder()
                                    .unusedAccountValidityDays(null)
                                    .build())
                            .build()
                            .toString());
        });
        told.put(
                "config rules",
                text(() -> clients.of(ConfigClient.class, ConfigClient::builder)
                        .describeConfigRules()
                        .configRules()));
    }

    private static void restApis(Map<String, String> told, AwsClients clients) {
        ApiGatewayClient gateway = clients.of(ApiGatewayClient.class, ApiGatewayClient::builder);
        told.put("REST APIs", text(() -> gateway.getRestApis().items()));
        gateway.getRestApis().items().forEach(api -> {
            told.put(
                    "resources of " + api.name(),
                    text(() -> gateway.getResources(r -> r.restApiId(api.id()).embed("methods"))
                            .items()));
            told.put(
                    "stages of REST " + api.name(),
                    text(() -> gateway.getStages(r -> r.restApiId(api.id())).item()));
        });
        told.put("API keys", text(() -> gateway.getApiKeys().items()));
        told.put("usage plans", text(() -> gateway.getUsagePlans().items()));
    }

    private static void data(Map<String, String> told, AwsClients clients) {
        told.put("buckets", text(() -> clients.s3.listBuckets().buckets()));
        clients.s3
                .listBuckets()
                .buckets()
                .forEach(bucket -> told.put(
                        "notifications of " + bucket.name(),
                        text(() ->
                                List.of(clients.s3.getBucketNotificationConfiguration(r -> r.bucket(bucket.name()))))));
        DynamoDbClient dynamo = clients.of(DynamoDbClient.class, DynamoDbClient::builder);
        dynamo.listTables()
                .tableNames()
                .forEach(name -> told.put(
                        "table " + name,
                        text(() -> List.of(
                                dynamo.describeTable(r -> r.tableName(name)).table()))));
        told.put(
                "streams",
                text(() -> clients.of(KinesisClient.class, KinesisClient::builder)
                        .listStreams()
                        .streamNames()));
    }
}
