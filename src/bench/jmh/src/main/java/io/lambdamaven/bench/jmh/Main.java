package io.lambdamaven.bench.jmh;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs each benchmark on the events it can take; JMH's own options count. */
public final class Main {
    private static final List<String> BENCHMARKS = List.of("tokens", "ours", "aws");

    /**
     * In nanoseconds and bytes.
     *
     * @param clock what JMH measures
     * @param time the processor's
     */
    private record Cost(double clock, double time, double allocated) {}

    private Main() {}

    public static void main(String[] args) throws CommandLineOptionException, RunnerException, IOException {
        CommandLineOptions given = new CommandLineOptions(args);
        Map<String, Map<String, Cost>> costs = new TreeMap<>();
        Events events = Events.here();
        for (String benchmark : BENCHMARKS) {
            List<String> can = new ArrayList<>();
            for (String event : events.names()) {
                if (!chosen(given, event)) {
                    continue;
                }
                if (benchmark.equals("tokens")
                        || (benchmark.equals("ours") && answered(events.bytes(event)))
                        || (benchmark.equals("aws") && Events.awsClass(event) != null)) {
                    can.add(event);
                }
            }
            if (!can.isEmpty()) {
                run(given, benchmark, can, costs);
            }
        }
        report(events, costs);
    }

    /** JMH's {@code -p event=a,b} narrows them down. */
    private static boolean chosen(CommandLineOptions given, String event) {
        var wanted = given.getParameter("event");
        return !wanted.hasValue() || wanted.get().contains(event);
    }

    private static boolean answered(byte[] event) {
        try {
            Dispatch.handler()
                    .handleRequest(new ByteArrayInputStream(event), new ByteArrayOutputStream(), new Caller());
            return true;
        } catch (IOException | RuntimeException e) {
            // A kind without a route here.
            return false;
        }
    }

    private static void run(
            CommandLineOptions given, String benchmark, List<String> events, Map<String, Map<String, Cost>> costs)
            throws RunnerException {
        var options = new OptionsBuilder()
                .parent(given)
                .include(Dispatch.class.getName() + "." + benchmark + "$")
                .param("event", events.toArray(String[]::new))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuTime.class)
                // Lambda's flags for 512 MB.
                .jvmArgs(
                        "-Xmx445644k",
                        "-XX:+UseSerialGC",
                        "-XX:+TieredCompilation",
                        "-XX:TieredStopAtLevel=1",
                        "-Devents=" + System.getProperty("events", "events"))
                .build();
        for (RunResult result : new Runner(options).run()) {
            var more = result.getSecondaryResults();
            costs.computeIfAbsent(result.getParams().getParam("event"), name -> new TreeMap<>())
                    .put(
                            benchmark,
                            new Cost(
                                    result.getPrimaryResult().getScore(),
                                    least(result),
                                    more.get("gc.alloc.rate.norm").getScore()));
        }
    }

    /** Of the processor's time that of the best iteration: what others do to caches and clock rates only adds to it. */
    private static double least(RunResult result) {
        double least = Double.MAX_VALUE;
        for (var fork : result.getBenchmarkResults()) {
            for (var iteration : fork.getIterationResults()) {
                least = Math.min(
                        least,
                        iteration.getSecondaryResults().get(CpuTime.LABEL).getScore());
            }
        }
        return least;
    }

    private static void report(Events events, Map<String, Map<String, Cost>> costs) throws IOException {
        System.out.println(
                "\n| event | bytes | tokens ns | ours ns | ours x tokens | AWS's serializer ns | ours x AWS |"
                        + " tokens B | ours B | AWS B |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        Cost none = new Cost(Double.NaN, Double.NaN, Double.NaN);
        try (Writer lines = Files.newBufferedWriter(Path.of("target", "jmh.jsonl"))) {
            for (Map.Entry<String, Map<String, Cost>> event : costs.entrySet()) {
                for (Map.Entry<String, Cost> cost : event.getValue().entrySet()) {
                    lines.write(String.format(
                            Locale.ROOT,
                            "{\"event\":\"%s\",\"benchmark\":\"%s\",\"clock_ns\":%.1f,\"cpu_ns\":%.1f,\"allocated\":%.0f}%n",
                            event.getKey(),
                            cost.getKey(),
                            cost.getValue().clock(),
                            cost.getValue().time(),
                            cost.getValue().allocated()));
                }
                Cost tokens = event.getValue().getOrDefault("tokens", none);
                Cost ours = event.getValue().getOrDefault("ours", none);
                Cost aws = event.getValue().getOrDefault("aws", none);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %d | %.0f | %s | %s | %s | %s | %.0f | %s | %s |%n",
                        event.getKey(),
                        events.bytes(event.getKey()).length,
                        tokens.time(),
                        cell("%.0f", ours.time()),
                        cell("%.2f", ours.time() / tokens.time()),
                        cell("%.0f", aws.time()),
                        cell("%.2f", ours.time() / aws.time()),
                        tokens.allocated(),
                        cell("%.0f", ours.allocated()),
                        cell("%.0f", aws.allocated()));
            }
        }
    }

    private static String cell(String format, double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
    }
}
