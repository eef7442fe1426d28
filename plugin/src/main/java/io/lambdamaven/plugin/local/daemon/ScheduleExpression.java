package io.lambdamaven.plugin.local.daemon;

import com.cronutils.model.definition.CronConstraintsFactory;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a rule or schedule fires.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html">Schedules</a>
 */
sealed interface ScheduleExpression {
    /** The first time after this one, if there is one. */
    Optional<Instant> after(Instant time);

    /** Of a rule, which knows no time zone but UTC. */
    static ScheduleExpression parse(String text) {
        return parse(text, ZoneOffset.UTC);
    }

    static ScheduleExpression parse(String text, ZoneId zone) {
        Matcher rate = Rate.PATTERN.matcher(text.strip());
        if (rate.matches()) {
            return Rate.of(Long.parseLong(rate.group(1)), rate.group(2));
        }
        Matcher cron = Cron.PATTERN.matcher(text.strip());
        if (cron.matches()) {
            return Cron.of(text, cron.group(1).strip(), zone);
        }
        Matcher once = Once.PATTERN.matcher(text.strip());
        if (once.matches()) {
            return Once.of(text, once.group(1), zone);
        }
        throw fault(text, "it is none of rate(...), cron(...) and at(...)");
    }

    private static ServiceFault fault(String text, String why) {
        return new ServiceFault(
                400, "ValidationException", "The schedule '" + text + "' is not understood: " + why + ".");
    }

    /** Every so often. */
    record Rate(Duration period) implements ScheduleExpression {
        private static final Pattern PATTERN = Pattern.compile("rate\\(([1-9][0-9]{0,8}) (minute|hour|day)s?\\)");

        private static Rate of(long count, String unit) {
            return new Rate(
                    switch (unit) {
                        case "minute" -> Duration.ofMinutes(count);
                        case "hour" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    });
        }

        @Override
        public Optional<Instant> after(Instant time) {
            return Optional.of(time.plus(period));
        }
    }

    /** At one time. */
    record Once(Instant when) implements ScheduleExpression {
        private static final Pattern PATTERN = Pattern.compile("at\\((.*)\\)");

        private static Once of(String text, String time, ZoneId zone) {
            try {
                return new Once(LocalDateTime.parse(time.strip()).atZone(zone).toInstant());
            } catch (DateTimeParseException e) {
                throw fault(text, String.valueOf(e.getMessage()));
            }
        }

        @Override
        public Optional<Instant> after(Instant time) {
            return when.isAfter(time) ? Optional.of(when) : Optional.empty();
        }
    }

    /** At times of the calendar. */
    record Cron(ExecutionTime times, ZoneId zone) implements ScheduleExpression {
        private static final Pattern PATTERN = Pattern.compile("cron\\((.*)\\)");
        private static final CronDefinition AWS = CronDefinitionBuilder.defineCron()
                .withMinutes()
                .withValidRange(0, 59)
                .and()
                .withHours()
                .withValidRange(0, 23)
                .and()
                .withDayOfMonth()
                .withValidRange(1, 31)
                .supportsL()
                .supportsW()
                .supportsLW()
                .supportsQuestionMark()
                .and()
                .withMonth()
                .withValidRange(1, 12)
                .and()
                .withDayOfWeek()
                .withValidRange(1, 7)
                .withMondayDoWValue(2)
                .supportsHash()
                .supportsL()
                .supportsQuestionMark()
                .and()
                .withYear()
                .withValidRange(1970, 2199)
                .and()
                .withCronValidation(CronConstraintsFactory.ensureEitherDayOfWeekOrDayOfMonth())
                .instance();

        private static Cron of(String text, String fields, ZoneId zone) {
            try {
                return new Cron(ExecutionTime.forCron(new CronParser(AWS).parse(fields)), zone);
            } catch (IllegalArgumentException e) {
                throw fault(text, String.valueOf(e.getMessage()));
            }
        }

        @Override
        public Optional<Instant> after(Instant time) {
            return times.nextExecution(ZonedDateTime.ofInstant(time, zone)).map(ZonedDateTime::toInstant);
        }
    }
}
