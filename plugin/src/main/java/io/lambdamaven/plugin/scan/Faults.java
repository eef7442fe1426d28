package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers the faults of a project; one that several triggers of a method bring to light is told once. */
final class Faults {
    private final Set<Diagnostic> found = new LinkedHashSet<>();

    void add(Problem problem, Spot spot, String summary, String remedy) {
        add(problem, spot.place(), summary, remedy);
    }

    void add(Problem problem, Place place, String summary, String remedy) {
        found.add(new Diagnostic(problem, place, summary, remedy));
    }

    /** How many there are by now. */
    int count() {
        return found.size();
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            List<Diagnostic> sorted = found.stream()
                    .sorted(Comparator.comparing((Diagnostic each) ->
                                    String.valueOf(each.place().file()))
                            .thenComparing(each -> each.place().line())
                            .thenComparing(each -> each.place().subject())
                            .thenComparing(Diagnostic::problem))
                    .toList();
            throw new UserFault(sorted);
        }
    }
}
