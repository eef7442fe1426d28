package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.apply.PlanText;
import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.catalog.ServiceKind;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.Change;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.Observed;
import io.lambdamaven.plugin.plan.Plan;
import io.lambdamaven.plugin.plan.Planner;
import io.lambdamaven.plugin.plan.resource.Alias;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.report.Line;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the deployer does not wire is told, with what to do. */
final class LeftToUserTest {
    private static final String LIVE = "arn:aws:lambda:eu-central-1:123456789012:function:orders-dev:live";

    private static final String BROKER = "arn:aws:mq:eu-central-1:123456789012:broker:orders:b-1";
    private static final String SECRET = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:mq-AbCdEf";

    /** May call or bring an answer, and is named by somebody else all the same; or has forms that are not wired. */
    private static final Set<String> LEFT_IN_PART = Set.of(
            "alexa",
            "bedrock-agent",
            "codedeploy",
            "codepipeline",
            "cognito",
            "cognito-sync",
            "connect",
            "iot",
            "lex",
            "s3-object-lambda",
            "secret-rotation",
            "transfer");

    static Stream<ServiceKind> unwired() {
        return Catalog.kinds().stream()
                .filter(kind ->
                        !ServiceWiring.all(new GatewaySettings("", null)).containsKey(kind.word()));
    }

    @ParameterizedTest
    @MethodSource("unwired")
    void everyKindThatIsNotWiredIsNamed(ServiceKind kind) {
        assertThat(Project.with(kind.trigger(Map.of())).desired().notices())
                .singleElement()
                .asString()
                .startsWith(kind.word() + " ")
                .contains("-> Orders.m0: ")
                .doesNotContain("{");
    }

    @Test
    void nobodyIsToldToWireWhatIsWired() {
        assertThat(Catalog.kinds())
                .filteredOn(
                        kind -> ServiceWiring.all(new GatewaySettings("", null)).containsKey(kind.word()))
                // What names nothing, or has forms that are not wired, is in the tests of its wiring.
                .filteredOn(kind -> !LEFT_IN_PART.contains(kind.word()))
                .hasSizeGreaterThan(9)
                .allSatisfy(kind -> assertThat(kind.wiring()).as(kind.word()).isEmpty());
    }

    @Test
    void thePlanTellsResourceMethodAndRemedy() {
        Desired desired = Project.with(Triggers.of("cognito-sync", "identityPool", "${orders.pool}"))
                .placeholders(Map.of("orders.pool", "eu-west-1:1"))
                .desired();
        String notice = "  ! cognito-sync eu-west-1:1 -> Orders.m0: name " + LIVE
                + " for the Sync Trigger event of the identity pool";
        Plan plan = Planner.plan(desired, new Observed(List.of()), false);
        assertThat(PlanText.lines(plan, desired)).extracting(Line::text).contains(" left to you:", notice);
        Plan unchanged = Planner.plan(desired, new Observed(desired.resources()), false);
        assertThat(unchanged.changes()).allMatch(Change.Keep.class::isInstance);
        assertThat(PlanText.lines(unchanged, desired))
                .extracting(Line::text)
                .as("nor does it hide when nothing changes")
                .contains(notice);
    }

    @Test
    void whatIsWiredIsNotNamed() {
        assertThat(Project.with(
                                Triggers.sqs("orders", 10, 0, null, true),
                                new Trigger.Http("GET", "/"),
                                new Trigger.Schedule("rate(1 day)", "", true),
                                new Trigger.S3("bucket", List.of("s3:ObjectCreated:*"), "", ""),
                                new Trigger.S3("bucket", List.of("s3:ObjectCreated:*"), "", "", true),
                                new Trigger.Command("reindex", ""),
                                new Trigger.Invoke())
                        .desired()
                        .notices())
                .isEmpty();
    }

    @Test
    void rulesOfIotCallTheAliasForPayloadsThatTheirSendersShape() {
        Project project = Project.with(Triggers.of("iot", "value", "RULE"));
        assertThat(project.all(Alias.class)).extracting(Alias::alias).contains("raw");
        assertThat(project.desired().notices()).singleElement().asString().contains("orders-dev:raw in the rule");
    }

    @Test
    void theRuntimeIsToldWhatItsRoutesAreCalled() {
        Project project = Project.with(
                        Triggers.of("mq", "broker", "${b}", "queue", "${q}", "engine", "RABBITMQ", "secret", SECRET),
                        new Trigger.Schedule("rate(1 day)", "", true, "{\"shop\": \"${shop}\"}", "", 0, "", ""))
                .placeholders(Map.of("b", BROKER, "q", "orders", "shop", "berlin"));
        assertThat(project.only(LambdaFunction.class).environment())
                .containsEntry("LAMBDA_MAVEN_B", BROKER)
                .containsEntry("LAMBDA_MAVEN_Q", "orders")
                .containsEntry("LAMBDA_MAVEN_SHOP", "berlin");
    }

    @Test
    void anUndefinedPlaceholderIsAFaultThoughNobodyWiresTheTrigger() {
        assertThat(Project.with(Triggers.of("sns", "topic", "${orders.topic}")).fault(Problem.LM206))
                .contains("com.example.Orders.m0 @SnsTrigger(topic)", "${orders.topic}");
        assertThat(Project.with(Triggers.of("kinesis", "stream", "s", "onFailure", "${dead.letters}"))
                        .fault(Problem.LM206))
                .contains("@KinesisTrigger(onFailure)");
    }

    @Test
    void statusTellsItToo() {
        List<String> lines = LeftToUser.lines(
                Project.with(Triggers.of("cognito-sync", "identityPool", "pool"))
                        .staged()
                        .manifest()
                        .application()
                        .functions()
                        .get(0),
                alias -> "orders-dev:" + alias,
                text -> text);
        assertThat(lines)
                .containsExactly("cognito-sync pool -> Orders.m0: name orders-dev:live for"
                        + " the Sync Trigger event of the identity pool");
    }
}
