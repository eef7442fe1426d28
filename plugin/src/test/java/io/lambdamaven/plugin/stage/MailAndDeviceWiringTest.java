package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.plan.resource.IotRule;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.ReceiptRule;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAndDeviceWiringTest {
    private static final String SQL = "SELECT * FROM 'orders/+'";

    @Test
    void aRuleOfIotCallsTheRawAlias() {
        Project project = Project.with(Triggers.of("iot", "value", "RULE", "sql", SQL));

        Permission permission = project.only(Permission.class);
        assertThat(permission.alias()).isEqualTo("raw");
        assertThat(permission.principal()).isEqualTo("iot.amazonaws.com");
        assertThat(permission.sourceArn()).isEqualTo("arn:aws:iot:eu-central-1:123456789012:rule/orders_dev_00000000");
        assertThat(permission.sourceAccount()).isEqualTo("123456789012");
        IotRule rule = project.only(IotRule.class);
        assertThat(rule)
                .isEqualTo(new IotRule("orders_dev_00000000", SQL, "orders-dev", "raw", permission.id(), rule.tags()));
        assertThat(rule.tags()).containsEntry("lambda-maven:stage", "dev");
        assertThat(project.desired().notices()).isEmpty();
    }

    @Test
    void aStatementMayHavePlaceholders() {
        Project project = Project.with(Triggers.of("iot", "value", "RULE", "sql", "SELECT * FROM '${t}/+'"))
                .placeholders(Map.of("t", "orders"));
        assertThat(project.only(IotRule.class).sql()).isEqualTo(SQL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BUTTON", "ONE_CLICK", "CUSTOM_AUTHORIZER", "PROVISIONING", "RULE"})
    void otherFormsAndRulesWithoutAStatementAreLeftToTheUser(String value) {
        Project project = Project.with(Triggers.of("iot", "value", value));

        assertThat(project.all(IotRule.class)).isEmpty();
        assertThat(project.desired().notices())
                .singleElement()
                .asString()
                .contains("function:orders-dev:" + (value.equals("RULE") ? "raw" : "live"))
                .contains("iot.amazonaws.com");
    }

    @Test
    void mailComesByAReceiptRuleInTheRuleSet() {
        Project project = Project.with(Triggers.of(
                        "ses", "recipients", List.of("${who}", "example.com"), "ruleSet", "inbox", "synchronous", true))
                .placeholders(Map.of("who", "shop@example.org"));

        Permission permission = project.only(Permission.class);
        assertThat(permission.principal()).isEqualTo("ses.amazonaws.com");
        assertThat(permission.sourceAccount()).isEqualTo("123456789012");
        assertThat(permission.sourceArn())
                .isEqualTo("arn:aws:ses:eu-central-1:123456789012:receipt-rule-set/inbox:receipt-rule/"
                        + "orders-dev.00000000");
        assertThat(project.only(ReceiptRule.class))
                .isEqualTo(new ReceiptRule(
                        "inbox",
                        "orders-dev.00000000",
                        List.of("shop@example.org", "example.com"),
                        true,
                        "orders-dev",
                        "live",
                        permission.id()));
        assertThat(project.desired().notices()).isEmpty();
    }

    @Test
    void withoutANameTheRuleIsInWhicheverSetIsActive() {
        Project project = Project.with(Triggers.of("ses"));

        assertThat(project.only(ReceiptRule.class).ruleSet()).isEqualTo("(active)");
        assertThat(project.only(Permission.class).sourceArn())
                .endsWith(":receipt-rule-set/*:receipt-rule/orders-dev.00000000");
    }

    @Test
    void aRecipientWithoutAValueIsAFault() {
        assertThat(Project.with(Triggers.of("ses", "recipients", List.of("${who}")))
                        .fault(Problem.LM206))
                .contains("@SesTrigger(recipients)");
    }
}
