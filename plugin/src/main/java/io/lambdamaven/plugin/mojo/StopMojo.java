package io.lambdamaven.plugin.mojo;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.eclipse.aether.SessionData;

/** Stops the local Lambda with everything that runs in it. What is deployed is there again after the next start. */
@Mojo(name = "stop", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, requiresProject = false, threadSafe = true)
public final class StopMojo extends SettingsMojo {
    @Override
    void run() {
        // In a reactor the goal runs for each module; there is one local Lambda to stop.
        SessionData data = session().getRepositorySession().getData();
        if (!data.set(StopMojo.class, null, true)) {
            return;
        }
        getLog().info(targets().stopLocal() ? "The local Lambda is stopped." : "The local Lambda does not run.");
    }
}
