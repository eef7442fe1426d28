package io.lambdamaven.plugin.local.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The execution environments of one function: started as invocations need them, kept for later ones, at most so many at
 * once. An invocation beyond these waits.
 */
public final class FunctionHost implements AutoCloseable {
    private static final Duration INIT_LIMIT = Duration.ofSeconds(10);
    private static final long LARGEST_LOG = 10L * 1024 * 1024;

    private final FunctionSpec spec;
    private final HostSettings settings;
    private final Duration initLimit;
    private final FunctionLog log;
    private final Identifiers identifiers;
    private final Semaphore places;
    private final Deque<Environment> idle = new ArrayDeque<>();
    private final Set<Environment> all = new HashSet<>();
    private boolean closed;

    public FunctionHost(FunctionSpec spec, HostSettings settings) {
        this(spec, settings, INIT_LIMIT);
    }

    FunctionHost(FunctionSpec spec, HostSettings settings, Duration initLimit) {
        this.spec = spec;
        this.settings = settings;
        this.initLimit = initLimit;
        log = new FunctionLog(settings.logFile(), Clock.systemUTC(), LARGEST_LOG);
        identifiers = new Identifiers(Clock.systemUTC());
        places = new Semaphore(settings.mostEnvironments(), true);
    }

    /**
     * Runs one invocation. However the function fails, that is a result.
     *
     * @throws UncheckedIOException if no child can be started at all
     */
    public Result invoke(Request request) throws InterruptedException {
        places.acquire();
        try {
            return new Run(request).result();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "An execution environment of " + spec.functionName() + " cannot be started: " + e.getMessage(), e);
        } finally {
            places.release();
        }
    }

    @Override
    public void close() {
        Set<Environment> running;
        synchronized (this) {
            closed = true;
            running = Set.copyOf(all);
            all.clear();
            idle.clear();
        }
        running.forEach(Environment::close);
    }

    private Environment start() throws IOException {
        synchronized (this) {
            refuseClosed();
        }
        Environment environment = new Environment(spec, settings, log, identifiers.logStream(spec.version()));
        synchronized (this) {
            if (!closed) {
                all.add(environment);
                return environment;
            }
        }
        environment.close();
        throw new IllegalStateException("The host of " + spec.functionName() + " is closed");
    }

    private synchronized @Nullable Environment takeIdle() {
        refuseClosed();
        return idle.pollLast();
    }

    private void refuseClosed() {
        if (closed) {
            throw new IllegalStateException("The host of " + spec.functionName() + " is closed");
        }
    }

    private synchronized void keep(Environment environment) {
        if (!closed) {
            idle.addLast(environment);
        }
    }

    private void end(Environment environment) {
        synchronized (this) {
            idle.remove(environment);
            all.remove(environment);
        }
        environment.close();
    }

    /** One invocation, from a place for it to its result. */
    private final class Run {
        private final Request request;
        private final String requestId = identifiers.requestId();
        private @Nullable Double init;

        Run(Request request) {
            this.request = request;
        }

        Result result() throws IOException, InterruptedException {
            Environment environment = takeIdle();
            while (environment != null) {
                // A child may end between two invocations, after it reported an error it cannot go on from.
                if (awaitStart(environment, Duration.ofSeconds(1).toNanos()) == null) {
                    return in(environment, System.nanoTime(), null);
                }
                end(environment);
                environment = takeIdle();
            }
            return cold();
        }

        private Result cold() throws IOException, InterruptedException {
            long started = System.nanoTime();
            Environment environment = start();
            @Nullable Outcome early = awaitStart(environment, initLimit.toNanos());
            if (!(early instanceof Outcome.TimedOut)) {
                init = (System.nanoTime() - started) / 1e6;
                return in(environment, System.nanoTime(), early);
            }
            // As Lambda does: the start is repeated, and from here on the function's timeout counts.
            environment.say(
                    "INIT_REPORT Init Duration: " + initLimit.toMillis() + ".00 ms\tPhase: init\tStatus: timeout");
            end(environment);
            long begun = System.nanoTime();
            Environment second = start();
            return in(second, begun, awaitStart(second, timeoutNanos()));
        }

        private @Nullable Outcome awaitStart(Environment environment, long nanos) throws InterruptedException {
            try {
                return environment.ready(nanos);
            } catch (InterruptedException e) {
                end(environment);
                throw e;
            }
        }

        private Result in(Environment environment, long begun, @Nullable Outcome early) throws InterruptedException {
            boolean keep = false;
            try {
                environment.say("START RequestId: " + requestId + " Version: " + spec.version());
                Outcome outcome = early != null ? early : run(environment, begun);
                double millis = (System.nanoTime() - begun) / 1e6;
                keep = !outcome.endsEnvironment();
                return report(environment, outcome, millis);
            } finally {
                if (keep) {
                    keep(environment);
                } else {
                    end(environment);
                }
            }
        }

        private Outcome run(Environment environment, long begun) throws InterruptedException {
            long left = timeoutNanos() - (System.nanoTime() - begun);
            long deadline = System.currentTimeMillis() + left / 1_000_000;
            return environment.run(identifiers.invocation(requestId, request, deadline), left);
        }

        private Result report(Environment environment, Outcome outcome, double millis) {
            int used = environment.peakMemory();
            if (outcome.endsEnvironment()) {
                environment.kill();
            }
            if (outcome instanceof Outcome.TimedOut) {
                environment.say(requestId + " " + ErrorPayload.timedOutText(spec.timeout()));
            } else if (outcome instanceof Outcome.Exited exited) {
                environment.say("RequestId: " + requestId + " Error: " + ErrorPayload.exitedText(exited.exitStatus()));
            }
            environment.say("END RequestId: " + requestId);
            environment.say(ReportLine.of(requestId, millis, init, spec.memory(), used, outcome));
            return new Result(
                    requestId,
                    outcome.payload(requestId, spec.timeout()),
                    outcome instanceof Outcome.Answered ? null : "Unhandled",
                    millis,
                    init,
                    environment.drain(),
                    used);
        }

        private long timeoutNanos() {
            return Duration.ofSeconds(spec.timeout()).toNanos();
        }
    }
}
