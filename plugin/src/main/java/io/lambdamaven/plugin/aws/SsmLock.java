package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.apply.DeployLock;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.Progress;
import io.lambdamaven.plugin.report.UserFault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * A stage's lock as an SSM parameter, which only one can create. Its holder renews it; one that is not renewed any more is
 * taken over by whoever writes the version that follows.
 */
final class SsmLock implements DeployLock {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration RENEWAL = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final SsmClient ssm;
    private final String name;
    private final Progress progress;
    private final Clock clock;
    private final Thread renewing = new Thread(this::keep, "lambda-lock");

    private SsmLock(SsmClient ssm, String name, Progress progress, Clock clock) {
        this.ssm = ssm;
        this.name = name;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Waits for the lock and takes it.
     *
     * @param patience how long to wait for another deploy of the stage
     * @throws UserFault if another one still holds it then
     */
    static SsmLock take(SsmClient ssm, String name, Duration patience, Progress progress, Clock clock) {
        SsmLock lock = new SsmLock(ssm, name, progress, clock);
        Instant end = clock.instant().plus(patience);
        boolean told = false;
        LockHolder holder = lock.tryToTake();
        while (holder != null) {
            if (!clock.instant().isBefore(end)) {
                throw lock.refused(holder);
            }
            if (!told) {
                progress.info("Waiting for the deploy by " + holder.who() + " to end.");
                told = true;
            }
            Retry.sleep(PAUSE);
            holder = lock.tryToTake();
        }
        lock.renewing.setDaemon(true);
        lock.renewing.start();
        return lock;
    }

    /** Who has it; null if we have it now. */
    private @Nullable LockHolder tryToTake() {
        try {
            put(false);
            return null;
        } catch (ParameterAlreadyExistsException e) {
            return takeOver();
        }
    }

    /** Of several that find it free only one writes the next version. */
    private @Nullable LockHolder takeOver() {
        Parameter found;
        try {
            found = ssm.getParameter(r -> r.name(name)).parameter();
        } catch (ParameterNotFoundException e) {
            return tryToTake();
        }
        LockHolder holder = LockHolder.read(found.value()).orElseThrow(() -> foreign(found.value()));
        if (!holder.isGone(clock.instant())) {
            return holder;
        }
        long version = put(true);
        if (version == found.version() + 1) {
            progress.warn("Took over the stage from " + holder.who() + ", whose deploy did not end properly.");
            return null;
        }
        return holder;
    }

    private long put(boolean overwrite) {
        String value = LockHolder.here(clock.instant().plus(LIFE)).text();
        return ssm.putParameter(r ->
                        r.name(name).value(value).type(ParameterType.STRING).overwrite(overwrite))
                .version();
    }

    private void keep() {
        try {
            while (true) {
                Thread.sleep(RENEWAL.toMillis());
                renew();
            }
        } catch (InterruptedException e) {
            // Given back.
        }
    }

    private void renew() {
        try {
            put(true);
        } catch (SdkException e) {
            progress.debug("The lock " + name + " was not renewed: " + e.getMessage());
        }
    }

    private UserFault refused(LockHolder holder) {
        return new UserFault(
                Problem.LM317,
                Place.of("the stage's lock " + name),
                "Another deploy of this stage is under way, by " + holder.who() + "; nothing was changed.",
                "Wait for it and run the goal again, or wait longer with -Dlambda.lockTimeout; a lock that is not"
                        + " renewed any more is free after " + LIFE.toMinutes() + " minutes.");
    }

    private UserFault foreign(String value) {
        return new UserFault(
                Problem.LM317,
                Place.of("the stage's lock " + name),
                "The parameter holds something that no deploy wrote: "
                        + value.substring(0, Math.min(40, value.length())) + ".",
                "Delete the parameter if nobody needs it: aws ssm delete-parameter --name " + name + ".");
    }

    @Override
    public void close() {
        renewing.interrupt();
        try {
            ssm.deleteParameter(r -> r.name(name));
        } catch (ParameterNotFoundException e) {
            // Gone already.
        } catch (SdkException e) {
            progress.warn("The lock " + name + " was not given back; it is free in " + LIFE.toMinutes()
                    + " minutes, and at once for this machine. " + e.getMessage());
        }
    }
}
