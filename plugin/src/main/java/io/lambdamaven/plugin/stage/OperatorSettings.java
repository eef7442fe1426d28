package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.script.ScriptKey;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What operators may do with one function.
 *
 * @param commands whether it takes commands
 * @param scriptKeys the public keys that scripts are verified with, by their ids; none for no scripts
 */
public record OperatorSettings(boolean commands, SortedMap<String, ScriptKey> scriptKeys) {
    public OperatorSettings {
        scriptKeys = Collections.unmodifiableSortedMap(new TreeMap<>(scriptKeys));
    }
}
