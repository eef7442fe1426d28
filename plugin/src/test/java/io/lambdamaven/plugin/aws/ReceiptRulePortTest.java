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
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.InvocationType;
import software.amazon.awssdk.services.ses.model.ReceiptAction;
import software.amazon.awssdk.services.ses.model.ReceiptRule;
import software.amazon.awssdk.services.ses.model.TlsPolicy;

/** The emulator cannot delete a receipt rule: the proxy says that it was done, and the test looks at the request. */
class ReceiptRulePortTest extends PortTest {
    private static final String NAME = "orders-dev.00000000";
    private static final String CREATE = "ses:CreateReceiptRule";
    private static final String UPDATE = "ses:UpdateReceiptRule";
    private static final String DELETE = "ses:DeleteReceiptRule";

    private SesClient ses;

    @Override
    void prepare() {
        ses = cloud.direct.of(SesClient.class, SesClient::builder);
        for (String set : List.of("inbox", "other")) {
            ses.createReceiptRuleSet(r -> r.ruleSetName(set));
            for (String theirs : List.of("theirs-2", "theirs-1")) {
                ses.createReceiptRule(r -> r.ruleSetName(set)
                        .rule(rule -> rule.name(theirs).enabled(true).recipients("a@example.com")));
            }
        }
        ses.setActiveReceiptRuleSet(r -> r.ruleSetName("inbox"));
    }

    private static List<String> writes(Desired desired, Function<Call, Fault> faults) {
        cloud.proxy.restart(faults);
        cloud.deploy(desired);
        return cloud.proxy.writes();
    }

    private static Fault deleted(Call call) {
        return call.name().equals(DELETE)
                ? new Fault.Reply(
                        200,
                        Map.of("content-type", "text/xml"),
                        "<DeleteReceiptRuleResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\">"
                                + "<DeleteReceiptRuleResult/><ResponseMetadata><RequestId>1</RequestId>"
                                + "</ResponseMetadata></DeleteReceiptRuleResponse>")
                : new Fault.Pass();
    }

    private Desired mail(boolean synchronous, String ruleSet, String... recipients)
            throws IOException, NoSuchAlgorithmException {
        return wired.desired(Project.with(
                Triggers.of("ses", "recipients", List.of(recipients), "ruleSet", ruleSet, "synchronous", synchronous)));
    }

    private ReceiptRule read(String set) {
        return ses.describeReceiptRule(r -> r.ruleSetName(set).ruleName(NAME)).rule();
    }

    private List<String> names(String set) {
        return ses.describeReceiptRuleSet(r -> r.ruleSetName(set)).rules().stream()
                .map(ReceiptRule::name)
                .toList();
    }

    @Test
    void aRuleIsAddedAfterTheOthersAndASecondDeployWritesNothing() throws IOException, NoSuchAlgorithmException {
        assertThat(writesOf(mail(false, "other", "example.com"))).containsSubsequence("lambda:AddPermission", CREATE);

        assertThat(names("other")).containsExactly("theirs-1", "theirs-2", NAME);
        assertThat(names("inbox")).containsExactly("theirs-1", "theirs-2");
        ReceiptRule rule = read("other");
        assertThat(rule.enabled()).isTrue();
        assertThat(rule.recipients()).containsExactly("example.com");
        assertThat(rule.actions()).containsExactly(action(InvocationType.EVENT));
        assertThat(writesOf(mail(false, "other", "example.com"))).isEmpty();
    }

    private static ReceiptAction action(InvocationType type) {
        return ReceiptAction.builder()
                .lambdaAction(l -> l.functionArn(ALIAS).invocationType(type))
                .build();
    }

    @Test
    void withoutANameTheRuleGoesToTheActiveSet() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(mail(true, ""));

        assertThat(names("inbox")).containsExactly("theirs-1", "theirs-2", NAME);
        assertThat(read("inbox").recipients()).isEmpty();
        assertThat(read("inbox").actions()).containsExactly(action(InvocationType.REQUEST_RESPONSE));
        assertThat(writesOf(mail(true, ""))).isEmpty();

        ses.setActiveReceiptRuleSet(r -> r.ruleSetName("other"));
        assertThat(writesOf(mail(true, ""))).containsExactly(CREATE);
        assertThat(names("other")).contains(NAME);
    }

    @Test
    void eachAttributeIsOneCallAndWhatOthersSetStays() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(mail(false, "inbox", "example.com"));
        ReceiptAction header = ReceiptAction.builder()
                .addHeaderAction(a -> a.headerName("X-Shop").headerValue("1"))
                .build();
        ses.updateReceiptRule(r -> r.ruleSetName("inbox")
                .rule(rule -> rule.name(NAME)
                        .enabled(false)
                        .scanEnabled(true)
                        .tlsPolicy(TlsPolicy.REQUIRE)
                        .recipients("example.com")
                        .actions(header, action(InvocationType.EVENT))));
        assertThat(writesOf(mail(false, "inbox", "example.com"))).isEmpty();

        assertThat(writesOf(mail(false, "inbox", "example.org", "shop@example.com")))
                .containsExactly(UPDATE);
        assertThat(read("inbox").recipients()).containsExactlyInAnyOrder("example.org", "shop@example.com");
        assertThat(writesOf(mail(true, "inbox"))).containsExactly(UPDATE);

        ReceiptRule rule = read("inbox");
        assertThat(rule.recipients()).isEmpty();
        assertThat(rule.actions()).containsExactly(header, action(InvocationType.REQUEST_RESPONSE));
        assertThat(rule.enabled()).isFalse();
        assertThat(rule.scanEnabled()).isTrue();
        assertThat(rule.tlsPolicy()).isEqualTo(TlsPolicy.REQUIRE);
        assertThat(names("inbox")).containsExactly("theirs-1", "theirs-2", NAME);
        assertThat(writesOf(mail(true, "inbox"))).isEmpty();
    }

    @Test
    void aTriggerThatIsGoneIsRemovedAndThenItsPermission() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(mail(false, "inbox", "example.com"));

        assertThat(writes(without(), ReceiptRulePortTest::deleted)).containsExactly(DELETE, "lambda:RemovePermission");
    }

    @Test
    void aRuleIsFoundThoughItsSetIsNoLongerActive() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(mail(false, ""));
        ses.setActiveReceiptRuleSet(r -> r.ruleSetName("other"));

        assertThat(writes(without(), ReceiptRulePortTest::deleted)).containsExactly(DELETE, "lambda:RemovePermission");
    }

    @Test
    void anUndeployTakesOurRuleOnly() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(mail(false, "inbox", "example.com"));

        assertThat(writes(Wired.nothing(), ReceiptRulePortTest::deleted))
                .containsOnlyOnce(DELETE)
                .containsSubsequence(DELETE, "lambda:RemovePermission");
    }

    @Test
    void withoutAnActiveSetThePlanSaysSo() throws IOException, NoSuchAlgorithmException {
        ses.setActiveReceiptRuleSet(r -> {});
        Desired desired = mail(false, "");

        assertThatThrownBy(() -> cloud.deploy(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM352")
                .hasMessageContaining("@SesTrigger(ruleSet)");
        assertThat(cloud.proxy.writes()).isEmpty();
    }

    @Test
    void aSetThatIsNotThereIsToldBeforeAnythingIsMade() throws IOException, NoSuchAlgorithmException {
        Desired desired = mail(false, "nowhere");

        assertThatThrownBy(() -> cloud.deploy(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM310")
                .hasMessageContaining("@SesTrigger(ruleSet)")
                .hasMessageContaining("nowhere");
        assertThat(cloud.proxy.writes()).isEmpty();
    }

    @Test
    void aPermissionThatSesDoesNotSeeYetIsWaitedFor() throws IOException, NoSuchAlgorithmException {
        AtomicInteger tries = new AtomicInteger();

        assertThat(writes(
                        mail(false, "inbox"),
                        call -> call.name().equals(CREATE) && tries.incrementAndGet() == 1
                                ? new Fault.Reply(
                                        400,
                                        Map.of("content-type", "text/xml"),
                                        "<ErrorResponse><Error><Type>Sender</Type><Code>InvalidLambdaFunction</Code>"
                                                + "<Message>Could not invoke Lambda function</Message></Error>"
                                                + "<RequestId>1</RequestId></ErrorResponse>")
                                : new Fault.Pass()))
                .contains(CREATE);

        assertThat(tries).hasValue(2);
        assertThat(names("inbox")).contains(NAME);
    }
}
