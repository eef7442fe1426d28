package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Alias;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.plan.resource.Source;
import io.lambdamaven.plugin.report.Problem;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OperatorSettingsTest {
    private static final Trigger COMMAND = new Trigger.Command("reindex", "");

    private static String key(String algorithm, String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (!curve.isEmpty()) {
                generator.initialize(new ECGenParameterSpec(curve));
            }
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T extends Resource> List<T> all(Desired desired, Class<T> type) {
        return desired.resources().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static List<String> aliases(Desired desired) {
        return all(desired, Alias.class).stream().map(alias -> alias.alias()).toList();
    }

    @Test
    void commandsCanBeSwitchedOff() {
        Desired off =
                Project.with(COMMAND).commandLine(Setting.COMMANDS, "false").desired();

        assertThat(aliases(off)).containsExactly("live");
        assertThat(all(off, LambdaFunction.class).get(0).environment()).containsEntry("LAMBDA_MAVEN__COMMANDS", "off");
        Desired on = Project.with(COMMAND).desired();
        assertThat(aliases(on)).containsExactlyInAnyOrder("live", "ops");
        assertThat(all(on, LambdaFunction.class).get(0).environment()).doesNotContainKey("LAMBDA_MAVEN__COMMANDS");
    }

    @Test
    void withoutAKeyThereIsNothingForScripts() {
        Desired desired = Project.orders().desired();

        assertThat(all(desired, Source.class)).isEmpty();
        assertThat(all(desired, LambdaFunction.class).get(0).environment())
                .doesNotContainKey("LAMBDA_MAVEN__SCRIPT_KEYS");
        assertThat(all(desired, Role.class).get(0).policy()).doesNotContain("dynamodb");
    }

    @Test
    void aKeyMakesTheWayForScriptsAndTheTableAndTheOnePermission() {
        String one = key("Ed25519", "");
        String other = key("EC", "secp256r1");
        Desired desired = Project.orders()
                .part("scriptKeys.ops", one)
                .part("scriptKeys.kms", "-----BEGIN PUBLIC KEY-----\n" + other + "\n-----END PUBLIC KEY-----")
                .desired();

        LambdaFunction function = all(desired, LambdaFunction.class).get(0);
        assertThat(function.environment())
                .containsEntry("LAMBDA_MAVEN__SCRIPT_KEYS", "kms:p256:" + other + " ops:ed25519:" + one)
                .containsEntry("LAMBDA_MAVEN__SCRIPT_NONCES", function.name() + "-scripts");
        assertThat(aliases(desired)).contains("ops");
        assertThat(all(desired, Source.class)).singleElement().satisfies(table -> {
            assertThat(table.name()).isEqualTo(function.name() + "-scripts");
            assertThat(table.settings()).containsEntry("ttl", "expires");
        });
        assertThat(all(desired, Role.class).get(0).policy())
                .contains("\"dynamodb:PutItem\"", ":table/" + function.name() + "-scripts")
                .doesNotContain("dynamodb:GetItem", "dynamodb:*");
    }

    @Test
    void aStageTakesAKeyBack() {
        Project project = Project.orders().part("scriptKeys.ops", "none");
        project.pom().part("scriptKeys.ops", key("Ed25519", ""));
        Desired desired = project.desired();

        assertThat(all(desired, Source.class)).isEmpty();
    }

    @Test
    void whatIsNoKeyOfAKindThatIsVerifiedIsRefused() {
        for (String wrong : List.of("x", "AAAA", key("RSA", ""), key("EC", "secp384r1"), key("X25519", ""))) {
            assertThat(Project.orders().part("scriptKeys.ops", wrong).fault(Problem.LM284))
                    .contains("<scriptKeys><ops>", "no public key of the algorithms Ed25519 or ECDSA on P-256");
        }
        assertThat(Project.orders().part("scriptKeys.9a", key("Ed25519", "")).fault(Problem.LM284))
                .contains("'9a' is no id of a key");
        assertThat(Project.orders().part("scriptKeys", "x").fault(Problem.LM254))
                .contains("<scriptKeys>");
    }
}
