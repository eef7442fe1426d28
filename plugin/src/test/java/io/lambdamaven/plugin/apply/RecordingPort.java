package io.lambdamaven.plugin.apply;

import io.lambdamaven.plugin.plan.Change;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.Observed;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.report.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A port onto a map: changes really happen there, and each is written down. */
final class RecordingPort implements Port {
    private final ConcurrentSkipListMap<ResourceId, Resource> world = new ConcurrentSkipListMap<>();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final Map<ResourceId, Runnable> before = new ConcurrentHashMap<>();
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    private final AtomicInteger locks = new AtomicInteger();
    private Runnable whenLocked = () -> {};

    RecordingPort(Observed start) {
        start.resources().forEach(resource -> world.put(resource.id(), resource));
    }

    /** Runs this, which may throw or wait, instead of the next changes of a resource. */
    RecordingPort on(ResourceId id, Runnable action) {
        before.put(id, action);
        return this;
    }

    /** What others do until the lock is ours. */
    RecordingPort whileWaiting(Runnable action) {
        whenLocked = action;
        return this;
    }

    /** How many locks were not given back. */
    int locks() {
        return locks.get();
    }

    /** Does this many more changes, then refuses every one. */
    RecordingPort dyingAfter(int changes) {
        left.set(changes);
        return this;
    }

    RecordingPort mended() {
        left.set(Integer.MAX_VALUE);
        before.clear();
        return this;
    }

    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Whereabouts whereabouts() {
        return new Whereabouts("aws", "eu-central-1", "123456789012");
    }

    @Override
    public Observed observe(Desired desired) {
        return new Observed(List.copyOf(world.values()));
    }

    @Override
    public void execute(Change change, Desired desired, Progress progress) {
        Runnable action = before.get(change.id());
        if (action != null) {
            action.run();
        }
        if (left.getAndDecrement() <= 0) {
            throw new IllegalStateException("killed");
        }
        if (change instanceof Change.Create create) {
            world.put(change.id(), create.desired());
        } else if (change instanceof Change.Update update) {
            world.put(change.id(), update.desired());
        } else if (change instanceof Change.Delete) {
            world.remove(change.id());
        } else {
            throw new IllegalArgumentException("Nothing to do for " + change);
        }
        calls.add(change.getClass().getSimpleName() + " " + change.id());
    }

    @Override
    public DeployLock lock(Desired desired, Progress progress) {
        whenLocked.run();
        locks.incrementAndGet();
        return locks::decrementAndGet;
    }

    @Override
    public void close() {
        calls.add("closed");
    }
}
