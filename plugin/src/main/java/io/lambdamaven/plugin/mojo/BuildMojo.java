package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.io.File;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/** What every goal that may have to build needs to know of the project. */
abstract class BuildMojo extends LambdaMojo {
    @Parameter(defaultValue = "${project}", readonly = true)
    private @Nullable MavenProject project;

    /** The lifecycle that this goal forked, where it forked one. */
    @Parameter(defaultValue = "${executedProject}", readonly = true)
    private @Nullable MavenProject executedProject;

    /**
     * How dependencies stand in the jar: <code>jar</code> merges them into one tree of classes, <code>lib</code> leaves
     * each as it is in <code>lib/</code>.
     */
    @Parameter(property = "lambda.layout", defaultValue = "jar")
    private String layout;

    /** Dependencies, as <code>groupId:artifactId</code>, whose classes are searched for triggers as well. */
    @Parameter(property = "lambda.scanDependencies")
    private @Nullable List<String> scanDependencies;

    /** Whether the jar is attached to the project, with the classifier <code>lambda</code>, and so installed and deployed. */
    @Parameter(property = "lambda.attach", defaultValue = "true")
    private boolean attach;

    @Inject
    private ToolchainManager toolchains;

    @Inject
    private MavenProjectHelper projectHelper;

    /** The project whose build has the outputs, or null where Maven runs without a pom. */
    final @Nullable MavenProject project() {
        MavenProject built = executedProject != null ? executedProject : project;
        return built == null || built.getFile() == null ? null : built;
    }

    /** The same, for goals that are nothing without a pom. */
    final MavenProject requireProject() {
        MavenProject built = project();
        if (built == null) {
            throw new UserFault(
                    Problem.LM500,
                    Place.of("pom.xml"),
                    "There is no project here.",
                    "Go to the folder of its pom.xml, or name it with mvn -f.");
        }
        return built;
    }

    /** The steps from class files to jar, for this project. */
    final ProjectBuild build(MavenProject built) {
        return new ProjectBuild(
                ProjectInputs.of(
                        built,
                        session(),
                        toolchains,
                        commandLine().over("lambda.layout", layout),
                        scanDependencies == null ? List.of() : scanDependencies),
                progress());
    }

    final void attach(MavenProject to, File jar) {
        if (attach) {
            projectHelper.attachArtifact(to, "jar", ProjectInputs.CLASSIFIER, jar);
        }
    }
}
