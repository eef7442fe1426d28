package io.lambdamaven.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class JsonTest {
    record Times(Instant at, LocalDate on, Duration in, Year year) {}

    record Line(String article, int quantity) {}

    record Order(List<Line> lines) {}

    interface Unreadable {}

    @Test
    void timesAreIsoText() {
        Times times = new Times(
                Instant.parse("2026-01-01T00:00:00Z"), LocalDate.of(2026, 1, 1), Duration.ofMinutes(5), Year.of(2026));
        String json = "{\"at\":\"2026-01-01T00:00:00Z\",\"on\":\"2026-01-01\",\"in\":\"PT5M\",\"year\":\"2026\"}";

        assertThat(write(times)).isEqualTo(json);
        assertThat(Json.read(bytes(json), Times.class)).isEqualTo(times);
        assertThat(Json.read(bytes("{\"year\":2026}"), Times.class))
                .isEqualTo(new Times(null, null, null, Year.of(2026)));
    }

    @Test
    void aTimeInAnotherFormIsLocated() {
        assertThatThrownBy(() -> Json.read(bytes("{\"on\":\"1.1.2026\"}"), Times.class))
                .isInstanceOfSatisfying(
                        JsonException.class, e -> assertThat(e.fault()).isEqualTo("does not fit at on"));
        assertThatThrownBy(() -> Json.read(bytes("{\"on\":[]}"), Times.class))
                .isInstanceOfSatisfying(
                        JsonException.class, e -> assertThat(e.fault()).isEqualTo("does not fit at on"));
    }

    @Test
    void aMemberThatDoesNotFitIsLocated() {
        assertThatThrownBy(() -> Json.read(bytes("{\"lines\":[{\"quantity\":1},{\"quantity\":\"x\"}]}"), Order.class))
                .isInstanceOfSatisfying(
                        JsonException.class, e -> assertThat(e.fault()).isEqualTo("does not fit at lines[1].quantity"));
    }

    @Test
    void aTypeThatNoJsonFitsIsNotTheSendersFault() {
        assertThatThrownBy(() -> Json.read(bytes("{\"article\":\"a\"}"), Unreadable.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Unreadable cannot be read from JSON");
    }

    @Test
    void aMemberThatIsMissingWhereThereMustBeOneIsLocated() {
        assertThatThrownBy(() -> Json.read(bytes("[{\"article\":\"a\"}]"), Line[].class))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith("it does not fit at [0].quantity");
    }

    @Test
    void anOptionalMemberMayBeMissingOrNull() {
        record Parcel(Optional<String> note, OptionalInt weight, Optional<Line> line) {}

        assertThat(Json.read(bytes("{}"), Parcel.class))
                .isEqualTo(new Parcel(Optional.empty(), OptionalInt.empty(), Optional.empty()));
        Parcel full = new Parcel(Optional.of("n"), OptionalInt.of(3), Optional.of(new Line("a", 1)));
        assertThat(Json.read(Json.write(full), Parcel.class)).isEqualTo(full);
        assertThat(Json.read(bytes("{\"note\":null}"), Parcel.class))
                .isEqualTo(new Parcel(Optional.empty(), OptionalInt.empty(), Optional.empty()));
    }

    @Test
    void unknownMembersAreLeftOut() {
        assertThat(Json.read(bytes("{\"article\":\"a\",\"quantity\":1,\"more\":{}}"), Line.class))
                .isEqualTo(new Line("a", 1));
    }

    @Test
    void moreAfterTheValueIsRefused() {
        assertThatThrownBy(() -> Json.read(bytes("{} {}"), Map.class)).isInstanceOf(JsonException.class);
    }

    @Test
    void aClassNamedInAPayloadIsData() {
        Object read = Json.read(bytes("{\"@class\":\"java.util.Date\",\"@type\":\"x\"}"), Object.class);

        assertThat(read).isEqualTo(Map.of("@class", "java.util.Date", "@type", "x"));
    }

    @Test
    void simpleValuesAreWritten() {
        assertThat(write(null)).isEqualTo("null");
        assertThat(write("a\"b")).isEqualTo("\"a\\\"b\"");
        assertThat(write(7)).isEqualTo("7");
        assertThat(write(true)).isEqualTo("true");
        assertThat(write(List.of(1, "a"))).isEqualTo("[1,\"a\"]");
    }

    @Test
    void aValueWithoutAFormInJsonNamesItsClass() {
        assertThatThrownBy(() -> Json.write(new Object()))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith("it cannot be written as JSON: java.lang.Object");
    }

    @Test
    void anEventLargerThanAnyIsRefused() {
        assertThatThrownBy(() -> Json.bytes(new ByteArrayInputStream(new byte[Limits.BYTES + 1])))
                .isInstanceOf(JsonException.class)
                .hasMessage("it is larger than 16777216 bytes");
    }

    @Test
    void anEventIsReadWholeWhateverItsStreamSaysOfItsLength() throws IOException {
        byte[] event = new byte[40_000];
        Arrays.fill(event, (byte) 'x');
        for (int said : new int[] {0, 1, 39_999, 40_000, 50_000}) {
            InputStream in = new ByteArrayInputStream(event) {
                @Override
                public synchronized int available() {
                    return said;
                }
            };
            assertThat(Json.bytes(in)).isEqualTo(event);
        }
    }

    @Test
    void aLongStringWithinTheLimitIsRead() throws IOException {
        String body = "x".repeat(8_000_000);
        byte[] event = Json.bytes(new ByteArrayInputStream(bytes("{\"body\":\"" + body + "\"}")));
        JsonCursor cursor = JsonCursor.over(event);
        cursor.nextName();

        assertThat(cursor.text()).hasSize(8_000_000);
    }

    @Test
    void aNameThatNeverEndsIsRefused() {
        JsonCursor cursor = JsonCursor.over(bytes("{\"" + "n".repeat(60_000) + "\":1}"));

        assertThatThrownBy(cursor::nextName).isInstanceOf(JsonException.class);
    }

    private static String write(Object value) {
        return new String(Json.write(value), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
