package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.apply.SavedPlan;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A saved plan on disk. */
final class PlanFile {
    private PlanFile() {}

    static void write(Path file, SavedPlan plan) {
        JsonOutput.write(file.toFile(), plan.json());
    }

    static SavedPlan read(Path file) {
        try {
            return SavedPlan.read(Files.readString(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new UserFault(
                    Problem.LM508,
                    Place.of("lambda.plan"),
                    "There is no file " + file + ".",
                    "Name a file that mvn lambda:plan -Dlambda.out=FILE wrote.");
        } catch (IOException e) {
            throw new UncheckedIOException("The plan cannot be read from " + file, e);
        }
    }
}
