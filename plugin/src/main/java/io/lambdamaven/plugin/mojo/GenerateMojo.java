package io.lambdamaven.plugin.mojo;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Reads the annotations of the compiled classes, checks them, and generates and compiles the handler that routes every
 * event to the annotated methods. All faults are told in one run.
 */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class GenerateMojo extends BuildMojo {
    @Override
    void run() {
        MavenProject project = requireProject();
        ProjectBuild build = build(project);
        if (build.hasClasses()) {
            build.generate();
        } else {
            getLog().info("No classes: nothing to generate.");
        }
    }
}
