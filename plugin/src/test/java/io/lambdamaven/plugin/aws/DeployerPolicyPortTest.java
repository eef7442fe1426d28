package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.policy.DeployerPolicy;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.stage.Setting;
import io.lambdamaven.plugin.testing.Call;
import io.lambdamaven.plugin.testing.Fault;
import io.lambdamaven.plugin.testing.Triggers;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** Every call of a deployer is one that its policy allows. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class DeployerPolicyPortTest extends PortTest {
    /** Operations that IAM knows by another name. */
    private static final Map<String, String> ACTIONS = Map.of(
            "lambda:Invoke", "lambda:InvokeFunction",
            "s3:GetBucketNotificationConfiguration", "s3:GetBucketNotification",
            "s3:PutBucketNotificationConfiguration", "s3:PutBucketNotification");

    @BeforeAll
    static void speakJson() {
        // The emulator does not read the binary form that Kinesis clients speak by default.
        System.setProperty(SdkSystemSetting.CBOR_ENABLED.property(), "false");
    }

    @AfterAll
    static void speakAsUsual() {
        System.clearProperty(SdkSystemSetting.CBOR_ENABLED.property());
    }

    @Override
    void prepare() {
        cloud.direct.events.createEventBus(r -> r.name("shop"));
        cloud.direct
                .of(CloudWatchClient.class, CloudWatchClient::builder)
                .putMetricAlarm(r -> r.alarmName("errors")
                        .metricName("Errors")
                        .namespace("Shop")
                        .statistic(Statistic.SUM)
                        .period(60)
                        .evaluationPeriods(1)
                        .threshold(1.0)
                        .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD));
    }

    private Desired everything(boolean more) throws IOException, NoSuchAlgorithmException {
        Project project = Project.with(
                        new Trigger.Http("GET", "/orders/{id}"),
                        new Trigger.Schedule("rate(5 minutes)", "Often", true, "", "", 0, "", ""),
                        new Trigger.Schedule("cron(0 8 * * ? *)", "Daily", true, "", "Europe/Berlin", 0, "", ""),
                        Triggers.of("sns", "topic", "orders", "filterPolicy", more ? "{\"kind\":[\"new\"]}" : ""),
                        new Trigger.S3("arriving", List.of("s3:ObjectCreated:*"), "", "", false),
                        Triggers.of("eventbridge", "pattern", "{\"source\":[\"shop\"]}", "bus", "shop"),
                        Triggers.of("logs", "logGroup", "/shop/web"),
                        Triggers.of("alarm", "alarm", "errors"))
                .route(Triggers.sqs("jobs", 10, 0, null, true), Granularity.EACH, "()V")
                .route(Triggers.of("kinesis", "stream", "clicks"), Granularity.EACH, "()V")
                .route(Triggers.of("dynamodb", "table", "carts"), Granularity.EACH, "()V")
                .pom(Setting.CREATE_MISSING, "true")
                .pom(Setting.RESERVED_CONCURRENCY, "5")
                .pom(Setting.MAXIMUM_RETRY_ATTEMPTS, "1")
                .pom(Setting.MEMORY, more ? "1024" : "512")
                .pom(Setting.LOG_RETENTION, more ? "14" : "30")
                .tags(Map.of("team", more ? "blue" : "red"));
        return wired.desired(project);
    }

    private static Set<String> allowed(Desired desired) {
        Set<String> actions = new TreeSet<>();
        DeployerPolicy.of(desired, Wired.WHERE, null)
                .array("Statement")
                .forEach(statement ->
                        actions.addAll(statement.asObject().array("Action").asTexts()));
        return actions;
    }

    private static String action(Call call) {
        return switch (call.service()) {
            case "apigateway" -> "apigateway:" + call.method();
            case "monitoring" -> "cloudwatch:" + call.action();
            case "scheduler" -> "scheduler:" + schedule(call);
            case "s3" -> ACTIONS.getOrDefault(call.name(), "s3:" + bucket(call));
            default -> ACTIONS.getOrDefault(call.name(), call.name());
        };
    }

    private static String schedule(Call call) {
        if (call.path().equals("/schedules")) {
            return "ListSchedules";
        }
        return switch (call.method()) {
            case "GET" -> "GetSchedule";
            case "POST" -> "CreateSchedule";
            case "PUT" -> "UpdateSchedule";
            default -> "DeleteSchedule";
        };
    }

    private static String bucket(Call call) {
        return switch (call.method()) {
            case "GET" -> "GetBucketTagging";
            case "PUT" -> "CreateBucket";
            default -> "DeleteBucket";
        };
    }

    private static Set<String> calls() {
        Set<String> calls = new TreeSet<>();
        cloud.proxy.calls().stream()
                // Who one is, everybody may ask.
                .filter(call -> !call.service().equals("sts"))
                .forEach(call -> calls.add(action(call)));
        return calls;
    }

    @Test
    void everyCallFromTheFirstDeployToUndeployIsAllowed() throws IOException, NoSuchAlgorithmException {
        // The emulator knows no tags of stages.
        cloud.proxy.restart(
                call -> call.path().startsWith("/v2/tags/") && call.path().contains("stages")
                        ? new Fault.Reply(201, Map.of(), "{}")
                        : new Fault.Pass());
        cloud.deploy(everything(false));
        cloud.deploy(everything(true));
        cloud.deploy(everything(true));
        cloud.deploy(Wired.nothing());
        cloud.deploy(Wired.nothing(), true);

        Set<String> calls = calls();
        assertThat(calls)
                .hasSizeGreaterThan(60)
                .contains("lambda:CreateFunction", "apigateway:POST", "s3:PutBucketNotification", "ssm:PutParameter");
        assertThat(allowed(everything(false))).containsAll(calls);
    }

    @Test
    void planningNeedsNoMoreThanTheStatementsForPlans() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(everything(false));
        cloud.proxy.restart(call -> new Fault.Pass());
        try (AwsPort port = cloud.port()) {
            port.observe(everything(true));
        }

        Set<String> actions = new TreeSet<>();
        DeployerPolicy.of(everything(true), Wired.WHERE, null)
                .array("Statement")
                .forEach(statement -> {
                    if (statement.asObject().text("Sid").startsWith("Plan")) {
                        actions.addAll(statement.asObject().array("Action").asTexts());
                    }
                });
        assertThat(actions).containsAll(calls());
    }
}
