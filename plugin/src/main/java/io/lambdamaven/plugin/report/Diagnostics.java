package io.lambdamaven.plugin.report;

import java.util.ArrayList;
import java.util.List;

/** Gathers the faults of one run, so that all of them are told at once. */
public final class Diagnostics {
    private final List<Diagnostic> found = new ArrayList<>();

    public void add(Problem problem, Place place, String summary, String remedy) {
        found.add(new Diagnostic(problem, place, summary, remedy));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What was found so far, in the order of finding. */
    public List<Diagnostic> list() {
        return List.copyOf(found);
    }

    /** Ends the run if anything was reported. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new UserFault(found);
        }
    }
}
