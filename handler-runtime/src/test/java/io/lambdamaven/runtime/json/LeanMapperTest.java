package io.lambdamaven.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.lambdamaven.runtime.bind.Types;
import java.io.IOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Held to what Jackson's mapper makes of the same. */
class LeanMapperTest {
    enum Size {
        S,
        L
    }

    record Line(String item, int quantity, BigDecimal price) {}

    record Order(UUID id, Size size, List<Line> lines, Optional<String> note, Map<String, Instant> times) {}

    record Dated(Date at) {}

    record Zoned(
            @JsonFormat(timezone = "CET", shape = JsonFormat.Shape.STRING)
            Date at) {}

    record Patterned(
            @JsonFormat(pattern = "dd.MM.yyyy", timezone = "UTC")
            Date at) {}

    record Calendars(Calendar at, Map<Date, Integer> counts) {}

    record Wrapped(@JsonUnwrapped Line line, String more) {}

    record Noded(JsonNode any, Object what) {}

    record Checked(int count) {
        Checked {
            if (count < 0) {
                throw new IllegalArgumentException("count is negative");
            }
        }
    }

    static final class Point {
        private final int x;

        @JsonCreator
        Point(String text) {
            this.x = Integer.parseInt(text);
        }

        @Override
        @JsonValue
        public String toString() {
            return String.valueOf(x);
        }
    }

    record Points(Point from, Point to) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = Circle.class, name = "circle"), @JsonSubTypes.Type(value = Cast.class)})
    interface Shape {}

    record Circle(int radius) implements Shape {}

    @JsonDeserialize(using = CastReader.class)
    @JsonSerialize(using = CastWriter.class)
    record Cast(int value) implements Shape {}

    record Casts(List<Cast> all) {}

    /** As many such are written. */
    static final class CastReader extends JsonDeserializer<Cast> {
        @Override
        public Cast deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            ObjectMapper mapper = (ObjectMapper) parser.getCodec();
            JsonNode node = mapper.readTree(parser);
            return new Cast(node.get("value").asInt());
        }
    }

    static final class CastWriter extends JsonSerializer<Cast> {
        @Override
        public void serialize(Cast value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeObject(new Circle(value.value()));
        }
    }

    record Holder(@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Object any) {}

    static Stream<Arguments> readings() {
        String line = "{\"item\":\"a\",\"quantity\":2,\"price\":1.10}";
        return Stream.of(
                Arguments.of(Line.class, line),
                Arguments.of(Line.class, "{\"item\":\"a\",\"quantity\":null}"),
                Arguments.of(Line.class, "{\"item\":\"a\",\"item\":\"b\",\"quantity\":1}"),
                Arguments.of(Line.class, "{\"item\":\"a\",\"unknown\":[1,{}],\"quantity\":\"7\"}"),
                Arguments.of(Line.class, line + "{}"),
                Arguments.of(Line.class, "null"),
                Arguments.of(Line.class, ""),
                Arguments.of(Line.class, "[]"),
                Arguments.of(Line.class, "{\"item\":"),
                Arguments.of(Types.of(List.class, Line.class), "[" + line + "," + line + "]"),
                Arguments.of(Types.of(Optional.class, Line.class), "null"),
                Arguments.of(
                        Order.class,
                        "{\"id\":\"6f3c3a5e-6a3f-4f5e-8a64-0d1c3c8f0c55\",\"size\":\"L\",\"lines\":[" + line
                                + "],\"times\":{\"a\":\"2026-01-02T03:04:05Z\"}}"),
                Arguments.of(Order.class, "{\"id\":\"no\",\"size\":\"L\"}"),
                Arguments.of(Order.class, "{\"size\":\"XL\"}"),
                Arguments.of(Dated.class, "{\"at\":\"2026-01-02T03:04:05Z\"}"),
                Arguments.of(Dated.class, "{\"at\":1700000000000}"),
                Arguments.of(Dated.class, "{\"at\":\"yesterday\"}"),
                Arguments.of(Zoned.class, "{\"at\":\"2026-01-02T03:04:05\"}"),
                Arguments.of(Patterned.class, "{\"at\":\"02.01.2026\"}"),
                Arguments.of(Calendars.class, "{\"at\":\"2026-01-02T03:04:05Z\",\"counts\":{\"2026-01-02\":1}}"),
                Arguments.of(Wrapped.class, line.replace("}", ",\"more\":\"x\"}")),
                Arguments.of(Noded.class, "{\"any\":{\"a\":[1,2.5,null]},\"what\":[true,{}]}"),
                Arguments.of(Checked.class, "{\"count\":-1}"),
                Arguments.of(Shape.class, "{\"kind\":\"circle\",\"radius\":3}"),
                Arguments.of(Shape.class, "{\"kind\":\"LeanMapperTest$Cast\",\"value\":3}"),
                Arguments.of(Shape.class, "{\"kind\":\"square\"}"),
                Arguments.of(Casts.class, "{\"all\":[{\"value\":1},{\"value\":2}]}"),
                Arguments.of(Holder.class, "{\"any\":{\"@class\":\"java.util.ArrayList\"}}"),
                Arguments.of(Runnable.class, "{}"),
                Arguments.of(int[].class, "[1,2]"),
                Arguments.of(Point.class, "\"12\""),
                Arguments.of(Points.class, "{\"from\":\"1\",\"to\":\"no\"}"));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void readsAsTheMapperDoes(Type type, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);

        assertThat(outcome(() -> lean().read(bytes, type))).isEqualTo(outcome(() -> full().read(bytes, type)));
    }

    static Stream<Object> writings() {
        Date date = new Date(1_700_000_000_000L);
        Calendar calendar = Calendar.getInstance();
        calendar.setTime(date);
        Line line = new Line("a", 2, new BigDecimal("1.10"));
        return Stream.of(
                line,
                List.of(line, line),
                new Order(UUID.randomUUID(), Size.S, List.of(line), Optional.of("n"), Map.of("a", Instant.EPOCH)),
                new Dated(date),
                new Zoned(date),
                new Patterned(date),
                new Calendars(calendar, Map.of(date, 1)),
                new Wrapped(line, "more"),
                new Checked(1),
                new Circle(2),
                new Casts(List.of(new Cast(1), new Cast(2))),
                new Points(new Point("1"), new Point("2")),
                new Failing(),
                new Object());
    }

    @ParameterizedTest
    @MethodSource("writings")
    void writesAsTheMapperDoes(Object value) {
        assertThat(outcome(() -> text(lean().write(value)))).isEqualTo(outcome(() -> text(full().write(value))));
    }

    @Test
    void manyThreadsReadAndWriteAtOnce() {
        Databind shared = lean();
        byte[] line = "{\"item\":\"a\",\"quantity\":2,\"price\":1.10}".getBytes(StandardCharsets.UTF_8);

        assertThat(IntStream.range(0, 2_000)
                        .parallel()
                        .mapToObj(i -> text(shared.write(shared.read(line, Line.class))))
                        .distinct())
                .containsExactly(text(line));
    }

    /** In a class loader of its own, to see what is loaded there. */
    public static final class Function implements Callable<String> {
        public record Note(String text, Optional<Instant> at) {}

        @Override
        public String call() {
            Object note = Json.read("{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_8), Note.class);
            return new String(Json.write(note), StandardCharsets.UTF_8);
        }
    }

    @Test
    void recordsNeedNoMapper() throws Exception {
        class Loader extends URLClassLoader {
            Loader(URL[] urls) {
                super(urls, ClassLoader.getPlatformClassLoader());
            }

            boolean hasLoaded(String name) {
                return findLoadedClass(name) != null;
            }
        }
        try (Loader loader = new Loader(Isolated.classPath())) {
            Object function = loader.loadClass(Function.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();

            assertThat(((Callable<?>) function).call()).isEqualTo("{\"text\":\"a\",\"at\":null}");
            assertThat(loader.hasLoaded(LeanMapper.class.getName())).isTrue();
            assertThat(loader.hasLoaded(FullMapper.class.getName())).isFalse();
        }
    }

    public static final class Failing {
        public String getText() {
            throw new IllegalStateException("no text");
        }
    }

    private static Databind lean() {
        return new Databind(new LeanMapper(Databind.factory()));
    }

    private static Databind full() {
        return new Databind(null);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    /** Arrays and trees as what they print. */
    private static String outcome(Supplier<@Nullable Object> attempt) {
        try {
            Object value = attempt.get();
            return value instanceof int[] numbers ? Arrays.toString(numbers) : String.valueOf(value);
        } catch (RuntimeException e) {
            return e.getClass().getName() + ": " + e.getMessage();
        }
    }
}
