package io.lambdamaven.plugin.testing;

import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.model.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Triggers of the catalogue, as scanning would give them. */
public final class Triggers {
    private Triggers() {}

    /** A queue with what the deployer asks for; no limit of concurrency is null. */
    public static Trigger.Service sqs(String queue, int size, int window, Integer concurrency, boolean enabled) {
        return of(
                "sqs",
                "queue",
                queue,
                "batchSize",
                size,
                "batchingWindow",
                window,
                "maximumConcurrency",
                concurrency == null ? 0 : concurrency,
                "enabled",
                enabled);
    }

    /** Names and values in turn; the rest has its defaults. */
    public static Trigger.Service of(String kind, Object... said) {
        Map<String, Value> values = new HashMap<>();
        for (int i = 0; i < said.length; i += 2) {
            values.put((String) said[i], value(said[i + 1]));
        }
        return Catalog.find(kind).orElseThrow().trigger(values);
    }

    private static Value value(Object said) {
        if (said instanceof Integer number) {
            return new Value.Whole(number);
        } else if (said instanceof Boolean flag) {
            return new Value.Flag(flag);
        } else if (said instanceof List<?> list) {
            return new Value.Texts(list.stream().map(String.class::cast).toList());
        }
        return new Value.Text((String) said);
    }
}
