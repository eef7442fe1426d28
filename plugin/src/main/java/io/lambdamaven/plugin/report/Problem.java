package io.lambdamaven.plugin.report;

/**
 * The stable id of every diagnostic, with its title. {@code src/site/markdown/diagnostics.md} explains each; a test
 * holds the two together. Ids are never used again for something else.
 */
public enum Problem {
    // LM001-LM099: the project's annotations and methods.
    LM001("Handler method is not public"),

    // LM100-LM199: packaging.

    // LM200-LM299: settings, placeholders and plan.

    // LM300-LM399: AWS.

    // LM400-LM499: the local Lambda.

    // LM500-LM599: using a goal.
    LM500("No project to work on");

    private final String title;

    Problem(String title) {
        this.title = title;
    }

    /** The heading under which the user guide explains it. */
    public String title() {
        return title;
    }
}
