package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.plan.resource.CodeObject;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.plan.resource.Source;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SlimCodeTest {
    private static final String SHA = "0123456789abcdef".repeat(4);
    private static final String FOLDER = "lambda-maven/com.example/orders/123456789012/eu-central-1/dev/";

    private static Project slim() {
        return Project.orders().slim(SHA, 100L << 20).pom(Setting.CODE_BUCKET, "our-code");
    }

    @Test
    void theFunctionCallsTheBootstrapWhichIsToldWhereItsCodeIs() {
        LambdaFunction function = slim().only(LambdaFunction.class);

        assertThat(function.handler()).isEqualTo("io.lambdamaven.runtime.code.SlimHandler");
        assertThat(function.environment())
                .containsEntry("LAMBDA_MAVEN__APPLICATION", "s3://our-code/" + FOLDER + SHA + ".jar")
                .containsEntry("LAMBDA_MAVEN__HANDLER", "com.example.LambdaHandler");
    }

    @Test
    void theObjectHasAKeyOfItsStageAndContent() {
        CodeObject object = slim().only(CodeObject.class);

        assertThat(object.id()).hasToString("code object our-code/" + FOLDER + SHA + ".jar");
        assertThat(object.sha256()).isEqualTo(SHA);
        assertThat(CodeObject.isOurs(FOLDER, object.key())).isTrue();
        assertThat(CodeObject.isOurs(FOLDER, FOLDER + "x/" + SHA + ".jar")).isFalse();
        assertThat(CodeObject.isOurs(FOLDER, FOLDER + SHA + ".zip")).isFalse();
        assertThat(CodeObject.folder("a:b", "1", "r", "../é x")).isEqualTo("lambda-maven/a/b/1/r/_____x/");
    }

    @Test
    void twoFunctionsOfOneProjectShareTheObjectAndHaveTheirOwnHandlers() {
        Project project = slim().function("Billing");

        assertThat(project.all(CodeObject.class)).hasSize(1);
        assertThat(project.all(LambdaFunction.class))
                .extracting(function -> function.environment().get("LAMBDA_MAVEN__HANDLER"))
                .containsExactly("com.example.LambdaHandler", "com.example.BillingHandler");
    }

    @Test
    void theRoleReadsTheStagesFolderAndNothingElse() {
        assertThat(slim().only(Role.class).policy())
                .contains("{\"Action\":[\"s3:GetObject\"],\"Effect\":\"Allow\",\"Resource\":[\"arn:aws:s3:::our-code/"
                        + FOLDER + "*\"]}")
                .doesNotContain("s3:ListBucket", "s3:PutObject");
        assertThat(Project.orders()
                        .pom(Setting.CODE_BUCKET, "our-code")
                        .only(Role.class)
                        .policy())
                .doesNotContain("s3:");
    }

    @Test
    void theBucketIsMadeIfMissingOnesAreToBeMade() {
        assertThat(slim().all(Source.class)).isEmpty();
        assertThat(slim().pom(Setting.CREATE_MISSING, true).only(Source.class).id())
                .isEqualTo(new ResourceId(ResourceType.BUCKET, "our-code"));
        assertThat(Project.orders()
                        .pom(Setting.CODE_BUCKET, "our-code")
                        .pom(Setting.CREATE_MISSING, true)
                        .only(Source.class)
                        .id())
                .isEqualTo(new ResourceId(ResourceType.BUCKET, "our-code"));
    }

    @Test
    void withoutABucketThereIsNowhereToFetchFrom() {
        assertThat(Project.orders().slim(SHA, 1).fault(Problem.LM287))
                .contains("Name a bucket in the function's Region with <codeBucket> or -Dlambda.codeBucket");
    }

    @Test
    void anApplicationThatDoesNotFitIntoTmpIsTold() {
        Project large = Project.orders().slim(SHA, (512L << 20) + 1).pom(Setting.CODE_BUCKET, "our-code");

        assertThat(large.fault(Problem.LM288)).contains("Set <ephemeralStorage> or -Dlambda.ephemeralStorage to more");
        assertThat(large.pom(Setting.EPHEMERAL_STORAGE, 513).faults()).isEmpty();
    }

    @Test
    void theLocalLambdaNeedsNoBucket() {
        Project local = Project.orders().slim(SHA, 1).pom(Setting.TARGET, "local");

        assertThat(local.all(CodeObject.class)).isEmpty();
        assertThat(local.only(LambdaFunction.class).environment())
                .containsEntry("LAMBDA_MAVEN__APPLICATION", "file:META-INF/lambda/application.jar");
    }

    @Test
    void aJarOverTheDirectLimitIsToldBeforeAnythingIsChanged() {
        Whereabouts where = new Whereabouts("aws", "eu-central-1", "123456789012");
        Code large = new Code(Path.of("orders-lambda.jar"), "c0de", (50L << 20) + 1, null);

        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(() -> Project.orders().desired(where, large))
                .withMessageContaining("LM289")
                .withMessageContaining("<layout>slim</layout>");
        assertThat(slim().desired(where, large).code()).isNotNull();
    }
}
