package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.testing.Call;
import io.lambdamaven.plugin.testing.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
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

/** The project with every trigger of a street behind a network and an AWS that fail at each call. */
@Timeout(240)
abstract class EveryTriggerFaultsTest {
    private static final String JSON = "aws.cborEnabled";

    /** These make another one each time they are called, so they are not called again: the next deploy finds what is there. */
    private static final Set<String> MAKING_ANOTHER = Set.of(
            "apigateway:CreateRestApi",
            "apigateway:CreateDeployment",
            "apigateway:CreateUsagePlan",
            "apigateway:CreateApiKey");

    static Cloud cloud;
    private final Street street;
    private final List<String> struck;
    Bazaar bazaar;

    /** @param struck some of the calls that have to be among those that fail */
    EveryTriggerFaultsTest(Street street, String... struck) {
        this.street = street;
        this.struck = List.of(struck);
    }

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
        bazaar = new Bazaar(street, folder);
        empty();
    }

    private void empty() throws IOException, InterruptedException {
        cloud.reset();
        street.prepare(cloud);
    }

    /**
     * What there is; the emulator tells more of a function whose configuration was updated, and calls a user pool
     * differently each time.
     */
    private List<String> made() throws IOException, NoSuchAlgorithmException {
        return cloud.observe(bazaar.all()).resources().stream()
                .map(each -> each.id()
                        .toString()
                        .replaceAll("eu-west-1_[0-9a-f]+", "POOL")
                        .replaceAll("cognito-[0-9a-f]+", "cognito-ID"))
                .toList();
    }

    final boolean isNoOp() throws IOException, NoSuchAlgorithmException {
        return PortTest.writesOf(cloud, bazaar.all()).isEmpty();
    }

    static String kind(Call call) {
        return call.name()
                .replaceAll("/v2/apis/[^/]+", "/v2/apis/*")
                .replaceAll("(routes|integrations|schedules|stages)/.+", "$1/*")
                .replaceAll("/restapis/[^/]+", "/restapis/*")
                .replaceAll("/usageplans/[^/]+", "/usageplans/*");
    }

    private static boolean makesAnother(Call call) {
        return call.name().startsWith("apigateway:POST ") || MAKING_ANOTHER.contains(call.name());
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
        Set<String> failed = Collections.synchronizedSet(new TreeSet<>());
        cloud.proxy.restart(call -> !(makesAnother(call) && !(fault instanceof Fault.Delay)) && failed.add(kind(call))
                ? fault
                : new Fault.Pass());

        cloud.deploy(bazaar.all());

        assertThat(failed).containsAll(struck);
        assertThat(isNoOp()).isTrue();
    }

    @Test
    void killedAtAnyCallThatWiresATriggerTheNextDeployConverges() throws Exception {
        cloud.deploy(bazaar.all());
        List<String> undisturbed = made();
        Set<String> kinds = new TreeSet<>();
        cloud.proxy.calls().stream()
                .filter(call -> call.writes() && !call.isBookkeeping())
                .forEach(call -> kinds.add(kind(call)));
        // Of the function itself each call has its turn in FaultyNetworkTest.
        kinds.removeIf(name -> name.startsWith("iam:") || name.contains("/v2/apis"));
        kinds.removeAll(Set.of(
                "lambda:CreateFunction",
                "lambda:PublishVersion",
                "lambda:CreateAlias",
                "lambda:TagResource",
                "logs:CreateLogGroup",
                "logs:PutRetentionPolicy"));
        assertThat(kinds).hasSizeGreaterThan(7);

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
        assertThat(kinds).hasSizeGreaterThan(9);

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
}
