package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.plan.resource.Source;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Makes and removes one kind of what triggers name. Each method may be called again after a lost answer. */
interface Maker {
    /** The tags of what has this name; none if there is no such thing. */
    Optional<Map<String, String>> tags(String name);

    /** Returns when it can be used. */
    void make(Source wanted);

    /** What of these settings holds; for one that is there and was made by us. What nobody can tell is as wanted. */
    default SortedMap<String, String> settings(Source wanted) {
        return wanted.settings();
    }

    /** The text that is wanted where what is there says the same in another order. */
    static String same(String wanted, String there) {
        return !there.isEmpty() && Json.parse(there).equals(Json.parse(wanted)) ? wanted : there;
    }

    /** Brings settings of one that is there to what is wanted. */
    default void change(Source wanted) {}

    /** With all that is in it. */
    void remove(String name);
}
