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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ConfigRule;
import software.amazon.awssdk.services.config.model.Owner;
import software.amazon.awssdk.services.config.model.SourceDetail;

class ConfigRulePortTest extends PortTest {
    private static final String THEIRS = "arn:aws:lambda:eu-west-1:123456789012:function:theirs";

    private ConfigClient config;

    @Override
    void prepare() {
        config = cloud.direct.of(ConfigClient.class, ConfigClient::builder);
    }

    private Desired rule(List<String> types, String frequency) throws IOException, NoSuchAlgorithmException {
        return wired.desired(
                Project.with(Triggers.of("config", "rule", "tagged", "resourceTypes", types, "frequency", frequency)));
    }

    private Desired tagged() throws IOException, NoSuchAlgorithmException {
        return rule(List.of("AWS::S3::Bucket", "AWS::EC2::Instance"), "");
    }

    private List<ConfigRule> rules() {
        return config.describeConfigRules(r -> {}).configRules();
    }

    private void theirRule(String name) {
        cloud.deploy(Wired.nothing());
        cloud.direct.iam.createRole(r -> r.roleName("theirs").assumeRolePolicyDocument("{\"Version\":\"2012-10-17\"}"));
        cloud.direct.lambda.createFunction(r -> r.functionName("theirs")
                .role("arn:aws:iam::123456789012:role/theirs")
                .handler("h")
                .runtime("java17")
                .code(c -> c.zipFile(software.amazon.awssdk.core.SdkBytes.fromUtf8String("code"))));
        config.putConfigRule(r -> r.configRule(rule -> rule.configRuleName(name)
                .source(source -> source.owner(Owner.CUSTOM_LAMBDA)
                        .sourceIdentifier(THEIRS)
                        .sourceDetails(d -> d.eventSource("aws.config").messageType("ScheduledNotification")))));
    }

    @Test
    void theAliasEvaluatesTheRuleAndASecondDeployWritesNothing() throws IOException, NoSuchAlgorithmException {
        assertThat(writesOf(tagged())).containsSubsequence("lambda:AddPermission", "config:PutConfigRule");

        assertThat(rules()).singleElement().satisfies(rule -> {
            assertThat(rule.source().owner()).isEqualTo(Owner.CUSTOM_LAMBDA);
            assertThat(rule.source().sourceIdentifier()).isEqualTo(ALIAS);
            assertThat(rule.source().sourceDetails())
                    .extracting(SourceDetail::messageTypeAsString)
                    .containsExactly(
                            "ConfigurationItemChangeNotification", "OversizedConfigurationItemChangeNotification");
            assertThat(rule.scope().complianceResourceTypes())
                    .containsExactlyInAnyOrder("AWS::S3::Bucket", "AWS::EC2::Instance");
        });
        assertThat(writesOf(tagged())).isEmpty();
    }

    @Test
    void aFrequencyAloneMakesARuleThatNoChangeCalls() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(rule(List.of(), "Six_Hours"));

        assertThat(rules()).singleElement().satisfies(rule -> {
            assertThat(rule.scope()).isNull();
            assertThat(rule.source().sourceDetails()).singleElement().satisfies(detail -> {
                assertThat(detail.messageTypeAsString()).isEqualTo("ScheduledNotification");
                assertThat(detail.maximumExecutionFrequencyAsString()).isEqualTo("Six_Hours");
            });
        });
        assertThat(writesOf(rule(List.of(), "Six_Hours"))).isEmpty();
    }

    @Test
    void eachAttributeIsChangedInPlace() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(rule(List.of(), ""));

        assertThat(writesOf(rule(List.of("AWS::S3::Bucket"), ""))).containsExactly("config:PutConfigRule");
        assertThat(writesOf(rule(List.of("AWS::S3::Bucket"), "One_Hour"))).containsExactly("config:PutConfigRule");
        assertThat(writesOf(rule(List.of(), "One_Hour"))).containsExactly("config:PutConfigRule");
        assertThat(writesOf(rule(List.of(), "One_Hour"))).isEmpty();
        assertThat(rules()).hasSize(1);
    }

    @Test
    void anotherTagIsPutOnTheRule() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(tagged());

        assertThat(writesOf(wired.desired(Project.with(Triggers.of(
                                "config",
                                "rule",
                                "tagged",
                                "resourceTypes",
                                List.of("AWS::S3::Bucket", "AWS::EC2::Instance")))
                        .tags(Map.of("team", "shop")))))
                .contains("config:TagResource")
                .doesNotContain("config:PutConfigRule");
    }

    @Test
    void aTriggerThatIsGoneIsRemovedAndOthersStay() throws IOException, NoSuchAlgorithmException {
        theirRule("theirs");
        cloud.deploy(tagged());

        assertThat(writesOf(without())).containsSubsequence("config:DeleteConfigRule", "lambda:RemovePermission");

        assertThat(rules()).extracting(ConfigRule::configRuleName).containsExactly("theirs");
    }

    @Test
    void anUndeployRemovesTheRule() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(tagged());

        cloud.deploy(Wired.nothing());

        assertThat(rules()).isEmpty();
    }

    @Test
    void aRuleOfTheSameNameThatIsNotOursIsNotTouched() throws IOException, NoSuchAlgorithmException {
        theirRule("tagged");
        Desired desired = tagged();

        assertThatThrownBy(() -> writesOf(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM307")
                .hasMessageContaining("@ConfigTrigger(rule)");
        assertThat(cloud.proxy.writes()).isEmpty();
    }

    @Test
    void anAccountWithoutARecorderIsTold() throws IOException, NoSuchAlgorithmException {
        Desired desired = tagged();
        cloud.proxy.restart(call -> call.name().equals("config:PutConfigRule")
                ? new Fault.Answer(400, "NoAvailableConfigurationRecorderException", "No recorder is available.")
                : new Fault.Pass());

        assertThatThrownBy(() -> cloud.deploy(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM354")
                .hasMessageContaining("@ConfigTrigger")
                .hasMessageContaining("put-configuration-recorder");
    }

    @Test
    void aPermissionThatIsTooNewIsWaitedFor() throws IOException, NoSuchAlgorithmException {
        AtomicBoolean once = new AtomicBoolean();
        Desired desired = tagged();
        cloud.proxy.restart(call -> call.name().equals("config:PutConfigRule") && once.compareAndSet(false, true)
                ? new Fault.Answer(400, "InsufficientPermissionsException", "The function cannot be invoked.")
                : new Fault.Pass());

        cloud.deploy(desired);

        assertThat(rules()).hasSize(1);
    }
}
