package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.plan.resource.ConfigRule;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.plan.resource.SecretRotation;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OperationsWiringTest {
    private static final String SECRET = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:";

    @Test
    void aSecretMayCallTheAliasAndTheRoleMayRotateNothingElse() {
        Project project = Project.with(Triggers.of("secret-rotation", "secret", "shop/db"));

        assertThat(project.only(SecretRotation.class).attributes())
                .isEqualTo(Map.of("schedule", "rate(30 days)", "duration", "", "target", "orders-dev:live"));
        Permission permission = project.only(Permission.class);
        assertThat(permission.principal()).isEqualTo("secretsmanager.amazonaws.com");
        assertThat(permission.sourceArn()).isEqualTo(SECRET + "shop/db-??????");
        assertThat(permission.sourceAccount()).isEqualTo("123456789012");
        assertThat(project.only(SecretRotation.class).dependsOn()).containsExactly(permission.id());
        assertThat(project.only(Role.class).policy())
                .contains("[\"secretsmanager:DescribeSecret\",\"secretsmanager:GetSecretValue\","
                        + "\"secretsmanager:PutSecretValue\",\"secretsmanager:UpdateSecretVersionStage\"],"
                        + "\"Effect\":\"Allow\",\"Resource\":[\"" + SECRET + "shop/db-??????\"]");
    }

    @Test
    void anArnIsTakenAsItIs() {
        Project project = Project.with(Triggers.of("secret-rotation", "secret", SECRET + "shop/db-AbCdEf"));

        assertThat(project.only(Permission.class).sourceArn()).isEqualTo(SECRET + "shop/db-AbCdEf");
    }

    @Test
    void methodsForTheStepsOfOneSecretShareItsRotation() {
        Project project = Project.with(
                Triggers.of("secret-rotation", "secret", "shop/db", "value", "CREATE"),
                Triggers.of("secret-rotation", "secret", SECRET + "shop/db-AbCdEf", "value", "TEST"));

        assertThat(project.all(SecretRotation.class)).hasSize(1);
        assertThat(project.all(Permission.class)).hasSize(1);
    }

    @Test
    void theyMustAgreeOnWhen() {
        assertThat(Project.with(
                                Triggers.of("secret-rotation", "secret", "shop/db", "value", "CREATE"),
                                Triggers.of("secret-rotation", "secret", "shop/db", "value", "TEST", "days", 5))
                        .fault(Problem.LM245))
                .contains("Orders.m1 @SecretRotationTrigger(secret)", "days");
    }

    @Test
    void whoNamesNoSecretIsToldWhatToDo() {
        Project project = Project.with(Triggers.of("secret-rotation"));

        assertThat(project.all(SecretRotation.class)).isEmpty();
        assertThat(project.desired().notices()).singleElement().asString().contains("@SecretRotationTrigger(secret)");
        assertThat(Project.with(Triggers.of("secret-rotation", "secret", "shop/db"))
                        .desired()
                        .notices())
                .isEmpty();
    }

    @Test
    void aRuleOfConfigCallsForThisAccountAndTheRoleMayPutEvaluations() {
        Project project = Project.with(Triggers.of("config", "rule", "${rule}")).placeholders(Map.of("rule", "tagged"));

        assertThat(project.only(ConfigRule.class).name()).isEqualTo("tagged");
        assertThat(project.only(ConfigRule.class).onChanges()).isTrue();
        Permission permission = project.only(Permission.class);
        assertThat(permission.principal()).isEqualTo("config.amazonaws.com");
        assertThat(permission.sourceAccount()).isEqualTo("123456789012");
        assertThat(project.only(Role.class).policy())
                .contains("{\"Action\":[\"config:PutEvaluations\"],\"Effect\":\"Allow\",\"Resource\":[\"*\"]}");
    }

    @Test
    void aRuleHasOneMethod() {
        assertThat(Project.with(
                                Triggers.of("config", "rule", "tagged"),
                                Triggers.of("config", "rule", "tagged", "resourceTypes", List.of("AWS::S3::Bucket")))
                        .fault(Problem.LM246))
                .contains("Orders.m0", "Orders.m1 @ConfigTrigger(rule)");
    }
}
