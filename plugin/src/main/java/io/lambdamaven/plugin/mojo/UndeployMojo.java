package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.stage.Staged;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Removes everything that a deploy of this stage made. What holds data stays unless <code>-Dlambda.deleteData</code> is given. */
@Mojo(name = "undeploy", requiresProject = false, threadSafe = true)
public final class UndeployMojo extends DeployableMojo {
    /** Whether log groups, which hold data, go too. */
    @Parameter(property = "lambda.deleteData", defaultValue = "false")
    private boolean deleteData;

    @Override
    void run() {
        Staged staged = found(known());
        new Deployment(targets(), progress()).undeploy(staged, deleteData);
    }
}
