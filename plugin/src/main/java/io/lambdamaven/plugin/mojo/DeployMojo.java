package io.lambdamaven.plugin.mojo;

import java.io.File;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Builds the project, shows what changes, and changes it: on AWS, or with <code>-Dlambda.target=local</code> on the local Lambda.
 * Runs the lifecycle up to <code>package</code>; inside a build use <code>deploy-no-fork</code>.
 */
@Mojo(
        name = "deploy",
        requiresProject = false,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
@Execute(phase = LifecyclePhase.PACKAGE)
public final class DeployMojo extends DeployableMojo {
    /**
     * A plan that <code>lambda:plan -Dlambda.out=FILE</code> wrote: it is applied if it is still what a deploy would do, and
     * else refused with all that has moved since.
     */
    @Parameter(property = "lambda.plan")
    private @Nullable File plan;

    @Override
    void run() {
        Optional<Deployable> deployable = deployable();
        if (deployable.isEmpty()) {
            nothingToDeploy();
            return;
        }
        new Deployment(targets(), progress())
                .deploy(
                        staged(deployable.get()),
                        deployable.get().code(),
                        plan == null ? null : PlanFile.read(plan.toPath()));
    }
}
