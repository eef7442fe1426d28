package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.Alias;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.plan.resource.Source;
import io.lambdamaven.plugin.report.Problem;
import org.junit.jupiter.api.Test;

/** What tasks need. */
final class TaskWiringTest {
    @Test
    void aTaskOverLambdaComesThroughOpsAndNeedsNothingElse() {
        Project project = Project.with(new Trigger.Task("wash", "LAMBDA", false, false));

        assertThat(project.desired().resources())
                .noneMatch(Source.class::isInstance)
                .anyMatch(each -> each instanceof Alias && each.id().name().endsWith("ops"));
        assertThat(project.only(Role.class).policy())
                .contains("\"lambda:InvokeFunction\"")
                .contains(":ops\"")
                .doesNotContain("dynamodb");
    }

    @Test
    void theRuntimeIsToldWhereTasksGo() {
        LambdaFunction function =
                Project.with(new Trigger.Task("bake", "SQS", true, false)).only(LambdaFunction.class);

        assertThat(function.environment())
                .containsEntry(
                        "LAMBDA_MAVEN_TASK_FUNCTIONS",
                        "=arn:aws:lambda:eu-central-1:123456789012:function:" + function.name())
                .containsEntry("LAMBDA_MAVEN_TASK_TABLE", function.name() + "-tasks");
    }

    @Test
    void keysOfEventsHaveTheTableOfTheTasks() {
        Project project = Project.with(new Trigger.Http("POST", "/bills")).idempotent();

        String name = project.only(LambdaFunction.class).name();
        assertThat(project.only(LambdaFunction.class).environment())
                .containsEntry("LAMBDA_MAVEN_TASK_TABLE", name + "-tasks")
                .doesNotContainKey("LAMBDA_MAVEN_TASK_FUNCTIONS");
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
                .containsEntry("LAMBDA_MAVEN_TASK_TABLE", name + "-tasks");
        assertThat(project.all(Source.class)).isEmpty();
    }

    @Test
    void largeArgumentsMayGoToABucket() {
        Project project =
                Project.with(new Trigger.Task("bake", "SQS", false, false)).pom(Setting.TASK_BUCKET, "shop-data");

        assertThat(project.only(LambdaFunction.class).environment())
                .containsEntry("LAMBDA_MAVEN_TASK_BUCKET", "shop-data");
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
    void withoutTasksThereIsNothing() {
        assertThat(Project.orders().only(LambdaFunction.class).environment())
                .doesNotContainKey("LAMBDA_MAVEN_TASK_FUNCTIONS");
    }
}
