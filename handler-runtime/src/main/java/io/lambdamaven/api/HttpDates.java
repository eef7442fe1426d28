package io.lambdamaven.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The form of times in headers, after RFC 9110, section 5.6.7. */
final class HttpDates {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private HttpDates() {}

    static String format(Instant time) {
        return FORM.format(time.truncatedTo(ChronoUnit.SECONDS));
    }
}
