package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.Source;
import java.util.Map;
import java.util.Optional;

/** Makes and removes one kind of what triggers name. Each method may be called again after a lost answer. */
interface Maker {
    /** The tags of what has this name; none if there is no such thing. */
    Optional<Map<String, String>> tags(String name);

    /** Returns when it can be used. */
    void make(Source wanted);

    /** With all that is in it. */
    void remove(String name);
}
