package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.testing.Fault;
import io.lambdamaven.plugin.testing.FaultProxy.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a deploy costs where every call takes 60 ms longer: no test, but the command {@code src/bench/run cost}. Calls
 * about the stage's lock and ledger are left out of the counts; the critical path is the longest chain of calls of which
 * each began after the one before had been answered.
 */
final class DeployCost {
    private static final Duration DELAY = Duration.ofMillis(60);

    private final List<String> table = new ArrayList<>(List.of(
            "| deploy | wall s | calls | of these writes | critical path | its calls |",
            "| --- | --- | --- | --- | --- | --- |"));

    @Test
    void measure(@TempDir Path folder) throws Exception {
        System.setProperty("aws.cborEnabled", "false");
        try (Cloud cloud = Cloud.start()) {
            cloud.reset();
            Street street = new DataStreet();
            street.prepare(cloud);
            Bazaar bazaar = new Bazaar(street, folder);
            // Loads classes and opens connections.
            cloud.deploy(bazaar.first(1));
            cloud.deploy(Wired.nothing(), true);

            deploy(cloud, "HTTP alone, first", bazaar.first(1));
            deploy(cloud, "HTTP alone, no-op", bazaar.first(1));
            bazaar.code("two");
            deploy(cloud, "HTTP alone, code only", bazaar.first(1));
            deploy(cloud, "one trigger more", bazaar.first(2));
            cloud.deploy(Wired.nothing(), true);
            deploy(cloud, "every trigger, first", bazaar.all());
            deploy(cloud, "every trigger, no-op", bazaar.all());
            bazaar.code("three");
            deploy(cloud, "every trigger, code only", bazaar.all());
            deploy(
                    cloud,
                    "every trigger, one changed",
                    bazaar.withChanged(bazaar.stalls().get(1)));
        }
        table.forEach(System.out::println);
    }

    private void deploy(Cloud cloud, String name, Desired desired) {
        cloud.proxy.restart(call -> new Fault.Delay(DELAY));
        long start = System.nanoTime();
        cloud.deploy(desired);
        double seconds = (System.nanoTime() - start) / 1e9;
        List<Span> spans = cloud.proxy.spans().stream()
                .filter(span -> !span.call().isBookkeeping())
                .toList();
        List<Span> path = criticalPath(spans);
        table.add(String.format(
                Locale.ROOT,
                "| %s | %.1f | %d | %d | %d | %s |",
                name,
                seconds,
                spans.size(),
                spans.stream().filter(span -> span.call().writes()).count(),
                path.size(),
                String.join(", ", path.stream().map(span -> span.call().name()).toList())));
    }

    /** Of spans that do not overlap the most there can be: always the next one that ends first. */
    private static List<Span> criticalPath(List<Span> spans) {
        List<Span> path = new ArrayList<>();
        long end = Long.MIN_VALUE;
        for (Span span :
                spans.stream().sorted(Comparator.comparingLong(Span::to)).toList()) {
            if (span.from() > end) {
                path.add(span);
                end = span.to();
            }
        }
        return path;
    }
}
