package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.ListenerRule;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.stage.Setting;
import io.lambdamaven.plugin.testing.Fault;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RulePriorityPair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

class AlbPortTest extends PortTest {
    private static final String NAME = "orders-dev";
    private static final String CREATE_RULE = "elasticloadbalancing:CreateRule";
    private static final String REMOVE_STATEMENT = "lambda:RemovePermission";

    private ElasticLoadBalancingV2Client balancing;
    private String listener;
    private String other;

    @Override
    void prepare() {
        balancing = cloud.direct.of(ElasticLoadBalancingV2Client.class, ElasticLoadBalancingV2Client::builder);
        String balancer = balancer("shop");
        listener = listener(balancer, 80);
        other = listener(balancer, 8080);
        theirs(listener, 1, "/theirs");
    }

    private String balancer(String name) {
        return balancing
                .createLoadBalancer(r -> r.name(name).subnets(subnet()))
                .loadBalancers()
                .get(0)
                .loadBalancerArn();
    }

    /** There is one from the start; the SDK's client for them is not needed otherwise. */
    private static String subnet() {
        HttpRequest request = HttpRequest.newBuilder(cloud.moto.endpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=test/20300101/eu-west-1/ec2/aws4_request")
                .POST(HttpRequest.BodyPublishers.ofString("Action=DescribeSubnets&Version=2016-11-15"))
                .build();
        try {
            String body = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            Matcher found = Pattern.compile("<subnetId>([^<]+)").matcher(body);
            assertThat(found.find()).as(body).isTrue();
            return found.group(1);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String listener(String balancer, int port) {
        return balancing
                .createListener(r -> r.loadBalancerArn(balancer)
                        .protocol(ProtocolEnum.HTTP)
                        .port(port)
                        .defaultActions(notFound()))
                .listeners()
                .get(0)
                .listenerArn();
    }

    private static Action notFound() {
        return Action.builder()
                .type(ActionTypeEnum.FIXED_RESPONSE)
                .fixedResponseConfig(c -> c.statusCode("404").contentType("text/plain"))
                .build();
    }

    private String theirs(String on, int priority, String path) {
        return balancing
                .createRule(r -> r.listenerArn(on)
                        .priority(priority)
                        .conditions(path(path))
                        .actions(notFound()))
                .rules()
                .get(0)
                .ruleArn();
    }

    private static RuleCondition path(String path) {
        return RuleCondition.builder()
                .field("path-pattern")
                .pathPatternConfig(c -> c.values(path))
                .build();
    }

    private Desired orders(String... parts) throws IOException, NoSuchAlgorithmException {
        Project project = Project.with(new Trigger.Http("GET", "/orders"))
                .pom(Setting.HTTP, "alb")
                .part("alb.listenerArn", listener);
        for (int i = 0; i < parts.length; i += 2) {
            project.part(parts[i], parts[i + 1]);
        }
        return wired.desired(project);
    }

    private List<Rule> rules(String on) {
        return balancing.describeRules(r -> r.listenerArn(on)).rules().stream()
                .filter(each -> !each.isDefault())
                .toList();
    }

    private Rule ours(String on) {
        List<Rule> ours = rules(on).stream()
                .filter(each -> each.actions().get(0).type() == ActionTypeEnum.FORWARD)
                .toList();
        assertThat(ours).hasSize(1);
        return ours.get(0);
    }

    private TargetGroup group() {
        return balancing.describeTargetGroups(r -> r.names(NAME)).targetGroups().get(0);
    }

    private List<String> targets() {
        return balancing
                .describeTargetHealth(r -> r.targetGroupArn(group().targetGroupArn()))
                .targetHealthDescriptions()
                .stream()
                .map(each -> each.target().id())
                .toList();
    }

    private String multiValue() {
        return balancing
                .describeTargetGroupAttributes(r -> r.targetGroupArn(group().targetGroupArn()))
                .attributes()
                .stream()
                .filter(each -> each.key().equals("lambda.multi_value_headers.enabled"))
                .map(each -> each.value())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> balancingIn(List<String> calls) {
        return calls.stream()
                .filter(each -> each.startsWith("elasticloadbalancing:") || each.equals(REMOVE_STATEMENT))
                .toList();
    }

    @Test
    void aRuleForwardsToTheAliasAndASecondDeployWritesNothing() throws IOException, NoSuchAlgorithmException {
        assertThat(writesOf(orders()))
                .containsSubsequence(
                        "lambda:AddPermission",
                        "elasticloadbalancing:CreateTargetGroup",
                        "elasticloadbalancing:ModifyTargetGroupAttributes",
                        "elasticloadbalancing:RegisterTargets",
                        CREATE_RULE);

        assertThat(group().targetType()).isEqualTo(TargetTypeEnum.LAMBDA);
        assertThat(group().healthCheckEnabled()).isFalse();
        assertThat(targets()).containsExactly(ALIAS);
        assertThat(multiValue()).isEqualTo("true");
        assertThat(ours(listener).priority()).isEqualTo("2");
        assertThat(RuleParts.paths(ours(listener))).containsExactly("/orders");
        assertThat(rules(listener)).hasSize(2);
        assertThat(writesOf(orders())).isEmpty();
    }

    @Test
    void eachPartIsChangedInPlaceByItsOwnCall() throws IOException, NoSuchAlgorithmException {
        writesOf(orders());
        String arn = ours(listener).ruleArn();

        assertThat(writesOf(orders("alb.priority", "9"))).containsExactly("elasticloadbalancing:SetRulePriorities");
        assertThat(ours(listener).priority()).isEqualTo("9");
        assertThat(writesOf(orders("alb.hosts", "shop.example", "alb.paths", "/a,/b")))
                .containsExactly("elasticloadbalancing:ModifyRule");
        assertThat(RuleParts.hosts(ours(listener))).containsExactly("shop.example");
        assertThat(RuleParts.paths(ours(listener))).containsExactly("/a", "/b");
        writesOf(orders());
        assertThat(writesOf(orders("alb.multiValueHeaders", "false")))
                .containsExactly("elasticloadbalancing:ModifyTargetGroupAttributes");
        assertThat(multiValue()).isEqualTo("false");
        writesOf(orders());
        assertThat(writesOf(orders("alb.healthCheck", "/health")))
                .containsExactly("elasticloadbalancing:ModifyTargetGroup");
        assertThat(group().healthCheckEnabled()).isTrue();
        assertThat(group().healthCheckPath()).isEqualTo("/health");
        assertThat(writesOf(orders())).containsExactly("elasticloadbalancing:ModifyTargetGroup");
        assertThat(group().healthCheckEnabled()).isFalse();

        assertThat(ours(listener).ruleArn()).isEqualTo(arn);
        assertThat(writesOf(orders())).isEmpty();
    }

    @Test
    void aPriorityThatWasFreeIsKept() throws IOException, NoSuchAlgorithmException {
        String theirs = rules(listener).get(0).ruleArn();
        writesOf(orders());
        balancing.deleteRule(r -> r.ruleArn(theirs));

        assertThat(writesOf(orders())).isEmpty();
        assertThat(ours(listener).priority()).isEqualTo("2");
        RulePriorityPair moved = RulePriorityPair.builder()
                .ruleArn(ours(listener).ruleArn())
                .priority(40)
                .build();
        balancing.setRulePriorities(r -> r.rulePriorities(moved));
        assertThat(writesOf(orders())).isEmpty();
    }

    @Test
    void whatSomebodyAddsToTheRuleStays() throws IOException, NoSuchAlgorithmException {
        writesOf(orders());
        RuleCondition query = RuleCondition.builder()
                .field("query-string")
                .queryStringConfig(c -> c.values(v -> v.key("beta").value("yes")))
                .build();
        balancing.modifyRule(r -> r.ruleArn(ours(listener).ruleArn()).conditions(path("/orders"), query));
        assertThat(writesOf(orders())).isEmpty();

        assertThat(writesOf(orders("alb.paths", "/a"))).containsExactly("elasticloadbalancing:ModifyRule");

        assertThat(RuleParts.paths(ours(listener))).containsExactly("/a");
        assertThat(ours(listener).conditions()).extracting(RuleCondition::field).contains("query-string");
    }

    @Test
    void whatSomebodyBentIsPutBack() throws IOException, NoSuchAlgorithmException {
        writesOf(orders());
        String arn = ours(listener).ruleArn();
        balancing.modifyRule(r -> r.ruleArn(arn).actions(notFound()));
        assertThat(writesOf(orders())).containsExactly("elasticloadbalancing:ModifyRule");
        assertThat(ours(listener).ruleArn()).isEqualTo(arn);

        TargetDescription alias = TargetDescription.builder().id(ALIAS).build();
        balancing.deregisterTargets(
                r -> r.targetGroupArn(group().targetGroupArn()).targets(alias));
        assertThat(writesOf(orders())).containsExactly("elasticloadbalancing:RegisterTargets");
        assertThat(targets()).containsExactly(ALIAS);
        assertThat(writesOf(orders())).isEmpty();
    }

    @Test
    void anotherListenerGetsTheRuleBeforeTheFirstOneLosesIt() throws IOException, NoSuchAlgorithmException {
        writesOf(orders());

        assertThat(writesOf(orders("alb.listenerArn", other)))
                .containsExactly(CREATE_RULE, "elasticloadbalancing:DeleteRule");

        assertThat(rules(listener)).hasSize(1);
        assertThat(ours(other).priority()).isEqualTo("1");
        assertThat(writesOf(orders("alb.listenerArn", other))).isEmpty();
    }

    @Test
    void aMoveThatWasCutOffIsFinished() throws IOException, NoSuchAlgorithmException {
        writesOf(orders());
        Desired moved = orders("alb.listenerArn", other);
        cloud.proxy.restart(call -> call.name().equals(CREATE_RULE) ? new Fault.Kill() : new Fault.Pass());
        assertThatThrownBy(() -> cloud.deploy(moved)).isInstanceOf(UserFault.class);
        assertThat(ours(other).ruleArn()).isNotEmpty();
        cloud.proxy.restart(call -> new Fault.Pass());
        cloud.unlock(moved);

        assertThat(balancingIn(writesOf(moved))).containsExactly("elasticloadbalancing:DeleteRule");

        assertThat(rules(listener)).hasSize(1);
        assertThat(writesOf(moved)).isEmpty();
    }

    @Test
    void anotherLoadBalancerHasToWaitUntilTheFirstOneLetsGo() throws IOException, NoSuchAlgorithmException {
        writesOf(orders());
        String elsewhere = listener(balancer("elsewhere"), 80);

        assertThat(writesOf(orders("alb.listenerArn", elsewhere)))
                .containsExactly("elasticloadbalancing:DeleteRule", CREATE_RULE);

        assertThat(rules(listener)).hasSize(1);
        assertThat(writesOf(orders("alb.listenerArn", elsewhere))).isEmpty();
    }

    @Test
    void anotherFrontTakesAllOfItAndNothingOfTheirs() throws IOException, NoSuchAlgorithmException {
        writesOf(orders());

        List<String> writes = writesOf(
                wired.desired(Project.with(new Trigger.Http("GET", "/orders")).pom(Setting.HTTP, "none")));

        assertThat(writes)
                .containsExactly(
                        "elasticloadbalancing:DeleteRule",
                        "elasticloadbalancing:DeregisterTargets",
                        "elasticloadbalancing:DeleteTargetGroup",
                        REMOVE_STATEMENT);
        assertThat(rules(listener)).hasSize(1);
        assertThat(balancing.describeTargetGroups(r -> {}).targetGroups()).isEmpty();
        assertThat(writesOf(without())).isEmpty();
    }

    @Test
    void anUndeployLeavesNothing() throws IOException, NoSuchAlgorithmException {
        writesOf(orders());

        assertThat(balancingIn(writesOf(Wired.nothing())))
                .containsExactly(
                        "elasticloadbalancing:DeleteRule",
                        "elasticloadbalancing:DeregisterTargets",
                        "elasticloadbalancing:DeleteTargetGroup",
                        REMOVE_STATEMENT);

        assertThat(rules(listener)).hasSize(1);
        assertThat(writesOf(Wired.nothing())).isEmpty();
    }

    @Test
    void aTagIsPutOnBoth() throws IOException, NoSuchAlgorithmException {
        writesOf(orders());
        Desired tagged = wired.desired(Project.with(new Trigger.Http("GET", "/orders"))
                .pom(Setting.HTTP, "alb")
                .part("alb.listenerArn", listener)
                .tags(Map.of("team", "shop")));

        assertThat(balancingIn(writesOf(tagged)))
                .containsExactly("elasticloadbalancing:AddTags", "elasticloadbalancing:AddTags");

        String rule = ours(listener).ruleArn();
        assertThat(balancing
                        .describeTags(r -> r.resourceArns(rule))
                        .tagDescriptions()
                        .get(0)
                        .tags())
                .contains(
                        Tag.builder().key("team").value("shop").build(),
                        Tag.builder().key(ListenerRule.NAME_TAG).value(NAME).build());
    }

    @Test
    void aLostAnswerMakesNothingTwice() throws IOException, NoSuchAlgorithmException {
        for (String call : List.of(
                "elasticloadbalancing:CreateTargetGroup", "elasticloadbalancing:RegisterTargets", CREATE_RULE)) {
            AtomicInteger lost = new AtomicInteger();
            cloud.proxy.restart(each -> each.name().equals(call) && lost.incrementAndGet() == 1
                    ? new Fault.LoseAnswer()
                    : new Fault.Pass());
            cloud.deploy(orders());

            assertThat(rules(listener)).as(call).hasSize(2);
            assertThat(targets()).as(call).containsExactly(ALIAS);
            assertThat(writesOf(orders())).as(call).isEmpty();
            writesOf(Wired.nothing());
        }
    }

    @Test
    void aPriorityThatSomebodyTakesMeanwhileIsLeftToThem() throws IOException, NoSuchAlgorithmException {
        AtomicInteger asked = new AtomicInteger();
        cloud.proxy.restart(call -> {
            if (call.name().equals(CREATE_RULE) && asked.incrementAndGet() == 1) {
                theirs(listener, 2, "/quick");
            }
            return new Fault.Pass();
        });

        cloud.deploy(orders());

        assertThat(ours(listener).priority()).isEqualTo("3");
    }

    @Test
    void aPriorityThatSomebodyHasIsToldOf() throws IOException, NoSuchAlgorithmException {
        Desired desired = orders("alb.priority", "1");

        assertThatThrownBy(() -> writesOf(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM362")
                .hasMessageContaining("Another rule of the listener has this priority")
                .hasMessageContaining("<alb><priority> or -Dlambda.alb.priority");
        assertThat(rules(listener)).hasSize(1);
    }

    @Test
    void aListenerThatIsNotThereIsToldBeforeAnythingIsChanged() throws IOException, NoSuchAlgorithmException {
        Desired desired = orders(
                "alb.listenerArn",
                "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/none/50dc6c495c0c9188/f2f7dc8efc522ab2");

        assertThatThrownBy(() -> writesOf(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM362")
                .hasMessageContaining("There is no such listener in this account and Region")
                .hasMessageContaining("<alb><listenerArn>");
        assertThat(cloud.proxy.writes()).isEmpty();
    }

    @Test
    void aTargetGroupOfTheSameNameThatIsNotOursIsNotTouched() throws IOException, NoSuchAlgorithmException {
        balancing.createTargetGroup(r -> r.name(NAME).targetType(TargetTypeEnum.LAMBDA));
        Desired desired = orders();

        assertThatThrownBy(() -> writesOf(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM307");
        assertThat(cloud.proxy.writes()).isEmpty();
    }

    @Test
    void aRuleOfSomebodyElsesThatForwardsToOurTargetGroupStays() throws IOException, NoSuchAlgorithmException {
        writesOf(orders());
        Action forward = ours(listener).actions().get(0);
        balancing.createRule(
                r -> r.listenerArn(other).priority(5).conditions(path("/also")).actions(forward));
        assertThat(writesOf(orders())).isEmpty();
        Desired without = without();

        assertThatThrownBy(() -> writesOf(without))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM363")
                .hasMessageContaining("A rule that is not this project's forwards to the function's target group");
        assertThat(rules(other)).hasSize(1);
    }

    /** The emulator never looks; so AWS answers while a permission is new. */
    @Test
    void aPermissionThatIsNewIsWaitedFor() throws IOException, NoSuchAlgorithmException {
        AtomicInteger asked = new AtomicInteger();
        cloud.proxy.restart(
                call -> call.name().equals("elasticloadbalancing:RegisterTargets") && asked.incrementAndGet() < 3
                        ? new Fault.Answer(
                                403,
                                "AccessDenied",
                                "elasticloadbalancing principal does not have permission to invoke " + ALIAS
                                        + " from target group x")
                        : new Fault.Pass());

        cloud.deploy(orders());

        assertThat(asked.get()).isEqualTo(3);
        assertThat(targets()).containsExactly(ALIAS);
    }

    @Test
    void whoMayNotIsToldWhatToAllow() throws IOException, NoSuchAlgorithmException {
        Desired desired = orders();
        cloud.proxy.restart(call -> call.name().equals(CREATE_RULE)
                ? new Fault.Answer(403, "AccessDenied", "User: me is not authorized to perform: " + CREATE_RULE)
                : new Fault.Pass());

        assertThatThrownBy(() -> cloud.deploy(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM305")
                .hasMessageContaining("me may not " + CREATE_RULE);
    }

    @Test
    void signInThatStandsBeforeTheForwardStays() {
        Action signIn = Action.builder()
                .type(ActionTypeEnum.AUTHENTICATE_OIDC)
                .order(1)
                .authenticateOidcConfig(c -> c.issuer("https://issuer").clientId("web"))
                .build();

        List<Action> actions = RuleParts.actions("arn:group", List.of(signIn, notFound()));

        assertThat(actions).hasSize(2);
        assertThat(actions.get(0).authenticateOidcConfig().useExistingClientSecret())
                .isTrue();
        assertThat(actions.get(1).targetGroupArn()).isEqualTo("arn:group");
        assertThat(actions.get(1).order()).isEqualTo(2);
    }
}
