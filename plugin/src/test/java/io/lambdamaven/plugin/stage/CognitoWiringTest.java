package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.UserPoolHooks;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CognitoWiringTest {
    private static final String POOL = "eu-central-1_AbCdEfGhI";
    private static final String ARN = "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/" + POOL;
    private static final String V1 =
            "(Lcom/amazonaws/services/lambda/runtime/events/CognitoUserPoolPreTokenGenerationEvent;)V";
    private static final String V2 =
            "(Lcom/amazonaws/services/lambda/runtime/events/CognitoUserPoolPreTokenGenerationEventV2;)V";

    private static Trigger.Service hooks(String pool, String... moments) {
        return Triggers.of("cognito", "value", List.of(moments), "userPool", pool);
    }

    @Test
    void methodsOfOnePoolShareItsHooksAndItsPermission() {
        Project project = Project.with(hooks(POOL, "PRE_SIGN_UP", "CUSTOM_MESSAGE"), hooks(ARN, "USER_MIGRATION"));

        Permission permission = project.only(Permission.class);
        assertThat(permission.principal()).isEqualTo("cognito-idp.amazonaws.com");
        assertThat(permission.sourceArn()).isEqualTo(ARN);
        assertThat(permission.sourceAccount()).isEqualTo("123456789012");
        assertThat(project.only(UserPoolHooks.class))
                .isEqualTo(new UserPoolHooks(
                        POOL,
                        "orders-dev",
                        "live",
                        List.of("CustomMessage", "PreSignUp", "UserMigration"),
                        null,
                        permission.id()));
        assertThat(project.desired().notices()).isEmpty();
    }

    @Test
    void theRuntimeIsToldThePoolOfAPlaceholder() {
        Project project = Project.with(hooks("${pool}", "PRE_SIGN_UP")).placeholders(Map.of("pool", POOL));

        assertThat(project.only(UserPoolHooks.class).pool()).isEqualTo(POOL);
        assertThat(project.only(LambdaFunction.class).environment()).containsEntry("LAMBDA_MAVEN_POOL", POOL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "customers"})
    void aPoolThatIsNotNamedByItsIdIsLeftToTheUser(String pool) {
        Project project = Project.with(hooks(pool, "PRE_SIGN_UP"));

        assertThat(project.all(UserPoolHooks.class)).isEmpty();
        assertThat(project.desired().notices())
                .singleElement()
                .asString()
                .contains("name the user pool by its id in userPool", "function:orders-dev:live");
    }

    @Test
    void aPlaceholderHasToBeAPool() {
        assertThat(Project.with(hooks("${pool}", "PRE_SIGN_UP"))
                        .placeholders(Map.of("pool", "customers"))
                        .fault(Problem.LM242))
                .contains("@CognitoTrigger(userPool)", "'customers'", "<placeholders>");
    }

    @ParameterizedTest
    @CsvSource(
            value = {V1 + ",false", V2 + ",true", "(Ljava/util/Map;)V,null"},
            nullValues = "null")
    void theClassThatAMethodTakesSaysWhichFormOfTheEventItNeeds(String descriptor, Boolean accessToken) {
        Project project = Project.orders().route(hooks(POOL, "PRE_TOKEN_GENERATION"), Granularity.EACH, descriptor);

        assertThat(project.only(UserPoolHooks.class).accessToken()).isEqualTo(accessToken);
    }

    @Test
    void oneMethodTakesAMoment() {
        assertThat(Project.with(hooks(POOL, "PRE_SIGN_UP"), hooks(ARN, "PRE_SIGN_UP"))
                        .fault(Problem.LM241))
                .contains("Orders.m1 @CognitoTrigger(value)", "PRE_SIGN_UP", POOL);
        assertThat(Project.with(hooks(POOL, "PRE_SIGN_UP"))
                        .function("mail", hooks(POOL, "PRE_SIGN_UP"))
                        .fault(Problem.LM241))
                .contains(POOL, "orders-dev", "mail", "PreSignUp");
    }
}
