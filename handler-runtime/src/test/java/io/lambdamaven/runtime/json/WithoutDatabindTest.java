package io.lambdamaven.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.runtime.bind.Types;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A jar into which Jackson was not packed. */
class WithoutDatabindTest {
    public record Order(String id) {}

    private URLClassLoader jar;
    private Class<?> json;

    @BeforeEach
    void open() throws ReflectiveOperationException {
        URL[] runtime = {Json.class.getProtectionDomain().getCodeSource().getLocation()};
        jar = new URLClassLoader(runtime, ClassLoader.getPlatformClassLoader());
        json = jar.loadClass(Json.class.getName());
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    @Test
    void plainValuesAreReadAndWritten() throws Throwable {
        assertThat(read("{\"a\":[1,{\"b\":null}]}", Map.class)).hasToString("{a=[1, {b=null}]}");
        assertThat(read("{\"a\":1}", Types.of(Map.class, String.class, Object.class)))
                .isEqualTo(Map.of("a", 1));
        assertThat(read("[1,\"b\"]", List.class)).isEqualTo(List.of(1, "b"));
        assertThat(read("[1,\"b\"]", Types.of(List.class, Object.class))).isEqualTo(List.of(1, "b"));
        assertThat(read("2.5", Object.class)).isEqualTo(2.5);
        assertThat(read("\"a\"", String.class)).isEqualTo("a");
        assertThat(read("7", int.class)).isEqualTo(7);
        assertThat(read("7", Integer.class)).isEqualTo(7);
        assertThat(read("7", long.class)).isEqualTo(7L);
        assertThat(read("5000000000", Long.class)).isEqualTo(5_000_000_000L);
        assertThat(read("true", boolean.class)).isEqualTo(true);
        assertThat(read("false", Boolean.class)).isEqualTo(false);
        assertThat(read("2.5", double.class)).isEqualTo(2.5);
        assertThat(read("2.5", Double.class)).isEqualTo(2.5);

        assertThat(write(Map.of("a", List.of(1, "b", 2.5, true)))).isEqualTo("{\"a\":[1,\"b\",2.5,true]}");
        assertThat(write(List.of((byte) 1, (short) 2, 3L, 0.5f, 'x', BigInteger.TEN, new BigDecimal("1.10"))))
                .isEqualTo("[1,2,3,0.5,\"x\",10,1.10]");
        assertThat(write(new byte[] {1, 2, 3})).isEqualTo("\"AQID\"");
    }

    @Test
    void aListIsNoMapAndAMapNoList() {
        assertThatThrownBy(() -> Json.read("{}".getBytes(StandardCharsets.UTF_8), List.class))
                .isInstanceOfSatisfying(
                        JsonException.class,
                        e -> assertThat(e.fault()).isEqualTo("does not fit what is expected: it is no array"));
    }

    @Test
    void anyOtherTypeSaysWhatToDeclareEachTime() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> read("{\"id\":\"1\"}", Order.class))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(Order.class.getName() + " is read with jackson-databind, which this function's jar does"
                            + " not have: declare com.fasterxml.jackson.core:jackson-databind in the project's"
                            + " <dependencies>");
            assertThatThrownBy(() -> write(List.of(new Order("1"))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is written with jackson-databind")
                    .hasCauseInstanceOf(NoClassDefFoundError.class);
        }
    }

    @Test
    void whatIsNoneOfTheTypeAsItStandsIsLeftToDataBinding() {
        for (Map.Entry<String, Type> each : List.of(
                Map.<String, Type>entry("7", String.class),
                Map.<String, Type>entry("\"7\"", int.class),
                Map.<String, Type>entry("5000000000", int.class),
                Map.<String, Type>entry("1", boolean.class),
                Map.<String, Type>entry("true", String.class),
                Map.<String, Type>entry("2.5", long.class))) {
            assertThatThrownBy(() -> read(each.getKey(), each.getValue()))
                    .as(each.getKey())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is read with jackson-databind");
        }
    }

    private Object read(String text, Type type) throws Throwable {
        return call("read", new Class<?>[] {byte[].class, Type.class}, text.getBytes(StandardCharsets.UTF_8), type);
    }

    private String write(Object value) throws Throwable {
        return new String((byte[]) call("write", new Class<?>[] {Object.class}, value), StandardCharsets.UTF_8);
    }

    private Object call(String name, Class<?>[] types, Object... arguments) throws Throwable {
        Method method = json.getMethod(name, types);
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
