package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.Change;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.Observed;
import io.lambdamaven.plugin.plan.Planner;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.ScheduleRule;
import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeepWarmTest {
    private static final String RATE = "rate(5 minutes)";
    private static final Trigger GET = new Trigger.Http("GET", "/orders/{id}");

    @Test
    void withoutTheSettingThereIsNoRule() {
        assertThat(Project.orders().settings().keepWarm()).isNull();
        assertThat(Project.with(GET).all(ScheduleRule.class)).isEmpty();
    }

    @Test
    void theSettingIsARuleOnTheLiveAliasWithPermissionForThatRule() {
        Project project = Project.orders().pom(Setting.KEEP_WARM, RATE);
        Permission permission = project.only(Permission.class);
        assertThat(permission)
                .isEqualTo(new Permission(
                        "orders-dev",
                        "live",
                        "lambda-maven-schedule-keepwarm",
                        "lambda:InvokeFunction",
                        "events.amazonaws.com",
                        "arn:aws:events:eu-central-1:123456789012:rule/orders-dev-keepwarm",
                        "123456789012",
                        null,
                        null,
                        List.of()));
        assertThat(project.only(ScheduleRule.class))
                .isEqualTo(new ScheduleRule(
                        "orders-dev-keepwarm",
                        RATE,
                        "Keeps orders-dev warm",
                        true,
                        "orders-dev",
                        "live",
                        permission.id(),
                        Map.of(Desired.PROJECT_TAG, "com.example:orders", Desired.STAGE_TAG, "dev")));
    }

    @Test
    void itStandsBesideTheSchedulesOfMethods() {
        Project project = Project.with(new Trigger.Schedule("rate(1 day)", "", true))
                .pom(Setting.KEEP_WARM, "cron(0/5 8-18 ? * MON-FRI *)");
        assertThat(project.all(ScheduleRule.class).stream().map(ScheduleRule::name))
                .containsExactly("orders-dev-00000000", "orders-dev-keepwarm");
    }

    @Test
    void theRuleGoesWithTheSetting() {
        Project project = Project.orders().pom(Setting.KEEP_WARM, RATE);
        Observed there = new Observed(project.desired().resources());
        Desired without = project.commandLine(Setting.KEEP_WARM, "").desired();
        assertThat(Planner.plan(without, there, false).changes())
                .filteredOn(change -> !(change instanceof Change.Keep))
                .hasOnlyElementsOfType(Change.Delete.class)
                .extracting(change -> change.id().type())
                .containsExactly(ResourceType.SCHEDULE_RULE, ResourceType.PERMISSION);
    }

    @Test
    void aStageThatInheritsItSwitchesItOff() {
        for (String off : List.of("none", "off", "NONE", " Off ", "", " ")) {
            Project project = Project.orders().pom(Setting.KEEP_WARM, RATE).stage("test", null, Setting.KEEP_WARM, off);
            assertThat(project.settings().keepWarm()).isEqualTo(RATE);
            assertThat(project.in("test").settings().keepWarm()).as(off).isNull();
            assertThat(project.commandLine(Setting.KEEP_WARM, "rate(1 hour)")
                            .settings()
                            .keepWarm())
                    .isEqualTo("rate(1 hour)");
        }
    }

    @Test
    void whatIsNotSaidIsNotSwitchedOff() {
        assertThat(Project.orders()
                        .pom(Setting.KEEP_WARM, RATE)
                        .commandLine(Setting.KEEP_WARM, null)
                        .settings()
                        .keepWarm())
                .isEqualTo(RATE);
    }

    @Test
    void eachFunctionMayHaveItsOwn() {
        Project project = Project.with(GET).function("admin", GET).function("billing", GET);
        project.pom(Setting.KEEP_WARM, RATE)
                .override("admin", Setting.KEEP_WARM, "none")
                .override("billing", Setting.KEEP_WARM, "rate(1 minute)");
        assertThat(project.all(ScheduleRule.class))
                .extracting(ScheduleRule::name, ScheduleRule::expression)
                .containsExactly(
                        tuple("orders-dev-keepwarm", RATE), tuple("orders-billing-dev-keepwarm", "rate(1 minute)"));
    }

    @Test
    void whatIsNoScheduleIsRefused() {
        assertThat(Project.orders()
                        .stage("dev", null, Setting.KEEP_WARM, "5 minutes")
                        .fault(Problem.LM030))
                .isEqualTo("LM030 <keepWarm> in <stages><dev>: '5 minutes' is no schedule. Set <keepWarm> or"
                        + " -Dlambda.keepWarm to rate(1 minute), rate(5 minutes), rate(1 hour), rate(2 days) and the"
                        + " like, with the unit in the singular for 1 only, or cron(minutes hours day-of-month month"
                        + " day-of-week year), or to none.");
        for (String wrong : List.of("true", "rate(1 minutes)", "rate(0 minutes)", "at(2026-01-31T12:00:00)")) {
            assertThat(Project.orders().commandLine(Setting.KEEP_WARM, wrong).fault(Problem.LM030))
                    .startsWith("LM030 <keepWarm> in the command line: '" + wrong + "' is no schedule.");
        }
        assertThat(Project.orders().pom(Setting.KEEP_WARM, "cron(0 12 * * * *)").fault(Problem.LM031))
                .startsWith("LM031 <keepWarm> in <configuration>: 'cron(0 12 * * * *)' is no cron expression of"
                        + " EventBridge: ")
                .endsWith("exactly one of day-of-month and day-of-week must be ?. Set <keepWarm> or"
                        + " -Dlambda.keepWarm to six fields, minutes hours day-of-month month day-of-week year, with ?"
                        + " in exactly one of the two fields for days, such as cron(15 10 ? * MON-FRI *), or to none.");
    }

    @Test
    void longNamesThatAreCutAlikeCannotShareARule() {
        String common = "x".repeat(55);
        Project project = Project.orders().function("admin", GET);
        project.pom(Setting.FUNCTION_NAME, common)
                .pom(Setting.KEEP_WARM, RATE)
                .override("admin", Setting.FUNCTION_NAME, common + "-admin");
        assertThat(project.fault(Problem.LM228))
                .isEqualTo("LM228 <keepWarm>: The rule '" + common + "-keepwarm' would keep both '" + common + "' and '"
                        + common
                        + "-admin' warm, and a rule's name has room for 55 characters of a function's. Give one"
                        + " of them a <functionName> that differs in them, or set <keepWarm> to none for one in"
                        + " <functions>.");
        assertThat(project.commandLine(Setting.KEEP_WARM, "off").faults().stream()
                        .map(Diagnostic::problem))
                .isEmpty();
    }
}
