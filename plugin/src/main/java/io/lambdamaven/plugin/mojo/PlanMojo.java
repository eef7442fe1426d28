package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.apply.Deployer;
import io.lambdamaven.plugin.apply.OfflinePort;
import io.lambdamaven.plugin.apply.Port;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Staged;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Builds the project and shows what a deploy would change. Reads only. */
@Mojo(name = "plan", requiresProject = false, requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PACKAGE)
public final class PlanMojo extends DeployableMojo {
    /** Whether the goal fails if there is something to change, for CI. */
    @Parameter(property = "lambda.plan.failOnChange", defaultValue = "false")
    private boolean failOnChange;

    /**
     * Whether the plan is made from the project alone, without credentials or network: everything the stage wants is shown
     * as if nothing of it were there, in the account <code>{account}</code>. Such a plan can be saved but not deployed.
     */
    @Parameter(property = "lambda.offline", defaultValue = "false")
    private boolean offline;

    /** Where the plan is written to, as JSON; only its owner can read the file. */
    @Parameter(property = "lambda.out")
    private @Nullable File out;

    @Override
    void run() {
        Optional<Deployable> deployable = deployable();
        if (deployable.isEmpty()) {
            nothingToDeploy();
            return;
        }
        Staged staged = staged(deployable.get());
        try (Port port = port(staged)) {
            Deployer deployer = new Deployer(port, progress());
            Deployer.Planned planned = deployer.plan(
                    where -> staged.desired(where, deployable.get().code()), false);
            if (out != null) {
                PlanFile.write(out.toPath(), deployer.save(planned));
                getLog().info("The plan is in " + out + "; apply it with mvn lambda:deploy -Dlambda.plan=" + out
                        + commandLine().alsoNeeded());
            }
            if (failOnChange && !planned.plan().isEmpty()) {
                throw new UserFault(
                        Problem.LM506,
                        Place.of("lambda.plan.failOnChange"),
                        "What is deployed differs from what this build would deploy.",
                        "Run mvn lambda:deploy -Dlambda.stage=" + stage() + ", or take back what changed.");
            }
        }
    }

    private Port port(Staged staged) {
        if (!offline) {
            return targets().port(staged);
        }
        getLog().info("Offline: AWS is not asked, so that all the stage wants is shown as new.");
        return new OfflinePort(staged.settings().region());
    }
}
