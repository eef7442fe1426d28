package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.Action;
import software.amazon.awssdk.services.iot.model.TopicRule;
import software.amazon.awssdk.services.iot.model.TopicRuleListItem;

/** The emulator has no tags in IoT: the proxy tells them in its place. */
class IotRulePortTest extends PortTest {
    private static final String RAW = ALIAS.replace(":live", ":raw");
    private static final String NAME = "orders_dev_00000000";
    private static final String ORDERS = "SELECT * FROM 'orders/+'";
    private static final String CREATE = "iot:POST /rules/" + NAME;
    private static final String REPLACE = "iot:PATCH /rules/" + NAME;
    private static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:theirs";

    private IotClient iot;
    private String tags;

    @Override
    void prepare() {
        iot = cloud.direct.of(IotClient.class, IotClient::builder);
        tags = "{\"Key\":\"lambda-maven:project\",\"Value\":\"com.example:orders\"},"
                + "{\"Key\":\"lambda-maven:stage\",\"Value\":\"dev\"}";
    }

    private Fault tags(Call call) {
        return call.name().equals("iot:GET /tags") ? json(200, "{\"tags\":[" + tags + "]}") : new Fault.Pass();
    }

    private static Fault json(int status, String body) {
        return new Fault.Reply(status, Map.of("content-type", "application/json"), body);
    }

    private List<String> writes(Desired desired) {
        return writes(desired, this::tags);
    }

    private static List<String> writes(Desired desired, Function<Call, Fault> faults) {
        cloud.proxy.restart(faults);
        cloud.deploy(desired);
        return cloud.proxy.writes();
    }

    private Desired rule(String sql) throws IOException, NoSuchAlgorithmException {
        return wired.desired(Project.with(Triggers.of("iot", "value", "RULE", "sql", sql)));
    }

    private TopicRule read() {
        return iot.getTopicRule(r -> r.ruleName(NAME)).rule();
    }

    @Test
    void aRuleCallsTheRawAliasAndASecondDeployWritesNothing() throws IOException, NoSuchAlgorithmException {
        assertThat(writes(rule(ORDERS))).containsSubsequence("lambda:AddPermission", CREATE);

        TopicRule rule = read();
        assertThat(rule.sql()).isEqualTo(ORDERS);
        assertThat(rule.awsIotSqlVersion()).isEqualTo("2016-03-23");
        assertThat(rule.ruleDisabled()).isFalse();
        assertThat(rule.actions())
                .containsExactly(
                        Action.builder().lambda(l -> l.functionArn(RAW)).build());
        assertThat(writes(rule(ORDERS))).isEmpty();
    }

    @Test
    void anotherStatementIsPutInPlaceAndWhatOthersSetStays() throws IOException, NoSuchAlgorithmException {
        writes(rule(ORDERS));
        Action theirs = Action.builder()
                .sns(s -> s.targetArn(TOPIC).roleArn("arn:role"))
                .build();
        Action ours = Action.builder().lambda(l -> l.functionArn(RAW)).build();
        iot.replaceTopicRule(r -> r.ruleName(NAME)
                .topicRulePayload(p -> p.sql(ORDERS)
                        .description("paused")
                        .ruleDisabled(true)
                        .awsIotSqlVersion("2015-10-08")
                        .errorAction(theirs)
                        .actions(theirs, ours)));
        assertThat(writes(rule(ORDERS))).isEmpty();

        assertThat(writes(rule("SELECT id FROM 'orders/+'"))).containsExactly(REPLACE);

        TopicRule rule = read();
        assertThat(rule.sql()).isEqualTo("SELECT id FROM 'orders/+'");
        assertThat(rule.description()).isEqualTo("paused");
        assertThat(rule.ruleDisabled()).isTrue();
        assertThat(rule.awsIotSqlVersion()).isEqualTo("2015-10-08");
        assertThat(rule.errorAction()).isEqualTo(theirs);
        assertThat(rule.actions()).containsExactly(theirs, ours);
        assertThat(writes(rule("SELECT id FROM 'orders/+'"))).isEmpty();
    }

    @Test
    void aTargetThatSomebodyTookAwayIsPutBack() throws IOException, NoSuchAlgorithmException {
        writes(rule(ORDERS));
        iot.replaceTopicRule(r -> r.ruleName(NAME)
                .topicRulePayload(p -> p.sql(ORDERS).actions(a -> a.lambda(l -> l.functionArn(ALIAS)))));

        assertThat(writes(rule(ORDERS))).containsExactly(REPLACE);

        assertThat(read().actions())
                .containsExactly(
                        Action.builder().lambda(l -> l.functionArn(RAW)).build());
    }

    @Test
    void aTagIsPutAlone() throws IOException, NoSuchAlgorithmException {
        writes(rule(ORDERS));
        Desired tagged = wired.desired(
                Project.with(Triggers.of("iot", "value", "RULE", "sql", ORDERS)).tags(Map.of("team", "shop + co")));

        assertThat(writes(tagged, call -> call.name().equals("iot:POST /tags") ? json(200, "{}") : tags(call)))
                .contains("iot:POST /tags")
                .noneMatch(call -> call.contains("/rules/"));
    }

    @Test
    void aTriggerThatIsGoneIsRemovedAndOthersStay() throws IOException, NoSuchAlgorithmException {
        iot.createTopicRule(r -> r.ruleName("theirs")
                .topicRulePayload(p -> p.sql(ORDERS).actions(a -> a.lambda(l -> l.functionArn(ALIAS)))));
        writes(rule(ORDERS));

        assertThat(writes(without()))
                .containsSubsequence("iot:DELETE /rules/" + NAME, "lambda:RemovePermission")
                .noneMatch(call -> call.contains("theirs"));

        assertThat(iot.listTopicRules(r -> {}).rules())
                .extracting(TopicRuleListItem::ruleName)
                .containsExactly("theirs");
        assertThat(writes(without())).isEmpty();
    }

    @Test
    void anUndeployLeavesNothing() throws IOException, NoSuchAlgorithmException {
        writes(rule(ORDERS));

        writes(Wired.nothing());

        assertThat(iot.listTopicRules(r -> {}).rules()).isEmpty();
        assertThat(writes(Wired.nothing())).isEmpty();
    }

    @Test
    void aRuleOfTheSameNameThatIsNotOursIsNotTouched() throws IOException, NoSuchAlgorithmException {
        tags = "";
        iot.createTopicRule(r -> r.ruleName(NAME)
                .topicRulePayload(p -> p.sql(ORDERS).actions(a -> a.lambda(l -> l.functionArn(ALIAS)))));
        Desired desired = rule(ORDERS);

        assertThatThrownBy(() -> writes(desired)).isInstanceOf(UserFault.class).hasMessageContaining("LM307");
        assertThat(cloud.proxy.writes()).isEmpty();
    }

    /** So AWS answers, where the emulator says that it is not found. */
    @Test
    void deniedAccessToARuleThatIsNotListedMeansThatItIsNotThere() throws IOException, NoSuchAlgorithmException {
        AtomicInteger asked = new AtomicInteger();
        Fault denied = new Fault.Answer(401, "UnauthorizedException", "Access to topic rule '" + NAME + "' was denied");

        assertThat(writes(
                        rule(ORDERS),
                        call -> call.name().equals("iot:GET /rules/" + NAME) && asked.incrementAndGet() < 2
                                ? denied
                                : tags(call)))
                .contains(CREATE);

        Desired again = rule(ORDERS);
        assertThatThrownBy(() ->
                        writes(again, call -> call.name().equals("iot:GET /rules/" + NAME) ? denied : tags(call)))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM305");
    }

    @Test
    void aLostAnswerMakesNothingTwice() throws IOException, NoSuchAlgorithmException {
        AtomicInteger lost = new AtomicInteger();

        assertThat(writes(
                        rule(ORDERS),
                        call -> call.name().equals(CREATE) && lost.incrementAndGet() == 1
                                ? new Fault.LoseAnswer()
                                : tags(call)))
                .contains(CREATE);

        assertThat(iot.listTopicRules(r -> {}).rules()).hasSize(1);
        assertThat(writes(rule(ORDERS))).isEmpty();
    }

    @Test
    void aStatementThatIotDoesNotTakeIsToldWithItsAnnotation() throws IOException, NoSuchAlgorithmException {
        Desired desired = rule("SELECT FROM");

        assertThatThrownBy(() -> writes(
                        desired,
                        call -> call.name().equals(CREATE)
                                ? new Fault.Answer(400, "SqlParseException", "Expected an expression")
                                : tags(call)))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM352")
                .hasMessageContaining("Expected an expression")
                .hasMessageContaining("@IotTrigger(sql)");
    }
}
