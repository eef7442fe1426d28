package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.testing.Fault;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Besides: what AWS documents as not yet possible, answers that get lost, and a refusal. */
class EveryDataTriggerFaultsTest extends EveryTriggerFaultsTest {
    EveryDataTriggerFaultsTest() {
        super(
                new DataStreet(),
                "sns:Subscribe",
                "logs:PutSubscriptionFilter",
                "monitoring:PutMetricAlarm",
                "events:PutTargets",
                "scheduler:POST /schedules/*",
                "lambda:CreateEventSourceMapping",
                "s3:PutBucketNotificationConfiguration",
                "dynamodb:DescribeTable");
    }

    @Test
    void aLostAnswerMakesNothingTwice() throws IOException, NoSuchAlgorithmException {
        Set<String> victims = Set.of(
                "sns:Subscribe",
                "logs:PutSubscriptionFilter",
                "monitoring:PutMetricAlarm",
                "events:PutRule",
                "events:PutTargets",
                "scheduler:POST /schedules/*",
                "s3:PutBucketNotificationConfiguration");
        Set<String> lost = Collections.synchronizedSet(new TreeSet<>());
        cloud.proxy.restart(call ->
                victims.contains(kind(call)) && lost.add(kind(call)) ? new Fault.LoseAnswer() : new Fault.Pass());

        cloud.deploy(bazaar.all());

        assertThat(lost).isEqualTo(new TreeSet<>(victims));
        assertThat(isNoOp()).isTrue();
        assertThat(Account.of(cloud).told().get("subscriptions").lines()).hasSize(2);
    }

    @Test
    void whatIsTooNewIsWaitedFor() throws IOException, NoSuchAlgorithmException {
        Map<String, Fault> first = Map.of(
                "logs:PutSubscriptionFilter",
                new Fault.Answer(
                        400,
                        "InvalidParameterException",
                        "Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to"
                                + " execute your function."),
                "scheduler:POST /schedules/*",
                new Fault.Answer(
                        400,
                        "ValidationException",
                        "The execution role you provide must allow AWS EventBridge Scheduler to assume the role."),
                "s3:PutBucketNotificationConfiguration",
                new Fault.Answer(400, "InvalidArgument", "Unable to validate the following destination configurations"),
                "lambda:CreateEventSourceMapping",
                new Fault.Answer(
                        400,
                        "InvalidParameterValueException",
                        "The function execution role does not have permissions to call ReceiveMessage on SQS"),
                "lambda:CreateFunction",
                new Fault.Answer(
                        400,
                        "InvalidParameterValueException",
                        "The role defined for the function cannot be assumed by Lambda."));
        Set<String> seen = Collections.synchronizedSet(new TreeSet<>());
        cloud.proxy.restart(call ->
                first.containsKey(kind(call)) && seen.add(kind(call)) ? first.get(kind(call)) : new Fault.Pass());

        cloud.deploy(bazaar.all());

        assertThat(seen).isEqualTo(new TreeSet<>(first.keySet()));
        assertThat(isNoOp()).isTrue();
    }

    @Test
    void aRefusalStopsOnlyWhatDependsOnItAndIsToldOnce() throws IOException, NoSuchAlgorithmException {
        cloud.proxy.restart(call -> call.name().equals("sns:Subscribe")
                ? new Fault.Answer(400, "InvalidParameter", "Invalid parameter: nobody knows why")
                : new Fault.Pass());
        Desired all = bazaar.all();

        UserFault fault = catchThrowableOfType(UserFault.class, () -> cloud.deploy(all));

        assertThat(fault.getMessage()).contains("LM314 SNS subscription").contains("nobody knows why");
        assertThat(cloud.proxy.writes())
                .contains("logs:PutSubscriptionFilter", "monitoring:PutMetricAlarm", "events:PutTargets");
        cloud.proxy.restart(call -> new Fault.Pass());
        cloud.deploy(all);
        assertThat(isNoOp()).isTrue();
    }
}
