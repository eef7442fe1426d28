package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.testing.Call;
import io.lambdamaven.plugin.testing.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The project with every trigger behind a network and an AWS that fail at each call. */
@Timeout(240)
class EveryTriggerFaultsTest {
    private static final String JSON = "aws.cborEnabled";

    /** Makes another one each time it is called, so that it is not called again: the next deploy finds what is there. */
    private static final String MAKES_ANOTHER = "apigateway:POST ";

    private static Cloud cloud;
    private Bazaar bazaar;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        System.setProperty(JSON, "false");
        cloud = Cloud.start();
    }

    @AfterAll
    static void stop() throws IOException {
        System.clearProperty(JSON);
        if (cloud != null) {
            cloud.close();
        }
    }

    @BeforeEach
    void reset(@TempDir Path folder) throws IOException, InterruptedException {
        bazaar = new Bazaar(folder);
        empty();
    }

    private static void empty() throws IOException, InterruptedException {
        cloud.reset();
        Bazaar.prepare(cloud);
    }

    /** What there is; the emulator tells more of a function whose configuration was updated. */
    private List<ResourceId> made() throws IOException, NoSuchAlgorithmException {
        return cloud.observe(bazaar.all()).resources().stream()
                .map(Resource::id)
                .toList();
    }

    private boolean isNoOp() throws IOException, NoSuchAlgorithmException {
        return PortTest.writesOf(cloud, bazaar.all()).isEmpty();
    }

    private static String kind(Call call) {
        return call.name()
                .replaceAll("/v2/apis/[^/]+", "/v2/apis/*")
                .replaceAll("(routes|integrations|schedules|stages)/.+", "$1/*");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("throttling", Fault.throttle()),
                Arguments.of("a server's error", Fault.serverError()),
                Arguments.of("a dropped connection", new Fault.Drop()),
                Arguments.of("a slow answer", new Fault.Delay(Duration.ofMillis(300))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void whatPassesIsNotNoticed(String name, Fault fault) throws IOException, NoSuchAlgorithmException {
        Set<String> struck = Collections.synchronizedSet(new TreeSet<>());
        cloud.proxy.restart(call ->
                !(call.name().startsWith(MAKES_ANOTHER) && !(fault instanceof Fault.Delay)) && struck.add(kind(call))
                        ? fault
                        : new Fault.Pass());

        cloud.deploy(bazaar.all());

        assertThat(struck)
                .contains(
                        "sns:Subscribe",
                        "logs:PutSubscriptionFilter",
                        "monitoring:PutMetricAlarm",
                        "events:PutTargets",
                        "scheduler:POST /schedules/*",
                        "lambda:CreateEventSourceMapping",
                        "s3:PutBucketNotificationConfiguration",
                        "dynamodb:DescribeTable");
        assertThat(isNoOp()).isTrue();
    }

    @Test
    void aLostAnswerMakesNothingTwice() throws IOException, NoSuchAlgorithmException {
        Set<String> victims = Set.of(
                "sns:Subscribe",
                "logs:PutSubscriptionFilter",
                "monitoring:PutMetricAlarm",
                "events:PutRule",
                "events:PutTargets",
                "scheduler:POST /schedules/*",
                "s3:PutBucketNotificationConfiguration");
        Set<String> lost = Collections.synchronizedSet(new TreeSet<>());
        cloud.proxy.restart(call ->
                victims.contains(kind(call)) && lost.add(kind(call)) ? new Fault.LoseAnswer() : new Fault.Pass());

        cloud.deploy(bazaar.all());

        assertThat(lost).isEqualTo(new TreeSet<>(victims));
        assertThat(isNoOp()).isTrue();
        assertThat(Account.of(cloud).told().get("subscriptions").lines()).hasSize(2);
    }

    @Test
    void killedAtAnyCallThatWiresATriggerTheNextDeployConverges() throws Exception {
        cloud.deploy(bazaar.all());
        List<ResourceId> undisturbed = made();
        Set<String> kinds = new TreeSet<>();
        cloud.proxy.calls().stream()
                .filter(call -> call.writes() && !call.isBookkeeping())
                .forEach(call -> kinds.add(kind(call)));
        // Of the function itself each call has its turn in FaultyNetworkTest.
        kinds.removeIf(name -> name.startsWith("iam:") || name.startsWith("apigateway:"));
        kinds.removeAll(Set.of(
                "lambda:CreateFunction",
                "lambda:PublishVersion",
                "lambda:CreateAlias",
                "lambda:TagResource",
                "logs:CreateLogGroup",
                "logs:PutRetentionPolicy"));
        assertThat(kinds).hasSizeGreaterThan(8);

        for (String victim : kinds) {
            empty();
            cutOff(call -> kind(call).equals(victim) ? new Fault.Kill() : new Fault.Pass(), bazaar.all());
            cloud.proxy.restart(call -> new Fault.Pass());
            cloud.deploy(bazaar.all());
            assertThat(made()).as("killed at %s", victim).isEqualTo(undisturbed);
            assertThat(isNoOp()).as("no-op after a kill at %s", victim).isTrue();
        }
    }

    @Test
    void anUndeployKilledAtAnyCallIsFinishedByTheNext() throws Exception {
        Account before = Account.of(cloud);
        cloud.deploy(bazaar.all());
        PortTest.writesOf(cloud, Wired.nothing());
        Set<String> kinds = new TreeSet<>();
        cloud.proxy.calls().stream()
                .filter(call -> call.writes() && !call.isBookkeeping())
                .forEach(call -> kinds.add(kind(call)));
        assertThat(kinds).hasSizeGreaterThan(10);

        for (String victim : kinds) {
            empty();
            before = Account.of(cloud);
            cloud.deploy(bazaar.all());
            cutOff(call -> kind(call).equals(victim) ? new Fault.Kill() : new Fault.Pass(), Wired.nothing());
            cloud.proxy.restart(call -> new Fault.Pass());
            cloud.deploy(Wired.nothing(), true);
            assertThat(Account.of(cloud)).as("killed at %s", victim).isEqualTo(before);
        }
    }

    /** Applies what it can. How it fails is not the point here, but it has to end. */
    private static void cutOff(Function<Call, Fault> faults, Desired desired) {
        cloud.proxy.restart(faults);
        Thread deploy = Thread.currentThread();
        AtomicBoolean killed = new AtomicBoolean();
        cloud.proxy.onKill(() -> {
            killed.set(true);
            deploy.interrupt();
        });
        try {
            cloud.deploy(desired);
        } catch (RuntimeException e) {
            assertThat(killed).as("it fails for no other reason: " + e).isTrue();
        } finally {
            cloud.proxy.onKill(() -> {});
            Thread.interrupted();
            // Killed for good the process would be gone, and its lock anybody's.
            cloud.unlock(desired);
        }
        assertThat(killed).isTrue();
    }

    @Test
    void whatIsTooNewIsWaitedFor() throws IOException, NoSuchAlgorithmException {
        Map<String, Fault> first = Map.of(
                "logs:PutSubscriptionFilter",
                new Fault.Answer(
                        400,
                        "InvalidParameterException",
                        "Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to"
                                + " execute your function."),
                "scheduler:POST /schedules/*",
                new Fault.Answer(
                        400,
                        "ValidationException",
                        "The execution role you provide must allow AWS EventBridge Scheduler to assume the role."),
                "s3:PutBucketNotificationConfiguration",
                new Fault.Answer(400, "InvalidArgument", "Unable to validate the following destination configurations"),
                "lambda:CreateEventSourceMapping",
                new Fault.Answer(
                        400,
                        "InvalidParameterValueException",
                        "The function execution role does not have permissions to call ReceiveMessage on SQS"),
                "lambda:CreateFunction",
                new Fault.Answer(
                        400,
                        "InvalidParameterValueException",
                        "The role defined for the function cannot be assumed by Lambda."));
        Set<String> seen = Collections.synchronizedSet(new TreeSet<>());
        cloud.proxy.restart(call ->
                first.containsKey(kind(call)) && seen.add(kind(call)) ? first.get(kind(call)) : new Fault.Pass());

        cloud.deploy(bazaar.all());

        assertThat(seen).isEqualTo(new TreeSet<>(first.keySet()));
        assertThat(isNoOp()).isTrue();
    }

    @Test
    void twoDeploysAtOnceMakeOneOfTheTwoWhole() throws Exception {
        Desired one = bazaar.all();
        Desired other = bazaar.withAllChanged();
        cloud.proxy.restart(call -> new Fault.Pass());
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> deploys =
                    List.of(both.submit(() -> cloud.deploy(one)), both.submit(() -> cloud.deploy(other)));
            for (Future<?> deploy : deploys) {
                deploy.get();
            }
        } finally {
            both.shutdownNow();
        }

        List<Boolean> whole = List.of(
                PortTest.planOf(cloud, one).isEmpty(),
                PortTest.planOf(cloud, other).isEmpty());
        assertThat(whole).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void aRefusalStopsOnlyWhatDependsOnItAndIsToldOnce() throws IOException, NoSuchAlgorithmException {
        cloud.proxy.restart(call -> call.name().equals("sns:Subscribe")
                ? new Fault.Answer(400, "InvalidParameter", "Invalid parameter: nobody knows why")
                : new Fault.Pass());
        Desired all = bazaar.all();

        UserFault fault = catchThrowableOfType(UserFault.class, () -> cloud.deploy(all));

        assertThat(fault.getMessage()).contains("LM314 SNS subscription").contains("nobody knows why");
        assertThat(cloud.proxy.writes())
                .contains("logs:PutSubscriptionFilter", "monitoring:PutMetricAlarm", "events:PutTargets");
        cloud.proxy.restart(call -> new Fault.Pass());
        cloud.deploy(all);
        assertThat(isNoOp()).isTrue();
    }
}
