package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.apply.DeployLock;
import io.lambdamaven.plugin.report.UserFault;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Two deploys of one stage: one waits or is refused. */
class SsmLockTest {
    private static final String NAME = "/lambda-maven/com.example/shop/dev/lock";
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static Cloud cloud;

    private SsmClient ssm;

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
        ssm = cloud.ssm();
    }

    private DeployLock take(Duration patience, Instant now) {
        return SsmLock.take(ssm, NAME, patience, cloud.progress(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private void heldBy(LockHolder holder) {
        held(holder.text());
    }

    private void held(String value) {
        ssm.putParameter(r -> r.name(NAME).value(value).type(ParameterType.STRING));
    }

    @Test
    void theParameterIsNamedAfterProjectAndStage() throws IOException {
        assertThat(StageParameters.lock(Wired.nothing())).isEqualTo("/lambda-maven/com.example/orders/dev/lock");
    }

    @Test
    void whoComesSecondIsRefusedAndToldByWhom() {
        DeployLock held = take(Duration.ZERO, NOW);

        assertThatThrownBy(() -> take(Duration.ZERO, NOW))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM317")
                .hasMessageContaining("process " + ProcessHandle.current().pid())
                .hasMessageContaining("-Dlambda.lockTimeout");
        held.close();
    }

    @Test
    void givenBackItIsFree() {
        take(Duration.ZERO, NOW).close();

        assertThatThrownBy(() -> ssm.getParameter(r -> r.name(NAME))).isInstanceOf(ParameterNotFoundException.class);
        take(Duration.ZERO, NOW).close();
    }

    @Test
    void whoWaitsGetsItWhenItIsGivenBack() throws InterruptedException {
        DeployLock held = take(Duration.ZERO, Instant.now());
        Thread other = new Thread(() -> {
            Retry.sleep(Duration.ofMillis(500));
            held.close();
        });
        other.start();

        SsmLock.take(ssm, NAME, Duration.ofSeconds(30), cloud.progress(), Clock.systemUTC())
                .close();

        other.join();
        assertThat(cloud.told).anyMatch(line -> line.startsWith("Waiting for the deploy by "));
    }

    @Test
    void aLockThatIsNotRenewedIsTakenOver() {
        heldBy(new LockHolder("anna", "elsewhere", 1, "", NOW.getEpochSecond() - 1));

        take(Duration.ZERO, NOW).close();

        assertThat(cloud.told)
                .containsExactly("Took over the stage from anna on elsewhere (process 1), whose deploy did not end"
                        + " properly.");
    }

    @Test
    void aLockOfAProcessThatIsGoneFromThisMachineIsTakenOverAtOnce() {
        LockHolder here = LockHolder.here(NOW.plusSeconds(100));
        heldBy(new LockHolder(here.user(), here.host(), here.pid(), "2001-01-01T00:00:00Z", here.until()));

        take(Duration.ZERO, NOW).close();
    }

    @Test
    void anotherMachineIsWaitedForWhileItRenews() {
        heldBy(new LockHolder("anna", "elsewhere", 1, "", NOW.getEpochSecond() + 60));

        assertThatThrownBy(() -> take(Duration.ZERO, NOW)).hasMessageContaining("anna on elsewhere");
    }

    @Test
    void aParameterThatNoDeployWroteIsLeftAlone() {
        held("mine");

        assertThatThrownBy(() -> take(Duration.ZERO, NOW))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("no deploy wrote")
                .hasMessageContaining("aws ssm delete-parameter --name " + NAME);
        assertThat(ssm.getParameter(r -> r.name(NAME)).parameter().value()).isEqualTo("mine");
    }

    @Test
    void ofManyThatFindItFreeOneGetsIt() throws InterruptedException {
        heldBy(new LockHolder("anna", "elsewhere", 1, "", NOW.getEpochSecond() - 1));
        AtomicInteger taken = new AtomicInteger();
        Thread[] all = new Thread[6];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Thread(() -> {
                try {
                    take(Duration.ZERO, NOW);
                    taken.incrementAndGet();
                } catch (UserFault e) {
                    assertThat(e).hasMessageContaining("LM317");
                }
            });
            all[i].start();
        }
        for (Thread each : all) {
            each.join();
        }
        assertThat(taken).hasValue(1);
    }
}
