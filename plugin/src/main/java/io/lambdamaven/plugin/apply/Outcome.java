package io.lambdamaven.plugin.apply;

import io.lambdamaven.plugin.plan.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a plan.
 *
 * @param done in the order of their ending
 * @param failed with what went wrong
 * @param skipped not done, because something they wait for failed or the run was interrupted
 */
public record Outcome(
        List<ResourceId> done, SortedMap<ResourceId, Throwable> failed, List<ResourceId> skipped, boolean interrupted) {
    public Outcome {
        done = List.copyOf(done);
        skipped = List.copyOf(skipped);
    }

    /** Nothing was to be done. */
    static Outcome nothing() {
        return new Outcome(List.of(), new TreeMap<>(Map.of()), List.of(), false);
    }

    /** {@code 5 done, 1 failed, 2 skipped}. */
    public String summary() {
        return done.size() + " done, " + failed.size() + " failed, " + skipped.size() + " skipped";
    }

    static final class Builder {
        private final List<ResourceId> done = new ArrayList<>();
        private final SortedMap<ResourceId, Throwable> failed = new TreeMap<>();
        private final List<ResourceId> skipped = new ArrayList<>();
        private boolean interrupted;

        void done(ResourceId id) {
            done.add(id);
        }

        void failed(ResourceId id, Throwable failure) {
            failed.put(id, failure);
        }

        void skipped(ResourceId id) {
            skipped.add(id);
        }

        void interrupted() {
            interrupted = true;
        }

        Outcome build() {
            return new Outcome(done, failed, skipped, interrupted);
        }
    }
}
