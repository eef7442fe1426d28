package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.apply.Deployer;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.LogGroup;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.testing.Fault;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;

class AwsPortTest {
    private static Cloud cloud;

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeAll
    static void startCloud() throws IOException, InterruptedException {
        cloud = Cloud.start();
    }

    @AfterAll
    static void stopCloud() throws IOException {
        if (cloud != null) {
            cloud.close();
        }
    }

    @BeforeEach
    void resetCloud() throws IOException, InterruptedException {
        cloud.reset();
        shop = new Shop(folder);
    }

    private List<String> writesOf(Desired desired) {
        cloud.proxy.restart(call -> new Fault.Pass());
        cloud.deploy(desired);
        return cloud.proxy.writes();
    }

    @Test
    void aSecondDeployWritesNothing() {
        cloud.deploy(shop.desired());
        assertThat(cloud.proxy.writes()).contains("lambda:CreateFunction", "iam:CreateRole");

        assertThat(writesOf(shop.desired())).isEmpty();
        assertThat(cloud.proxy.calls()).hasSizeLessThan(40);
    }

    @Test
    void aFunctionUrlWithBothPermissionsIsANoOpToo() {
        shop.api = false;
        shop.url = true;
        cloud.deploy(shop.desired());

        assertThat(cloud.direct
                        .lambda
                        .getPolicy(r -> r.functionName(Shop.NAME).qualifier("live"))
                        .policy())
                .contains("lambda:InvokeFunctionUrl", "lambda-maven-url-invoke");
        assertThat(writesOf(shop.desired())).isEmpty();
    }

    @Test
    void aChangeOfCodeIsUploadedPublishedAndAliased() throws IOException {
        cloud.deploy(shop.desired());
        shop.code("two");

        assertThat(writesOf(shop.desired()))
                .containsExactlyInAnyOrder(
                        "lambda:UpdateFunctionCode",
                        "lambda:PublishVersion",
                        "lambda:UpdateAlias",
                        "lambda:UpdateAlias");
        assertThat(cloud.proxy.writes().subList(0, 2))
                .containsExactly("lambda:UpdateFunctionCode", "lambda:PublishVersion");
        assertThat(cloud.direct
                        .lambda
                        .getAlias(r -> r.functionName(Shop.NAME).name("live"))
                        .functionVersion())
                .isEqualTo("2");
        assertThat(writesOf(shop.desired())).isEmpty();
    }

    @Test
    void aChangeOfConfigurationIsPublishedAndTheTagFollows() {
        cloud.deploy(shop.desired());
        shop.memory = 1024;

        assertThat(writesOf(shop.desired()))
                .containsExactlyInAnyOrder(
                        "lambda:UpdateFunctionConfiguration",
                        "lambda:PublishVersion",
                        "lambda:UpdateAlias",
                        "lambda:UpdateAlias",
                        "lambda:TagResource");
        assertThat(cloud.direct
                        .lambda
                        .getFunctionConfiguration(r -> r.functionName(Shop.NAME).qualifier("live"))
                        .memorySize())
                .isEqualTo(1024);
        assertThat(writesOf(shop.desired())).isEmpty();
    }

    @Test
    void aRemovedEnvironmentVariableIsTakenAway() {
        cloud.deploy(shop.desired());
        shop.environment.remove("LOG");
        shop.environment.put("LEVEL", "debug");
        cloud.deploy(shop.desired());

        assertThat(cloud.direct
                        .lambda
                        .getFunctionConfiguration(r -> r.functionName(Shop.NAME))
                        .environment()
                        .variables())
                .isEqualTo(Map.of("LEVEL", "debug"));
    }

    @Test
    void oneAttributeOfEachTriggerIsChangedInPlace() {
        shop.maximumConcurrency = 5;
        cloud.deploy(shop.desired());
        shop.batchSize = 5;
        assertThat(writesOf(shop.desired())).containsExactly("lambda:UpdateEventSourceMapping");
        shop.mappingEnabled = false;
        assertThat(writesOf(shop.desired())).containsExactly("lambda:UpdateEventSourceMapping");
        shop.maximumConcurrency = null;
        assertThat(writesOf(shop.desired())).containsExactly("lambda:UpdateEventSourceMapping");
        shop.rate = "rate(1 hour)";
        assertThat(writesOf(shop.desired())).containsExactly("events:PutRule");
        shop.prefix = "other/";
        assertThat(writesOf(shop.desired())).containsExactly("s3:PutBucketNotificationConfiguration");
        shop.action = "logs:*";
        assertThat(writesOf(shop.desired())).containsExactly("iam:PutRolePolicy");
        shop.retention = 30;
        assertThat(writesOf(shop.desired())).containsExactly("logs:PutRetentionPolicy");
        assertThat(writesOf(shop.desired())).isEmpty();
    }

    @Test
    void aNewTagReachesEveryResourceThatTakesTags() {
        cloud.deploy(shop.desired());
        shop.moreTags.put("team", "orders");

        assertThat(writesOf(shop.desired()))
                .containsExactlyInAnyOrder(
                        "iam:TagRole",
                        "logs:TagResource",
                        "lambda:TagResource",
                        "lambda:TagResource",
                        "events:TagResource",
                        cloud.proxy.writes().stream()
                                .filter(name -> name.startsWith("apigateway:POST /v2/tags"))
                                .findFirst()
                                .orElse("no tag for the API"));
        assertThat(writesOf(shop.desired())).isEmpty();
    }

    @Test
    void removedTriggersAreUnwired() {
        cloud.deploy(shop.desired());
        shop.s3 = false;
        assertThat(writesOf(shop.desired()))
                .containsExactly("s3:PutBucketNotificationConfiguration", "lambda:RemovePermission");
        shop.sqs = false;
        assertThat(writesOf(shop.desired())).containsExactly("lambda:DeleteEventSourceMapping");
        shop.schedule = false;
        assertThat(writesOf(shop.desired()))
                .containsExactly("events:RemoveTargets", "events:DeleteRule", "lambda:RemovePermission");
        shop.ops = false;
        assertThat(writesOf(shop.desired())).contains("lambda:DeleteAlias");
        shop.routes = List.of("POST /orders");
        assertThat(writesOf(shop.desired())).hasSize(1);
        shop.api = false;
        assertThat(writesOf(shop.desired()))
                .hasSize(4)
                .element(2)
                .as("the permission goes after the route and before the API")
                .isEqualTo("lambda:RemovePermission");
        assertThat(cloud.direct.api.getApis().items()).isEmpty();
        assertThat(writesOf(shop.desired())).isEmpty();
    }

    @Test
    void severalNotificationsOfABucketAreOneWrite() {
        shop.notifications = List.of("0a0a0a0a", "0c0c0c0c", "0d0d0d0d");
        cloud.deploy(shop.desired());
        assertThat(cloud.proxy.writes())
                .filteredOn("s3:PutBucketNotificationConfiguration"::equals)
                .hasSize(1);

        // One goes, one comes: no moment without both.
        shop.notifications = List.of("0a0a0a0a", "0c0c0c0c", "0e0e0e0e");
        assertThat(writesOf(shop.desired()))
                .containsOnlyOnce("s3:PutBucketNotificationConfiguration", "lambda:AddPermission");
        assertThat(writesOf(shop.desired())).isEmpty();
    }

    @Test
    void foreignNotificationsOfTheBucketSurvive() {
        String foreign = foreignFunction();
        cloud.direct.s3.putBucketNotificationConfiguration(
                r -> r.bucket(Shop.BUCKET).notificationConfiguration(foreignNotifications(foreign)));
        GetBucketNotificationConfigurationResponse before = notifications();

        cloud.deploy(shop.desired());
        assertThat(notifications().lambdaFunctionConfigurations())
                .hasSize(2)
                .containsAll(before.lambdaFunctionConfigurations());
        assertThat(notifications().queueConfigurations()).isEqualTo(before.queueConfigurations());

        cloud.deploy(shop.nothing());
        assertThat(notifications().lambdaFunctionConfigurations()).isEqualTo(before.lambdaFunctionConfigurations());
        assertThat(notifications().queueConfigurations()).isEqualTo(before.queueConfigurations());
    }

    private static GetBucketNotificationConfigurationResponse notifications() {
        return cloud.direct.s3.getBucketNotificationConfiguration(r -> r.bucket(Shop.BUCKET));
    }

    private static NotificationConfiguration foreignNotifications(String function) {
        return NotificationConfiguration.builder()
                .lambdaFunctionConfigurations(LambdaFunctionConfiguration.builder()
                        // Starts like one of ours.
                        .id(Shop.NAME + "-export")
                        .lambdaFunctionArn(function)
                        .events(Event.S3_OBJECT_REMOVED)
                        .filter(f -> f.key(k -> k.filterRules(List.of(FilterRule.builder()
                                .name("prefix")
                                .value("a b&c/")
                                .build()))))
                        .build())
                .queueConfigurations(QueueConfiguration.builder()
                        .id("foreign")
                        .queueArn(Shop.QUEUE)
                        .events(Event.S3_OBJECT_RESTORE_POST)
                        .build())
                .build();
    }

    private String foreignFunction() {
        String role = cloud.direct
                .iam
                .createRole(r -> r.roleName("foreign").assumeRolePolicyDocument("{}"))
                .role()
                .arn();
        return cloud.direct
                .lambda
                .createFunction(r -> r.functionName("foreign")
                        .role(role)
                        .runtime("python3.12")
                        .handler("a.b")
                        .code(c -> c.zipFile(software.amazon.awssdk.core.SdkBytes.fromByteArray(
                                new byte[] {80, 75, 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}))))
                .functionArn();
    }

    @Test
    void undeployLeavesNothingOfOursAndAllThatWasForeign() {
        foreignFunction();
        cloud.deploy(shop.desired());
        cloud.deploy(shop.nothing(), true);

        assertThat(cloud.direct.lambda.listFunctions().functions())
                .extracting(function -> function.functionName())
                .containsExactly("foreign");
        assertThat(cloud.direct.iam.listRoles().roles())
                .extracting(role -> role.roleName())
                .containsExactly("foreign");
        assertThat(cloud.direct.api.getApis().items()).isEmpty();
        assertThat(cloud.direct.events.listRules(r -> {}).rules()).isEmpty();
        assertThat(cloud.direct.lambda.listEventSourceMappings().eventSourceMappings())
                .isEmpty();
        assertThat(cloud.direct.logs.describeLogGroups().logGroups()).isEmpty();
        assertThat(notifications().lambdaFunctionConfigurations()).isEmpty();
        assertThat(cloud.observe(shop.nothing()).resources()).isEmpty();
    }

    @Test
    void undeployLeavesTheLogs() {
        cloud.deploy(shop.desired());
        cloud.deploy(shop.nothing());

        assertThat(cloud.observe(shop.nothing()).resources())
                .hasOnlyElementsOfType(LogGroup.class)
                .hasSize(1);
        assertThat(writesOf(shop.nothing())).isEmpty();
    }

    @Test
    void aRenamedFunctionTakesItsOldSelfWithIt() {
        cloud.deploy(shop.desired());
        shop.name = "shop-orders-dev";
        cloud.deploy(shop.desired());

        assertThat(cloud.direct.lambda.listFunctions().functions())
                .extracting(function -> function.functionName())
                .containsExactly("shop-orders-dev");
        assertThat(cloud.direct.iam.listRoles().roles()).hasSize(1);
        assertThat(cloud.direct.api.getApis().items()).hasSize(1);
        assertThat(notifications().lambdaFunctionConfigurations()).hasSize(1);
    }

    @Test
    void anotherStageIsLeftAlone() {
        cloud.deploy(shop.desired());
        shop.stage = "prod";
        shop.name = "shop-prod";
        cloud.deploy(shop.desired());
        assertThat(cloud.direct.lambda.listFunctions().functions()).hasSize(2);

        cloud.deploy(shop.nothing());
        shop.stage = "dev";
        shop.name = Shop.NAME;
        assertThat(writesOf(shop.desired())).isEmpty();
    }

    @Test
    void theRuleThatKeepsAFunctionWarmComesAndGoes() {
        String rule = Shop.NAME + "-keepwarm";
        cloud.deploy(shop.desired());
        shop.keepWarm = "rate(5 minutes)";
        assertThat(writesOf(shop.desired()))
                .containsExactly("lambda:AddPermission", "events:PutRule", "events:PutTargets");
        assertThat(writesOf(shop.desired())).isEmpty();
        assertThat(cloud.direct.events.listTargetsByRule(r -> r.rule(rule)).targets())
                .singleElement()
                .satisfies(target -> assertThat(target.arn()).endsWith(":function:" + Shop.NAME + ":live"));
        shop.keepWarm = "rate(10 minutes)";
        assertThat(writesOf(shop.desired())).containsExactly("events:PutRule");
        shop.keepWarm = null;
        assertThat(writesOf(shop.desired()))
                .containsExactly("events:RemoveTargets", "events:DeleteRule", "lambda:RemovePermission");
        assertThat(cloud.direct.events.listRules(r -> r.namePrefix(rule)).rules())
                .isEmpty();

        shop.keepWarm = "rate(5 minutes)";
        cloud.deploy(shop.desired());
        cloud.deploy(shop.nothing());
        assertThat(cloud.direct.events.listRules(r -> {}).rules()).isEmpty();
    }

    @Test
    void foreignResourcesOfTheSameNamesAreRefusedTogether() {
        cloud.direct.iam.createRole(r -> r.roleName(Shop.ROLE).assumeRolePolicyDocument("{}"));
        cloud.direct.api.createApi(r -> r.name(Shop.NAME).protocolType("HTTP"));
        cloud.direct.events.putRule(r -> r.name(Shop.NAME + "-0b0b0b0b").scheduleExpression("rate(1 day)"));

        assertThatThrownBy(() -> cloud.deploy(shop.desired()))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM307 IAM role " + Shop.ROLE)
                .hasMessageContaining("LM307 HTTP API " + Shop.NAME)
                .hasMessageContaining("LM307 EventBridge rule " + Shop.NAME + "-0b0b0b0b")
                .hasMessageContaining("<functionName>");
        assertThat(cloud.proxy.writes()).isEmpty();
    }

    @Test
    void theFunctionOfAnotherProjectIsRefused() {
        cloud.deploy(shop.desired());
        cloud.direct.lambda.tagResource(r -> r.resource("arn:aws:lambda:eu-west-1:123456789012:function:" + Shop.NAME)
                .tags(Map.of(Desired.PROJECT_TAG, "com.example:other")));

        assertThatThrownBy(() -> writesOf(shop.desired()))
                .hasMessageContaining("LM307 function shop-dev")
                .hasMessageContaining("belongs to com.example:other, stage dev");
        assertThat(cloud.proxy.writes()).isEmpty();
    }

    @Test
    void aLogGroupThatLambdaMadeIsAdopted() {
        cloud.direct.logs.createLogGroup(r -> r.logGroupName("/aws/lambda/" + Shop.NAME));
        cloud.deploy(shop.desired());

        assertThat(cloud.proxy.writes()).contains("logs:TagResource", "logs:PutRetentionPolicy");
        assertThat(writesOf(shop.desired())).isEmpty();
    }

    @Test
    void aRouteThatSomebodyTurnedAwayIsTurnedBack() {
        cloud.deploy(shop.desired());
        String api = cloud.direct.api.getApis().items().get(0).apiId();
        String route =
                cloud.direct.api.getRoutes(r -> r.apiId(api)).items().get(0).routeId();
        cloud.direct.api.updateRoute(r -> r.apiId(api).routeId(route).target("integrations/none"));

        assertThat(writesOf(shop.desired())).hasSize(1);
        assertThat(writesOf(shop.desired())).isEmpty();
    }

    @Test
    void aBucketThatIsMissingIsNamed() {
        cloud.direct.s3.deleteBucket(r -> r.bucket(Shop.BUCKET));

        assertThatThrownBy(() -> cloud.deploy(shop.desired()))
                .hasMessageContaining("LM310 bucket shop-bucket")
                .hasMessageContaining("@S3Trigger(bucket)");
        assertThat(cloud.proxy.writes()).isEmpty();
    }

    @Test
    void aQueueThatIsMissingIsNamed() {
        cloud.deleteQueue();

        assertThatThrownBy(() -> cloud.deploy(shop.desired()))
                .hasMessageContaining("LM310 event source mapping")
                .hasMessageContaining("or correct @SqsTrigger(queue), its <placeholders> entry");
    }

    @Test
    void aJarOverTheDirectLimitNeedsABucket() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(shop.jar.toFile(), "rw")) {
            file.setLength(51L * 1024 * 1024);
        }
        assertThatThrownBy(() -> cloud.deploy(shop.desired()))
                .hasMessageContaining("LM312 shop.jar")
                .hasMessageContaining("<codeBucket>");
    }

    @Test
    void codeGoesThroughTheBucketOnce() throws IOException {
        AwsSettings settings = new AwsSettings("eu-west-1", null, cloud.moto.endpoint(), Shop.BUCKET);
        for (int run = 0; run < 2; run++) {
            try (AwsPort port = new AwsPort(settings, Cloud.KEYS)) {
                new Deployer(port, cloud.progress()).deploy(where -> shop.desired(), false);
            }
        }
        assertThat(cloud.direct.s3.listObjectsV2(r -> r.bucket(Shop.BUCKET)).contents())
                .singleElement()
                .satisfies(object -> assertThat(object.key()).matches("lambda-maven/[0-9a-f]{64}[.]jar"));
    }

    @Test
    void logsAreReadAcrossStreamsInOrder() {
        String group = "/aws/lambda/" + Shop.NAME;
        cloud.direct.logs.createLogGroup(r -> r.logGroupName(group));
        long now = System.currentTimeMillis();
        for (String stream : List.of("b", "a")) {
            cloud.direct.logs.createLogStream(r -> r.logGroupName(group).logStreamName(stream));
            cloud.direct.logs.putLogEvents(r -> r.logGroupName(group)
                    .logStreamName(stream)
                    .logEvents(InputLogEvent.builder()
                            .timestamp(stream.equals("a") ? now : now - 1000)
                            .message("from " + stream)
                            .build()));
        }
        try (AwsFunctions functions = new AwsFunctions(Cloud.settings(cloud.moto.endpoint()), Cloud.KEYS)) {
            assertThat(functions.logs(Shop.NAME, Instant.ofEpochMilli(now - 5000)))
                    .extracting(AwsFunctions.LogLine::message)
                    .containsExactly("from b", "from a");
            assertThat(functions.logs(Shop.NAME, Instant.ofEpochMilli(now))).hasSize(1);
        }
    }

    @Test
    void whereTheFunctionIsServedAndWhichVersionIsLive() {
        cloud.deploy(shop.desired());
        try (AwsFunctions functions = new AwsFunctions(Cloud.settings(cloud.moto.endpoint()), Cloud.KEYS)) {
            assertThat(functions.aliases(Shop.NAME)).isEqualTo(Map.of("live", "1", "ops", "1"));
            assertThat(functions.endpoints(Shop.NAME))
                    .singleElement()
                    .asString()
                    .endsWith(".execute-api.eu-west-1.amazonaws.com");
        }
    }

    @Test
    void invokingWhatIsNotThereSaysSo() {
        try (AwsFunctions functions = new AwsFunctions(Cloud.settings(cloud.moto.endpoint()), Cloud.KEYS)) {
            assertThatThrownBy(() -> functions.aliases("nobody"))
                    .hasMessageContaining("LM315")
                    .hasCauseInstanceOf(ResourceNotFoundException.class);
        }
    }
}
