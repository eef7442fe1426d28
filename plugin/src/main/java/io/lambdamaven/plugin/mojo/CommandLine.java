package io.lambdamaven.plugin.mojo;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@code -D} properties of this run. Maven lets a pom's explicit {@code <configuration>} win over the property of the
 * same parameter; users who type {@code -D} expect the opposite.
 */
record CommandLine(Properties userProperties) {

    /** The value of {@code -Dname}, else the one that Maven injected. */
    @Nullable
    String over(String name, @Nullable String injected) {
        String said = userProperties.getProperty(name);
        return said == null ? injected : said;
    }

    /** The value of {@code -Dname}, else null. */
    @Nullable
    String get(String name) {
        return userProperties.getProperty(name);
    }

    /** All properties that begin with a prefix, without it. */
    Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new TreeMap<>();
        for (String name : userProperties.stringPropertyNames()) {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), userProperties.getProperty(name));
            }
        }
        return found;
    }
}
