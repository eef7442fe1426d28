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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;

class EventRulePortTest extends PortTest {
    private static final String SHOP = "{\"source\":[\"shop\"]}";

    private EventBridgeClient events;

    @Override
    void prepare() {
        events = cloud.direct.events;
        events.createEventBus(r -> r.name("shop-bus"));
    }

    private Desired rule(String pattern, String bus) throws IOException, NoSuchAlgorithmException {
        return wired.desired(Project.with(Triggers.of("eventbridge", "pattern", pattern, "bus", bus)));
    }

    private List<Rule> rules(String bus) {
        return events.listRules(r -> r.eventBusName(bus)).rules();
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "shop-bus"})
    void aRuleCallsTheAliasAndASecondDeployWritesNothing(String bus) throws IOException, NoSuchAlgorithmException {
        cloud.deploy(rule(SHOP, bus));

        assertThat(rules(bus)).singleElement().satisfies(rule -> {
            assertThat(rule.eventPattern()).isEqualTo(SHOP);
            assertThat(events.listTargetsByRule(r -> r.eventBusName(bus).rule(rule.name()))
                            .targets())
                    .extracting(Target::arn)
                    .containsExactly(ALIAS);
        });
        assertThat(writesOf(rule(SHOP, bus))).isEmpty();
    }

    @Test
    void thePermissionComesFirst() throws IOException, NoSuchAlgorithmException {
        assertThat(writesOf(rule(SHOP, "default")))
                .containsSubsequence("lambda:AddPermission", "events:PutRule", "events:PutTargets");
    }

    @Test
    void anotherPatternIsPutInPlace() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(rule(SHOP, "shop-bus"));

        assertThat(writesOf(rule("{\"source\":[\"mail\"]}", "shop-bus"))).containsExactly("events:PutRule");

        assertThat(rules("shop-bus")).singleElement().satisfies(rule -> {
            assertThat(rule.eventPattern()).isEqualTo("{\"source\":[\"mail\"]}");
            assertThat(events.listTagsForResource(r -> r.resourceARN(rule.arn()))
                            .tags())
                    .isNotEmpty();
        });
        assertThat(writesOf(rule("{\"source\":[\"mail\"]}", "shop-bus"))).isEmpty();
    }

    @Test
    void aRuleMovesToAnotherBus() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(rule(SHOP, "default"));

        cloud.deploy(rule(SHOP, "shop-bus"));

        assertThat(rules("default")).isEmpty();
        assertThat(rules("shop-bus")).hasSize(1);
        assertThat(writesOf(rule(SHOP, "shop-bus"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "shop-bus"})
    void aTriggerThatIsGoneIsRemovedAndOthersStay(String bus) throws IOException, NoSuchAlgorithmException {
        events.putRule(r -> r.name("theirs").eventBusName(bus).eventPattern(SHOP));
        cloud.deploy(rule(SHOP, bus));

        assertThat(writesOf(wired.desired(Project.orders())))
                .containsExactly("events:RemoveTargets", "events:DeleteRule", "lambda:RemovePermission");

        assertThat(rules(bus)).extracting(Rule::name).containsExactly("theirs");
    }

    @Test
    void anUndeployLeavesTheBus() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(rule(SHOP, "shop-bus"));

        cloud.deploy(Wired.nothing());

        assertThat(rules("shop-bus")).isEmpty();
        assertThat(events.listEventBuses(r -> {}).eventBuses()).hasSize(2);
    }

    @Test
    void aRuleOfTheSameNameThatIsNotOursIsNotTouched() throws IOException, NoSuchAlgorithmException {
        events.putRule(r -> r.name("orders-dev.00000000").eventPattern("{\"source\":[\"theirs\"]}"));
        Desired desired = rule(SHOP, "default");

        assertThatThrownBy(() -> cloud.deploy(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM307");
        assertThat(cloud.proxy.writes()).isEmpty();
    }

    @Test
    void aBusThatIsNotThereIsToldBeforeAnythingIsMade() throws IOException, NoSuchAlgorithmException {
        Desired desired = rule(SHOP, "nowhere");

        assertThatThrownBy(() -> cloud.deploy(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM310")
                .hasMessageContaining("@EventBridgeTrigger(bus)")
                .hasMessageContaining("nowhere");
        assertThat(cloud.proxy.writes()).isEmpty();
    }
}
