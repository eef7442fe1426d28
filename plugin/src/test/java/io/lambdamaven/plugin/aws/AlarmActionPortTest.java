package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.testing.Triggers;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

class AlarmActionPortTest extends PortTest {
    private static final String THEIRS = "arn:aws:sns:eu-west-1:123456789012:pager";

    private CloudWatchClient cloudWatch;

    @Override
    void prepare() {
        cloudWatch = cloud.direct.of(CloudWatchClient.class, CloudWatchClient::builder);
        cloudWatch.putMetricAlarm(r -> r.alarmName("errors")
                .alarmDescription("Too many errors")
                .namespace("Shop")
                .metricName("Errors")
                .dimensions(d -> d.name("Service").value("web"))
                .statistic(Statistic.SUM)
                .period(60)
                .evaluationPeriods(3)
                .datapointsToAlarm(2)
                .threshold(5.5)
                .unit(StandardUnit.COUNT)
                .treatMissingData("ignore")
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .actionsEnabled(true)
                .alarmActions(THEIRS));
    }

    private Desired alarm() throws IOException, NoSuchAlgorithmException {
        return wired.desired(Project.with(Triggers.of("alarm", "alarm", "errors")));
    }

    private MetricAlarm read() {
        return cloudWatch
                .describeAlarms(r -> r.alarmNames("errors"))
                .metricAlarms()
                .get(0);
    }

    /** All but when it was last changed. */
    private static MetricAlarm settled(MetricAlarm alarm) {
        return alarm.toBuilder()
                .alarmConfigurationUpdatedTimestamp(null)
                .stateUpdatedTimestamp(null)
                .build();
    }

    @Test
    void theAliasBecomesAnActionBesideTheOthers() throws IOException, NoSuchAlgorithmException {
        assertThat(writesOf(alarm())).containsSubsequence("lambda:AddPermission", "monitoring:PutMetricAlarm");

        assertThat(read().alarmActions()).containsExactly(THEIRS, ALIAS);
        assertThat(read().okActions()).containsExactly(ALIAS);
        assertThat(read().insufficientDataActions()).containsExactly(ALIAS);
        assertThat(writesOf(alarm())).isEmpty();
    }

    @Test
    void allElseOfTheAlarmIsKept() throws IOException, NoSuchAlgorithmException {
        MetricAlarm before = settled(read());

        cloud.deploy(alarm());
        MetricAlarm between = settled(read());
        cloud.deploy(without());

        assertThat(between.toBuilder()
                        .alarmActions(before.alarmActions())
                        .okActions(before.okActions())
                        .insufficientDataActions(before.insufficientDataActions())
                        .build())
                .isEqualTo(before);
        assertThat(settled(read())).isEqualTo(before);
    }

    @Test
    void whatSomebodyTookAwayIsPutBack() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(alarm());
        MetricAlarm there = read();
        cloudWatch.putMetricAlarm(
                SdkFields.copy(there, software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest.builder())
                        .okActions(List.of())
                        .build());

        assertThat(writesOf(alarm())).containsExactly("monitoring:PutMetricAlarm");
        assertThat(read().okActions()).containsExactly(ALIAS);
    }

    @Test
    void aTriggerThatIsGoneIsRemoved() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(alarm());

        assertThat(writesOf(without())).containsExactly("monitoring:PutMetricAlarm", "lambda:RemovePermission");

        assertThat(read().alarmActions()).containsExactly(THEIRS);
    }

    @Test
    void anAlarmThatIsGoneDoesNotStopAnUndeploy() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(alarm());
        cloudWatch.deleteAlarms(r -> r.alarmNames("errors"));

        cloud.deploy(Wired.nothing());
    }

    @Test
    void anAlarmThatIsNotThereIsToldBeforeAnythingIsMade() throws IOException, NoSuchAlgorithmException {
        cloudWatch.deleteAlarms(r -> r.alarmNames("errors"));
        Desired desired = alarm();

        assertThatThrownBy(() -> cloud.deploy(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM310")
                .hasMessageContaining("@AlarmTrigger(alarm)");
        assertThat(cloud.proxy.writes()).isEmpty();
    }
}
