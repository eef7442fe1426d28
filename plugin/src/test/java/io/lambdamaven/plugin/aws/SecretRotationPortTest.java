package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.testing.Fault;
import io.lambdamaven.plugin.testing.Triggers;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;

class SecretRotationPortTest extends PortTest {
    private static final String THEIRS = "arn:aws:lambda:eu-west-1:123456789012:function:theirs";

    private SecretsManagerClient secrets;
    private String arn;

    @Override
    void prepare() {
        secrets = cloud.direct.of(SecretsManagerClient.class, SecretsManagerClient::builder);
        arn = secrets.createSecret(r -> r.name("shop/db").secretString("s")).arn();
        try {
            cloud.moto.answerInvocations("{}", "{}", "{}", "{}", "{}", "{}", "{}", "{}");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Desired rotation(Object... said) throws IOException, NoSuchAlgorithmException {
        Object[] all = new Object[said.length + 2];
        all[0] = "secret";
        all[1] = "shop/db";
        System.arraycopy(said, 0, all, 2, said.length);
        return wired.desired(Project.with(Triggers.of("secret-rotation", all)));
    }

    private DescribeSecretResponse secret() {
        return secrets.describeSecret(r -> r.secretId("shop/db"));
    }

    @Test
    void theAliasRotatesTheSecretAndASecondDeployWritesNothing() throws IOException, NoSuchAlgorithmException {
        assertThat(writesOf(rotation("days", 10)))
                .containsSubsequence("lambda:AddPermission", "secretsmanager:RotateSecret");

        assertThat(secret().rotationEnabled()).isTrue();
        assertThat(secret().rotationLambdaARN()).isEqualTo(ALIAS);
        assertThat(writesOf(rotation("days", 10))).isEmpty();
    }

    @Test
    void aSecretIsNamedByItsArnToo() throws IOException, NoSuchAlgorithmException {
        Desired desired = wired.desired(Project.with(Triggers.of("secret-rotation", "secret", arn)));
        cloud.deploy(desired);

        assertThat(secret().rotationLambdaARN()).isEqualTo(ALIAS);
        assertThat(writesOf(desired)).isEmpty();
        assertThat(writesOf(without()))
                .containsSubsequence("secretsmanager:CancelRotateSecret", "lambda:RemovePermission");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop/db", "arn"})
    void anotherFunctionsRotationIsNotTakenOver(String name) throws IOException, NoSuchAlgorithmException {
        cloud.deploy(without());
        cloud.direct.lambda.createFunction(r -> r.functionName("theirs")
                .role("arn:aws:iam::123456789012:role/orders-dev-eu-west-1")
                .handler("h")
                .runtime("java17")
                .code(c -> c.zipFile(software.amazon.awssdk.core.SdkBytes.fromUtf8String("code"))));
        secrets.rotateSecret(r -> r.secretId("shop/db")
                .rotationLambdaARN(THEIRS)
                .rotateImmediately(false)
                .rotationRules(rules -> rules.automaticallyAfterDays(1L)));
        Desired desired =
                wired.desired(Project.with(Triggers.of("secret-rotation", "secret", name.equals("arn") ? arn : name)));

        assertThatThrownBy(() -> writesOf(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM307")
                .hasMessageContaining(THEIRS)
                .hasMessageContaining("@SecretRotationTrigger(secret)");
        assertThat(cloud.proxy.writes()).isEmpty();
    }

    @Test
    void otherDaysAreOneCallInPlace() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(rotation());

        assertThat(writesOf(rotation("days", 7))).containsExactly("secretsmanager:RotateSecret");

        assertThat(secret().rotationRules().automaticallyAfterDays()).isEqualTo(7);
        assertThat(cloud.proxy.lastBody("secretsmanager:RotateSecret"))
                .contains("\"RotateImmediately\":false")
                .doesNotContain("ScheduleExpression");
    }

    /** The emulator does neither, so the proxy tells what AWS would. */
    @Test
    void aScheduleAndItsWindowAreWrittenAndReadBack() throws IOException, NoSuchAlgorithmException {
        String cron = "cron(0 8 1 * ? *)";
        Desired desired = rotation("schedule", cron, "duration", "3h");
        cloud.deploy(desired);
        assertThat(cloud.proxy.lastBody("secretsmanager:RotateSecret"))
                .contains("\"ScheduleExpression\":\"" + cron + "\"")
                .contains("\"Duration\":\"3h\"")
                .doesNotContain("AutomaticallyAfterDays");
        Fault told = new Fault.Reply(
                200,
                Map.of("content-type", "application/x-amz-json-1.1"),
                "{\"RotationEnabled\":true,\"RotationLambdaARN\":\"" + ALIAS
                        + "\",\"RotationRules\":{\"AutomaticallyAfterDays\":31,\"ScheduleExpression\":\"" + cron
                        + "\",\"Duration\":\"3h\"}}");

        cloud.proxy.restart(call -> call.name().equals("secretsmanager:DescribeSecret") ? told : new Fault.Pass());
        cloud.deploy(desired);
        assertThat(cloud.proxy.writes()).isEmpty();

        cloud.deploy(rotation("schedule", cron));
        assertThat(cloud.proxy.writes()).containsExactly("secretsmanager:RotateSecret");
        assertThat(cloud.proxy.lastBody("secretsmanager:RotateSecret")).doesNotContain("Duration");
    }

    @Test
    void aSecretIsRotatedAtOnceOnlyWhenToldTo() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(rotation("rotateImmediately", true));

        assertThat(cloud.proxy.lastBody("secretsmanager:RotateSecret")).contains("\"RotateImmediately\":true");
        assertThat(writesOf(rotation("rotateImmediately", false))).isEmpty();
    }

    @Test
    void aTriggerThatIsGoneIsCancelledThenItsPermissionGoes() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(rotation());

        assertThat(writesOf(without()))
                .containsSubsequence("secretsmanager:CancelRotateSecret", "lambda:RemovePermission");

        assertThat(secret().rotationEnabled()).isFalse();
    }

    @Test
    void anUndeployLeavesTheSecretAndARotationThatIsNotOursAnyMore() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(rotation());
        cloud.direct.lambda.createFunction(r -> r.functionName("theirs")
                .role("arn:aws:iam::123456789012:role/orders-dev-eu-west-1")
                .handler("h")
                .runtime("java17")
                .code(c -> c.zipFile(software.amazon.awssdk.core.SdkBytes.fromUtf8String("code"))));
        secrets.rotateSecret(r -> r.secretId("shop/db")
                .rotationLambdaARN(THEIRS)
                .rotateImmediately(false)
                .rotationRules(rules -> rules.automaticallyAfterDays(1L)));

        assertThat(writesOf(Wired.nothing())).doesNotContain("secretsmanager:CancelRotateSecret");

        assertThat(secret().rotationEnabled()).isTrue();
        assertThat(secret().rotationLambdaARN()).isEqualTo(THEIRS);
    }

    @Test
    void aPermissionThatIsTooNewIsWaitedFor() throws IOException, NoSuchAlgorithmException {
        AtomicBoolean once = new AtomicBoolean();
        Desired desired = rotation();
        cloud.proxy.restart(call -> call.name().equals("secretsmanager:RotateSecret") && once.compareAndSet(false, true)
                ? new Fault.Answer(
                        400,
                        "AccessDeniedException",
                        "Secrets Manager cannot invoke the specified Lambda function. Ensure that the function"
                                + " policy grants access to the principal secretsmanager.amazonaws.com.")
                : new Fault.Pass());

        cloud.deploy(desired);

        assertThat(secret().rotationEnabled()).isTrue();
    }

    @Test
    void aSecretThatIsNotThereIsToldBeforeAnythingIsMade() throws IOException, NoSuchAlgorithmException {
        Desired desired = wired.desired(Project.with(Triggers.of("secret-rotation", "secret", "nothing")));

        assertThatThrownBy(() -> writesOf(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM310")
                .hasMessageContaining("@SecretRotationTrigger(secret)");
        assertThat(cloud.proxy.writes()).isEmpty();
    }
}
