package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.UserFault;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.core.exception.AbortedException;

/** Runs reads that do not depend on each other side by side; what fails is told together. */
final class Parallel implements AutoCloseable {
    private static final int SIDE_BY_SIDE = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE, work -> {
        Thread thread = new Thread(work, "lambda-observe");
        thread.setDaemon(true);
        return thread;
    });

    /** The results in the order of the tasks; tasks do not call this themselves. */
    <T> List<T> all(List<Callable<T>> tasks) {
        List<Future<T>> running = tasks.stream().map(threads::submit).toList();
        List<T> results = new ArrayList<>();
        Set<Diagnostic> faults = new LinkedHashSet<>();
        UserFault first = null;
        for (Future<T> future : running) {
            try {
                results.add(future.get());
            } catch (InterruptedException e) {
                running.forEach(each -> each.cancel(true));
                Thread.currentThread().interrupt();
                throw AbortedException.create("Interrupted while reading", e);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UserFault fault)) {
                    throw new IllegalStateException(e.getCause());
                }
                first = first == null ? fault : first;
                faults.addAll(fault.diagnostics());
            }
        }
        if (first != null) {
            throw new UserFault(List.copyOf(faults), first);
        }
        return results;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
