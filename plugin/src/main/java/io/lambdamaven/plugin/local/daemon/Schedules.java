package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.local.wire.Account;
import io.lambdamaven.plugin.local.wire.Recorded;
import io.lambdamaven.plugin.plan.resource.ScheduleRule;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** Fires the rules whose time has come. A time that passed while nobody looked is made up for once. */
final class Schedules {
    private final Clock clock;
    private final Consumer<Fired> target;
    private final Map<String, Waiting> rules = new TreeMap<>();

    /** What a rule sends where. */
    record Fired(String functionName, String alias, String event) {}

    private record Waiting(ScheduleRule rule, String region, ScheduleExpression when, Optional<Instant> next) {
        Waiting from(Instant time) {
            return new Waiting(rule, region, when, when.after(time));
        }

        boolean isDue(Instant now) {
            return next.isPresent() && !next.get().isAfter(now);
        }
    }

    Schedules(Clock clock, Consumer<Fired> target) {
        this.clock = clock;
        this.target = target;
    }

    /** Refuses a rule that could not be kept. */
    static void check(ScheduleRule rule) {
        ScheduleExpression.parse(expression(rule));
    }

    private static String expression(ScheduleRule rule) {
        return rule.expression() == null ? "" : rule.expression();
    }

    /** From now on these rules stand; one that did not change keeps its time. */
    synchronized void keep(List<Recorded> recorded) {
        Map<String, Waiting> kept = new TreeMap<>();
        for (Recorded each : recorded) {
            if (each.resource() instanceof ScheduleRule rule && !Boolean.FALSE.equals(rule.enabled())) {
                Waiting before = rules.get(rule.name());
                kept.put(
                        rule.name(),
                        before != null && before.rule().equals(rule)
                                ? before
                                : new Waiting(
                                                rule,
                                                each.region(),
                                                ScheduleExpression.parse(expression(rule)),
                                                Optional.empty())
                                        .from(clock.instant()));
            }
        }
        rules.clear();
        rules.putAll(kept);
    }

    /** To be called every second or so. */
    void tick() {
        due().forEach(target);
    }

    private synchronized List<Fired> due() {
        Instant now = clock.instant();
        List<Fired> due = new ArrayList<>();
        rules.replaceAll((name, waiting) -> {
            if (!waiting.isDue(now)) {
                return waiting;
            }
            due.add(new Fired(waiting.rule().functionName(), waiting.rule().alias(), event(waiting, now)));
            return waiting.from(now);
        });
        return due;
    }

    private static String event(Waiting waiting, Instant now) {
        return Json.object()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.events")
                .put("account", Account.ID)
                .put("time", now.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", waiting.region())
                .put(
                        "resources",
                        Json.texts(List.of(
                                Account.ruleArn(waiting.region(), waiting.rule().name()))))
                .put("detail", Json.object())
                .build()
                .canonical();
    }
}
