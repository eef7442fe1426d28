package io.lambdamaven.plugin.catalog;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a value of an attribute must keep, besides its type. */
public sealed interface Check {

    /** Any value will do. */
    record Anything() implements Check {}

    /**
     * A number in a range.
     *
     * @param unset a number outside the range that stands for no value, or null
     * @param unit as in {@code 10 s}, empty for none
     */
    record Range(int least, int most, @Nullable Integer unset, String unit) implements Check {
        public boolean fits(int number) {
            return (number >= least && number <= most) || (unset != null && unset == number);
        }
    }

    /**
     * The name or ARN of a resource, or any other text of a known form.
     *
     * @param what with its article: {@code an SNS topic}
     * @param name the form of a name
     * @param form the same in words
     * @param service the service's part of an ARN, empty where an ARN is no choice
     * @param arnRest what follows the account in an ARN
     */
    record Form(String what, Pattern name, String form, String service, Pattern arnRest) implements Check {}

    /** A text that is at most so long. */
    record Length(int most) implements Check {}

    /** An instant such as {@code 2026-01-31T12:00:00Z}. */
    record Instant() implements Check {}

    /** An event pattern of EventBridge. */
    record EventPattern() implements Check {}

    /** A filter policy of an SNS subscription. */
    record FilterPolicy() implements Check {}

    /** Filters of an event source mapping: at most this many patterns. */
    record Filters(int most) implements Check {}
}
