package io.lambdamaven.plugin.policy;

import static io.lambdamaven.plugin.policy.Right.EVERYTHING;
import static io.lambdamaven.plugin.policy.Right.read;
import static io.lambdamaven.plugin.policy.Right.write;

import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.Source;
import io.lambdamaven.plugin.policy.Right.Forms;
import java.util.ArrayList;
import java.util.List;

/**
 * The one table of what IAM has to allow for each type of resource, by AWS's service authorization reference. The switch is
 * exhaustive: a type that is added has to be added here.
 */
final class ResourceRights {
    private static final String ARROW = " -> ";

    private final Forms arns;

    ResourceRights(Forms arns) {
        this.arns = arns;
    }

    /** What is needed besides for settings that are kept as they are wanted. */
    List<Right> settings(Source source) {
        String name = source.name();
        if (source.keptAlone() && source.type() == ResourceType.QUEUE) {
            String queue = arns.of("sqs", name);
            return List.of(read("sqs: GetQueueAttributes", queue), write("sqs: SetQueueAttributes", queue));
        } else if (source.keptAlone() && source.type() == ResourceType.TOPIC) {
            String topic = arns.of("sns", name);
            return List.of(read("sns: GetTopicAttributes", topic), write("sns: SetTopicAttributes", topic));
        } else if (source.settings().containsKey(Source.TTL)) {
            String table = arns.of("dynamodb", "table/" + name);
            return List.of(read("dynamodb: DescribeTimeToLive", table), write("dynamodb: UpdateTimeToLive", table));
        }
        return List.of();
    }

    List<Right> of(ResourceId id) {
        String name = id.name();
        String[] function = function(name);
        return switch (id.type()) {
            case QUEUE -> {
                String queue = arns.of("sqs", name);
                yield List.of(
                        read("sqs: GetQueueUrl ListQueueTags", queue),
                        write("sqs: CreateQueue DeleteQueue TagQueue", queue));
            }
            case TOPIC -> {
                String topic = arns.of("sns", name);
                yield List.of(
                        read("sns: ListTagsForResource", topic),
                        write("sns: CreateTopic DeleteTopic TagResource", topic));
            }
            case BUCKET -> {
                String bucket = arns.s3(name);
                yield List.of(
                        read("s3: GetBucketTagging", bucket),
                        write("s3: CreateBucket DeleteBucket ListBucket PutBucketTagging", bucket),
                        write("s3: DeleteObject", bucket + "/*"));
            }
            case CODE_OBJECT -> {
                String folder = name.substring(0, name.lastIndexOf('/') + 1);
                yield List.of(write("s3: DeleteObject", arns.s3(folder + "*")));
            }
            case TABLE -> {
                String table = arns.of("dynamodb", "table/" + name);
                yield List.of(
                        read("dynamodb: DescribeTable ListTagsOfResource", table),
                        write("dynamodb: CreateTable DeleteTable TagResource UpdateTimeToLive", table));
            }
            case TABLE_STREAM -> {
                String table = arns.of("dynamodb", "table/" + name);
                yield List.of(read("dynamodb: DescribeTable", table), write("dynamodb: UpdateTable", table));
            }
            case DATA_STREAM -> {
                String stream = arns.of("kinesis", "stream/" + name);
                yield List.of(
                        read("kinesis: DescribeStream DescribeStreamSummary ListTagsForStream", stream),
                        write("kinesis: AddTagsToStream CreateStream DeleteStream", stream));
            }
            case SOURCE_LOG_GROUP, LOG_GROUP -> logGroup(name);
            case ROLE -> {
                String role = arns.global("iam", "role/" + name);
                yield List.of(
                        read("iam: GetRole GetRolePolicy ListRolePolicies", role),
                        write(
                                "iam: CreateRole DeleteRole DeleteRolePermissionsBoundary DeleteRolePolicy"
                                        + " PutRolePermissionsBoundary PutRolePolicy TagRole UpdateAssumeRolePolicy",
                                role));
            }
            case FUNCTION ->
                List.of(
                        read("lambda: GetFunction GetFunctionConfiguration ListTags", function),
                        write(
                                "lambda: CreateFunction DeleteFunction TagResource UntagResource UpdateFunctionCode"
                                        + " UpdateFunctionConfiguration",
                                function));
            case VERSION ->
                List.of(
                        read("lambda: ListVersionsByFunction", function),
                        // A new version is asked if it starts.
                        write("lambda: DeleteFunction InvokeFunction PublishVersion", function));
            case ALIAS ->
                List.of(
                        read("lambda: ListAliases", function),
                        write("lambda: CreateAlias DeleteAlias UpdateAlias", function));
            case CONFIGURATION_TAG -> List.of(write("lambda: TagResource", function));
            case EVENT_INVOKE_CONFIG ->
                List.of(
                        read("lambda: GetFunctionEventInvokeConfig", function),
                        write("lambda: DeleteFunctionEventInvokeConfig PutFunctionEventInvokeConfig", function));
            case RESERVED_CONCURRENCY ->
                List.of(
                        read("lambda: GetAccountSettings", EVERYTHING),
                        read("lambda: GetFunctionConcurrency", function),
                        write("lambda: DeleteFunctionConcurrency PutFunctionConcurrency", function));
            case PROVISIONED_CONCURRENCY ->
                List.of(
                        read("lambda: GetProvisionedConcurrencyConfig", function),
                        write("lambda: DeleteProvisionedConcurrencyConfig PutProvisionedConcurrencyConfig", function));
            case RECURSION_CONFIG ->
                List.of(
                        read("lambda: GetFunctionRecursionConfig", function),
                        write("lambda: PutFunctionRecursionConfig", function));
            case FUNCTION_URL ->
                List.of(
                        read("lambda: GetFunctionUrlConfig", function),
                        write(
                                "lambda: CreateFunctionUrlConfig DeleteFunctionUrlConfig UpdateFunctionUrlConfig",
                                function));
            case HTTP_API, HTTP_AUTHORIZER, HTTP_ROUTE, WEB_SOCKET_API, WEB_SOCKET_ROUTE -> httpApi();
            case HTTP_STAGE -> httpStage();
            case REST_API, REST_STAGE, USAGE_PLAN -> restApi();
            case TARGET_GROUP -> {
                String group = arns.of("elasticloadbalancing", "targetgroup/" + name + "/*");
                yield List.of(
                        read(
                                "elasticloadbalancing: DescribeTags DescribeTargetGroupAttributes DescribeTargetGroups"
                                        + " DescribeTargetHealth",
                                EVERYTHING),
                        write(
                                "elasticloadbalancing: AddTags CreateTargetGroup DeleteTargetGroup DeregisterTargets"
                                        + " ModifyTargetGroup ModifyTargetGroupAttributes RegisterTargets",
                                group));
            }
            // What is changed is in the listener that the rule names.
            case LISTENER_RULE ->
                List.of(read("elasticloadbalancing: DescribeListeners DescribeRules DescribeTags", EVERYTHING));
            case PERMISSION ->
                List.of(read("lambda: GetPolicy", function), write("lambda: AddPermission RemovePermission", function));
            case BUCKET_NOTIFICATION -> {
                String bucket = arns.s3(name.substring(0, name.indexOf('/')));
                yield List.of(read("s3: GetBucketNotification", bucket), write("s3: PutBucketNotification", bucket));
            }
            case IOT_RULE -> {
                String rule = arns.of("iot", "rule/" + name);
                yield List.of(
                        read("iot: ListTopicRules", EVERYTHING),
                        read("iot: GetTopicRule ListTagsForResource", rule),
                        write("iot: CreateTopicRule DeleteTopicRule ReplaceTopicRule TagResource", rule));
            }
            // SES (version 1) has no resources for receipt rules.
            case RECEIPT_RULE ->
                List.of(
                        read(
                                "ses: DescribeActiveReceiptRuleSet DescribeReceiptRule DescribeReceiptRuleSet ListReceiptRuleSets",
                                EVERYTHING),
                        write("ses: CreateReceiptRule DeleteReceiptRule UpdateReceiptRule", EVERYTHING));
            case USER_POOL_HOOKS -> {
                String pool = arns.of("cognito-idp", "userpool/" + before(name));
                yield List.of(read("cognito-idp: DescribeUserPool", pool), write("cognito-idp: UpdateUserPool", pool));
            }
            case CONFIG_RULE -> {
                // Config makes the id in a rule's ARN.
                String rules = arns.of("config", "config-rule/*");
                yield List.of(
                        read("config: DescribeConfigRules", EVERYTHING),
                        read("config: ListTagsForResource", rules),
                        write("config: DeleteConfigRule PutConfigRule TagResource", rules));
            }
            case SECRET_ROTATION -> {
                String secret = before(name).startsWith("arn:")
                        ? before(name)
                        : arns.of("secretsmanager", "secret:" + before(name) + "-??????");
                yield List.of(
                        read("secretsmanager: DescribeSecret", secret),
                        write("secretsmanager: CancelRotateSecret RotateSecret", secret),
                        write("lambda: InvokeFunction", function));
            }
            case BUCKET_EVENTS -> {
                String bucket = arns.s3(name);
                yield List.of(read("s3: GetBucketNotification", bucket), write("s3: PutBucketNotification", bucket));
            }
            case COMMIT_TRIGGER -> {
                String repository = arns.of("codecommit", name.substring(0, name.lastIndexOf('/')));
                yield List.of(
                        read("codecommit: GetRepositoryTriggers", repository),
                        write("codecommit: PutRepositoryTriggers", repository));
            }
            case LEX_HOOK -> {
                String alias =
                        before(name).startsWith("arn:") ? before(name) : arns.of("lex", "bot-alias/" + before(name));
                yield List.of(read("lex: DescribeBotAlias", alias), write("lex: UpdateBotAlias", alias));
            }
            case EVENT_SOURCE_MAPPING -> mapping(before(name), function);
            case SCHEDULE_RULE -> rule(name);
            case SCHEDULE -> {
                String schedule = arns.of("scheduler", "schedule/default/" + name);
                yield List.of(
                        read("scheduler: ListSchedules", EVERYTHING),
                        read("scheduler: GetSchedule", schedule),
                        write("scheduler: CreateSchedule DeleteSchedule UpdateSchedule", schedule));
            }
            case EVENT_RULE -> {
                String bus = name.substring(0, name.lastIndexOf('/'));
                String shortBus = bus.substring(bus.lastIndexOf('/') + 1);
                String rule = name.substring(name.lastIndexOf('/') + 1);
                yield rule(shortBus.equals("default") ? rule : shortBus + "/" + rule);
            }
            case ALARM_ACTION -> {
                String alarm = arns.of("cloudwatch", "alarm:" + before(name));
                yield List.of(
                        read("cloudwatch: DescribeAlarms", alarm),
                        write("cloudwatch: PutCompositeAlarm PutMetricAlarm", alarm));
            }
            case LOG_SUBSCRIPTION -> {
                String group = arns.of("logs", "log-group:" + before(name));
                yield List.of(
                        read("logs: DescribeSubscriptionFilters", group, group + ":*"),
                        write("logs: DeleteSubscriptionFilter PutSubscriptionFilter", group, group + ":*"));
            }
            case SNS_SUBSCRIPTION -> {
                String topic = before(name);
                yield List.of(
                        read("sns: ListSubscriptionsByTopic", topic),
                        read("sns: GetSubscriptionAttributes", EVERYTHING),
                        write("sns: Subscribe", topic),
                        write("sns: SetSubscriptionAttributes Unsubscribe", EVERYTHING));
            }
        };
    }

    List<Right> logGroup(String name) {
        String group = arns.of("logs", "log-group:" + name);
        return List.of(
                read("logs: DescribeLogGroups", arns.of("logs", "log-group:*")),
                read("logs: ListTagsForResource", group, group + ":*"),
                write(
                        "logs: CreateLogGroup DeleteLogGroup DeleteRetentionPolicy PutRetentionPolicy TagResource",
                        group,
                        group + ":*"));
    }

    /** An API's id is made by AWS, so that it cannot be narrowed to one. */
    private List<Right> httpApi() {
        return List.of(
                read("apigateway: GET", arns.api("/apis"), arns.api("/apis/*")),
                write(
                        "apigateway: DELETE PATCH POST PUT",
                        arns.api("/apis"),
                        arns.api("/apis/*"),
                        arns.api("/tags/*")));
    }

    private List<Right> restApi() {
        String[] all = {
            arns.api("/restapis"),
            arns.api("/restapis/*"),
            arns.api("/usageplans"),
            arns.api("/usageplans/*"),
            arns.api("/apikeys"),
            arns.api("/apikeys/*")
        };
        List<String> changed = new ArrayList<>(List.of(all));
        changed.add(arns.api("/tags/*"));
        return List.of(
                read("apigateway: GET", all),
                write("apigateway: DELETE PATCH POST PUT UpdateRestApiPolicy", changed.toArray(new String[0])));
    }

    /** Access logs are delivered in the name of who switches them on; AWS offers no resource for that. */
    private List<Right> httpStage() {
        List<Right> rights = new ArrayList<>(httpApi());
        rights.add(write(
                "logs: CreateLogDelivery DeleteLogDelivery DescribeResourcePolicies GetLogDelivery ListLogDeliveries"
                        + " PutResourcePolicy UpdateLogDelivery",
                EVERYTHING));
        return rights;
    }

    /** Mappings have ids that AWS makes; the condition narrows them to those of the function. */
    private List<Right> mapping(String source, String[] function) {
        String mappings = arns.of("lambda", "event-source-mapping:*");
        String operator = "ArnLike";
        String key = "lambda:FunctionArn";
        Right read = read("lambda: GetEventSourceMapping", mappings).when(operator, key, function);
        Right tags = read("lambda: ListTags", mappings);
        Right create = write("lambda: CreateEventSourceMapping", EVERYTHING).when(operator, key, function);
        Right change = write("lambda: DeleteEventSourceMapping UpdateEventSourceMapping", mappings)
                .when(operator, key, function);
        Right tag = write("lambda: TagResource", mappings);
        if (source.contains(":dynamodb:")) {
            String table = source.replaceAll("/stream/.*", "");
            return List.of(read, tags, create, change, tag, read("dynamodb: DescribeTable", table));
        }
        if (source.contains(":kinesis:")) {
            return List.of(read, tags, create, change, tag, read("kinesis: DescribeStreamConsumer", source));
        }
        return List.of(read, tags, create, change, tag);
    }

    private List<Right> rule(String name) {
        String rule = arns.of("events", "rule/" + name);
        return List.of(
                read("events: DescribeRule ListTagsForResource ListTargetsByRule", rule),
                write("events: DeleteRule PutRule PutTargets RemoveTargets TagResource", rule));
    }

    /** Names of alarms may have arrows too. */
    private static String before(String name) {
        return name.substring(0, name.lastIndexOf(ARROW));
    }

    /** The function that a resource belongs to, and its versions and aliases. */
    private String[] function(String name) {
        String owned = name.contains(ARROW) ? name.substring(name.lastIndexOf(ARROW) + ARROW.length()) : name;
        String function = arns.of("lambda", "function:" + owned.split(":", 2)[0]);
        return new String[] {function, function + ":*"};
    }
}
