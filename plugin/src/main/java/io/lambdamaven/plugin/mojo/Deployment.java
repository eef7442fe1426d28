package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.apply.Deployer;
import io.lambdamaven.plugin.apply.Port;
import io.lambdamaven.plugin.apply.SavedPlan;
import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.stage.Code;
import io.lambdamaven.plugin.stage.FunctionSettings;
import io.lambdamaven.plugin.stage.Staged;
import io.lambdamaven.plugin.stage.Target;
import org.jspecify.annotations.Nullable;

/** Deploys or takes back one stage of one project, and tells where it answers. */
record Deployment(Targets targets, LogProgress progress) {

    void deploy(Staged staged, Code code) {
        deploy(staged, code, null);
    }

    /** @param saved a plan made before, null to do whatever is to be done */
    void deploy(Staged staged, Code code, @Nullable SavedPlan saved) {
        if (staged.settings().target() == Target.LOCAL) {
            staged.settings().functions().forEach(this::warnOfOtherJava);
        }
        try (Port port = targets.port(staged)) {
            new Deployer(port, progress).deploy(where -> staged.desired(where, code), false, saved);
        }
        targets.endpoints(staged).forEach(endpoint -> progress.info("Answers at " + endpoint));
    }

    void undeploy(Staged staged, boolean deleteData) {
        try (Port port = targets.port(staged)) {
            new Deployer(port, progress).deploy(where -> staged.nothing(), deleteData);
        }
    }

    private void warnOfOtherJava(FunctionSettings function) {
        String running = "java" + Runtime.version().feature();
        if (!function.runtime().equals(running)) {
            progress.warn(new Diagnostic(
                            Problem.LM514,
                            Place.of(function.functionName()),
                            "Its runtime is " + function.runtime() + ", here it runs on " + running + ".",
                            "Set JAVA_HOME to a JDK of that version for Maven, or <runtime> to " + running + ".")
                    .render());
        }
    }
}
