package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.model.ApplicationJar;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.io.File;
import java.util.List;
import java.util.Map;
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
     * each as it is in <code>lib/</code>, and <code>slim</code> makes a second jar of everything, which goes to <code>codeBucket</code>
     * and is fetched by a small one when the function starts: for code over what Lambda takes. By default
     * <code>jar</code>, and <code>lib</code> for a project that hosts a web application.
     */
    @Parameter(property = "lambda.layout")
    private @Nullable String layout;

    /**
     * Hosts a web application whose source stays as it is: <code>className</code> is the class with
     * <code>main</code>, the Jakarta REST application or the servlet to start, and is found by itself where there is
     * one only; <code>port</code> is the port that it opens whatever it is told; <code>basePath</code> is what a custom
     * domain puts before its paths; with <code>requestContext</code> <code>true</code> it is told the event's, with what an
     * authorizer has found out, in the header <code>X-Amzn-Request-Context</code>. See {@code @WebApplication}.
     */
    @Parameter
    private @Nullable Map<String, String> webApplication;

    /**
     * The OpenAPI description of the HTTP routes that <code>lambda:openapi</code> writes: <code>title</code>,
     * <code>version</code> and <code>description</code> are the project's unless they are said here; <code>server</code>
     * is the URL under which the paths are; with a <code>path</code> such as <code>/openapi.json</code> the function
     * serves it there.
     */
    @Parameter
    private @Nullable Map<String, String> openapi;

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
                        scanDependencies == null ? List.of() : scanDependencies,
                        WebSettings.of(webApplication),
                        OpenApiSettings.of(openapi, built)),
                progress());
    }

    final void attach(MavenProject to, File jar) {
        if (attach) {
            projectHelper.attachArtifact(to, "jar", ProjectInputs.CLASSIFIER, jar);
            if (Deployable.of(jar.toPath()).code().application() != null) {
                File application = ApplicationJar.beside(jar.toPath()).toFile();
                projectHelper.attachArtifact(to, "jar", ProjectInputs.CLASSIFIER + "-application", application);
            }
        }
    }
}
