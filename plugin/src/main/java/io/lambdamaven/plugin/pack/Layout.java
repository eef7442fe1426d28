package io.lambdamaven.plugin.pack;

/** How the dependencies stand in the archive. */
public enum Layout {
    /** Everything merged into one tree of classes. */
    JAR,
    /** Each dependency a jar of its own in {@code lib/}, where Lambda puts it on the class path. */
    LIB,
    /**
     * What fetches the application in the archive that Lambda gets, and everything else, merged, in a second one that
     * goes to S3.
     */
    SLIM
}
