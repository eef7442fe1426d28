package io.lambdamaven.plugin.catalog;

import com.cronutils.model.Cron;
import com.cronutils.model.definition.CronConstraint;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.field.CronFieldName;
import com.cronutils.model.field.expression.QuestionMark;
import com.cronutils.parser.CronParser;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The expressions that EventBridge rules take, by
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html.
 */
public final class ScheduleExpressions {
    private static final Pattern FORM = Pattern.compile("(rate|cron)\\((.*)\\)");
    private static final Pattern RATE = Pattern.compile("([1-9][0-9]{0,8}) (minute|hour|day)(s?)");

    private final CronParser cron = new CronParser(definition());

    /**
     * Why an expression is none.
     *
     * @param cron whether it is meant to be a cron expression
     * @param complaint what follows the expression in a message, without a full stop
     * @param advice what to write instead
     */
    public record Fault(boolean cron, String complaint, String advice) {}

    /** What is wrong with an expression, if anything is. */
    public Optional<Fault> check(String expression) {
        Matcher form = FORM.matcher(expression);
        if (form.matches() && form.group(1).equals("cron")) {
            return checkCron(form.group(2));
        }
        return form.matches() && isRate(form.group(2))
                ? Optional.empty()
                : Optional.of(new Fault(
                        false,
                        "is no schedule",
                        "rate(1 minute), rate(5 minutes), rate(1 hour), rate(2 days) and the like, with the unit in the"
                                + " singular for 1 only, or cron(minutes hours day-of-month month day-of-week year)"));
    }

    private static boolean isRate(String inner) {
        Matcher rate = RATE.matcher(inner);
        return rate.matches() && rate.group(1).equals("1") == rate.group(3).isEmpty();
    }

    private Optional<Fault> checkCron(String inner) {
        try {
            cron.parse(inner).validate();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(new Fault(
                    true,
                    "is no cron expression of EventBridge: " + reason(e),
                    "six fields, minutes hours day-of-month month day-of-week year, with ? in exactly one of the two"
                            + " fields for days, such as cron(15 10 ? * MON-FRI *)"));
        }
    }

    private static String reason(IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage()).strip();
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private static CronDefinition definition() {
        return CronDefinitionBuilder.defineCron()
                .withMinutes()
                .withValidRange(0, 59)
                .withStrictRange()
                .and()
                .withHours()
                .withValidRange(0, 23)
                .withStrictRange()
                .and()
                .withDayOfMonth()
                .withValidRange(1, 31)
                .supportsL()
                .supportsW()
                .supportsQuestionMark()
                .withStrictRange()
                .and()
                .withMonth()
                .withValidRange(1, 12)
                .withStrictRange()
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
                .withStrictRange()
                .and()
                .withCronValidation(new OneFieldForDays())
                .instance();
    }

    /** "You can't specify the Day-of-month and Day-of-week fields in the same cron expression." */
    private static final class OneFieldForDays extends CronConstraint {
        private static final long serialVersionUID = 1L;

        OneFieldForDays() {
            super("exactly one of day-of-month and day-of-week must be ?");
        }

        @Override
        public boolean validate(Cron cron) {
            return isOpen(cron, CronFieldName.DAY_OF_MONTH) != isOpen(cron, CronFieldName.DAY_OF_WEEK);
        }

        private static boolean isOpen(Cron cron, CronFieldName field) {
            return cron.retrieve(field).getExpression() instanceof QuestionMark;
        }
    }
}
