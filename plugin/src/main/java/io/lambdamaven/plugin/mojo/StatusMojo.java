package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.apply.Port;
import io.lambdamaven.plugin.plan.Observed;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.stage.Staged;
import io.lambdamaven.plugin.stage.Target;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows what is deployed of this stage, where it answers, and what to try next. Reads only. */
@Mojo(name = "status", requiresProject = false, threadSafe = true)
public final class StatusMojo extends DeployableMojo {
    @Override
    void run() {
        Staged staged = found(known());
        Targets targets = targets();
        Observed observed;
        try (Port port = targets.port(staged)) {
            observed = port.observe(staged.nothing());
        }
        if (observed.resources().isEmpty()) {
            getLog().info("Nothing is deployed of stage " + stage() + " (" + String.join(", ", staged.functionNames())
                    + "). Deploy it with mvn lambda:deploy.");
            return;
        }
        getLog().info("Deployed of stage " + stage() + ":");
        observed.resources().stream()
                .sorted(Comparator.comparing(Resource::id))
                .forEach(resource -> getLog().info("  " + resource.id() + StatusText.details(resource)));
        StatusText.leftToUser(staged).forEach(line -> getLog().info(line));
        List<String> endpoints = targets.endpoints(staged);
        if (!endpoints.isEmpty()) {
            getLog().info("");
            endpoints.forEach(endpoint -> getLog().info("Live at " + endpoint));
        }
        if (project() != null) {
            boolean local = staged.settings().target() == Target.LOCAL;
            getLog().info("Try next:");
            StatusText.hints(known(), endpoints, local, pomOption()).forEach(hint -> getLog().info("  " + hint));
            getLog().info(StatusText.end(local, pomOption()));
        }
    }

    /** How to name this project from where Maven was started. */
    private String pomOption() {
        java.nio.file.Path started =
                java.nio.file.Path.of(session().getExecutionRootDirectory()).toAbsolutePath();
        Path here = requireProject().getBasedir().toPath().toAbsolutePath();
        String path = started.relativize(here).toString();
        return path.isEmpty() ? "" : " -f " + path;
    }
}
