package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.plan.resource.LexHook;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LexWiringTest {
    private static final String IDS = "ABCDEFGHIJ/KLMNOPQRST";
    private static final String ARN = "arn:aws:lex:eu-central-1:123456789012:bot-alias/" + IDS;

    @Test
    void theBotsAliasMayCallOursInItsLocales() {
        Project project = Project.with(
                        Triggers.of("lex", "bot", "shop", "botAlias", "${bot}", "locales", List.of("en_US", "de_DE")))
                .placeholders(Map.of("bot", IDS));

        assertThat(project.only(LexHook.class).locales()).containsExactly("de_DE", "en_US");
        Permission permission = project.only(Permission.class);
        assertThat(permission.principal()).isEqualTo("lexv2.amazonaws.com");
        assertThat(permission.sourceArn()).isEqualTo(ARN);
        assertThat(permission.sourceAccount()).isEqualTo("123456789012");
        assertThat(project.desired().notices()).isEmpty();
    }

    @Test
    void methodsOfOneBotShareTheHookAndAnArnWillDo() {
        Project project = Project.with(
                Triggers.of("lex", "intent", "Order", "botAlias", IDS),
                Triggers.of("lex", "intent", "Cancel", "botAlias", ARN));

        assertThat(project.only(LexHook.class).botAlias()).isEqualTo(IDS);
        assertThat(project.all(Permission.class)).hasSize(1);
    }

    @Test
    void theyMustAgreeOnTheLocales() {
        assertThat(Project.with(
                                Triggers.of("lex", "botAlias", IDS),
                                Triggers.of("lex", "intent", "A", "botAlias", IDS, "locales", List.of("de_DE")))
                        .fault(Problem.LM249))
                .contains("Orders.m1 @LexTrigger(botAlias)", "locales");
    }

    @Test
    void whatIsNoBotsAliasIsAFault() {
        assertThat(Project.with(Triggers.of("lex", "botAlias", "${bot}"))
                        .placeholders(Map.of("bot", ARN.replace("bot-alias/", "bot/")))
                        .fault(Problem.LM248))
                .contains("@LexTrigger(botAlias)", "<placeholders>");
    }

    @Test
    void whoNamesNoAliasIsToldWhatToDo() {
        Project project = Project.with(Triggers.of("lex", "bot", "shop"));

        assertThat(project.all(LexHook.class)).isEmpty();
        assertThat(project.desired().notices()).singleElement().asString().contains("@LexTrigger(botAlias)");
    }
}
