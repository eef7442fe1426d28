package io.lambdamaven.runtime.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ParamTest {
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("text", "text"),
                Arguments.of("-7", -7),
                Arguments.of("9000000000", 9_000_000_000L),
                Arguments.of("true", true),
                Arguments.of("False", false),
                Arguments.of("1.5", 1.5),
                Arguments.of("1.5", 1.5f),
                Arguments.of("7", (short) 7),
                Arguments.of("7", (byte) 7),
                Arguments.of("x", 'x'),
                Arguments.of("1.50", new BigDecimal("1.50")),
                Arguments.of("123456789012345678901", new BigInteger("123456789012345678901")),
                Arguments.of(
                        "6f1b2c3d-0000-4000-8000-000000000001",
                        UUID.fromString("6f1b2c3d-0000-4000-8000-000000000001")),
                Arguments.of("MONDAY", DayOfWeek.MONDAY),
                Arguments.of("2026-01-01T00:00:00Z", Instant.parse("2026-01-01T00:00:00Z")),
                Arguments.of("2026-01-01", LocalDate.of(2026, 1, 1)),
                Arguments.of("03:30", LocalTime.of(3, 30)),
                Arguments.of("2026-01-01T03:30", LocalDateTime.of(2026, 1, 1, 3, 30)),
                Arguments.of("2026-01-01T03:30+01:00", OffsetDateTime.parse("2026-01-01T03:30+01:00")),
                Arguments.of(
                        "2026-01-01T03:30+01:00[Europe/Berlin]",
                        ZonedDateTime.parse("2026-01-01T03:30+01:00[Europe/Berlin]")),
                Arguments.of("PT5M", Duration.ofMinutes(5)),
                Arguments.of("P3D", Period.ofDays(3)),
                Arguments.of("2026", Year.of(2026)),
                Arguments.of("2026-01", YearMonth.of(2026, 1)));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueIsReadAsItsType(String text, Object value) {
        assertThat((Object) param(text).as(value.getClass())).isEqualTo(value);
    }

    @Test
    void aZoneIsReadByItsName() {
        assertThat(param("Europe/Berlin").as(ZoneId.class)).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @ParameterizedTest
    @CsvSource({
        "java.lang.Integer,1.0,of type Integer",
        "java.lang.Integer,99999999999,of type Integer",
        "java.lang.Boolean,yes,of type Boolean",
        "java.lang.Character,xy,of type Character",
        "java.util.UUID,1-1-1-1-1,of type UUID",
        "java.time.LocalDate,2026-02-30,of type LocalDate",
        "java.time.ZoneId,Nowhere/At-All,of type ZoneId",
        "java.util.concurrent.TimeUnit,WEEKS,one of NANOSECONDS MICROSECONDS MILLISECONDS SECONDS MINUTES HOURS DAYS"
    })
    void aValueThatDoesNotFitNamesTheParameterAndTheForm(Class<?> type, String text, String form) {
        assertThatThrownBy(() -> param(text).as(type))
                .isInstanceOf(BindException.class)
                .hasMessage("query parameter 'limit' is not " + form);
    }

    @Test
    void aNumberOfManyDigitsIsRefusedBeforeItIsRead() {
        String digits = "9".repeat(100_000);

        assertThatThrownBy(() -> param(digits).as(BigInteger.class)).isInstanceOf(BindException.class);
        assertThatThrownBy(() -> param(digits).as(BigDecimal.class)).isInstanceOf(BindException.class);
    }

    @Test
    void aMissingValueIsMissedUnlessThereIsADefault() {
        Param none = param();

        assertThatThrownBy(() -> none.as(String.class))
                .isInstanceOf(BindException.class)
                .hasMessage("query parameter 'limit' is missing");
        assertThat(none.orElse("10").as(Integer.class)).isEqualTo(10);
        assertThat(param("5").orElse("10").as(Integer.class)).isEqualTo(5);
        assertThat(none.asNullable(Integer.class)).isNull();
        assertThat(none.asOptional(Integer.class)).isEmpty();
        assertThat(none.asList(Integer.class)).isEmpty();
    }

    @Test
    void ofSeveralValuesTheFirstIsTakenOrAll() {
        assertThat(param("1", "2").as(Integer.class)).isEqualTo(1);
        assertThat(param("1", "2").asList(Integer.class)).containsExactly(1, 2);
        assertThat(param("1", "2").asOptional(Integer.class)).contains(1);
    }

    private static Param param(String... values) {
        return new Param("query parameter", "limit", List.of(values));
    }
}
