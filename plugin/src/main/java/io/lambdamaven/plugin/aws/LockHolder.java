package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.json.Records;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;

/**
 * Who holds a lock, as it stands in the parameter.
 *
 * @param pid of the process on its host
 * @param started when the process began, since ids of processes are given again
 * @param until epoch seconds; after that it is anybody's
 */
record LockHolder(String user, String host, long pid, String started, long until) {

    /** This process, until then. */
    static LockHolder here(Instant until) {
        ProcessHandle process = ProcessHandle.current();
        return new LockHolder(
                System.getProperty("user.name", "somebody"),
                hostName(),
                process.pid(),
                started(process),
                until.getEpochSecond());
    }

    /** What somebody wrote; none if it is nothing of ours. */
    static Optional<LockHolder> read(String value) {
        try {
            JsonObject object = Json.parse(value).asObject();
            return Optional.of(Records.read(object, LockHolder.class));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    String text() {
        return Records.write(this).canonical();
    }

    /** Whether the lock is free again: time is over, or the process was on this host and is gone. */
    boolean isGone(Instant now) {
        return now.getEpochSecond() > until || (host.equals(hostName()) && !isRunning());
    }

    private boolean isRunning() {
        return ProcessHandle.of(pid)
                .map(process -> started(process).equals(started))
                .orElse(false);
    }

    /** {@code anna on build-7 (process 4711)}. */
    String who() {
        return user + " on " + host + " (process " + pid + ")";
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
