package io.lambdamaven.runtime.json;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types of {@code java.time} in ISO form; apart from {@link Scalars}, so that only who needs them loads them. */
final class TimeText {
    static final List<Class<?>> TYPES = List.of(
            Instant.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            OffsetTime.class,
            ZonedDateTime.class,
            Duration.class,
            Period.class,
            Year.class,
            YearMonth.class,
            MonthDay.class,
            ZoneId.class,
            ZoneOffset.class);

    private TimeText() {}

    /** Whether values of the type are written as text: these, and what stands for one of them, as a zone's region does. */
    static boolean isText(Class<?> type) {
        for (int i = 0; i < TYPES.size(); i++) {
            if (TYPES.get(i).isAssignableFrom(type)) {
                return true;
            }
        }
        return false;
    }

    /** @return null if the type is none of these */
    static @Nullable Object parse(Class<?> type, String text) {
        if (type == Instant.class) {
            return Instant.parse(text);
        } else if (type == LocalDate.class) {
            return LocalDate.parse(text);
        } else if (type == LocalTime.class) {
            return LocalTime.parse(text);
        } else if (type == LocalDateTime.class) {
            return LocalDateTime.parse(text);
        } else if (type == OffsetDateTime.class) {
            return OffsetDateTime.parse(text);
        } else if (type == OffsetTime.class) {
            return OffsetTime.parse(text);
        } else if (type == ZonedDateTime.class) {
            return ZonedDateTime.parse(text);
        } else if (type == Duration.class) {
            return Duration.parse(text);
        } else if (type == Period.class) {
            return Period.parse(text);
        } else if (type == Year.class) {
            return Year.parse(text);
        } else if (type == YearMonth.class) {
            return YearMonth.parse(text);
        } else if (type == MonthDay.class) {
            return MonthDay.parse(text);
        } else if (type == ZoneId.class) {
            return ZoneId.of(text);
        } else if (type == ZoneOffset.class) {
            return ZoneOffset.of(text);
        }
        return null;
    }
}
