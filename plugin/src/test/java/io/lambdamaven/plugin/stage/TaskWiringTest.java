package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.Alias;
import io.lambdamaven.plugin.plan.resource.EventInvokeConfig;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.plan.resource.SnsSubscription;
import io.lambdamaven.plugin.plan.resource.Source;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What tasks need. */
final class TaskWiringTest {
    @Test
    void aTaskOverLambdaComesThroughOpsAndNeedsNothingElse() {
        Project project = Project.with(new Trigger.Task("wash", "LAMBDA", false, false));

        assertThat(project.only(Source.class).id().toString()).isEqualTo("SQS queue orders-dev-tasks-failed");
        assertThat(project.desired().resources())
                .anyMatch(each -> each instanceof Alias && each.id().name().endsWith("ops"));
        assertThat(project.only(Role.class).policy())
                .contains("\"lambda:InvokeFunction\"")
                .contains(":ops\"")
                .doesNotContain("dynamodb");
    }

    @Test
    void whatFailsOfTheAliasesThatTasksComeByIsKept() {
        String failed = "arn:aws:sqs:eu-central-1:123456789012:orders-dev-tasks-failed";
        Project project = Project.with(
                new Trigger.Task("wash", "LAMBDA", false, false), new Trigger.Task("dry", "SNS", false, false));

        assertThat(project.all(EventInvokeConfig.class))
                .containsExactlyInAnyOrder(
                        new EventInvokeConfig("orders-dev", "live", 2, 21_600, null, failed),
                        new EventInvokeConfig("orders-dev", "ops", 2, 21_600, null, failed));
        assertThat(project.only(SnsSubscription.class).deadLetters()).isEqualTo(failed);
        assertThat(project.only(Role.class).policy()).contains("\"sqs:SendMessage\"", failed);
    }

    @Test
    void aPlaceForFailuresThatTheStageNamesStays() {
        Project project = Project.with(new Trigger.Task("dry", "SNS", false, false))
                .pom(Setting.MAXIMUM_RETRY_ATTEMPTS, 1)
                .pom(Setting.ON_FAILURE, "arn:aws:sqs:::mine");

        assertThat(project.only(EventInvokeConfig.class).onFailure())
                .isEqualTo("arn:aws:sqs:eu-central-1:123456789012:mine");
        assertThat(project.only(EventInvokeConfig.class).maximumRetryAttempts()).isEqualTo(1);
    }

    @Test
    void whatIsMadeWhereItIsMissingIsNotTakenForTheQueuesOfTasks() {
        Project project = Project.with(
                        new Trigger.Task("bake", "SQS", false, false), new Trigger.Task("dry", "SNS", false, false))
                .pom(Setting.ON_FAILURE, "arn:aws:sqs:::mine")
                .pom(Setting.CREATE_MISSING, true);

        assertThat(project.all(Source.class))
                .extracting(each -> each.id().toString())
                .containsExactlyInAnyOrder(
                        "SQS queue orders-dev-tasks",
                        "SQS queue orders-dev-tasks-failed",
                        "SNS topic orders-dev-tasks");
        assertThat(project.all(Source.class)).allMatch(Source::keptAlone);
    }

    @Test
    void theRuntimeIsToldWhereTasksGo() {
        LambdaFunction function =
                Project.with(new Trigger.Task("bake", "SQS", true, false)).only(LambdaFunction.class);

        assertThat(function.environment())
                .containsEntry(
                        "LAMBDA_MAVEN__TASK_FUNCTIONS",
                        "=arn:aws:lambda:eu-central-1:123456789012:function:" + function.name())
                .containsEntry("LAMBDA_MAVEN__TASK_TABLE", function.name() + "-tasks");
    }

    @Test
    void keysOfEventsHaveTheTableOfTheTasks() {
        Project project = Project.with(new Trigger.Http("POST", "/bills")).idempotent();

        String name = project.only(LambdaFunction.class).name();
        assertThat(project.only(LambdaFunction.class).environment())
                .containsEntry("LAMBDA_MAVEN__TASK_TABLE", name + "-tasks")
                .doesNotContainKey("LAMBDA_MAVEN__TASK_FUNCTIONS");
        assertThat(project.only(Source.class).name()).isEqualTo(name + "-tasks");
        assertThat(project.only(Role.class).policy()).contains("dynamodb:UpdateItem", "table/" + name + "-tasks");
    }

    @Test
    void theLocalLambdaNeedsNoTableToBeMade() {
        Project project = Project.with(new Trigger.Task("bake", "LAMBDA", true, false))
                .idempotent()
                .pom(Setting.TARGET, "local");

        String name = project.only(LambdaFunction.class).name();
        assertThat(project.only(LambdaFunction.class).environment())
                .containsEntry("LAMBDA_MAVEN__TASK_TABLE", name + "-tasks");
        assertThat(project.all(Source.class)).isEmpty();
    }

    @Test
    void largeArgumentsMayGoToABucket() {
        Project project =
                Project.with(new Trigger.Task("bake", "SQS", false, false)).pom(Setting.TASK_BUCKET, "shop-data");

        assertThat(project.only(LambdaFunction.class).environment())
                .containsEntry("LAMBDA_MAVEN__TASK_BUCKET", "shop-data");
        assertThat(project.only(Role.class).policy()).contains("s3:PutObject", "arn:aws:s3:::shop-data/tasks/*");
        assertThat(Project.orders()
                        .pom(Setting.TASK_BUCKET, "shop-data")
                        .only(Role.class)
                        .policy())
                .doesNotContain("shop-data");
        assertThat(Project.orders().pom(Setting.TASK_BUCKET, "Shop").fault(Problem.LM218))
                .startsWith("LM218 <taskBucket>");
    }

    @Test
    void noPlaceholderTakesTheVariablesOfTasks() {
        Project project = Project.with(
                        new Trigger.Task("bake", "SQS", true, false),
                        Triggers.sqs("${task.bucket}", 10, 0, null, true),
                        Triggers.sqs("${task-table}", 10, 0, null, true),
                        Triggers.sqs("${task_functions}", 10, 0, null, true))
                .placeholders(Map.of("task.bucket", "b-queue", "task-table", "t-queue", "task_functions", "f-queue"))
                .pom(Setting.TASK_BUCKET, "shop-data");

        LambdaFunction function = project.only(LambdaFunction.class);
        assertThat(function.environment())
                .containsEntry("LAMBDA_MAVEN_TASK_BUCKET", "b-queue")
                .containsEntry("LAMBDA_MAVEN_TASK_TABLE", "t-queue")
                .containsEntry("LAMBDA_MAVEN_TASK_FUNCTIONS", "f-queue")
                .containsEntry("LAMBDA_MAVEN__TASK_BUCKET", "shop-data")
                .containsEntry("LAMBDA_MAVEN__TASK_TABLE", function.name() + "-tasks")
                .containsKey("LAMBDA_MAVEN__TASK_FUNCTIONS");
        // The prefix goes on with a letter.
        assertThat(Placeholders.isName("_task.bucket")).isFalse();
    }

    @Test
    void withoutTasksThereIsNothing() {
        assertThat(Project.orders().only(LambdaFunction.class).environment())
                .doesNotContainKey("LAMBDA_MAVEN__TASK_FUNCTIONS");
    }
}
