package io.lambdamaven.plugin.local.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.local.wire.Recorded;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.Schedule;
import io.lambdamaven.plugin.plan.resource.ScheduleRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final Instant START = Instant.parse("2026-01-30T10:00:30Z");

    private final HandClock clock = new HandClock(START);
    private final List<Schedules.Fired> fired = new ArrayList<>();
    private final Schedules schedules = new Schedules(clock, fired::add);

    /** A clock that a test sets. */
    static final class HandClock extends Clock {
        private Instant now;

        HandClock(Instant now) {
            this.now = now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static Recorded schedule(String expression, String zone, String end) {
        return new Recorded(
                "g:a",
                "dev",
                "eu-west-1",
                new Schedule("s", expression, zone, 0, null, end, "", true, "{\"a\":1}", "shop", "live", "role"));
    }

    @Test
    void aScheduleKeepsItsTimeZoneAndSendsItsInput() {
        schedules.keep(List.of(schedule("cron(30 11 * * ? *)", "Europe/Berlin", null)));

        clock.pass(Duration.ofMinutes(29));
        schedules.tick();
        assertThat(fired).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        schedules.tick();

        assertThat(fired).containsExactly(new Schedules.Fired("shop", "live", "{\"a\":1}"));
    }

    @Test
    void aScheduleForOneTimeFiresOnce() {
        schedules.keep(List.of(schedule("at(2026-01-30T10:05:00)", "UTC", null)));

        for (int minute = 0; minute < 60; minute++) {
            clock.pass(Duration.ofMinutes(1));
            schedules.tick();
        }

        assertThat(fired).hasSize(1);
    }

    @Test
    void aScheduleThatHasEndedIsStill() {
        schedules.keep(List.of(schedule("rate(1 minute)", "UTC", "2026-01-30T10:03:00Z")));

        for (int minute = 0; minute < 10; minute++) {
            clock.pass(Duration.ofMinutes(1));
            schedules.tick();
        }

        assertThat(fired).hasSize(2);
    }

    static Recorded rule(String name, String expression, boolean enabled) {
        return new Recorded(
                "g:a",
                "dev",
                "eu-west-1",
                new ScheduleRule(
                        name,
                        expression,
                        "",
                        enabled,
                        "shop",
                        "live",
                        new ResourceId(ResourceType.PERMISSION, "p"),
                        Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "rate(1 minute),2026-01-30T10:01:30Z",
        "rate(5 minutes),2026-01-30T10:05:30Z",
        "rate(2 days),2026-02-01T10:00:30Z",
        "cron(0/15 * * * ? *),2026-01-30T10:15:00Z",
        "cron(0 10 * * ? *),2026-01-31T10:00:00Z",
        "cron(15 12 ? * SUN *),2026-02-01T12:15:00Z",
        "cron(0 18 ? * 1 *),2026-02-01T18:00:00Z",
        "cron(0 18 ? * MON-FRI *),2026-01-30T18:00:00Z",
        "cron(0 8 1 * ? *),2026-02-01T08:00:00Z",
        "cron(0 8 L * ? *),2026-01-31T08:00:00Z",
        "cron(0 8 ? * 2#1 *),2026-02-02T08:00:00Z",
        "cron(0 8 1 1 ? 2030),2030-01-01T08:00:00Z"
    })
    void knowsWhenARuleFires(String expression, Instant next) {
        assertThat(ScheduleExpression.parse(expression).after(START)).contains(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rate(0 minutes)", "rate(5 seconds)", "cron(0 10 * * *)", "cron(0 10 * * * *)", "daily", ""})
    void refusesWhatIsNoSchedule(String expression) {
        assertThatThrownBy(() -> ScheduleExpression.parse(expression))
                .isInstanceOf(ServiceFault.class)
                .hasMessageContaining("The schedule '" + expression + "' is not understood");
    }

    @Test
    void firesOnceForATimeThatCame() {
        schedules.keep(List.of(rule("shop-a1", "rate(1 minute)", true), rule("shop-b2", "rate(1 minute)", false)));

        schedules.tick();
        assertThat(fired).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        schedules.tick();
        schedules.tick();

        assertThat(fired).hasSize(1);
        assertThat(fired.get(0).functionName() + ":" + fired.get(0).alias()).isEqualTo("shop:live");
        JsonObject event = Json.parse(fired.get(0).event()).asObject();
        assertThat(event.text("detail-type")).isEqualTo("Scheduled Event");
        assertThat(event.text("source")).isEqualTo("aws.events");
        assertThat(event.text("time")).isEqualTo("2026-01-30T10:01:30Z");
        assertThat(event.array("resources").asTexts())
                .containsExactly("arn:aws:events:eu-west-1:123456789012:rule/shop-a1");
    }

    @Test
    void anUnchangedRuleKeepsItsTimeWhenOthersChange() {
        schedules.keep(List.of(rule("shop-a1", "rate(2 minutes)", true)));
        clock.pass(Duration.ofMinutes(1));
        schedules.keep(List.of(rule("shop-a1", "rate(2 minutes)", true), rule("shop-b2", "rate(2 minutes)", true)));
        clock.pass(Duration.ofMinutes(1));
        schedules.tick();

        assertThat(fired).hasSize(1);
    }

    @Test
    void aRemovedRuleFiresNoMore() {
        schedules.keep(List.of(rule("shop-a1", "rate(1 minute)", true)));
        schedules.keep(List.of());
        clock.pass(Duration.ofMinutes(5));
        schedules.tick();

        assertThat(fired).isEmpty();
    }
}
