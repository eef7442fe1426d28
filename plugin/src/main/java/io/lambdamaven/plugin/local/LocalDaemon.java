package io.lambdamaven.plugin.local;

import io.lambdamaven.plugin.local.wire.DaemonInfo;
import io.lambdamaven.plugin.local.wire.Loopback;
import io.lambdamaven.plugin.local.wire.Recorded;
import io.lambdamaven.plugin.local.wire.StateDirectory;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.Progress;
import io.lambdamaven.plugin.report.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The daemon as its users see it: there or not, started and stopped. */
public final class LocalDaemon {
    private static final long START_MILLIS = 60_000;
    private static final long STOP_MILLIS = 15_000;
    private static final long PAUSE_MILLIS = 50;

    private final LocalSettings settings;
    private final Progress progress;
    private final StateDirectory directory;

    public LocalDaemon(LocalSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        directory = new StateDirectory(settings.directory());
    }

    /** The daemon that answers, if one does. */
    public Optional<DaemonInfo> running() {
        return client().map(DaemonClient::info);
    }

    Optional<DaemonClient> client() {
        return directory.daemon().map(DaemonClient::new).filter(DaemonClient::isAlive);
    }

    /** The daemon, or a message that tells how to get one. */
    DaemonClient required() {
        return client().orElseThrow(() -> new UserFault(
                Problem.LM401,
                Place.of(directory.root().toString()),
                "No local Lambda runs there.",
                "Start it with mvn lambda:start, or deploy to it with mvn lambda:deploy -Dlambda.target=local."));
    }

    /** Returns when a daemon of this plugin and these settings answers; one of another plugin or port is restarted. */
    public synchronized void start() {
        checkWritable();
        List<Path> jars = new DaemonJars(directory.root().resolve("daemon")).install();
        String fingerprint = fingerprint(jars);
        Optional<DaemonClient> there = client();
        if (there.isPresent()) {
            if (there.get().info().fingerprint().equals(fingerprint) && isAtPort(there.get())) {
                return;
            }
            progress.info("Restarting the local Lambda: the plugin or its settings changed.");
            stop();
        }
        checkPort();
        try {
            Process process = new DaemonProcess(directory).start(jars, fingerprint, settings);
            progress.info("Local Lambda at http://127.0.0.1:"
                    + await(process, fingerprint).port());
        } catch (IOException e) {
            throw cannotStart("Its process cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cannotStart("The run was interrupted meanwhile.", e);
        }
    }

    private boolean isAtPort(DaemonClient client) {
        return settings.port() == null || settings.port() == client.info().port();
    }

    /** The port is left out: a daemon on a remembered port serves who asks for none. */
    private String fingerprint(List<Path> jars) {
        String all = jars + " " + settings.pureJavaLoop();
        return DaemonJars.digest(all.getBytes(StandardCharsets.UTF_8));
    }

    private void checkWritable() {
        try {
            Files.createDirectories(directory.root());
            Files.delete(Files.createTempFile(directory.root(), ".try", ""));
        } catch (IOException e) {
            throw new UserFault(
                    Problem.LM403,
                    Place.of(directory.root().toString()),
                    "The local Lambda keeps its state there and cannot write: " + e + ".",
                    "Make the directory writable, or name another one with -Dlambda.local.directory.",
                    e);
        }
    }

    private void checkPort() {
        Integer port = settings.port();
        if (port != null && !Loopback.isFree(port)) {
            throw new UserFault(
                    Problem.LM402,
                    Place.of("lambda.local.port"),
                    "Something else listens at port " + port + ".",
                    "Stop it, or set -Dlambda.local.port to a free port; without it one is found.");
        }
    }

    private DaemonInfo await(Process process, String fingerprint) throws InterruptedException {
        long end = System.currentTimeMillis() + START_MILLIS;
        while (System.currentTimeMillis() < end) {
            Optional<DaemonInfo> running =
                    running().filter(info -> info.fingerprint().equals(fingerprint));
            if (running.isPresent()) {
                return running.get();
            }
            if (!process.isAlive()) {
                throw cannotStart("Its process ended with status " + process.exitValue() + ".", null);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        process.destroy();
        throw cannotStart("It did not answer in " + START_MILLIS / 1000 + " s.", null);
    }

    private UserFault cannotStart(String why, @Nullable Exception cause) {
        String summary = "The local Lambda does not start. " + why + " The end of its log:\n"
                + new DaemonProcess(directory).tail() + "\n";
        String remedy = "The whole log is " + directory.daemonLog() + ".";
        Place place = Place.of(directory.root().toString());
        return cause == null
                ? new UserFault(Problem.LM400, place, summary, remedy)
                : new UserFault(Problem.LM400, place, summary, remedy, cause);
    }

    /** Stops the daemon with all that it runs; tells whether there was one. What is deployed stays on record. */
    public synchronized boolean stop() {
        Optional<DaemonClient> client = client();
        if (client.isEmpty()) {
            return false;
        }
        client.get().change("POST", "stop", null);
        long end = System.currentTimeMillis() + STOP_MILLIS;
        try {
            while (isThere(client.get()) && System.currentTimeMillis() < end) {
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    /** Its directory is free when its process ended. */
    private boolean isThere(DaemonClient client) {
        long pid = client.info().pid();
        return pid == ProcessHandle.current().pid()
                ? Files.exists(directory.daemonFile())
                : ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    StateDirectory directory() {
        return directory;
    }

    String region() {
        return settings.region();
    }

    /** What was deployed to this directory, whether the daemon runs or not. */
    List<Recorded> recorded() {
        try {
            return directory.recorded();
        } catch (UncheckedIOException e) {
            throw new UserFault(
                    Problem.LM403,
                    Place.of(directory.root().toString()),
                    "What is deployed there cannot be read: " + (e.getCause() == null ? e : e.getCause()).getMessage()
                            + ".",
                    "Make the directory readable, or name another one with -Dlambda.local.directory.",
                    e);
        }
    }
}
