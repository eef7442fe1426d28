package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.EventRule;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventBridgeWiringTest {
    private static final String HERE = "arn:aws:events:eu-central-1:123456789012:";

    private static Trigger pattern(String pattern, String bus) {
        return Triggers.of("eventbridge", "pattern", pattern, "bus", bus);
    }

    @Test
    void aPatternGetsARuleOnTheDefaultBus() {
        Project project = Project.with(pattern("{ \"source\": [\"shop\"] }", "default"));

        Permission permission = project.only(Permission.class);
        assertThat(permission.principal()).isEqualTo("events.amazonaws.com");
        assertThat(permission.sourceArn()).isEqualTo(HERE + "rule/orders-dev.00000000");
        EventRule rule = project.only(EventRule.class);
        assertThat(rule.bus()).isEqualTo("default");
        assertThat(rule.name()).isEqualTo("orders-dev.00000000");
        assertThat(rule.pattern()).isEqualTo("{\"source\":[\"shop\"]}");
        assertThat(rule.permission()).isEqualTo(permission.id());
        assertThat(project.desired().notices()).isEmpty();
    }

    @Test
    void aBusOfThisAccountIsTheSameByNameAndByArn() {
        Project byName = Project.with(pattern("{\"source\":[\"shop\"]}", "shop-bus"));
        Project byArn = Project.with(pattern("{\"source\":[\"shop\"]}", HERE + "event-bus/shop-bus"));

        assertThat(byName.only(Permission.class).sourceArn()).isEqualTo(HERE + "rule/shop-bus/orders-dev.00000000");
        assertThat(byArn.only(EventRule.class)).isEqualTo(byName.only(EventRule.class));
        assertThat(byArn.only(Permission.class)).isEqualTo(byName.only(Permission.class));
    }

    @Test
    void aBusElsewhereKeepsItsArn() {
        Project project = Project.with(
                pattern("{\"source\":[\"shop\"]}", "arn:aws:events:eu-central-1:999999999999:event-bus/partner"));

        assertThat(project.only(Permission.class).sourceArn())
                .isEqualTo("arn:aws:events:eu-central-1:999999999999:rule/partner/orders-dev.00000000");
    }

    @Test
    void placeholdersInAPatternAreFilledIn() {
        Project project = Project.with(pattern("{\"account\":[\"${other}\"]}", "default"))
                .placeholders(Map.of("other", "999999999999"));

        assertThat(project.only(EventRule.class).pattern()).isEqualTo("{\"account\":[\"999999999999\"]}");
    }

    @Test
    void aPlaceholderThatBreaksThePatternIsAFault() {
        assertThat(Project.with(pattern("{\"account\":[\"${other}\"]}", "default"))
                        .placeholders(Map.of("other", "a\"b"))
                        .fault(Problem.LM073))
                .contains("@EventBridgeTrigger(pattern)")
                .contains("<placeholders>");
    }
}
