package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.testing.Call;
import io.lambdamaven.plugin.testing.Fault;
import io.lambdamaven.plugin.testing.Triggers;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The emulator's ids of bots and aliases are none of AWS's form: the proxy keeps one alias in its place. */
class LexHookPortTest extends PortTest {
    private static final String IDS = "ABCDEFGHIJ/KLMNOPQRST";
    private static final String UPDATE = "lex:PUT /bots/ABCDEFGHIJ/botaliases/KLMNOPQRST/";
    private static final String THEIRS = "arn:aws:lambda:eu-west-1:123456789012:function:theirs";
    private static final String REST = "\"botAliasName\":\"prod\",\"botVersion\":\"3\","
            + "\"conversationLogSettings\":{\"textLogSettings\":[{\"destination\":{\"cloudWatch\":{"
            + "\"cloudWatchLogGroupArn\":\"arn:aws:logs:eu-west-1:123456789012:log-group:bot\",\"logPrefix\":\"p\"}},"
            + "\"enabled\":true}]},\"description\":\"ours\",\"sentimentAnalysisSettings\":{\"detectSentiment\":true}";

    private volatile String botAlias = "";

    @Override
    void prepare() {
        botAlias = alias("\"de_DE\":" + locale(THEIRS) + ",\"en_US\":{\"enabled\":true}");
    }

    private static String alias(String locales) {
        return Json.parse("{\"botAliasLocaleSettings\":{" + locales + "}," + REST + "}")
                .asObject()
                .canonical();
    }

    private static String locale(String function) {
        return "{\"codeHookSpecification\":{\"lambdaCodeHook\":{\"codeHookInterfaceVersion\":\"1.0\",\"lambdaARN\":\""
                + function + "\"}},\"enabled\":true}";
    }

    private Fault bot(Call call) {
        Map<String, String> type = Map.of("content-type", "application/json");
        if (!call.service().equals("lex")) {
            return new Fault.Pass();
        }
        if (!call.path().equals("/bots/ABCDEFGHIJ/botaliases/KLMNOPQRST/")) {
            return new Fault.Answer(404, "ResourceNotFoundException", "no such bot");
        }
        if (call.method().equals("PUT")) {
            botAlias = Json.parse(cloud.proxy.lastBody(call.name())).asObject().canonical();
        }
        JsonObject.Builder told = Json.object();
        Json.parse(botAlias).asObject().members().forEach(told::put);
        told.put("botId", "ABCDEFGHIJ").put("botAliasId", "KLMNOPQRST").put("botAliasStatus", "Available");
        return new Fault.Reply(200, type, told.build().canonical());
    }

    private List<String> writes(Desired desired) {
        cloud.proxy.restart(this::bot);
        cloud.deploy(desired);
        return cloud.proxy.writes();
    }

    private Desired hook(String... locales) throws IOException, NoSuchAlgorithmException {
        return wired.desired(Project.with(Triggers.of("lex", "botAlias", IDS, "locales", List.of(locales))));
    }

    @Test
    void ourAliasAnswersALocaleAndTheRestOfTheBotsAliasStays() throws IOException, NoSuchAlgorithmException {
        assertThat(writes(hook("en_US"))).containsSubsequence("lambda:AddPermission", UPDATE);

        assertThat(botAlias).isEqualTo(alias("\"de_DE\":" + locale(THEIRS) + ",\"en_US\":" + locale(ALIAS)));
        assertThat(writes(hook("en_US"))).isEmpty();
    }

    @Test
    void otherLocalesAreOneCall() throws IOException, NoSuchAlgorithmException {
        writes(hook("en_US"));

        assertThat(writes(hook("fr_FR", "it_IT"))).containsExactly(UPDATE);

        assertThat(botAlias)
                .isEqualTo(alias("\"de_DE\":" + locale(THEIRS) + ",\"en_US\":{\"enabled\":true},\"fr_FR\":"
                        + locale(ALIAS) + ",\"it_IT\":" + locale(ALIAS)));
        assertThat(writes(hook("fr_FR", "it_IT"))).isEmpty();
    }

    @Test
    void anotherFunctionsLocaleIsNotTakenOver() throws IOException, NoSuchAlgorithmException {
        Desired desired = hook("de_DE");

        assertThatThrownBy(() -> writes(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM307")
                .hasMessageContaining(THEIRS)
                .hasMessageContaining("@LexTrigger(botAlias)");
        assertThat(cloud.proxy.writes()).isEmpty();
    }

    @Test
    void aTriggerThatIsGoneIsTakenOutAndOthersStay() throws IOException, NoSuchAlgorithmException {
        String before = botAlias;
        writes(hook("en_US"));

        assertThat(writes(without())).containsExactly(UPDATE, "lambda:RemovePermission");

        assertThat(botAlias).isEqualTo(before);
    }

    @Test
    void anUndeployTakesOnlyOurHook() throws IOException, NoSuchAlgorithmException {
        String before = botAlias;
        writes(hook("en_US"));

        writes(Wired.nothing());

        assertThat(botAlias).isEqualTo(before);
    }

    @Test
    void aBotThatIsNotThereIsToldBeforeAnythingIsMade() throws IOException, NoSuchAlgorithmException {
        Desired desired = wired.desired(Project.with(Triggers.of("lex", "botAlias", "NOTTHERE01/NOTTHERE02")));

        assertThatThrownBy(() -> writes(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM310")
                .hasMessageContaining("@LexTrigger(botAlias)");
        assertThat(cloud.proxy.writes()).isEmpty();
    }
}
