package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.UserFault;
import java.util.List;

/** Prose for failures, made once, at the edge. */
final class Failures {
    private Failures() {}

    /** All faults of a run: the count, then a line each. */
    static String text(UserFault fault) {
        List<Diagnostic> found = fault.diagnostics();
        if (found.size() == 1) {
            return found.get(0).render();
        }
        // Maven prints a cause's message too, unless it stands in this one.
        return found.size() + " faults:\n" + fault.getMessage();
    }

    /** A failure that is nobody's setting: what happened, in the words of its deepest cause. */
    static String unexpected(Exception e) {
        Throwable deepest = e;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return deepest == e || deepest.getMessage() == null
                ? message
                : message + " (" + deepest.getClass().getSimpleName() + ": " + deepest.getMessage() + ")";
    }
}
