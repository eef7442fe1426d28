package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.sample.RouteDescription;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Builds the project and lists what each of its functions answers to, and with which method. */
@Mojo(
        name = "routes",
        requiresProject = false,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
@Execute(phase = LifecyclePhase.PACKAGE)
public final class RoutesMojo extends DeployableMojo {
    @Override
    void run() {
        Optional<Deployable> deployable = deployable();
        if (deployable.isEmpty()) {
            nothingToDeploy();
            return;
        }
        for (FunctionModel function : deployable.get().manifest().application().functions()) {
            getLog().info((function.name().isEmpty() ? "Default function" : "Function " + function.name())
                    + ", handler " + function.handlerClass() + ":");
            List<RouteDescription> lines =
                    function.routes().stream().map(RouteDescription::of).toList();
            int where =
                    lines.stream().mapToInt(line -> line.where().length()).max().orElse(0);
            int kind = Math.max(
                    8,
                    lines.stream().mapToInt(line -> line.kind().length()).max().orElse(0));
            for (RouteDescription line : lines) {
                getLog().info("  " + pad(line.kind(), kind) + "  " + pad(line.where(), where) + "  " + line.method()
                        + (line.wired() ? "" : "  (wired by you: see lambda:plan)"));
            }
        }
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
