package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.Manifest;
import io.lambdamaven.plugin.openapi.ApiSecurity;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Staged;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Writes the OpenAPI 3.1 description of the project's HTTP routes, as the running build has compiled them. Bind it to
 * have the file in every build.
 */
@Mojo(
        name = "openapi-no-fork",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public class OpenApiNoForkMojo extends SettingsMojo {
    /** The file to write. */
    @Parameter(property = "lambda.openapiFile", defaultValue = "${project.build.directory}/openapi.json")
    private @Nullable File openapiFile;

    @Override
    final void run() throws IOException {
        MavenProject project = requireProject();
        ProjectBuild build = build(project);
        Optional<JsonObject> description = build.hasClasses() ? build.describe(this::guards) : Optional.empty();
        if (description.isEmpty()) {
            getLog().info("No method has an @HttpTrigger: there is no API to describe.");
            return;
        }
        String said = commandLine().get("lambda.openapiFile");
        Path file = said != null || openapiFile == null
                ? project.getBasedir().toPath().resolve(said == null ? "target/openapi.json" : said)
                : openapiFile.toPath();
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(file, description.get().pretty());
        getLog().info("Described " + description.get().object("paths").members().size() + " paths in " + file + ".");
    }

    /** Settings that cannot be deployed yet are no reason to leave out the rest. */
    private ApiSecurity guards(Manifest manifest) {
        try {
            return ApiGuards.of(Staged.of(manifest, layers(), stage()));
        } catch (UserFault e) {
            getLog().warn("Who may call is not described, as the settings of the stage " + stage()
                    + " have faults that mvn lambda:plan tells.");
            return ApiSecurity.UNKNOWN;
        }
    }
}
