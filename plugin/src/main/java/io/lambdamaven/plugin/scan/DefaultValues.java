package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.report.Problem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Whether a default in an annotation is text that the runtime will be able to read. */
final class DefaultValues {
    private static final Map<String, Function<String, Object>> READERS = Map.ofEntries(
            Map.entry("java.lang.Boolean", DefaultValues::bool),
            Map.entry("java.lang.Byte", Byte::valueOf),
            Map.entry("java.lang.Short", Short::valueOf),
            Map.entry("java.lang.Character", DefaultValues::character),
            Map.entry("java.lang.Integer", Integer::valueOf),
            Map.entry("java.lang.Long", Long::valueOf),
            Map.entry("java.lang.Float", Float::valueOf),
            Map.entry("java.lang.Double", Double::valueOf),
            Map.entry("java.math.BigDecimal", BigDecimal::new),
            Map.entry("java.math.BigInteger", BigInteger::new),
            Map.entry("java.util.UUID", UUID::fromString),
            Map.entry("java.time.Instant", Instant::parse),
            Map.entry("java.time.LocalDate", LocalDate::parse),
            Map.entry("java.time.LocalTime", LocalTime::parse),
            Map.entry("java.time.LocalDateTime", LocalDateTime::parse),
            Map.entry("java.time.OffsetDateTime", OffsetDateTime::parse),
            Map.entry("java.time.ZonedDateTime", ZonedDateTime::parse),
            Map.entry("java.time.Duration", Duration::parse),
            Map.entry("java.time.Period", Period::parse),
            Map.entry("java.time.Year", Year::parse),
            Map.entry("java.time.YearMonth", YearMonth::parse));

    private final Faults faults;
    private final TypeRules types;

    DefaultValues(Faults faults, TypeRules types) {
        this.faults = faults;
        this.types = types;
    }

    void check(String text, JavaType.Declared type, AnnotationUse use, Spot spot) {
        if (!fits(text, type)) {
            String choices = types.isEnum(type) ? ": " + String.join(", ", types.enumConstants(type)) : "";
            faults.add(
                    Problem.LM028,
                    spot,
                    "The default \"" + text + "\" is no " + type.display() + ".",
                    "Set defaultValue in " + use.display() + " to what a request would hold for this type" + choices
                            + ".");
        }
    }

    /** Whether the runtime will be able to read the text. */
    boolean fits(String text, JavaType.Declared type) {
        if (types.isEnum(type)) {
            return types.enumConstants(type).contains(text);
        }
        Function<String, Object> reader = READERS.get(type.binaryName());
        if (reader == null) {
            return true;
        }
        try {
            return Objects.nonNull(reader.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private static Object bool(String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return text;
        }
        throw new IllegalArgumentException(text);
    }

    private static Object character(String text) {
        if (text.length() == 1) {
            return text;
        }
        throw new IllegalArgumentException(text);
    }
}
