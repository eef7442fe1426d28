package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.catalog.ScheduleExpressions;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @ScheduleTrigger} may say, besides the expressions of rules.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">types of schedules</a>
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/APIReference/API_FlexibleTimeWindow.html">windows</a>
 */
final class ScheduleRules {
    private static final int LONGEST_DESCRIPTION = 512;
    private static final int LONGEST_WINDOW = 1440;
    private static final int LONGEST_INPUT = 8192;

    private final Faults faults;
    private final ScheduleExpressions expressions = new ScheduleExpressions();

    ScheduleRules(Faults faults) {
        this.faults = faults;
    }

    void check(Trigger.Schedule schedule, Spot spot) {
        String expression = schedule.expression();
        boolean once = expression.startsWith("at(");
        if (once) {
            checkOnce(expression, spot);
        } else {
            checkExpression(expression, spot);
        }
        if (schedule.description().length() > LONGEST_DESCRIPTION) {
            faults.add(
                    Problem.LM053,
                    spot,
                    "The description has " + schedule.description().length() + " characters, and a rule's has at most "
                            + LONGEST_DESCRIPTION + ".",
                    "Shorten description in @ScheduleTrigger.");
        }
        if (!schedule.timeZone().isEmpty() && !ZoneId.getAvailableZoneIds().contains(schedule.timeZone())) {
            fault(spot, "\"" + schedule.timeZone() + "\" is no time zone.", "timeZone", "a name such as Europe/Berlin");
        }
        if (schedule.flexibleWindow() < 0 || schedule.flexibleWindow() > LONGEST_WINDOW) {
            fault(
                    spot,
                    "The flexible window of " + schedule.flexibleWindow() + " minutes is outside 1 to " + LONGEST_WINDOW
                            + ".",
                    "flexibleWindow",
                    "1 to " + LONGEST_WINDOW + ", or 0 for none");
        }
        checkInput(schedule.input(), spot);
        checkDates(schedule, once, spot);
    }

    private void checkOnce(String expression, Spot spot) {
        try {
            LocalDateTime.parse(expression.substring("at(".length(), expression.length() - 1));
            if (!expression.endsWith(")") || expression.length() != "at(2026-01-31T12:00:00)".length()) {
                throw new DateTimeException(expression);
            }
        } catch (DateTimeException e) {
            faults.add(
                    Problem.LM030,
                    spot,
                    "\"" + expression + "\" in @ScheduleTrigger is no schedule.",
                    "Write at(2026-01-31T12:00:00) for once, with timeZone for another zone than UTC, rate(5 minutes)"
                            + " or cron(0 12 * * ? *).");
        }
    }

    private void checkInput(String input, Spot spot) {
        if (input.isEmpty()) {
            return;
        }
        try {
            Json.parse(input);
        } catch (JsonException e) {
            fault(spot, "The input is no JSON: " + e.getMessage() + ".", "input", "a JSON document");
        }
        if (input.length() > LONGEST_INPUT) {
            fault(
                    spot,
                    "The input has " + input.length() + " characters.",
                    "input",
                    "at most " + LONGEST_INPUT + " characters");
        }
    }

    private void checkExpression(String expression, Spot spot) {
        expressions
                .check(expression)
                .ifPresent(wrong -> faults.add(
                        wrong.cron() ? Problem.LM031 : Problem.LM030,
                        spot,
                        "\"" + expression + "\" in @ScheduleTrigger " + wrong.complaint() + ".",
                        "Write " + wrong.advice() + "."));
    }

    private void checkDates(Trigger.Schedule schedule, boolean once, Spot spot) {
        if (once && !(schedule.startDate() + schedule.endDate()).isEmpty()) {
            fault(
                    spot,
                    "What happens once has no first and last day.",
                    "the value",
                    "rate or cron, or leave startDate and endDate out");
            return;
        }
        Instant start = instant(schedule.startDate(), "startDate", spot);
        Instant end = instant(schedule.endDate(), "endDate", spot);
        if (start != null && end != null && !start.isBefore(end)) {
            fault(spot, "The schedule ends before it starts.", "endDate", "a time after startDate");
        }
    }

    private @Nullable Instant instant(String text, String attribute, Spot spot) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            fault(spot, "\"" + text + "\" is no instant.", attribute, "a time such as 2026-01-31T12:00:00Z");
            return null;
        }
    }

    private void fault(Spot spot, String summary, String attribute, String remedy) {
        faults.add(Problem.LM076, spot, summary, "Set " + attribute + " of @ScheduleTrigger to " + remedy + ".");
    }
}
