package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.plan.resource.AlarmAction;
import io.lambdamaven.plugin.plan.resource.LogSubscription;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationWiringTest {
    private static final String HERE = "eu-central-1:123456789012:";

    @Test
    void aLogGroupByNameAndByArnIsTheSame() {
        Project byName = Project.with(Triggers.of("logs", "logGroup", "/aws/other", "filterPattern", "ERROR"));
        Project byArn =
                Project.with(Triggers.of("logs", "logGroup", "arn:aws:logs:" + HERE + "log-group:/aws/other:*"));

        Permission permission = byName.only(Permission.class);
        assertThat(permission.principal()).isEqualTo("logs.amazonaws.com");
        assertThat(permission.sourceArn()).isEqualTo("arn:aws:logs:" + HERE + "log-group:/aws/other:*");
        assertThat(byName.only(LogSubscription.class))
                .isEqualTo(new LogSubscription("/aws/other", "orders-dev", "live", "ERROR", permission.id()));
        assertThat(byArn.only(LogSubscription.class).id())
                .isEqualTo(byName.only(LogSubscription.class).id());
        assertThat(byName.desired().notices()).isEmpty();
    }

    @Test
    void aFunctionDoesNotReadItsOwnLog() {
        assertThat(Project.with(Triggers.of("logs", "logGroup", "/aws/lambda/orders-dev"))
                        .fault(Problem.LM229))
                .contains("@LogsTrigger(logGroup)");
    }

    @Test
    void anAlarmCallsAtEveryChange() {
        Project project = Project.with(Triggers.of("alarm", "alarm", "too many errors"));

        Permission permission = project.only(Permission.class);
        assertThat(permission.principal()).isEqualTo("lambda.alarms.cloudwatch.amazonaws.com");
        assertThat(permission.sourceArn()).isEqualTo("arn:aws:cloudwatch:" + HERE + "alarm:too many errors");
        assertThat(project.only(AlarmAction.class))
                .isEqualTo(new AlarmAction(
                        "too many errors",
                        "orders-dev",
                        "live",
                        List.of("ALARM", "INSUFFICIENT_DATA", "OK"),
                        permission.id()));
    }
}
