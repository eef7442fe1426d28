package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.testing.Call;
import io.lambdamaven.plugin.testing.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A deploy that is cut off or refused at any call is put right by the next one. */
class FaultyNetworkTest {
    private static Cloud cloud;

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeAll
    static void startCloud() throws IOException, InterruptedException {
        cloud = Cloud.start();
    }

    @AfterAll
    static void stopCloud() throws IOException {
        if (cloud != null) {
            cloud.close();
        }
    }

    @BeforeEach
    void resetCloud() throws IOException, InterruptedException {
        cloud.reset();
        shop = new Shop(folder);
    }

    @Test
    @Timeout(240)
    void aDeployKilledAtAnyCallConverges() throws IOException, InterruptedException {
        cloud.deploy(shop.desired());
        int calls = cloud.proxy.calls().size();
        List<Resource> undisturbed = state();
        int firstWrite = cloud.proxy.calls().stream()
                .filter(Call::writes)
                .mapToInt(Call::number)
                .min()
                .orElseThrow();
        assertThat(calls).isGreaterThan(firstWrite + 20);

        // Before the first write the calls only read, side by side: one kill there stands for all.
        for (int number = firstWrite - 1; number <= calls; number++) {
            cloud.reset();
            int victim = number;
            cutOff(call -> call.number() == victim ? new Fault.Kill() : new Fault.Pass());
            cloud.proxy.restart(call -> new Fault.Pass());
            cloud.deploy(shop.desired());
            assertThat(state()).as("killed at call %s", number).isEqualTo(undisturbed);
            assertThat(isNoOp()).as("no-op after a kill at call %s", number).isTrue();
        }
    }

    /** Applies what it can. How it fails is not the point here, but it has to end. */
    private void cutOff(Function<Call, Fault> faults) {
        cloud.proxy.restart(faults);
        Thread deploy = Thread.currentThread();
        AtomicBoolean killed = new AtomicBoolean();
        cloud.proxy.onKill(() -> {
            killed.set(true);
            deploy.interrupt();
        });
        try {
            cloud.deploy(shop.desired());
        } catch (RuntimeException e) {
            assertThat(killed).as("it fails for no other reason: " + e).isTrue();
        } finally {
            cloud.proxy.onKill(() -> {});
            Thread.interrupted();
            // Killed for good the process would be gone, and its lock anybody's.
            cloud.unlock(shop.desired());
        }
        assertThat(killed).isTrue();
    }

    /** Read side by side with what they are parts of, before it is known to be there. */
    private static final Set<String> ASKED_AHEAD = Set.of(
            "iam:GetRolePolicy",
            "lambda:ListAliases",
            "lambda:ListVersionsByFunction",
            "logs:ListTagsForResource",
            "events:ListTagsForResource",
            "events:ListTargetsByRule");

    @Test
    @Timeout(120)
    void accessDeniedOnAnyActionIsOneClearMessage() throws IOException, InterruptedException {
        cloud.deploy(shop.desired());
        Set<String> actions = new TreeSet<>();
        cloud.proxy.calls().forEach(call -> actions.add(withoutIds(call)));
        actions.remove("sts:GetCallerIdentity");
        // All is done by then: the lock expires by itself, which is told as a warning.
        actions.remove("ssm:DeleteParameter");
        // Who wants no REST API need not be allowed to see those there are.
        actions.remove("apigateway:GetRestApis");
        assertThat(actions).contains("lambda:CreateFunction", "iam:GetRole", "events:PutRule");

        for (String action : actions) {
            cloud.reset();
            if (ASKED_AHEAD.contains(action)) {
                // The answer counts where there is something.
                cloud.proxy.restart(call -> new Fault.Pass());
                cloud.deploy(shop.desired());
            }
            cloud.proxy.restart(call -> withoutIds(call).equals(action) ? Fault.accessDenied(call) : new Fault.Pass());
            assertThatThrownBy(() -> cloud.deploy(shop.desired()))
                    .as(action)
                    .isInstanceOfSatisfying(UserFault.class, fault -> {
                        List<Diagnostic> denied = fault.diagnostics().stream()
                                .filter(each -> each.problem() == Problem.LM305)
                                .toList();
                        assertThat(denied)
                                .as(action + ": " + fault.getMessage())
                                .isNotEmpty();
                        assertThat(denied.get(0).summary())
                                .startsWith("arn:aws:iam::123456789012:user/deployer may not ");
                        assertThat(denied.get(0).remedy()).contains("-Dlambda.profile");
                        assertThat(fault.diagnostics())
                                .extracting(Diagnostic::problem)
                                .isSubsetOf(Problem.LM305, Problem.LM290);
                    });
        }
    }

    private static String withoutIds(Call call) {
        return call.name().replaceAll("/v2/apis/[^/]+", "/v2/apis/*").replaceAll("(routes|integrations)/.+", "$1/*");
    }

    @Test
    @Timeout(120)
    void throttlingAndErrorsThatPassAreNotNoticed() throws IOException, InterruptedException {
        for (Fault fault : List.of(Fault.throttle(), Fault.serverError())) {
            cloud.reset();
            Set<String> seen = Collections.synchronizedSet(new TreeSet<>());
            // The first call of each write fails, and none that would make a second API.
            cloud.proxy.restart(call -> call.writes()
                            && !(call.service().equals("apigateway") && fault.equals(Fault.serverError()))
                            && seen.add(call.name())
                    ? fault
                    : new Fault.Pass());
            cloud.deploy(shop.desired());
            assertThat(seen).contains("lambda:CreateFunction", "events:PutRule");
            assertThat(isNoOp()).isTrue();
        }
    }

    @Test
    @Timeout(120)
    void lostAnswersMakeNothingTwice() throws IOException, InterruptedException {
        Set<String> lost = Collections.synchronizedSet(new TreeSet<>());
        Set<String> victims = Set.of(
                "iam:CreateRole",
                "logs:CreateLogGroup",
                "lambda:CreateFunction",
                "lambda:PublishVersion",
                "lambda:CreateAlias",
                "events:PutRule",
                "s3:PutBucketNotificationConfiguration");
        cloud.proxy.restart(call ->
                victims.contains(call.name()) && lost.add(call.name()) ? new Fault.LoseAnswer() : new Fault.Pass());
        cloud.deploy(shop.desired());

        assertThat(lost).isEqualTo(new TreeSet<>(victims));
        assertThat(isNoOp()).isTrue();
    }

    @Test
    void anApiWhoseAnswerGotLostIsFoundNextTime() {
        cloud.proxy.restart(
                call -> call.name().equals("apigateway:POST /v2/apis") ? new Fault.LoseAnswer() : new Fault.Pass());
        assertThatThrownBy(() -> cloud.deploy(shop.desired())).hasMessageContaining("LM302");
        cloud.proxy.restart(call -> new Fault.Pass());
        cloud.deploy(shop.desired());

        assertThat(cloud.direct.api.getApis().items()).hasSize(1);
        assertThat(isNoOp()).isTrue();
    }

    @Test
    void aDroppedConnectionAndALateAnswerAreNotNoticed() {
        Set<String> seen = Collections.synchronizedSet(new TreeSet<>());
        cloud.proxy.restart(call -> {
            if (call.name().equals("lambda:CreateFunction") && seen.add(call.name())) {
                return new Fault.Drop();
            }
            return call.name().equals("lambda:PublishVersion")
                    ? new Fault.Delay(Duration.ofMillis(500))
                    : new Fault.Pass();
        });
        cloud.deploy(shop.desired());
        assertThat(isNoOp()).isTrue();
    }

    @Test
    void anExpiredTokenIsToldOnce() {
        cloud.proxy.restart(call -> call.service().equals("sts") ? new Fault.Pass() : Fault.expiredToken());
        assertThatThrownBy(() -> cloud.deploy(shop.desired()))
                .isInstanceOfSatisfying(
                        UserFault.class,
                        fault -> assertThat(fault.diagnostics()).hasSize(1))
                .hasMessageContaining("LM303 AWS: The credentials have expired")
                .hasMessageContaining("-Dlambda.profile");
    }

    @Test
    void keysThatAwsDoesNotKnowAreTold() {
        cloud.proxy.restart(call -> new Fault.Answer(403, "InvalidClientTokenId", "The security token is invalid"));
        assertThatThrownBy(() -> cloud.deploy(shop.desired())).hasMessageContaining("LM304 AWS: ");
    }

    @Test
    void throttlingThatDoesNotPassIsTold() {
        cloud.proxy.restart(call -> call.name().equals("lambda:AddPermission") ? Fault.throttle() : new Fault.Pass());
        assertThatThrownBy(() -> cloud.deploy(shop.desired()))
                .hasMessageContaining("LM306 permission shop-dev:live/")
                .hasMessageContaining("AWS throttles Lambda:AddPermission");
    }

    @Test
    void whatAwsRefusesIsToldInItsWords() {
        cloud.proxy.restart(call -> call.name().equals("lambda:CreateFunction")
                ? new Fault.Answer(400, "InvalidParameterValueException", "Unsupported runtime")
                : new Fault.Pass());
        assertThatThrownBy(() -> cloud.deploy(shop.desired()))
                .hasMessageContaining("LM314 function shop-dev: Lambda:CreateFunction failed with"
                        + " InvalidParameterValueException: Unsupported runtime.");
    }

    @Test
    void anOverlapThatS3RefusesIsTold() {
        cloud.proxy.restart(call -> call.name().equals("s3:PutBucketNotificationConfiguration")
                ? new Fault.Answer(400, "InvalidArgument", "Configurations overlap.")
                : new Fault.Pass());
        assertThatThrownBy(() -> cloud.deploy(shop.desired()))
                .hasMessageContaining("LM311 S3 notification")
                .hasMessageContaining("@S3Trigger(events, prefix, suffix)");
    }

    @Test
    void aFunctionThatDoesNotComeUpIsToldWithItsReason() {
        cloud.proxy.restart(call -> switch (call.name()) {
            case "lambda:GetFunction" ->
                created()
                        ? new Fault.Reply(200, Map.of(), "{\"Configuration\":{\"State\":\"Failed\"}}")
                        : new Fault.Pass();
            case "lambda:GetFunctionConfiguration" ->
                new Fault.Reply(
                        200, Map.of(), "{\"StateReasonCode\":\"InvalidRuntime\",\"StateReason\":\"No such runtime\"}");
            default -> new Fault.Pass();
        });
        assertThatThrownBy(() -> cloud.deploy(shop.desired()))
                .hasMessageContaining("LM308 function shop-dev: Lambda could not bring it up: InvalidRuntime: No such");
    }

    private static boolean created() {
        return cloud.proxy.writes().contains("lambda:CreateFunction");
    }

    @Test
    void aFunctionThatStaysPendingIsGivenUp() {
        cloud.proxy.restart(call -> new Fault.Reply(200, Map.of(), "{\"Configuration\":{\"State\":\"Pending\"}}"));
        try (AwsClients clients = new AwsClients(Cloud.settings(cloud.proxy.endpoint()), Cloud.KEYS)) {
            Waits waits = new Waits(clients.lambda, Duration.ofSeconds(1));
            assertThatThrownBy(() -> waits.active("shop-dev"))
                    .hasMessageContaining("LM309 function shop-dev: Lambda has not finished after 1 seconds.");
        }
    }

    @Test
    void aRoleThatLambdaMayNotAssumeIsTold() {
        cloud.proxy.restart(call -> call.name().equals("lambda:UpdateAlias")
                ? new Fault.Answer(400, "InvalidParameterValueException", "The role cannot be assumed by Lambda.")
                : new Fault.Pass());
        cloud.deploy(shop.desired());
        shop.memory = 256;
        assertThatThrownBy(() -> cloud.deploy(shop.desired()))
                .hasMessageContaining("LM313 alias shop-dev:live")
                .hasMessageContaining("<role>");
    }

    @Test
    void anInvocationGivesAnswerErrorAndLog() {
        cloud.proxy.restart(call -> new Fault.Reply(
                200,
                Map.of("X-Amz-Function-Error", "Unhandled", "X-Amz-Log-Result", "UkVQT1JU"),
                "{\"errorMessage\":\"no\"}"));
        try (AwsFunctions functions = new AwsFunctions(Cloud.settings(cloud.proxy.endpoint()), Cloud.KEYS)) {
            AwsFunctions.Invocation answer = functions.invoke("shop-dev", "live", new byte[] {'{', '}'});
            assertThat(answer.payload()).isEqualTo("{\"errorMessage\":\"no\"}");
            assertThat(answer.functionError()).isEqualTo("Unhandled");
            assertThat(answer.logTail()).isEqualTo("REPORT");
        }
        assertThat(cloud.proxy.calls()).extracting(Call::name).containsExactly("lambda:Invoke");
    }

    @Test
    void aRoleAndAPermissionThatAreTooNewAreWaitedFor() {
        Set<String> seen = Collections.synchronizedSet(new TreeSet<>());
        cloud.proxy.restart(call -> {
            boolean first = seen.add(call.name());
            if (first && call.name().equals("lambda:CreateFunction")) {
                return new Fault.Answer(
                        400,
                        "InvalidParameterValueException",
                        "The role defined for the function cannot be assumed by Lambda.");
            }
            if (first && call.name().equals("s3:PutBucketNotificationConfiguration")) {
                return new Fault.Answer(
                        400, "InvalidArgument", "Unable to validate the following destination configurations");
            }
            return new Fault.Pass();
        });
        cloud.deploy(shop.desired());
        assertThat(isNoOp()).isTrue();
    }

    private List<Resource> state() {
        return cloud.observe(shop.desired()).resources();
    }

    private boolean isNoOp() {
        cloud.proxy.restart(call -> new Fault.Pass());
        cloud.deploy(shop.desired());
        return cloud.proxy.writes().isEmpty();
    }
}
