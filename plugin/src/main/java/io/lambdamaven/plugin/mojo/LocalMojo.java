package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.stage.Staged;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Builds the project, deploys it to the local Lambda and stays in the foreground, showing the functions' log, until it
 * is interrupted with Ctrl-C. The local Lambda itself goes on until <code>lambda:stop</code>.
 */
@Mojo(name = "local", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PACKAGE)
public final class LocalMojo extends DeployableMojo {
    private static final long POLL_MILLIS = 500;

    @Override
    void run() throws InterruptedException {
        Optional<Deployable> deployable = deployable();
        if (deployable.isEmpty()) {
            nothingToDeploy();
            return;
        }
        Staged staged = stagedLocally(deployable.get().manifest());
        long from = System.currentTimeMillis();
        new Deployment(targets(), progress()).deploy(staged, deployable.get().code());
        getLog().info("Showing the log. Ctrl-C ends this; mvn lambda:stop stops the local Lambda.");
        try (FunctionClient client = targets().functions(staged)) {
            follow(client, staged.functionNames(), from);
        }
    }

    private void follow(FunctionClient client, List<String> functions, long from) throws InterruptedException {
        int[] shown = new int[functions.size()];
        while (true) {
            for (int i = 0; i < shown.length; i++) {
                List<String> lines = client.logs(functions.get(i), from);
                lines.subList(Math.min(shown[i], lines.size()), lines.size()).forEach(getLog()::info);
                shown[i] = lines.size();
            }
            Thread.sleep(POLL_MILLIS);
        }
    }
}
