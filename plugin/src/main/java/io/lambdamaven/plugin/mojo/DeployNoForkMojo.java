package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.stage.Staged;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Deploys what the running build has packed. Bind it to a phase to deploy from a build; modules without handlers are
 * skipped, and in a reactor nothing is deployed before the last module that binds it is built.
 */
@Mojo(
        name = "deploy-no-fork",
        defaultPhase = LifecyclePhase.DEPLOY,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class DeployNoForkMojo extends DeployableMojo {
    @Override
    void run() throws Exception {
        String module = requireProject().getArtifactId();
        DeployAtEnd atEnd = DeployAtEnd.of(session());
        Optional<Deployable> deployable = deployable();
        List<DeployAtEnd.Deploy> now;
        if (deployable.isEmpty()) {
            nothingToDeploy();
            now = atEnd.arriveEmpty(module);
        } else {
            Staged staged = staged(deployable.get());
            Deployment deployment = new Deployment(targets(), progress());
            now = atEnd.arrive(
                    module, () -> deployment.deploy(staged, deployable.get().code()));
            if (now.isEmpty()) {
                getLog().info("Deployed after the last module of this build is packed.");
            }
        }
        for (DeployAtEnd.Deploy deploy : now) {
            deploy.run();
        }
    }
}
