package io.lambdamaven.runtime.event;

import java.util.Map;

/** The samples, for tests of other packages. */
public final class Kinds {
    private Kinds() {}

    /** Events in single quotes, and what they are. */
    public static Map<String, EventKind> samples() {
        return Samples.all();
    }
}
