package io.lambdamaven.plugin.mojo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.SessionData;

/**
 * Puts the deploys of a reactor off until the last module that has one was built, so that a module that fails to build
 * leaves nothing half deployed. Modules may arrive from several threads.
 */
final class DeployAtEnd {
    private static final String PLUGIN = "io.lambdamaven:lambda-maven-plugin";
    private static final String GOAL = "deploy-no-fork";

    /** One module's deploy. */
    @FunctionalInterface
    interface Deploy {
        void run() throws Exception;
    }

    private final int expected;
    private int arrived;
    private final Map<String, Deploy> waiting = new TreeMap<>();

    private DeployAtEnd(int expected) {
        this.expected = expected;
    }

    /** The one of this Maven session. */
    static DeployAtEnd of(MavenSession session) {
        int expected = (int)
                session.getProjects().stream().filter(DeployAtEnd::hasGoal).count();
        SessionData data = session.getRepositorySession().getData();
        synchronized (session) {
            DeployAtEnd known = (DeployAtEnd) data.get(DeployAtEnd.class);
            if (known == null) {
                known = new DeployAtEnd(expected);
                data.set(DeployAtEnd.class, known);
            }
            return known;
        }
    }

    /**
     * Notes that a module has come to its deploy.
     *
     * @return the deploys to run now: none while other modules are awaited, in the order of the modules' names else
     */
    synchronized List<Deploy> arrive(String module, Deploy deploy) {
        arrived++;
        waiting.put(module, deploy);
        if (arrived < expected) {
            return List.of();
        }
        List<Deploy> now = new ArrayList<>(waiting.values());
        waiting.clear();
        return now;
    }

    /** Notes that a module has nothing to deploy; gives the deploys to run now, as {@link #arrive}. */
    synchronized List<Deploy> arriveEmpty(String module) {
        return arrive(module, () -> {});
    }

    private static boolean hasGoal(MavenProject project) {
        Plugin plugin = project.getPlugin(PLUGIN);
        if (plugin == null) {
            return false;
        }
        for (PluginExecution execution : plugin.getExecutions()) {
            if (execution.getGoals().contains(GOAL)) {
                return true;
            }
        }
        return false;
    }
}
