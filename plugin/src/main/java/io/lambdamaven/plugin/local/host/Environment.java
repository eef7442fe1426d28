package io.lambdamaven.plugin.local.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One child JVM beside its Runtime API. It takes one invocation at a time. */
final class Environment implements AutoCloseable {
    private final RuntimeApi api;
    private final Process process;
    private final Output output;
    private final Path scratch;
    private final CompletableFuture<Outcome> exited;
    private int peak;

    /** Starts the child, and does not wait for it. */
    Environment(FunctionSpec spec, HostSettings settings, FunctionLog log, String stream) throws IOException {
        String name = stream.substring(stream.length() - 8);
        scratch = settings.scratch().resolve("environment-" + name);
        Files.createDirectories(scratch);
        ChildCommand command = new ChildCommand(spec, settings);
        api = new RuntimeApi();
        try {
            ProcessBuilder builder = new ProcessBuilder(command.line(scratch))
                    .directory(spec.code().toFile())
                    .redirectErrorStream(true);
            Map<String, String> variables = builder.environment();
            variables.clear();
            variables.putAll(command.environment(api.address(), stream, JavaRelease.of(settings.java())));
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            api.close();
            Files.deleteIfExists(scratch);
            throw e;
        }
        exited = process.onExit().thenApply(ended -> new Outcome.Exited(ended.exitValue()));
        output = new Output(process.getInputStream(), log, name);
        output.start();
    }

    /** Waits until the client asks for an invocation; otherwise says what came instead of that. */
    @Nullable
    Outcome ready(long nanos) throws InterruptedException {
        CompletableFuture<Outcome> failed = api.initError().thenApply(Outcome.NotStarted::new);
        await(CompletableFuture.anyOf(api.asked(), failed, exited), nanos);
        if (api.asked().isDone()) {
            return null;
        }
        Outcome reported = failed.getNow(null);
        return reported != null ? reported : exited.getNow(new Outcome.TimedOut());
    }

    /** Hands over an invocation and waits for its end. */
    Outcome run(Invocation invocation, long nanos) throws InterruptedException {
        peak = Math.max(peak, Memory.peak(process.pid()));
        api.offer(invocation);
        await(CompletableFuture.anyOf(invocation.outcome(), exited), nanos);
        Outcome reported = invocation.outcome().getNow(null);
        return reported != null ? reported : exited.getNow(new Outcome.TimedOut());
    }

    private static void await(CompletableFuture<?> event, long nanos) throws InterruptedException {
        try {
            event.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // Whoever waited looks at what is done.
            return;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** A line of Lambda's own, between those of the function. */
    void say(String line) {
        output.add(line);
    }

    /** What was printed since the last call. */
    List<String> drain() {
        return output.drain();
    }

    /** The most memory the child has held, in MB. */
    int peakMemory() {
        peak = Math.max(peak, Memory.peak(process.pid()));
        return peak;
    }

    /** Ends the child with all it started. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        process.onExit()
                .orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(late -> process)
                .join();
        output.close();
        api.close();
        try (Stream<Path> files = Files.walk(scratch)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // A temporary file that stays harms nobody: no other environment uses this directory.
            return;
        }
    }
}
