package io.lambdamaven.plugin.mojo;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Packs the project's classes, its dependencies, the generated handler and the manifest into one reproducible jar,
 * <code>target/finalName-lambda.jar</code>, attached with the classifier <code>lambda</code>. A jar that would come out the same is
 * not packed again.
 */
@Mojo(
        name = "package",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class PackageMojo extends BuildMojo {
    @Override
    void run() {
        MavenProject project = requireProject();
        ProjectBuild build = build(project);
        if (!build.hasClasses()) {
            getLog().info("No classes: nothing to pack.");
            return;
        }
        build.pack().ifPresent(jar -> attach(project, jar.toFile()));
    }
}
