package io.lambdamaven.plugin.report;

/**
 * The stable id of every diagnostic, with its title. {@code src/site/markdown/diagnostics.md} explains each; a test
 * holds the two together. Ids are never used again for something else.
 */
public enum Problem {
    // LM001-LM099: the project's annotations and methods.
    LM001("Handler method is not public"),
    LM002("Handler class is not public"),
    LM003("Handler class is abstract"),
    LM004("Handler class has no public constructor without parameters"),
    LM005("Trigger on a method of an interface"),
    LM006("Handler class is an inner class"),
    LM007("Handler method has type parameters"),
    LM008("Handler method throws Throwable"),
    LM009("Name of a parameter is unknown"),
    LM010("HTTP method is unknown"),
    LM011("Path template does not start with a slash"),
    LM012("Path template is malformed"),
    LM013("Path variable appears twice"),
    LM014("Greedy path variable is not the last segment"),
    LM015("Path template has an empty segment"),
    LM016("Path template has a query or fragment"),
    LM017("Path variable has no parameter"),
    LM018("Path parameter has no variable"),
    LM019("HTTP route is declared twice"),
    LM020("HTTP route is never reached"),
    LM021("More than one parameter for the payload"),
    LM022("Parameter has several annotations"),
    LM023("HTTP parameter with a trigger of another kind"),
    LM024("Parameter annotation that no trigger uses"),
    LM025("Type of a parameter is not supported"),
    LM026("Return type is not supported"),
    LM027("Type of a parameter is not accessible"),
    LM028("Default value does not fit the parameter"),
    LM029("Name of a parameter is malformed"),
    LM030("Rate expression is malformed"),
    LM031("Cron expression is malformed"),
    LM032("Schedule is declared twice"),
    LM035("Batch size is out of range"),
    LM036("Batching window is out of range"),
    LM037("Batch size needs a batching window"),
    LM038("FIFO queue with settings of a standard queue"),
    LM039("Maximum concurrency is out of range"),
    LM040("Queue is malformed"),
    LM041("Queue has two methods in one function"),
    LM045("Bucket is malformed"),
    LM046("S3 event type is unknown"),
    LM047("S3 filters overlap"),
    LM048("S3 trigger has no event type"),
    LM050("Command name is malformed"),
    LM051("Command is declared twice"),
    LM052("More than one @InvokeTrigger in a function"),
    LM053("Description is too long"),
    LM055("Memory is out of range"),
    LM056("Timeout is out of range"),
    LM057("Function name is malformed"),
    LM058("Function is described in two ways"),
    LM059("@LambdaFunction on a class without triggers"),
    LM060("Placeholder is malformed"),
    LM061("Action of a permission is malformed"),
    LM062("Permission is empty"),
    LM063("Permission for every resource"),
    LM064("Resource of a permission is malformed"),
    LM065("Permission without a trigger"),
    LM070("More than one instance factory"),
    LM071("Instance factory does not implement InstanceProvider"),
    LM072("Instance factory cannot be made"),
    LM080("Class file is newer than this version knows"),
    LM081("Class file cannot be read"),
    LM085("Generated handler does not compile"),
    LM086("No Java compiler"),
    LM090("Manifest is malformed"),
    LM091("Manifest has an unknown schema version"),

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
