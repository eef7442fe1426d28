package io.lambdamaven.plugin.mojo;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The {@code -D} properties of this run. Maven lets a pom's explicit {@code <configuration>} win over the property of the
 * same parameter; users who type {@code -D} expect the opposite.
 */
record CommandLine(Properties userProperties) {
    private static final Set<String> OF_PLANNING = Set.of("lambda.out", "lambda.offline", "lambda.plan.failOnChange");

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

    /** Which settings a later deploy of the same plan has to be given again; values may be secret. */
    String alsoNeeded() {
        TreeSet<String> names = new TreeSet<>();
        for (String name : userProperties.stringPropertyNames()) {
            if (name.startsWith("lambda.") && !OF_PLANNING.contains(name)) {
                names.add("-D" + name);
            }
        }
        return names.isEmpty() ? "" : ", with the same " + String.join(", ", names) + " as now";
    }
}
