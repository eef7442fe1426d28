package io.lambdamaven.plugin.plan;

import io.lambdamaven.plugin.plan.resource.Resource;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that should be there.
 *
 * @param project groupId and artifactId joined by a colon: the value of the tag {@code lambda-maven:project}
 * @param stage the value of the tag {@code lambda-maven:stage}
 * @param functionNames every function the project has or may have had in this stage, to look for what it owns
 * @param code the jar to run; null for an undeploy
 * @param notices what this version leaves to the user, one line each
 */
public record Desired(
        String project,
        String stage,
        List<String> functionNames,
        List<Resource> resources,
        @Nullable Path code,
        List<String> notices) {
    /** The tag that names the owning project. */
    public static final String PROJECT_TAG = "lambda-maven:project";

    /** The tag that names the owning stage. */
    public static final String STAGE_TAG = "lambda-maven:stage";

    /** The tag that holds the digest of the published configuration. */
    public static final String DIGEST_TAG = "lambda-maven:digest";

    public Desired {
        functionNames = List.copyOf(functionNames);
        resources = List.copyOf(resources);
        notices = List.copyOf(notices);
    }

    /** With nothing left to the user. */
    public Desired(
            String project, String stage, List<String> functionNames, List<Resource> resources, @Nullable Path code) {
        this(project, stage, functionNames, resources, code, List.of());
    }

    /** The same with more to tell; a line that is there already is not told twice. */
    public Desired alsoTelling(List<String> more) {
        List<String> all =
                Stream.concat(notices.stream(), more.stream()).distinct().toList();
        return new Desired(project, stage, functionNames, resources, code, all);
    }
}
