package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.model.Application;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Manifest;
import io.lambdamaven.plugin.model.ProjectId;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.EffectiveSettings;
import io.lambdamaven.plugin.stage.Layers;
import io.lambdamaven.plugin.stage.Staged;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Finds or builds the jar that a goal is about. */
abstract class DeployableMojo extends SettingsMojo {
    /** A jar that <code>lambda:package</code> made elsewhere, to be used instead of this project's. */
    @Parameter(property = "lambda.jar")
    private @Nullable File jar;

    /** The jar to work with; built where it is not there yet. Empty where the project has no handler. */
    final Optional<Deployable> deployable() {
        Optional<Deployable> given = given();
        if (given.isPresent()) {
            return given;
        }
        MavenProject project = requireProject();
        Optional<Path> attached = project.getAttachedArtifacts().stream()
                .filter(artifact -> ProjectInputs.CLASSIFIER.equals(artifact.getClassifier()))
                .map(Artifact::getFile)
                .map(File::toPath)
                .filter(Files::exists)
                .findFirst();
        if (attached.isPresent()) {
            return attached.map(Deployable::of);
        }
        ProjectBuild build = build(project);
        return build.hasClasses() ? build.pack().map(Deployable::of) : Optional.empty();
    }

    /** What is known of the project without building anything: its jar if there is one, else its name alone. */
    final Manifest known() {
        Optional<Deployable> given = given();
        if (given.isPresent()) {
            return given.get().manifest();
        }
        MavenProject project = project();
        if (project == null) {
            return nameless();
        }
        ProjectInputs inputs = build(project).inputs();
        return Files.exists(inputs.jar())
                ? Deployable.of(inputs.jar()).manifest()
                : new Manifest(new Application(inputs.id(), List.of(defaultFunction())), 17, "");
    }

    /** Fails where a single project was to be deployed and has no handler; a module of several is passed over. */
    final void nothingToDeploy() {
        if (session().getProjects().size() > 1) {
            getLog().info("No method carries a trigger: nothing to deploy.");
            return;
        }
        throw new UserFault(
                Problem.LM504,
                Place.of(requireProject().getArtifactId()),
                "No method of the project carries a trigger, so there is no function.",
                "Put an annotation such as @HttpTrigger on a public method, and check that the project compiles"
                        + " to target/classes.");
    }

    final Staged staged(Manifest manifest) {
        return staged(manifest, layers());
    }

    /** The stage of a jar, which has to hold what the stage asks of it. */
    final Staged staged(Deployable deployable) {
        Staged staged = staged(deployable.manifest());
        SignerCheck.check(staged, deployable);
        return staged;
    }

    /** The same on the local Lambda, whatever the target is. */
    final Staged stagedLocally(Manifest manifest) {
        return staged(manifest, localLayers());
    }

    /** What is set for the stage, and where. */
    final EffectiveSettings effective(Manifest manifest) {
        return Staged.effective(manifest, layers(), stage());
    }

    private Staged staged(Manifest manifest, Layers layers) {
        Staged staged = Staged.of(manifest, layers, stage());
        staged.warnings().forEach(warning -> getLog().warn(warning.render()));
        return staged;
    }

    /** The stage of a project whose functions are only to be found. */
    final Staged found(Manifest manifest) {
        return Staged.toFind(manifest, layers(), stage());
    }

    private Optional<Deployable> given() {
        String said = commandLine().get("lambda.jar");
        File file = said == null ? jar : new File(said);
        if (file == null) {
            return Optional.empty();
        }
        if (!file.isFile()) {
            throw new UserFault(
                    Problem.LM505,
                    Place.of("lambda.jar"),
                    "There is no file " + file + ".",
                    "Name a jar that mvn lambda:package made.");
        }
        return Optional.of(Deployable.of(file.toPath()));
    }

    private Manifest nameless() {
        String name = commandLine().get("lambda.functionName");
        if (name == null) {
            throw new UserFault(
                    Problem.LM500,
                    Place.of("pom.xml"),
                    "There is no project here.",
                    "Go to the folder of its pom.xml, name it with mvn -f, or give -Dlambda.jar or -Dlambda.functionName.");
        }
        return new Manifest(new Application(new ProjectId("", name, ""), List.of(defaultFunction())), 17, "");
    }

    private static FunctionModel defaultFunction() {
        return new FunctionModel("", "", "", null, null, List.of(), List.of(), false, false);
    }
}
