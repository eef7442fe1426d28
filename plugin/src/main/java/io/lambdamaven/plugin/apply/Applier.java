package io.lambdamaven.plugin.apply;

import io.lambdamaven.plugin.plan.Change;
import io.lambdamaven.plugin.plan.ChangeGraph;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.Plan;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.report.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the changes of one plan: each as soon as what it waits for is done, independent ones side by side. A
 * failure stops only what waits for it.
 */
final class Applier {
    private static final int SIDE_BY_SIDE = 6;
    private static final int SECONDS_TO_STOP = 30;

    private final Port port;
    private final Desired desired;
    private final Progress progress;
    private final ChangeGraph graph;
    private final Map<ResourceId, Change> waiting = new LinkedHashMap<>();
    private final Map<ResourceId, Change> underWay = new LinkedHashMap<>();
    private final Set<ResourceId> done = new TreeSet<>();
    private final Outcome.Builder outcome = new Outcome.Builder();
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();

    private record Ended(Change change, @Nullable Throwable failure) {}

    Applier(Port port, Plan plan, Desired desired, Progress progress) {
        this.port = port;
        this.desired = desired;
        this.progress = progress;
        this.graph = ChangeGraph.of(plan);
        plan.changes().forEach(change -> waiting.put(change.id(), change));
    }

    /** Returns when nothing runs any more, also when the thread was interrupted; its interrupt flag is then set. */
    Outcome apply() {
        ExecutorService workers = Executors.newFixedThreadPool(SIDE_BY_SIDE, Applier::worker);
        try {
            start(workers);
            while (!underWay.isEmpty()) {
                finish(ended.take());
                start(workers);
            }
        } catch (InterruptedException e) {
            outcome.interrupted();
            stop(workers);
            Thread.currentThread().interrupt();
        } finally {
            workers.shutdownNow();
        }
        underWay.keySet().forEach(outcome::skipped);
        waiting.values().stream().filter(Applier::isWork).map(Change::id).forEach(outcome::skipped);
        return outcome.build();
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "lambda-apply");
        thread.setDaemon(true);
        return thread;
    }

    /** Starts all that waits for nothing; what needs no work is done at once and may set others free. */
    private void start(ExecutorService workers) {
        boolean again = true;
        while (again) {
            again = false;
            for (Change change : List.copyOf(waiting.values())) {
                if (done.containsAll(graph.prerequisites(change.id()))) {
                    waiting.remove(change.id());
                    if (isWork(change)) {
                        underWay.put(change.id(), change);
                        workers.execute(() -> execute(change));
                    } else {
                        done.add(change.id());
                        again = true;
                    }
                }
            }
        }
    }

    private static boolean isWork(Change change) {
        return !(change instanceof Change.Keep) && !(change instanceof Change.Leave);
    }

    private void execute(Change change) {
        try {
            progress.debug("Starting: " + describe(change));
            port.execute(change, desired, progress);
            ended.add(new Ended(change, null));
        } catch (Throwable e) {
            ended.add(new Ended(change, e));
        }
    }

    private void finish(Ended end) {
        ResourceId id = end.change().id();
        underWay.remove(id);
        if (end.failure() == null) {
            done.add(id);
            outcome.done(id);
            progress.info(describe(end.change()));
        } else {
            outcome.failed(id, end.failure());
            progress.warn("Failed: " + describe(end.change()));
        }
    }

    private void stop(ExecutorService workers) {
        workers.shutdownNow();
        try {
            // What AWS was already told is worth knowing: the calls under way end or are interrupted.
            if (!workers.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                progress.warn("Some changes were still under way when the run was interrupted.");
            }
        } catch (InterruptedException e) {
            progress.warn("Interrupted again: did not wait for the changes under way.");
        }
        for (Ended end = ended.poll(); end != null; end = ended.poll()) {
            finish(end);
        }
    }

    private static String describe(Change change) {
        String sign = change instanceof Change.Create ? "+ " : change instanceof Change.Delete ? "- " : "~ ";
        return sign + change.id();
    }
}
