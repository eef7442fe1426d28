package io.lambdamaven.plugin.mojo;

import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Starts the local Lambda, unless it runs, and deploys to it what this build has packed. For integration tests: the
 * functions go on running in the background until <code>stop</code>.
 */
@Mojo(
        name = "start",
        defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class StartMojo extends DeployableMojo {
    @Override
    void run() {
        Optional<Deployable> deployable = deployable();
        if (deployable.isEmpty()) {
            nothingToDeploy();
            return;
        }
        new Deployment(targets(), progress())
                .deploy(
                        stagedLocally(deployable.get().manifest()),
                        deployable.get().code());
    }
}
