package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.plan.resource.Schedule;
import io.lambdamaven.plugin.plan.resource.ScheduleRule;
import org.junit.jupiter.api.Test;

class SchedulerWiringTest {
    private static final Trigger BERLIN = new Trigger.Schedule(
            "cron(0 8 * * ? *)", "Morning", true, "", "Europe/Berlin", 15, "2026-01-31T12:00:00Z", "");
    private static final String ROLE = "orders-dev-eu-central-1-scheduler";

    @Test
    void aScheduleThatARuleCannotKeepIsOneOfEventBridgeScheduler() {
        Project project = Project.with(BERLIN);

        assertThat(project.all(ScheduleRule.class)).isEmpty();
        assertThat(project.only(Schedule.class))
                .isEqualTo(new Schedule(
                        "orders-dev.00000000",
                        "cron(0 8 * * ? *)",
                        "Europe/Berlin",
                        15,
                        "2026-01-31T12:00:00Z",
                        null,
                        "Morning",
                        true,
                        "{\"detail\":{},\"detail-type\":\"Scheduled Event\",\"resources\":[\"orders-dev-00000000\"],"
                                + "\"source\":\"aws.events\"}",
                        "orders-dev",
                        "live",
                        ROLE));
        assertThat(project.desired().notices()).isEmpty();
    }

    @Test
    void itsRoleMayCallTheAliasAndIsForSchedulesOfThisAccountOnly() {
        Project project =
                Project.with(BERLIN, new Trigger.Schedule("at(2030-01-01T00:00:00)", "", true, "", "", 0, "", ""));

        Role role = project.all(Role.class).stream()
                .filter(each -> each.name().equals(ROLE))
                .findFirst()
                .orElseThrow();
        assertThat(role.trustPolicy())
                .contains("scheduler.amazonaws.com", "{\"StringEquals\":{\"aws:SourceAccount\":\"123456789012\"}}");
        assertThat(role.policy())
                .contains(
                        "[\"lambda:InvokeFunction\"]",
                        "[\"arn:aws:lambda:eu-central-1:123456789012:function:orders-dev:live\"]");
        assertThat(project.all(Schedule.class)).extracting(Schedule::role).containsOnly(ROLE);
    }

    @Test
    void theRoleHasTheBoundaryOfTheSettings() {
        String boundary = "arn:aws:iam::123456789012:policy/boundary";
        Project project = Project.with(BERLIN).pom(Setting.PERMISSIONS_BOUNDARY, boundary);

        assertThat(project.all(Role.class))
                .extracting(Role::permissionsBoundary)
                .containsOnly(boundary);
    }
}
