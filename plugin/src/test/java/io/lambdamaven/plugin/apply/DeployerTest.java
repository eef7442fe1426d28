package io.lambdamaven.plugin.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.World;
import io.lambdamaven.plugin.plan.resource.Alias;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DeployerTest {
    private static final ResourceId API = World.api().id();
    private static final ResourceId ROLE = World.role().id();
    private static final ResourceId LOG = new ResourceId(ResourceType.LOG_GROUP, "/aws/lambda/" + World.FUNCTION);

    private final Lines lines = new Lines();

    @Test
    void changesAreMadeInTheOrderOfTheirDependencies() {
        RecordingPort port = new RecordingPort(World.empty().observed());
        Outcome outcome = deploy(port, World.whole());
        assertThat(outcome.summary()).isEqualTo("13 done, 0 failed, 0 skipped");
        assertThat(port.calls())
                .containsSubsequence(
                        "Create IAM role orders-dev-eu-central-1",
                        "Create function orders-dev",
                        "Create version orders-dev",
                        "Create alias orders-dev:live",
                        "Create HTTP API orders-dev",
                        "Create permission orders-dev:live/lambda-maven-http-api",
                        "Create HTTP route orders-dev GET /orders")
                .hasSize(13);
        assertThat(lines.all()).contains("+ function orders-dev", "Applied: 13 done, 0 failed, 0 skipped.");
    }

    @Test
    void secondRunWritesNothing() {
        RecordingPort port = new RecordingPort(World.empty().observed());
        deploy(port, World.whole());
        int calls = port.calls().size();
        assertThat(deploy(port, World.whole()).done()).isEmpty();
        assertThat(port.calls()).hasSize(calls);
        assertThat(lines.all()).last().asString().startsWith("No changes: ");
    }

    @Test
    void whatAnotherDeployDidMeanwhileIsNotDoneAgain() {
        RecordingPort port = new RecordingPort(World.empty().observed());
        port.whileWaiting(() -> {
            port.whileWaiting(() -> {});
            deploy(port, World.whole());
        });

        Outcome outcome = deploy(port, World.whole());

        assertThat(outcome.done()).isEmpty();
        assertThat(port.calls()).hasSize(13);
        assertThat(lines.all()).contains("The stage has changed meanwhile.");
    }

    @Test
    void theLockIsGivenBackHoweverItEnds() {
        RecordingPort port = new RecordingPort(World.empty().observed()).dyingAfter(3);
        assertThatThrownBy(() -> deploy(port, World.whole())).isInstanceOf(ApplyFailure.class);
        assertThat(port.locks()).isZero();

        deploy(port.mended(), World.whole());

        assertThat(port.locks()).isZero();
    }

    @Test
    void planWritesNothing() {
        RecordingPort port = new RecordingPort(World.empty().observed());
        Deployer.Planned planned = new Deployer(port, lines).plan(wanting(World.whole()), false);
        assertThat(planned.plan().changes()).hasSize(13);
        assertThat(port.calls()).isEmpty();
    }

    @Test
    void desiredStateIsMadeForThePlaceOfThePort() {
        AtomicReference<Whereabouts> where = new AtomicReference<>();
        RecordingPort port = new RecordingPort(World.empty().observed());
        new Deployer(port, lines)
                .plan(
                        place -> {
                            where.set(place);
                            return World.empty().desired();
                        },
                        false);
        assertThat(where.get()).isEqualTo(port.whereabouts());
    }

    @Test
    void failureStopsOnlyWhatDependsOnIt() {
        RecordingPort port = new RecordingPort(World.empty().observed()).on(API, () -> {
            throw fault("no more APIs");
        });
        UserFault fault = catchThrowableOfType(UserFault.class, () -> deploy(port, World.whole()));
        assertThat(port.calls())
                .contains("Create event source mapping arn:queue -> orders-dev:live")
                .hasSize(10)
                .noneMatch(call -> call.contains("HTTP"));
        assertThat(fault.getMessage())
                .contains(
                        "LM290 somewhere: no more APIs. Do something.",
                        "LM290 apply: The plan was not applied whole: 10 done, 1 failed, 2 skipped. Failed: HTTP API"
                                + " orders-dev. Not done: permission orders-dev:live/lambda-maven-http-api, HTTP route"
                                + " orders-dev GET /orders. Mend the cause and run the same goal again; it goes on from"
                                + " what is there.");
        assertThat(lines.all()).contains("WARN Failed: + HTTP API orders-dev");
    }

    @Test
    void allFailuresAreToldOnce() {
        RecordingPort port = new RecordingPort(World.empty().observed())
                .on(ROLE, () -> {
                    throw fault("no more roles");
                })
                .on(LOG, () -> {
                    throw fault("no more logs");
                });
        assertThatThrownBy(() -> deploy(port, World.whole()))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("no more roles")
                .hasMessageContaining("no more logs")
                .hasMessageContaining("0 done, 2 failed, 11 skipped");
    }

    @Test
    void nextRunGoesOnFromWhatIsThere() {
        RecordingPort port = new RecordingPort(World.empty().observed()).on(API, () -> {
            throw fault("no more APIs");
        });
        assertThatThrownBy(() -> deploy(port, World.whole())).isInstanceOf(UserFault.class);
        Outcome second = deploy(port.mended(), World.whole());
        assertThat(second.done()).hasSize(3).contains(API);
        assertThat(deploy(port, World.whole()).done()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void runThatDiedAtAnyChangeIsFinishedByTheNext(int changes) {
        RecordingPort port = new RecordingPort(World.empty().observed()).dyingAfter(changes);
        assertThatThrownBy(() -> deploy(port, World.whole())).isInstanceOf(ApplyFailure.class);
        assertThat(port.calls()).hasSize(changes);
        deploy(port.mended(), World.whole());
        assertThat(port.observe(World.whole().desired()))
                .isEqualTo(World.whole().observed());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void undeployThatDiedAtAnyChangeIsFinishedByTheNext(int changes) {
        RecordingPort port = new RecordingPort(World.whole().observed()).dyingAfter(changes);
        assertThatThrownBy(() -> deploy(port, World.empty())).isInstanceOf(ApplyFailure.class);
        deploy(port.mended(), World.empty());
        assertThat(port.observe(World.empty().desired()).resources())
                .singleElement()
                .extracting(Resource::id)
                .isEqualTo(LOG);
    }

    @Test
    void failureThroughSomethingKeptStopsToo() {
        RecordingPort port = new RecordingPort(
                        World.whole().without(ResourceType.EVENT_SOURCE_MAPPING).observed())
                .on(ROLE, () -> {
                    throw fault("policy refused");
                });
        World desired = World.whole().with(new Role(ROLE.name(), "{trust}", "{new}", null, World.TAGS));
        assertThatThrownBy(() -> deploy(port, desired))
                .hasMessageContaining("0 done, 1 failed, 1 skipped")
                .hasMessageContaining("Not done: event source mapping");
        assertThat(port.calls()).isEmpty();
    }

    @Test
    void unexpectedFailureKeepsItsCauseAndTellsTheRest() {
        RecordingPort port = new RecordingPort(World.empty().observed())
                .on(ROLE, () -> {
                    throw new IllegalStateException("broken");
                })
                .on(LOG, () -> {
                    throw fault("no more logs");
                });
        assertThatThrownBy(() -> deploy(port, World.whole()))
                .isInstanceOf(ApplyFailure.class)
                .hasMessageContaining("IAM role orders-dev-eu-central-1: java.lang.IllegalStateException: broken")
                .hasMessageContaining("no more logs")
                .hasRootCauseMessage("broken");
    }

    @Test
    void independentChangesRunSideBySide() {
        CyclicBarrier both = new CyclicBarrier(2);
        RecordingPort port = new RecordingPort(World.empty().observed())
                .on(Alias.id(World.FUNCTION, "live"), () -> meet(both))
                .on(Alias.id(World.FUNCTION, "ops"), () -> meet(both));
        assertThat(deploy(port, World.whole()).done()).hasSize(13);
    }

    @Test
    void interruptedRunEndsItsCallsAndSaysHowFarItCame() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        RecordingPort port = new RecordingPort(World.empty().observed()).on(API, () -> {
            begun.countDown();
            sleepUntilInterrupted();
        });
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicBoolean flag = new AtomicBoolean();
        Thread run = new Thread(() -> {
            try {
                deploy(port, World.whole());
            } catch (UserFault e) {
                thrown.set(e);
            }
            flag.set(Thread.currentThread().isInterrupted());
        });
        run.start();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        run.interrupt();
        run.join();
        assertThat(thrown.get())
                .hasMessageContaining("LM291 apply: The run was interrupted")
                .hasMessageContaining("1 failed")
                .hasMessageContaining("HTTP route orders-dev GET /orders");
        assertThat(flag).isTrue();
    }

    @Test
    void undeployLeavesTheLogUnlessToldOtherwise() {
        RecordingPort port = new RecordingPort(World.whole().observed());
        assertThat(deploy(port, World.empty()).done()).hasSize(12).doesNotContain(LOG);
        assertThat(new Deployer(port, lines)
                        .deploy(wanting(World.empty()), true)
                        .done())
                .containsExactly(LOG);
    }

    private Outcome deploy(RecordingPort port, World desired) {
        return new Deployer(port, lines).deploy(wanting(desired), false);
    }

    private static Function<Whereabouts, Desired> wanting(World world) {
        return where -> world.desired();
    }

    private static UserFault fault(String summary) {
        return new UserFault(Problem.LM290, Place.of("somewhere"), summary, "Do something.");
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleepUntilInterrupted() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            throw fault("call was cut off");
        }
    }
}
