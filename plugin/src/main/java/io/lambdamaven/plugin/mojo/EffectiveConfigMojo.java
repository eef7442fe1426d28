package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.stage.EffectiveSettings;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Builds the project and lists what is set for a stage: each setting with its value and with the place that says it, which
 * is an annotation, the pom's configuration, a stage in it, the command line, or nobody but the default. Asks AWS nothing;
 * values of variables and placeholders whose name speaks of a secret are not shown.
 */
@Mojo(
        name = "effective-config",
        requiresProject = false,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
@Execute(phase = LifecyclePhase.PACKAGE)
public final class EffectiveConfigMojo extends DeployableMojo {
    /** Where the settings are written to, as JSON, with digests for secrets; only its owner can read the file. */
    @Parameter(property = "lambda.out")
    private @Nullable File out;

    @Override
    void run() {
        Optional<Deployable> deployable = deployable();
        if (deployable.isEmpty()) {
            nothingToDeploy();
            return;
        }
        EffectiveSettings effective = effective(deployable.get().manifest());
        effective.lines().forEach(getLog()::info);
        if (out != null) {
            JsonOutput.write(out, effective.json());
            getLog().info("The settings are in " + out);
        }
    }
}
