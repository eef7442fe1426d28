package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.Observed;
import io.lambdamaven.plugin.plan.Planner;
import io.lambdamaven.plugin.plan.resource.Alias;
import io.lambdamaven.plugin.plan.resource.BucketNotification;
import io.lambdamaven.plugin.plan.resource.ConfigurationTag;
import io.lambdamaven.plugin.plan.resource.EventSourceMapping;
import io.lambdamaven.plugin.plan.resource.FunctionOptions;
import io.lambdamaven.plugin.plan.resource.FunctionUrl;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.HttpRoute.Access;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.LogGroup;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.plan.resource.ScheduleRule;
import io.lambdamaven.plugin.plan.resource.Version;
import io.lambdamaven.plugin.testing.Triggers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DesiredStateTest {
    private static final Trigger GET = new Trigger.Http("GET", "/orders/{id}");
    private static final Trigger S3 = s3("incoming", "in/", ".csv");
    private static final Trigger SQS = Triggers.sqs("orders", 5, 2, 4, true);
    private static final Trigger SCHEDULE = new Trigger.Schedule("rate(5 minutes)", "Clean up", false);
    private static final Map<String, String> TAGS =
            Map.of(Desired.PROJECT_TAG, "com.example:orders", Desired.STAGE_TAG, "dev");

    @Test
    void functionHasRoleLogVersionAndAlias() {
        Desired desired = Project.orders().environment(Map.of("KEY", "v")).desired();
        String digest = ((Version) desired.resources().get(3)).configurationDigest();
        assertThat(digest).matches("[0-9a-f]{64}");
        assertThat(desired.resources())
                .containsExactly(
                        new Role(
                                "orders-dev-eu-central-1",
                                "{\"Statement\":[{\"Action\":\"sts:AssumeRole\",\"Effect\":\"Allow\",\"Principal\":{"
                                        + "\"Service\":\"lambda.amazonaws.com\"}}],\"Version\":\"2012-10-17\"}",
                                "{\"Statement\":[{\"Action\":[\"logs:CreateLogStream\",\"logs:PutLogEvents\"],\"Effect\":"
                                        + "\"Allow\",\"Resource\":[\"arn:aws:logs:eu-central-1:123456789012:log-group:/aws"
                                        + "/lambda/orders-dev:*\"]}],\"Version\":\"2012-10-17\"}",
                                null,
                                TAGS),
                        new LogGroup("/aws/lambda/orders-dev", 30, TAGS),
                        new LambdaFunction(
                                "orders-dev",
                                "Takes orders",
                                "java17",
                                "x86_64",
                                "com.example.LambdaHandler",
                                "orders-dev-eu-central-1",
                                512,
                                30,
                                Map.of("KEY", "v"),
                                "/aws/lambda/orders-dev",
                                "c0de",
                                TAGS,
                                FunctionOptions.USUAL),
                        new Version("orders-dev", "c0de", digest),
                        new Alias("orders-dev", "live", "c0de", digest),
                        new ConfigurationTag("orders-dev", digest, List.of("live")));
        assertThat(desired.project()).isEqualTo("com.example:orders");
        assertThat(desired.stage()).isEqualTo("dev");
        assertThat(desired.functionNames()).containsExactly("orders-dev");
        assertThat(desired.code()).hasFileName("orders-lambda.jar");
    }

    @Test
    void sameProjectGivesTheSameStateAndNoChanges() {
        Desired first = everything().desired();
        assertThat(everything().desired()).isEqualTo(first);
        assertThat(Planner.plan(first, new Observed(first.resources()), false).isEmpty())
                .isTrue();
    }

    @Test
    void digestIsOfTheConfigurationAndNotOfTags() {
        String digest = Project.orders().only(Version.class).configurationDigest();
        assertThat(Project.orders()
                        .tags(Map.of("team", "a"))
                        .only(Version.class)
                        .configurationDigest())
                .isEqualTo(digest);
        assertThat(Project.orders().pom(Setting.MEMORY, 256).only(Version.class).configurationDigest())
                .isNotEqualTo(digest);
    }

    @Test
    void tagsOfTheSettingsStandBesideOurs() {
        assertThat(Project.orders().tags(Map.of("team", "a")).only(Role.class).tags())
                .containsAllEntriesOf(TAGS)
                .containsEntry("team", "a");
    }

    @Test
    void longRoleNameEndsInADigest() {
        String name = new Project("x".repeat(56)).only(Role.class).name();
        assertThat(name).hasSize(64).startsWith("x".repeat(55) + "-").matches(".*-[0-9a-f]{8}");
    }

    @Test
    void existingRoleIsUsedAsItIs() {
        Project project = Project.orders().pom(Setting.ROLE, "theirs");
        assertThat(project.all(Role.class)).isEmpty();
        assertThat(project.only(LambdaFunction.class).role()).isEqualTo("arn:aws:iam::123456789012:role/theirs");
        assertThat(project.pom(Setting.ROLE, "arn:aws:iam::999999999999:role/x/y")
                        .only(LambdaFunction.class)
                        .role())
                .isEqualTo("arn:aws:iam::999999999999:role/x/y");
    }

    @Test
    void boundaryAndRetentionReachTheirResources() {
        String boundary = "arn:aws:iam::123456789012:policy/boundary";
        Project project =
                Project.orders().pom(Setting.PERMISSIONS_BOUNDARY, boundary).pom(Setting.LOG_RETENTION, "never");
        assertThat(project.only(Role.class).permissionsBoundary()).isEqualTo(boundary);
        assertThat(project.only(LogGroup.class).retentionDays()).isNull();
    }

    @Test
    void commandsAndInvocationsHaveAliasesOfTheirOwn() {
        assertThat(Project.with(new Trigger.Command("reindex", ""), new Trigger.Invoke()).all(Alias.class).stream()
                        .map(Alias::alias))
                .containsExactly("live", "ops", "raw");
    }

    @Test
    void httpApiHasOneRouteForEachTriggerAndOnePermission() {
        Project project = Project.with(GET, new Trigger.Http("ANY", "/files/{proxy+}"), GET);
        HttpApi api = project.only(HttpApi.class);
        assertThat(api).isEqualTo(new HttpApi("orders-dev", "orders-dev", "live", TAGS));
        Permission permission = project.only(Permission.class);
        assertThat(permission)
                .isEqualTo(new Permission(
                        "orders-dev",
                        "live",
                        "lambda-maven-http-api",
                        "lambda:InvokeFunction",
                        "apigateway.amazonaws.com",
                        "arn:aws:execute-api:eu-central-1:123456789012:{api-id:orders-dev}/*/*",
                        "123456789012",
                        null,
                        null,
                        List.of(api.id())));
        assertThat(project.all(HttpRoute.class))
                .containsExactly(
                        new HttpRoute("orders-dev", "ANY /files/{proxy+}", permission.id(), Access.OPEN),
                        new HttpRoute("orders-dev", "GET /orders/{id}", permission.id(), Access.OPEN));
    }

    @Test
    void moreRoutesThanAnApiTakesAreLeftToTheFunction() {
        Trigger[] many = IntStream.range(0, 251)
                .mapToObj(i -> new Trigger.Http("GET", "/" + i))
                .toArray(Trigger[]::new);
        assertThat(Project.with(many).only(HttpRoute.class).routeKey()).isEqualTo("$default");
    }

    @Test
    void functionUrlHasBothPermissions() {
        Project project = Project.with(GET).pom(Setting.HTTP, "url").pom(Setting.URL_AUTH, "none");
        assertThat(project.all(HttpApi.class)).isEmpty();
        assertThat(project.only(FunctionUrl.class)).isEqualTo(new FunctionUrl("orders-dev", "live", "NONE"));
        assertThat(project.all(Permission.class))
                .containsExactly(
                        url("lambda-maven-url", "lambda:InvokeFunctionUrl", "*", "NONE", null),
                        url("lambda-maven-url-invoke", "lambda:InvokeFunction", "*", null, true));
        assertThat(project.pom(Setting.URL_AUTH, "AWS_IAM").all(Permission.class))
                .containsExactly(
                        url("lambda-maven-url", "lambda:InvokeFunctionUrl", "123456789012", "AWS_IAM", null),
                        url("lambda-maven-url-invoke", "lambda:InvokeFunction", "123456789012", null, true));
    }

    @Test
    void nothingStandsInFrontWhenNothingIsWanted() {
        assertThat(Project.with(GET).pom(Setting.HTTP, "none").all(Permission.class))
                .isEmpty();
    }

    @Test
    void bucketHasPermissionWithSourceArnAndAccount() {
        Project project = Project.with(S3);
        Permission permission = project.only(Permission.class);
        assertThat(permission.statementId()).isEqualTo("lambda-maven-s3-00000000");
        assertThat(permission.principal()).isEqualTo("s3.amazonaws.com");
        assertThat(permission.sourceArn()).isEqualTo("arn:aws:s3:::incoming");
        assertThat(permission.sourceAccount()).isEqualTo("123456789012");
        assertThat(project.only(BucketNotification.class))
                .isEqualTo(new BucketNotification(
                        "incoming",
                        "orders-dev-00000000",
                        "orders-dev",
                        "live",
                        List.of("s3:ObjectCreated:*"),
                        "in/",
                        ".csv",
                        permission.id()));
    }

    @Test
    void queueIsPolledWithThePermissionsThatNeeds() {
        Project project = Project.with(SQS);
        assertThat(project.only(EventSourceMapping.class))
                .isEqualTo(new EventSourceMapping(
                        "orders-dev",
                        "live",
                        "arn:aws:sqs:eu-central-1:123456789012:orders",
                        5,
                        2,
                        4,
                        true,
                        true,
                        TAGS));
        assertThat(project.only(Role.class).policy())
                .contains("{\"Action\":[\"sqs:DeleteMessage\",\"sqs:GetQueueAttributes\",\"sqs:ReceiveMessage\"],"
                        + "\"Effect\":\"Allow\",\"Resource\":[\"arn:aws:sqs:eu-central-1:123456789012:orders\"]}");
    }

    @Test
    void failuresAreReportedByRecordOrByAnAnswerThatSaysSo() {
        assertThat(Project.orders()
                        .route(SQS, Granularity.WHOLE, "()V")
                        .only(EventSourceMapping.class)
                        .reportBatchItemFailures())
                .isFalse();
        assertThat(Project.orders()
                        .route(
                                SQS,
                                Granularity.WHOLE,
                                "()Lcom/amazonaws/services/lambda/runtime/events/SQSBatchResponse;")
                        .only(EventSourceMapping.class)
                        .reportBatchItemFailures())
                .isTrue();
    }

    @Test
    void scheduleIsARuleWithPermissionForThatRule() {
        Project project = Project.with(SCHEDULE);
        Permission permission = project.only(Permission.class);
        assertThat(permission.statementId()).isEqualTo("lambda-maven-schedule-00000000");
        assertThat(permission.sourceArn())
                .isEqualTo("arn:aws:events:eu-central-1:123456789012:rule/orders-dev-00000000");
        assertThat(project.only(ScheduleRule.class))
                .isEqualTo(new ScheduleRule(
                        "orders-dev-00000000",
                        "rate(5 minutes)",
                        "Clean up",
                        false,
                        "orders-dev",
                        "live",
                        permission.id(),
                        TAGS));
    }

    @Test
    void functionsOfTheirOwnHaveTheirOwnResources() {
        Project project = Project.with(GET).function("admin", SQS);
        assertThat(project.all(Role.class).stream().map(Role::name))
                .containsExactly("orders-dev-eu-central-1", "orders-admin-dev-eu-central-1");
        assertThat(project.only(EventSourceMapping.class).functionName()).isEqualTo("orders-admin-dev");
        assertThat(project.all(Role.class).get(0).policy()).doesNotContain("sqs:");
    }

    @Test
    void partitionOfThePlaceIsInEveryArn() {
        List<Resource> resources = everything()
                .staged()
                .desired(new Whereabouts("aws-cn", "cn-north-1", "123456789012"), new Code(Path.of("x.jar"), "c0de"))
                .resources();
        assertThat(resources.toString()).contains("arn:aws-cn:sqs:cn-north-1:").doesNotContain("arn:aws:");
    }

    @Test
    void undeployWantsNothing() {
        Desired nothing = everything().staged().nothing();
        assertThat(nothing.resources()).isEmpty();
        assertThat(nothing.functionNames()).containsExactly("orders-dev");
        assertThat(nothing.code()).isNull();
    }

    @Test
    void undeployNeedsNoPlaceholders() {
        Project project = Project.with(Triggers.sqs("${queue}", 10, 0, null, true));
        assertThat(project.faults()).isNotEmpty();
        assertThat(project.toFind().nothing().functionNames()).containsExactly("orders-dev");
    }

    private static Project everything() {
        return Project.with(GET, S3, SQS, SCHEDULE, new Trigger.Command("reindex", ""), new Trigger.Invoke());
    }

    private static Permission url(String statement, String action, String principal, String authType, Boolean viaUrl) {
        return new Permission(
                "orders-dev", "live", statement, action, principal, null, null, authType, viaUrl, List.of());
    }

    private static Trigger s3(String bucket, String prefix, String suffix) {
        return new Trigger.S3(bucket, List.of("s3:ObjectCreated:*"), prefix, suffix);
    }
}
