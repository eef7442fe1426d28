package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.SnsSubscription;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnsWiringTest {
    private static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:orders";

    @Test
    void aTopicIsSubscribedAndMayCallTheAliasOnBehalfOfThisAccount() {
        Project project = Project.with(Triggers.of("sns", "topic", "orders"));

        Permission permission = project.only(Permission.class);
        assertThat(permission.principal()).isEqualTo("sns.amazonaws.com");
        assertThat(permission.sourceArn()).isEqualTo(TOPIC);
        assertThat(permission.sourceAccount()).isEqualTo("123456789012");
        assertThat(permission.statementId()).matches("lambda-maven-sns-[0-9a-f]{8}");
        assertThat(project.only(SnsSubscription.class))
                .isEqualTo(new SnsSubscription(TOPIC, "orders-dev", "live", null, null, permission.id()));
        assertThat(project.desired().notices()).isEmpty();
    }

    @Test
    void aFilterComesWithItsScope() {
        Project project = Project.with(Triggers.of(
                "sns",
                "topic",
                TOPIC,
                "filterPolicy",
                "{ \"b\": [1],\n \"a\": [\"x\"] }",
                "filterPolicyScope",
                "MESSAGE_BODY"));

        SnsSubscription subscription = project.only(SnsSubscription.class);
        assertThat(subscription.filterPolicy()).isEqualTo("{\"a\":[\"x\"],\"b\":[1]}");
        assertThat(subscription.filterPolicyScope()).isEqualTo("MessageBody");
    }

    @Test
    void theRuntimeLearnsAPlaceholdersValue() {
        Project project = Project.with(Triggers.of("sns", "topic", "${topic}")).placeholders(Map.of("topic", TOPIC));

        assertThat(project.only(SnsSubscription.class).topicArn()).isEqualTo(TOPIC);
        assertThat(project.only(io.lambdamaven.plugin.plan.resource.LambdaFunction.class)
                        .environment())
                .containsValue(TOPIC);
    }

    @Test
    void anUndefinedPlaceholderIsAFault() {
        assertThat(Project.with(Triggers.of("sns", "topic", "${topic}")).fault(Problem.LM206))
                .contains("@SnsTrigger(topic)");
    }
}
