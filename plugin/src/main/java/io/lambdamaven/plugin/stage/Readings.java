package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.Reading;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a trigger wants its source read; everything is said, nothing left to defaults that AWS may change. */
final class Readings {
    private Readings() {}

    /** Of the two with shards, DynamoDB and Kinesis. */
    static Reading windowed(Trigger.Service trigger, String timestamp, @Nullable String onFailure) {
        return new Reading(
                trigger.text("startingPosition"),
                orNull(timestamp),
                trigger.number("parallelizationFactor"),
                trigger.number("maximumRetryAttempts"),
                trigger.number("maximumRecordAge"),
                trigger.flag("bisectBatchOnError"),
                trigger.number("tumblingWindow"),
                onFailure,
                trigger.texts("filters"),
                new TreeMap<>(),
                null,
                null);
    }

    /** Of brokers and databases; those without a position or group do not have the attribute. */
    static Reading of(
            Trigger.Service trigger, @Nullable String onFailure, SortedMap<String, String> access, String group) {
        return new Reading(
                said(trigger, "startingPosition"),
                said(trigger, "startingPositionTimestamp"),
                null,
                null,
                null,
                null,
                null,
                onFailure,
                trigger.texts("filters"),
                access,
                orNull(group),
                said(trigger, "fullDocument"));
    }

    private static @Nullable String said(Trigger.Service trigger, String attribute) {
        return trigger.values().containsKey(attribute) ? orNull(trigger.text(attribute)) : null;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
