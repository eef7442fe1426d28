package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.stage.Setting;
import io.lambdamaven.plugin.testing.Triggers;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.SubscriptionFilter;

class LogSubscriptionPortTest extends PortTest {
    private static final String GROUP = "/shop/web";

    private CloudWatchLogsClient logs;

    @Override
    void prepare() {
        logs = cloud.direct.logs;
        logs.createLogGroup(r -> r.logGroupName(GROUP));
    }

    private Desired logs(String pattern) throws IOException, NoSuchAlgorithmException {
        return wired.desired(Project.with(Triggers.of("logs", "logGroup", GROUP, "filterPattern", pattern)));
    }

    private List<SubscriptionFilter> filters() {
        return logs.describeSubscriptionFilters(r -> r.logGroupName(GROUP)).subscriptionFilters();
    }

    @Test
    void theAliasIsSubscribedAndASecondDeployWritesNothing() throws IOException, NoSuchAlgorithmException {
        assertThat(writesOf(logs("ERROR"))).containsSubsequence("lambda:AddPermission", "logs:PutSubscriptionFilter");

        assertThat(filters()).singleElement().satisfies(filter -> {
            assertThat(filter.destinationArn()).isEqualTo(ALIAS);
            assertThat(filter.filterPattern()).isEqualTo("ERROR");
        });
        assertThat(writesOf(logs("ERROR"))).isEmpty();
    }

    @Test
    void anotherPatternIsPutInPlace() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(logs("ERROR"));

        assertThat(writesOf(logs(""))).containsExactly("logs:PutSubscriptionFilter");

        assertThat(filters())
                .singleElement()
                .satisfies(filter -> assertThat(filter.filterPattern()).isEmpty());
        assertThat(writesOf(logs(""))).isEmpty();
    }

    @Test
    void aTriggerThatIsGoneIsRemoved() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(logs("ERROR"));

        assertThat(writesOf(without())).containsExactly("logs:DeleteSubscriptionFilter", "lambda:RemovePermission");

        assertThat(filters()).isEmpty();
        assertThat(writesOf(without())).isEmpty();
    }

    @Test
    void anUndeployLeavesTheLogGroup() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(logs("ERROR"));

        cloud.deploy(Wired.nothing());

        assertThat(filters()).isEmpty();
    }

    @Test
    void aMissingLogGroupIsMadeIfToldSoAndKeptUnlessToldSo() throws IOException, NoSuchAlgorithmException {
        logs.deleteLogGroup(r -> r.logGroupName(GROUP));
        Desired desired = wired.desired(
                Project.with(Triggers.of("logs", "logGroup", GROUP)).pom(Setting.CREATE_MISSING, "true"));

        assertThat(writesOf(desired)).containsSubsequence("logs:CreateLogGroup", "logs:PutSubscriptionFilter");
        assertThat(filters()).hasSize(1);
        assertThat(writesOf(desired)).isEmpty();

        cloud.deploy(Wired.nothing());
        assertThat(filters()).isEmpty();
        cloud.deploy(Wired.nothing(), true);
        assertThat(logs.describeLogGroups(r -> r.logGroupNamePrefix(GROUP)).logGroups())
                .isEmpty();
    }

    @Test
    void aLogGroupThatIsNotThereIsToldBeforeAnythingIsMade() throws IOException, NoSuchAlgorithmException {
        logs.deleteLogGroup(r -> r.logGroupName(GROUP));
        Desired desired = logs("");

        assertThatThrownBy(() -> cloud.deploy(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM310")
                .hasMessageContaining("@LogsTrigger(logGroup)");
        assertThat(cloud.proxy.writes()).isEmpty();
    }
}
