package io.lambdamaven.plugin.pack;

import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether the libraries that the handlers stand on are there, and new enough. */
final class Libraries {
    private static final String RUNTIME_CLASS = "io/lambdamaven/runtime/RoutedHandler.class";
    private static final String JACKSON_GROUP = "com.fasterxml.jackson.core";
    private static final int OLDEST = 2015;
    private static final int UNKNOWN = -1;
    private static final Set<String> JACKSON = Set.of("jackson-core", "jackson-databind");
    private static final Pattern VERSION = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\D?.*");

    private Libraries() {}

    static void check(List<Input> inputs, Diagnostics faults) {
        boolean runtime = false;
        for (Input input : inputs) {
            runtime |= input.entries().containsKey(RUNTIME_CLASS);
            Dependency dependency = input.dependency();
            if (dependency != null && isOldJackson(dependency)) {
                faults.add(
                        Problem.LM102,
                        Place.of(dependency.coordinates()),
                        "Handlers need Jackson 2.15 or later, and the project has " + dependency.version()
                                + ": it cannot limit what an event makes it read.",
                        "Set a later version of " + dependency.artifactId()
                                + " in <dependencyManagement>, best by importing com.fasterxml.jackson:jackson-bom.");
            }
        }
        if (!runtime) {
            faults.add(
                    Problem.LM103,
                    Place.of("<dependencies>"),
                    "The handlers' base class is in none of the packed dependencies.",
                    "Give io.lambdamaven:lambda-handler-runtime the <scope> compile or runtime.");
        }
    }

    /** Jackson 3 is told where a project may expect that it is used. */
    static void warn(List<Input> inputs, Diagnostics warnings) {
        compare(inputs, warnings);
        if (find(inputs, "jackson-databind") == null) {
            return; // nothing goes through Jackson 2
        }
        for (Input input : inputs) {
            Dependency dependency = input.dependency();
            if (dependency != null
                    && dependency.groupId().equals("tools.jackson.core")
                    && dependency.artifactId().equals("jackson-databind")) {
                warnings.add(
                        Problem.LM108,
                        Place.of(dependency.coordinates()),
                        "Handlers' parameters and results go through Jackson 2, which is packed beside Jackson 3.",
                        "Jackson's annotations count for both; for what only Jackson 3 can do take the body as String.");
            }
        }
    }

    /** The parser is made for data binding of its own minor version or an earlier one. */
    private static void compare(List<Input> inputs, Diagnostics warnings) {
        Dependency core = find(inputs, "jackson-core");
        Dependency databind = find(inputs, "jackson-databind");
        int older = core == null ? UNKNOWN : version(core.version());
        if (core != null && databind != null && older != UNKNOWN && older < version(databind.version())) {
            warnings.add(
                    Problem.LM109,
                    Place.of(core.coordinates()),
                    "It is older than " + databind.coordinates() + ", which may call what it has not yet.",
                    "Give both one version in <dependencyManagement>, best by importing"
                            + " com.fasterxml.jackson:jackson-bom.");
        }
    }

    private static @Nullable Dependency find(List<Input> inputs, String artifactId) {
        for (Input input : inputs) {
            Dependency dependency = input.dependency();
            if (dependency != null && dependency.artifact().equals(JACKSON_GROUP + ":" + artifactId)) {
                return dependency;
            }
        }
        return null;
    }

    private static boolean isOldJackson(Dependency dependency) {
        int version = version(dependency.version());
        return dependency.groupId().equals(JACKSON_GROUP)
                && JACKSON.contains(dependency.artifactId())
                && version != UNKNOWN
                && version < OLDEST;
    }

    /** A number for major and minor version that grows with them. */
    private static int version(String text) {
        Matcher version = VERSION.matcher(text);
        return version.matches()
                ? Integer.parseInt(version.group(1)) * 1000 + Integer.parseInt(version.group(2))
                : UNKNOWN;
    }
}
