package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Project;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;

class SchedulePortTest extends PortTest {
    private static final String NAME = "orders-dev.00000000";
    private static final String ROLE = "orders-dev-eu-west-1-scheduler";

    private SchedulerClient scheduler;

    @Override
    void prepare() {
        scheduler = cloud.direct.of(SchedulerClient.class, SchedulerClient::builder);
    }

    private Desired schedule(String expression, boolean enabled, String zone, int window, String end)
            throws IOException, NoSuchAlgorithmException {
        return wired.desired(
                Project.with(new Trigger.Schedule(expression, "Morning", enabled, "", zone, window, "", end)));
    }

    private Desired berlin() throws IOException, NoSuchAlgorithmException {
        return schedule("cron(0 8 * * ? *)", true, "Europe/Berlin", 0, "");
    }

    private GetScheduleResponse read() {
        return scheduler.getSchedule(r -> r.name(NAME));
    }

    private List<String> names() {
        return scheduler.listSchedules(r -> {}).schedules().stream()
                .map(ScheduleSummary::name)
                .toList();
    }

    @Test
    void aScheduleCallsTheAliasInItsRoleAndASecondDeployWritesNothing() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(berlin());

        GetScheduleResponse found = read();
        assertThat(found.scheduleExpression()).isEqualTo("cron(0 8 * * ? *)");
        assertThat(found.scheduleExpressionTimezone()).isEqualTo("Europe/Berlin");
        assertThat(found.target().arn()).isEqualTo(ALIAS);
        assertThat(found.target().roleArn()).endsWith(":role/" + ROLE);
        assertThat(found.target().input()).contains("\"orders-dev-00000000\"");
        assertThat(writesOf(berlin())).isEmpty();
    }

    @Test
    void everyAttributeIsChangedInPlace() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(berlin());
        Desired changed = schedule("rate(2 hours)", false, "Europe/Paris", 10, "2030-01-01T00:00:00Z");

        assertThat(writesOf(changed)).containsExactly("scheduler:PUT /schedules/" + NAME);

        GetScheduleResponse found = read();
        assertThat(found.scheduleExpression()).isEqualTo("rate(2 hours)");
        assertThat(found.state()).isEqualTo(ScheduleState.DISABLED);
        assertThat(found.scheduleExpressionTimezone()).isEqualTo("Europe/Paris");
        assertThat(found.flexibleTimeWindow().mode()).isEqualTo(FlexibleTimeWindowMode.FLEXIBLE);
        assertThat(found.endDate()).hasToString("2030-01-01T00:00:00Z");
        assertThat(writesOf(changed)).isEmpty();
    }

    @Test
    void aTriggerThatIsGoneIsRemovedWithItsRoleAndOthersStay() throws IOException, NoSuchAlgorithmException {
        scheduler.createSchedule(r -> r.name("orders-dev.by-hand")
                .scheduleExpression("rate(1 day)")
                .flexibleTimeWindow(w -> w.mode(FlexibleTimeWindowMode.OFF))
                .target(t -> t.arn(ALIAS).roleArn("arn:aws:iam::123456789012:role/theirs")));
        cloud.deploy(berlin());

        cloud.deploy(wired.desired(Project.orders()));

        assertThat(names()).containsExactly("orders-dev.by-hand");
        assertThatThrownBy(() -> cloud.direct.iam.getRole(r -> r.roleName(ROLE)))
                .isInstanceOf(NoSuchEntityException.class);
        assertThat(writesOf(wired.desired(Project.orders()))).isEmpty();
    }

    @Test
    void anUndeployLeavesNothing() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(berlin());

        cloud.deploy(Wired.nothing());

        assertThat(names()).isEmpty();
        assertThatThrownBy(() -> cloud.direct.iam.getRole(r -> r.roleName(ROLE)))
                .isInstanceOf(NoSuchEntityException.class);
    }

    @Test
    void aScheduleOfThatNameThatCallsSomethingElseIsNotTouched() throws IOException, NoSuchAlgorithmException {
        scheduler.createSchedule(r -> r.name(NAME)
                .scheduleExpression("rate(1 day)")
                .flexibleTimeWindow(w -> w.mode(FlexibleTimeWindowMode.OFF))
                .target(t -> t.arn("arn:aws:lambda:eu-west-1:123456789012:function:theirs")
                        .roleArn("arn:aws:iam::123456789012:role/theirs")));
        Desired desired = berlin();

        assertThatThrownBy(() -> cloud.deploy(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM307");
        assertThat(cloud.proxy.writes()).isEmpty();
    }
}
