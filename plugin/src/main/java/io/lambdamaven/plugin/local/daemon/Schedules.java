package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.local.wire.Account;
import io.lambdamaven.plugin.local.wire.Recorded;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.Schedule;
import io.lambdamaven.plugin.plan.resource.ScheduleRule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Fires the rules and schedules whose time has come. A time that passed while nobody looked is made up for once. */
final class Schedules {
    private final Clock clock;
    private final Consumer<Fired> target;
    private final Map<ResourceId, Waiting> rules = new TreeMap<>();

    /** What a rule sends where. */
    record Fired(String functionName, String alias, String event) {}

    private record Waiting(Recorded recorded, ScheduleExpression when, Optional<Instant> next) {
        Waiting from(Instant time) {
            return new Waiting(recorded, when, when.after(time));
        }

        boolean isDue(Instant now) {
            return next.isPresent() && !next.get().isAfter(now);
        }

        Fired fired(Instant now) {
            if (recorded.resource() instanceof Schedule schedule) {
                String input = schedule.input() == null ? "{}" : schedule.input();
                return new Fired(schedule.functionName(), schedule.alias(), input);
            }
            ScheduleRule rule = (ScheduleRule) recorded.resource();
            return new Fired(rule.functionName(), rule.alias(), event(rule, recorded.region(), now));
        }

        /** A schedule of EventBridge Scheduler may begin and end. */
        boolean isOn(Instant now) {
            if (!(recorded.resource() instanceof Schedule schedule)) {
                return true;
            }
            String start = schedule.startDate();
            String end = schedule.endDate();
            return (start == null || !now.isBefore(Instant.parse(start)))
                    && (end == null || !now.isAfter(Instant.parse(end)));
        }
    }

    Schedules(Clock clock, Consumer<Fired> target) {
        this.clock = clock;
        this.target = target;
    }

    /** Refuses what could not be kept. */
    static void check(Resource resource) {
        expression(resource);
    }

    /** Null for what is on no schedule, or switched off. */
    private static @Nullable ScheduleExpression expression(Resource resource) {
        if (resource instanceof ScheduleRule rule && !Boolean.FALSE.equals(rule.enabled())) {
            return ScheduleExpression.parse(text(rule.expression()));
        } else if (resource instanceof Schedule schedule && !Boolean.FALSE.equals(schedule.enabled())) {
            String zone = schedule.timeZone() == null ? "UTC" : schedule.timeZone();
            return ScheduleExpression.parse(text(schedule.expression()), ZoneId.of(zone));
        }
        return null;
    }

    private static String text(@Nullable String expression) {
        return expression == null ? "" : expression;
    }

    /** From now on these rules and schedules stand; one that did not change keeps its time. */
    synchronized void keep(List<Recorded> recorded) {
        Map<ResourceId, Waiting> kept = new TreeMap<>();
        for (Recorded each : recorded) {
            ScheduleExpression when = expression(each.resource());
            if (when != null) {
                ResourceId id = each.resource().id();
                Waiting before = rules.get(id);
                kept.put(
                        id,
                        before != null && before.recorded().resource().equals(each.resource())
                                ? before
                                : new Waiting(each, when, Optional.empty()).from(clock.instant()));
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
            if (waiting.isOn(now)) {
                due.add(waiting.fired(now));
            }
            return waiting.from(now);
        });
        return due;
    }

    private static String event(ScheduleRule rule, String region, Instant now) {
        return Json.object()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.events")
                .put("account", Account.ID)
                .put("time", now.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", region)
                .put("resources", Json.texts(List.of(Account.ruleArn(region, rule.name()))))
                .put("detail", Json.object())
                .build()
                .canonical();
    }
}
