package io.lambdamaven.plugin.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.plan.Change;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.World;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.LogGroup;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.report.UserFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan is applied as it was read, or not at all. */
class SavedPlanTest {
    private static final String HOLDS = "hunter2";

    private final Lines lines = new Lines();

    private RecordingPort port(World there) {
        return new RecordingPort(there.observed());
    }

    private SavedPlan saved(RecordingPort port, Desired desired) {
        Deployer deployer = new Deployer(port, lines);
        SavedPlan saved = deployer.save(deployer.plan(where -> desired, false));
        return SavedPlan.read(new String(saved.bytes(), StandardCharsets.UTF_8), "plan.json");
    }

    private Outcome deploy(RecordingPort port, Desired desired, SavedPlan saved) {
        return new Deployer(port, lines).deploy(where -> desired, false, saved);
    }

    private static Desired with(String code, Map<String, String> environment) {
        Desired whole = World.whole().desired();
        List<Resource> resources = whole.resources().stream()
                .map(each -> each instanceof LambdaFunction ? World.function(code, environment) : each)
                .toList();
        return new Desired(whole.project(), whole.stage(), whole.functionNames(), resources, whole.code());
    }

    @Test
    void whatIsStillTheSameIsApplied() {
        RecordingPort port = port(World.empty());
        Desired desired = World.whole().desired();

        Outcome outcome = deploy(port, desired, saved(port, desired));

        assertThat(outcome.done()).hasSize(13);
    }

    @Test
    void aPlanThatWasAppliedIsRefusedTheSecondTime() {
        RecordingPort port = port(World.empty());
        Desired desired = World.whole().desired();
        SavedPlan saved = saved(port, desired);
        deploy(port, desired, saved);

        assertThatThrownBy(() -> deploy(port, desired, saved))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining(
                        "LM342 function orders-dev: The plan was to create it, now the deploy would keep it.");
    }

    @Test
    void otherCodeIsRefusedByName() {
        RecordingPort port = port(World.empty());
        SavedPlan saved = saved(port, World.whole().desired());

        assertThatThrownBy(() -> deploy(port, with("code2", Map.of("A", "1")), saved))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("function orders-dev: It would become something else than planned: codeSha256.")
                .hasMessageContaining("lambda:plan -Dlambda.out=FILE");
        assertThat(port.calls()).isEmpty();
    }

    @Test
    void aSecretIsKeptAsADigestAndAnotherOneRefused() {
        RecordingPort port = port(World.empty());
        SavedPlan saved = saved(port, with("code1", Map.of("DB_PASSWORD", HOLDS)));

        assertThat(new String(saved.bytes(), StandardCharsets.UTF_8))
                .doesNotContain(HOLDS)
                .contains("sha256:f52fbd32b2b3b86ff88ef6c490628285f482af15ddcb29541f94bcf526a3f6c7");
        assertThatThrownBy(() -> deploy(port, with("code1", Map.of("DB_PASSWORD", "other")), saved))
                .hasMessageContaining("environment.DB_PASSWORD")
                .hasMessageNotContaining("other.");
    }

    @Test
    void whatSomebodyChangedMeanwhileIsNamed() {
        World there = World.whole();
        Desired desired = with("code2", Map.of("A", "1"));
        SavedPlan saved = saved(port(there), desired);
        RecordingPort changed = port(World.whole().with(new LogGroup("/aws/lambda/orders-dev", 7, World.TAGS)));

        assertThatThrownBy(() -> deploy(changed, desired, saved))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining(
                        "LM342 log group /aws/lambda/orders-dev: The plan was to keep it, now the deploy would"
                                + " change it.");
        assertThat(changed.calls()).isEmpty();
    }

    @Test
    void whatChangedWhileTheLockWasWaitedForIsRefusedToo() {
        RecordingPort port = port(World.empty());
        Desired desired = World.whole().desired();
        SavedPlan saved = saved(port, desired);
        port.whileWaiting(() -> {
            port.whileWaiting(() -> {});
            deploy(port, desired, null);
        });

        assertThatThrownBy(() -> deploy(port, desired, saved)).hasMessageContaining("LM342");
        assertThat(port.locks()).isZero();
    }

    @Test
    void anotherStageIsRefused() {
        RecordingPort port = port(World.empty());
        Desired dev = World.whole().desired();
        Desired prod = new Desired(dev.project(), "prod", dev.functionNames(), dev.resources(), dev.code());
        SavedPlan saved = saved(port, dev);

        assertThatThrownBy(() -> deploy(port, prod, saved))
                .hasMessageContaining("LM341 stage: The plan is for dev, this deploy for prod.");
    }

    @Test
    void aPlanMadeOfflineShowsAllAsNewAndIsNotDeployed() {
        Desired desired = World.whole().desired();
        Deployer offline = new Deployer(new OfflinePort(null), lines);
        Deployer.Planned planned = offline.plan(
                where -> {
                    assertThat(where).isEqualTo(new Whereabouts("aws", "{region}", "{account}"));
                    return desired;
                },
                false);

        assertThat(planned.plan().changes()).hasSize(13).allMatch(Change.Create.class::isInstance);
        RecordingPort port = port(World.empty());
        assertThatThrownBy(() -> deploy(port, desired, offline.save(planned)))
                .hasMessageContaining("LM341 account: The plan is for {account}, this deploy for ");
        assertThat(port.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"schema\":2,\"changes\":{}}", "{\"schema\":1}", "{\"schema\":\"x\"}"})
    void whatIsNoPlanIsToldSo(String text) {
        assertThatThrownBy(() -> SavedPlan.read(text, "plan.json"))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM340 plan.json: ");
    }

    @Test
    void theSamePlanGivesTheSameBytes() {
        Desired desired = World.whole().desired();

        assertThat(saved(port(World.empty()), desired).bytes())
                .isEqualTo(saved(port(World.empty()), desired).bytes());
    }

    @Test
    void theSchemaTakesEveryKindOfChange() throws IOException {
        World there = World.whole().with(new LogGroup("/aws/lambda/old", 7, World.TAGS));
        Desired desired = with("code2", Map.of("A", "2"));
        String text = new String(saved(port(there), desired).bytes(), StandardCharsets.UTF_8);

        assertThat(text).contains("\"change\"", "\"keep\"", "\"leave\"");
        assertThat(schema().validate(text, InputFormat.JSON)).isEmpty();
        assertThat(schema().validate(Json.object().put("schema", 1).build().canonical(), InputFormat.JSON))
                .isNotEmpty();
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = SavedPlan.class.getResourceAsStream("plan.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
    }
}
