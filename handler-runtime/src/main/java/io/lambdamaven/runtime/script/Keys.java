package io.lambdamaven.runtime.script;

import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.TreeMap;

/** The public keys of a stage, from the variable that the deployer sets: {@code id:algorithm:key}, blanks between. */
final class Keys {
    private final Map<String, Key> keys = new TreeMap<>();

    /** @throws IllegalStateException if one cannot be used: better no script than one less key than somebody believes */
    Keys(String setting) {
        StringTokenizer each = new StringTokenizer(setting, " ");
        while (each.hasMoreTokens()) {
            String entry = each.nextToken();
            int id = entry.indexOf(':');
            int algorithm = entry.indexOf(':', id + 1);
            try {
                if (algorithm == -1) {
                    throw new GeneralSecurityException("it has no parts");
                }
                keys.put(
                        entry.substring(0, id),
                        Key.of(entry.substring(id + 1, algorithm), entry.substring(algorithm + 1)));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new IllegalStateException("a key for scripts cannot be used: " + entry, e);
            }
        }
    }

    Key get(String id) {
        Key key = keys.get(id);
        if (key == null) {
            throw new RefusedScriptException("the key that it names is none of this stage, which has "
                    + String.join(", ", keys.keySet())
                    + ": add it to <scriptKeys> and deploy");
        }
        return key;
    }
}
