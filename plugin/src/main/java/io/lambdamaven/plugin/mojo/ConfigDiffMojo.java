package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Staged;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows the keys, never the values, by which the remote configuration of the functions that run differs from what its
 * sources hold now. The function itself compares: whoever runs this goal needs no right to read a source, and no value
 * leaves the function. Fails where a source holds what no function would start with.
 */
@Mojo(name = "config-diff", requiresProject = false, threadSafe = true)
public final class ConfigDiffMojo extends DeployableMojo {
    /** Whether the goal fails if there is a difference, for CI. */
    @Parameter(property = "lambda.configDiff.failOnChange", defaultValue = "false")
    private boolean failOnChange;

    @Override
    void run() {
        Staged staged = found(known());
        boolean changed = false;
        try (FunctionClient client = targets().functions(staged)) {
            for (String function : staged.functionNames()) {
                ConfigDifference difference = ask(client, function);
                progress().lines(difference.text(function));
                changed |= difference.isChanged();
            }
        }
        if (failOnChange && changed) {
            throw new UserFault(
                    Problem.LM379,
                    Place.of("lambda.configDiff.failOnChange"),
                    "What runs has another configuration than its sources hold.",
                    "Wait until <remoteConfig><refresh> has passed, or change what the function is told with"
                            + " -Dlambda.remoteConfig.sources or an environment variable and deploy it.");
        }
    }

    private static ConfigDifference ask(FunctionClient client, String function) {
        String version = client.liveVersion(function)
                .orElseThrow(() -> new UserFault(
                        Problem.LM377,
                        Place.of(function),
                        "The function has no alias live.",
                        "Deploy it with mvn lambda:deploy, or set -Dlambda.stage to the stage it was deployed for."));
        FunctionClient.Invocation answer = client.invoke(function, version, ConfigDifference.QUESTION);
        return ConfigDifference.of(function, answer.functionError() == null ? answer.payload() : "");
    }
}
