package io.lambdamaven.plugin.report;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something the user can mend; ends as Maven's {@code MojoFailureException}. */
public final class UserFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    public UserFault(List<Diagnostic> diagnostics) {
        this(diagnostics, null);
    }

    public UserFault(List<Diagnostic> diagnostics, @Nullable Throwable cause) {
        super(diagnostics.stream().map(Diagnostic::render).collect(Collectors.joining("\n")), cause);
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** A run that ends with its first fault. */
    public UserFault(Problem problem, Place place, String summary, String remedy) {
        this(List.of(new Diagnostic(problem, place, summary, remedy)));
    }

    /** The same, with what failed underneath. */
    public UserFault(Problem problem, Place place, String summary, String remedy, Throwable cause) {
        this(List.of(new Diagnostic(problem, place, summary, remedy)), cause);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
