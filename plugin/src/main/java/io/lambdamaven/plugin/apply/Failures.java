package io.lambdamaven.plugin.apply;

import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes one exception of all that went wrong in a run. */
final class Failures {
    private Failures() {}

    static void throwIfAny(Outcome outcome) {
        if (outcome.failed().isEmpty() && !outcome.interrupted()) {
            return;
        }
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Map.Entry<ResourceId, Throwable> failure : outcome.failed().entrySet()) {
            if (failure.getValue() instanceof UserFault fault) {
                diagnostics.addAll(fault.diagnostics());
            }
        }
        diagnostics.add(whole(outcome));
        throwUnexpected(outcome, diagnostics);
        throw new UserFault(diagnostics, cause(outcome));
    }

    /** An exception that is nobody's message is a fault of ours, or of the network: it keeps its stack trace. */
    private static void throwUnexpected(Outcome outcome, List<Diagnostic> diagnostics) {
        for (Map.Entry<ResourceId, Throwable> failure : outcome.failed().entrySet()) {
            if (!(failure.getValue() instanceof UserFault) && !outcome.interrupted()) {
                String unexpected = outcome.failed().entrySet().stream()
                        .filter(entry -> !(entry.getValue() instanceof UserFault))
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining("\n"));
                String told = diagnostics.stream().map(Diagnostic::render).collect(Collectors.joining("\n"));
                throw new ApplyFailure(unexpected + "\n" + told, failure.getValue());
            }
        }
    }

    private static Diagnostic whole(Outcome outcome) {
        String skipped = outcome.skipped().isEmpty()
                ? ""
                : " Not done: "
                        + outcome.skipped().stream().map(ResourceId::toString).collect(Collectors.joining(", ")) + ".";
        String failed = outcome.failed().isEmpty()
                ? ""
                : " Failed: "
                        + outcome.failed().keySet().stream()
                                .map(ResourceId::toString)
                                .collect(Collectors.joining(", ")) + ".";
        Problem problem = outcome.interrupted() ? Problem.LM291 : Problem.LM290;
        String what = outcome.interrupted() ? "The run was interrupted" : "The plan was not applied whole";
        return new Diagnostic(
                problem,
                Place.of("apply"),
                what + ": " + outcome.summary() + "." + failed + skipped,
                "Mend the cause and run the same goal again; it goes on from what is there.");
    }

    private static Throwable cause(Outcome outcome) {
        return outcome.failed().values().stream()
                .findFirst()
                .orElseGet(() -> new InterruptedException("The run was interrupted"));
    }
}
