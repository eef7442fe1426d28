package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services whose own configuration names the function: who may call, what the role may do, what is left to do. */
class CallerWiringTest {
    private static List<Permission> permissions(Desired desired) {
        return desired.resources().stream()
                .filter(Permission.class::isInstance)
                .map(Permission.class::cast)
                .toList();
    }

    private static String policy(Trigger trigger) {
        return Project.with(trigger).desired().resources().stream()
                .filter(Role.class::isInstance)
                .map(role -> String.valueOf(((Role) role).policy()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "connect, instance, 11111111-2222-3333-4444-555555555555, connect.amazonaws.com, connect, instance/",
        "bedrock-agent, agent, ABCDEFGHIJ, bedrock.amazonaws.com, bedrock, agent/",
        "transfer, server, s-01234567890abcdef, transfer.amazonaws.com, transfer, server/",
        "cognito-sync, identityPool, eu-west-1:0-1, cognito-sync.amazonaws.com, cognito-identity, identitypool/",
    })
    void whatIsNamedMayCallAndNothingElse(
            String kind, String attribute, String name, String principal, String service, String prefix) {
        Desired desired = Project.with(Triggers.of(kind, attribute, "${caller}"))
                .placeholders(Map.of("caller", name))
                .desired();

        assertThat(permissions(desired)).singleElement().satisfies(permission -> {
            assertThat(permission.alias()).isEqualTo("live");
            assertThat(permission.principal()).isEqualTo(principal);
            assertThat(permission.sourceArn())
                    .isEqualTo("arn:aws:" + service + ":eu-central-1:123456789012:" + prefix + name);
            assertThat(permission.sourceAccount()).isEqualTo("123456789012");
        });
        assertThat(desired.notices()).singleElement().asString().doesNotContain("so that it may");
    }

    @ParameterizedTest
    @CsvSource({
        "LaunchRequest, alexa-appkit.amazon.com",
        "AMAZON.HelpIntent, alexa-appkit.amazon.com",
        "Alexa.Presentation.APL.UserEvent, alexa-appkit.amazon.com",
        "Alexa.Discovery, alexa-connectedhome.amazon.com",
        "'', alexa-appkit.amazon.com alexa-connectedhome.amazon.com",
    })
    void aSkillShowsItsIdInTheNameOfItsService(String request, String principals) {
        Desired desired = Project.with(Triggers.of("alexa", "skill", "${skill}", "request", request))
                .placeholders(Map.of("skill", "amzn1.ask.skill.1"))
                .desired();

        assertThat(permissions(desired))
                .allSatisfy(permission -> {
                    assertThat(permission.eventSourceToken()).isEqualTo("amzn1.ask.skill.1");
                    assertThat(permission.sourceArn()).isNull();
                    // Alexa tells no account, so that nothing could call.
                    assertThat(permission.sourceAccount()).isNull();
                })
                .extracting(Permission::principal)
                .containsExactlyInAnyOrder(principals.split(" ", -1));
        assertThat(desired.notices()).singleElement().asString().doesNotContain("so that it may");
    }

    @Test
    void methodsOfOneSkillShareItsStatement() {
        assertThat(permissions(Project.with(
                                Triggers.of("alexa", "skill", "amzn1.ask.skill.1", "request", "LaunchRequest"),
                                Triggers.of("alexa", "skill", "amzn1.ask.skill.1", "request", "OrderIntent"))
                        .desired()))
                .hasSize(1);
        assertThat(permissions(Project.with(Triggers.of("alexa")).desired())).isEmpty();
    }

    @Test
    void whoNamesNothingIsToldThatNothingMayCall() {
        Desired desired = Project.with(Triggers.of("connect")).desired();

        assertThat(permissions(desired)).isEmpty();
        assertThat(desired.notices())
                .singleElement()
                .asString()
                .endsWith("; name the instance in @ConnectTrigger(instance), so that it may invoke it");
    }

    @Test
    void twoMethodsOfOneInstanceAreOneStatement() {
        String instance = "11111111-2222-3333-4444-555555555555";

        assertThat(permissions(Project.with(
                                Triggers.of("connect", "instance", instance),
                                Triggers.of("connect", "instance", instance))
                        .desired()))
                .hasSize(1);
    }

    @Test
    void whoseAnswerIsBroughtTheRoleMayBringIt() {
        assertThat(policy(Triggers.of("codepipeline")))
                .contains("\"codepipeline:PutJobFailureResult\",\"codepipeline:PutJobSuccessResult\"");
        assertThat(policy(Triggers.of("codedeploy"))).contains("codedeploy:PutLifecycleEventHookExecutionStatus");
        assertThat(policy(Triggers.of("s3-object-lambda", "accessPoint", "resized")))
                .contains("s3-object-lambda:WriteGetObjectResponse")
                .contains("arn:aws:s3-object-lambda:eu-central-1:123456789012:accesspoint/resized");
        assertThat(policy(Triggers.of("s3-object-lambda")))
                .contains("arn:aws:s3-object-lambda:eu-central-1:123456789012:accesspoint/*");
    }
}
