package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.model.ProjectId;
import io.lambdamaven.plugin.pack.Dependency;
import io.lambdamaven.plugin.pack.Layout;
import io.lambdamaven.plugin.pack.PackRequest;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.scan.WebChoice;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/**
 * What the build stages need to know of a Maven project, without Maven's types.
 *
 * @param classes the folder of its compiled classes
 * @param work a folder of our own in {@code target}
 * @param sources where the generated handler's source goes
 * @param jar the file to pack
 * @param dependencies what runs beside it, in class path order
 * @param scanned those of the dependencies that are searched for triggers too
 * @param layout null where it depends on what is packed
 * @param web what the pom says of an application to host
 * @param api what the pom says of the description of its API
 * @param javac the toolchain's compiler, or null for the running JDK's
 */
record ProjectInputs(
        ProjectId id,
        Path classes,
        Path work,
        Path sources,
        Path jar,
        List<Dependency> dependencies,
        List<Dependency> scanned,
        @Nullable Layout layout,
        WebChoice web,
        OpenApiSettings api,
        Instant timestamp,
        @Nullable Path javac) {
    /** The classifier of the jar that Lambda gets. */
    static final String CLASSIFIER = "lambda";

    ProjectInputs {
        dependencies = List.copyOf(dependencies);
        scanned = List.copyOf(scanned);
    }

    static ProjectInputs of(
            MavenProject project,
            MavenSession session,
            ToolchainManager toolchains,
            @Nullable String layout,
            List<String> scanDependencies,
            WebChoice web,
            OpenApiSettings api) {
        Path target = Path.of(project.getBuild().getDirectory());
        List<Dependency> dependencies = runtimeDependencies(project);
        return new ProjectInputs(
                new ProjectId(project.getGroupId(), project.getArtifactId(), project.getVersion()),
                Path.of(project.getBuild().getOutputDirectory()),
                target.resolve("lambda"),
                target.resolve("generated-sources").resolve("lambda"),
                target.resolve(project.getBuild().getFinalName() + "-" + CLASSIFIER + ".jar"),
                dependencies,
                scanned(dependencies, scanDependencies),
                layout(layout),
                web,
                api,
                timestamp(project),
                javac(session, toolchains));
    }

    private static List<Dependency> runtimeDependencies(MavenProject project) {
        List<Dependency> dependencies = new ArrayList<>();
        for (Artifact artifact : project.getArtifacts()) {
            boolean packed = Artifact.SCOPE_COMPILE.equals(artifact.getScope())
                    || Artifact.SCOPE_RUNTIME.equals(artifact.getScope());
            if (packed
                    && artifact.getFile() != null
                    && artifact.getArtifactHandler().isAddedToClasspath()) {
                String classifier = artifact.getClassifier();
                dependencies.add(new Dependency(
                        artifact.getGroupId(),
                        artifact.getArtifactId(),
                        artifact.getBaseVersion(),
                        classifier == null ? "" : classifier,
                        artifact.getFile().toPath(),
                        via(artifact)));
            }
        }
        return dependencies;
    }

    /** Maven's trail goes from the project to the artifact, both included, in its own notation with five parts. */
    private static List<String> via(Artifact artifact) {
        List<String> trail = artifact.getDependencyTrail();
        return trail == null || trail.size() < 3
                ? List.of()
                : trail.subList(1, trail.size() - 1).stream()
                        .map(each -> each.split(":", 3))
                        .map(parts -> parts[0] + ":" + parts[1])
                        .toList();
    }

    private static List<Dependency> scanned(List<Dependency> dependencies, List<String> names) {
        List<Dependency> scanned = new ArrayList<>();
        for (String name : names) {
            Dependency found = dependencies.stream()
                    .filter(dependency -> name.strip().equals(dependency.groupId() + ":" + dependency.artifactId()))
                    .findFirst()
                    .orElseThrow(() -> new UserFault(
                            Problem.LM502,
                            Place.of("<scanDependencies>"),
                            "The project has no runtime dependency '" + name.strip() + "'.",
                            "Write groupId:artifactId of one of its dependencies."));
            scanned.add(found);
        }
        return scanned;
    }

    private static @Nullable Layout layout(@Nullable String said) {
        if (said == null || said.isBlank()) {
            return null;
        }
        return switch (said.strip().toLowerCase(Locale.ROOT)) {
            case "jar" -> Layout.JAR;
            case "lib" -> Layout.LIB;
            case "slim" -> Layout.SLIM;
            default ->
                throw new UserFault(
                        Problem.LM503,
                        Place.of("<layout>"),
                        "There is no layout '" + said + "'.",
                        "Set <layout> or -Dlambda.layout to jar, lib or slim.");
        };
    }

    /** Maven's own property for reproducible builds: an ISO time, or seconds since 1970. */
    private static Instant timestamp(MavenProject project) {
        String said = project.getProperties().getProperty("project.build.outputTimestamp");
        if (said == null || said.isBlank()) {
            return PackRequest.EARLIEST;
        }
        try {
            Instant time = said.chars().allMatch(Character::isDigit)
                    ? Instant.ofEpochSecond(Long.parseLong(said))
                    : OffsetDateTime.parse(said).toInstant();
            return time.isBefore(PackRequest.EARLIEST) ? PackRequest.EARLIEST : time;
        } catch (DateTimeParseException | NumberFormatException e) {
            return PackRequest.EARLIEST;
        }
    }

    private static @Nullable Path javac(MavenSession session, ToolchainManager toolchains) {
        Toolchain toolchain = toolchains.getToolchainFromBuildContext("jdk", session);
        String javac = toolchain == null ? null : toolchain.findTool("javac");
        return javac == null ? null : Path.of(javac);
    }
}
