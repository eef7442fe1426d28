package io.lambdamaven.plugin.report;

/**
 * The stable id of every diagnostic, with its title. {@code src/site/markdown/diagnostics.md} explains each; a test
 * holds the two together. Ids are never used again for something else.
 */
public enum Problem {
    // LM001-LM099: the project's annotations and methods.
    LM001("Handler method is not public"),

    // LM100-LM199: packaging and sample events.
    LM100("Dependency cannot be read"),
    LM101("Compiled classes cannot be read"),
    LM102("Jackson is too old"),
    LM103("Handler runtime is not packed"),
    LM104("Archive is larger than Lambda takes"),
    LM105("Dependencies disagree about a class"),
    LM106("Archive is too large for direct upload"),
    LM107("Archive cannot be written"),
    LM108("Jackson 3 beside Jackson 2"),
    LM150("No trigger for this kind of event"),
    LM151("Several triggers for this kind of event"),
    LM152("Unknown kind of event"),
    LM153("Request line is not understood"),
    LM154("Sample does not reach the trigger"),
    LM155("Placeholder has no value"),
    LM156("Arguments are not JSON"),

    // LM200-LM299: settings, placeholders and plan.
    LM200("Unknown stage"),
    LM201("Stages extend each other in a circle"),
    LM202("Setting is not a number or out of range"),
    LM203("Setting has a value that is not offered"),
    LM204("Environment variable cannot be set"),
    LM205("Environment is over 4 KB"),
    LM206("Undefined placeholder"),
    LM207("Two placeholders share one environment variable"),
    LM208("Tag cannot be set"),
    LM209("Function name is not valid"),
    LM210("Two functions have one name"),
    LM211("An existing role gets no permissions"),
    LM212("Timeout is longer than the HTTP API waits"),
    LM213("Runtime does not run these class files"),
    LM214("Settings for a function that does not exist"),
    LM215("Setting cannot differ by function"),
    LM216("Malformed placeholder"),
    LM217("Not a role or policy"),
    LM218("Not a bucket name"),
    LM219("Not a queue name"),
    LM220("Batch does not fit a FIFO queue"),
    LM221("Two methods read one queue"),
    LM222("S3 notifications overlap"),
    LM223("Permission on every resource"),
    LM224("Permission on something that is no ARN"),
    LM225("Value beyond what Lambda functions usually take"),
    LM226("Resource policy is over 20 KB"),
    LM227("Role policy is over 10 KB"),
    LM290("Plan was not applied whole"),
    LM291("Run was interrupted"),

    // LM300-LM399: AWS.

    // LM400-LM499: the local Lambda.
    LM400("Local Lambda does not start"),
    LM401("Local Lambda does not run"),
    LM402("Port of the local Lambda is taken"),
    LM403("Directory of the local Lambda cannot be written"),
    LM404("Function is not deployed on the local Lambda"),
    LM405("Local Lambda refuses a request"),

    // LM500-LM599: using a goal.
    LM500("No project to work on"),
    LM501("Unknown setting"),
    LM502("Dependency to scan is not there"),
    LM503("Unknown layout"),
    LM504("No method carries a trigger"),
    LM505("Not a jar that was packed for Lambda"),
    LM506("There is something to deploy"),
    LM507("The function failed"),
    LM508("No such file"),
    LM509("Which function"),
    LM510("Not a length of time");

    private final String title;

    Problem(String title) {
        this.title = title;
    }

    /** The heading under which the user guide explains it. */
    public String title() {
        return title;
    }
}
