package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.testing.Fault;
import io.lambdamaven.plugin.testing.Triggers;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Services that somebody else points at the function: all there is to make are statements and the role's policy. */
class CallerPortTest extends PortTest {
    private static final Trigger CONNECT = Triggers.of("connect", "instance", "11111111-2222-3333-4444-555555555555");
    private static final Trigger AGENT = Triggers.of("bedrock-agent", "agent", "ABCDEFGHIJ");
    private static final Trigger TRANSFER = Triggers.of("transfer", "server", "s-01234567890abcdef");
    private static final Trigger POOL = Triggers.of("cognito-sync", "identityPool", "eu-west-1:0-1");
    private static final Trigger SKILL = Triggers.of("alexa", "skill", "amzn1.ask.skill.1", "request", "LaunchRequest");

    /** Those that a statement lets call, and who these are. */
    private static final Map<String, Trigger> CALLERS = Map.of(
            "alexa-appkit.amazon.com", SKILL,
            "bedrock.amazonaws.com", AGENT,
            "cognito-sync.amazonaws.com", POOL,
            "connect.amazonaws.com", CONNECT,
            "transfer.amazonaws.com", TRANSFER);

    /** Those that a role of the user's lets call. */
    private static final List<Trigger> OTHERS = List.of(
            Triggers.of("codepipeline"),
            Triggers.of("codedeploy"),
            Triggers.of("s3-object-lambda", "accessPoint", "resized"),
            Triggers.of("s3-batch"),
            Triggers.of("firehose"),
            Triggers.of("kinesis-analytics"),
            Triggers.of("appsync"),
            Triggers.of("cloudformation"));

    @Override
    void prepare() {
        // What calls is in other services, and knows the function by its ARN.
    }

    private Desired all(Set<String> callers) throws IOException, NoSuchAlgorithmException {
        List<Trigger> triggers = new ArrayList<>(OTHERS);
        // One order, so that methods keep their ids.
        new TreeSet<>(callers).forEach(caller -> triggers.add(CALLERS.get(caller)));
        return wired.desired(Project.with(triggers.toArray(Trigger[]::new)));
    }

    private static Set<String> principals() {
        Set<String> principals = new TreeSet<>();
        try {
            String policy = cloud.direct
                    .lambda
                    .getPolicy(r -> r.functionName("orders-dev").qualifier("live"))
                    .policy();
            for (Json each : Json.parse(policy).asObject().array("Statement")) {
                Json principal = each.asObject().get("Principal");
                principals.add(principal instanceof JsonObject object ? object.text("Service") : principal.asText());
            }
        } catch (ResourceNotFoundException e) {
            // There is no statement.
        }
        return principals;
    }

    @Test
    void eachHasItsStatementAndASecondDeployWritesNothing() throws IOException, NoSuchAlgorithmException {
        assertThat(writesOf(all(CALLERS.keySet())))
                .filteredOn(call -> call.equals("lambda:AddPermission"))
                .hasSize(CALLERS.size());

        assertThat(principals()).isEqualTo(CALLERS.keySet());
        assertThat(writesOf(all(CALLERS.keySet()))).isEmpty();
    }

    @Test
    void theRoleMayBringAnswers() throws IOException, NoSuchAlgorithmException {
        writesOf(all(Set.of()));

        String policy = cloud.direct
                .iam
                .getRolePolicy(r -> r.roleName("orders-dev-eu-west-1").policyName("lambda-maven"))
                .policyDocument();
        assertThat(policy)
                .contains("PutJobSuccessResult", "PutLifecycleEventHookExecutionStatus", "accesspoint/resized");
    }

    @Test
    void eachThatIsGoneTakesItsStatementAlone() throws IOException, NoSuchAlgorithmException {
        writesOf(all(CALLERS.keySet()));
        cloud.direct.lambda.addPermission(r -> r.functionName("orders-dev")
                .qualifier("live")
                .statementId("theirs")
                .action("lambda:InvokeFunction")
                .principal("sns.amazonaws.com"));
        Set<String> left = new TreeSet<>(CALLERS.keySet());

        for (String gone : List.copyOf(left)) {
            left.remove(gone);
            assertThat(writesOf(all(left)))
                    .filteredOn(call -> call.contains("Permission"))
                    .as(gone)
                    .containsExactly("lambda:RemovePermission");

            Set<String> expected = new TreeSet<>(left);
            expected.add("sns.amazonaws.com");
            assertThat(principals()).as(gone).isEqualTo(expected);
        }
    }

    @Test
    void anUndeployLeavesNothing() throws IOException, NoSuchAlgorithmException {
        writesOf(all(CALLERS.keySet()));

        assertThat(writesOf(Wired.nothing()))
                .filteredOn(call -> call.equals("lambda:RemovePermission"))
                .hasSize(CALLERS.size());

        assertThat(principals()).isEmpty();
        assertThat(writesOf(Wired.nothing())).isEmpty();
    }

    /** The emulator drops the token: the proxy tells it in its place. */
    @Test
    void anotherTokenThanTheSkillsIsReplaced() throws IOException, NoSuchAlgorithmException {
        Desired desired = all(Set.of("alexa-appkit.amazon.com"));
        cloud.deploy(desired);
        String policy = cloud.direct
                .lambda
                .getPolicy(r -> r.functionName("orders-dev").qualifier("live"))
                .policy();

        assertThat(writes(desired, withToken(policy, "amzn1.ask.skill.1"))).isEmpty();
        assertThat(writes(desired, withToken(policy, "amzn1.ask.skill.2")))
                .containsExactly("lambda:RemovePermission", "lambda:AddPermission");
    }

    private static List<String> writes(Desired desired, String policy) {
        String answer = Json.object().put("Policy", policy).build().canonical();
        cloud.proxy.restart(call -> call.name().equals("lambda:GetPolicy")
                ? new Fault.Reply(200, Map.of("content-type", "application/json"), answer)
                : new Fault.Pass());
        cloud.deploy(desired);
        return cloud.proxy.writes();
    }

    private static String withToken(String policy, String token) {
        return policy.replaceFirst(
                "\"Principal\"",
                "\"Condition\": {\"StringEquals\": {\"lambda:EventSourceToken\": \"" + token + "\"}}, \"Principal\"");
    }
}
