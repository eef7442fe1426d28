package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.apply.SavedPlan;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A saved plan on disk. */
final class PlanFile {
    private PlanFile() {}

    static void write(Path file, SavedPlan plan) {
        Path target = file.toAbsolutePath();
        try {
            Files.createDirectories(target.getParent());
            // Made anew, so that it never has the rights of a file that was there.
            Files.deleteIfExists(target);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(target, plan.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The plan cannot be written to " + file, e);
        }
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
