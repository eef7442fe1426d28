package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.UserFault;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * Runs reads that do not depend on each other side by side; what fails is told together. A read may start others: how long
 * a deploy takes is how many calls have to wait for each other.
 */
final class Parallel implements AutoCloseable {
    private static final int SIDE_BY_SIDE = 40;

    private final ForkJoinPool threads = new ForkJoinPool(SIDE_BY_SIDE, Parallel::thread, null, false);

    /** What came of a read; as a value, since the pool makes another exception of one that it is left with. */
    private record Result<T>(List<T> values, List<RuntimeException> failure) {
        T get() {
            if (!failure.isEmpty()) {
                throw failure.get(0);
            }
            return values.get(0);
        }
    }

    /** The SDK looks for its parts in the class loader of the thread. */
    private static ForkJoinWorkerThread thread(ForkJoinPool pool) {
        ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        thread.setName("lambda-observe-" + thread.getPoolIndex());
        thread.setContextClassLoader(Parallel.class.getClassLoader());
        return thread;
    }

    /**
     * Starts a read.
     *
     * @return waits for it, and gives its value or throws what it threw
     */
    <T> Supplier<T> start(Supplier<T> read) {
        ForkJoinTask<Result<T>> task = threads.submit(() -> result(read));
        return () -> await(task).get();
    }

    private static <T> Result<T> result(Supplier<T> read) {
        try {
            return new Result<>(List.of(read.get()), List.of());
        } catch (RuntimeException e) {
            return new Result<>(List.of(), List.of(e));
        }
    }

    private static <T> Result<T> await(ForkJoinTask<Result<T>> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("Interrupted while reading", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The results in the order of the tasks. */
    <T> List<T> all(List<Callable<T>> tasks) {
        List<Supplier<T>> running = new ArrayList<>();
        tasks.forEach(task -> running.add(start(() -> call(task))));
        List<T> results = new ArrayList<>();
        Set<Diagnostic> faults = new LinkedHashSet<>();
        UserFault first = null;
        for (Supplier<T> each : running) {
            try {
                results.add(each.get());
            } catch (UserFault fault) {
                first = first == null ? fault : first;
                faults.addAll(fault.diagnostics());
            }
        }
        if (first != null) {
            throw new UserFault(List.copyOf(faults), first);
        }
        return results;
    }

    private static <T> T call(Callable<T> task) {
        try {
            return task.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
