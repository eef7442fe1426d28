package io.lambdamaven.plugin.pack;

import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the libraries that the handlers stand on are there, and new enough. */
final class Libraries {
    private static final String RUNTIME_CLASS = "io/lambdamaven/runtime/RoutedHandler.class";
    private static final Set<String> JACKSON = Set.of("jackson-core", "jackson-databind");
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

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
                        "Handlers need Jackson 2.15 or later: earlier ones cannot limit what an event makes them read.",
                        "Set a later version in <dependencyManagement>, best by importing com.fasterxml.jackson:jackson-bom.");
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

    private static boolean isOldJackson(Dependency dependency) {
        if (!dependency.groupId().equals("com.fasterxml.jackson.core") || !JACKSON.contains(dependency.artifactId())) {
            return false;
        }
        Matcher version = VERSION.matcher(dependency.version());
        if (!version.matches()) {
            return false;
        }
        int major = Integer.parseInt(version.group(1));
        return major < 2 || (major == 2 && Integer.parseInt(version.group(2)) < 15);
    }
}
