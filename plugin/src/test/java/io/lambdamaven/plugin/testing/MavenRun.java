package io.lambdamaven.plugin.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs Maven, and other commands, in a project of an integration build, and keeps what they print. */
public final class MavenRun {
    private final File folder;
    private final List<String> options;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private int runs;

    /**
     * Runs in a folder, with what the integration builds have gathered.
     *
     * @param folder the project's folder
     * @param repository the local repository of the integration builds; what is in it counts, wherever it came from
     */
    public MavenRun(File folder, File repository) {
        this.folder = folder;
        this.options = new ArrayList<>(
                List.of("-B", "-ntp", "-Dmaven.repo.local=" + repository, "-Dmaven.legacyLocalRepo=true"));
    }

    public MavenRun environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public MavenRun option(String option) {
        options.add(option);
        return this;
    }

    /** Runs Maven; fails if it fails. */
    public String mvn(String... arguments) throws IOException, InterruptedException {
        Result result = tryMvn(arguments);
        if (result.exit() != 0) {
            throw new AssertionError("mvn " + String.join(" ", arguments) + " failed:\n" + result.output());
        }
        return result.output();
    }

    /** Runs Maven; fails if it does not fail. */
    public String mvnFailing(String... arguments) throws IOException, InterruptedException {
        Result result = tryMvn(arguments);
        if (result.exit() == 0) {
            throw new AssertionError("mvn " + String.join(" ", arguments) + " should have failed:\n" + result.output());
        }
        return result.output();
    }

    private Result tryMvn(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        String home = System.getProperty("maven.home");
        command.add(home == null ? "mvn" : home + File.separator + "bin" + File.separator + "mvn");
        command.addAll(options);
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** Runs any command; fails if it fails. */
    public String command(String... command) throws IOException, InterruptedException {
        Result result = run(List.of(command));
        if (result.exit() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed:\n" + result.output());
        }
        return result.output();
    }

    private record Result(int exit, String output) {}

    private Result run(List<String> command) throws IOException, InterruptedException {
        runs++;
        Path log = folder.toPath().resolve("run-" + runs + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        return new Result(exit, Files.readString(log));
    }

    /** Replaces a text in a file of the project; fails if it is not there. */
    public void edit(String file, String from, String to) throws IOException {
        Path path = folder.toPath().resolve(file);
        String text = Files.readString(path);
        if (!text.contains(from)) {
            throw new AssertionError(file + " does not hold " + from);
        }
        Files.writeString(path, text.replace(from, to));
    }
}
