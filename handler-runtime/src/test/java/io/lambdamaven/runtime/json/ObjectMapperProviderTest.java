package io.lambdamaven.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class ObjectMapperProviderTest {
    /** Runs in a class loader of its own: a process has one mapper. */
    public static final class Function implements Callable<String> {
        public record Order(String orderId, int quantity) {}

        @Override
        public String call() {
            JsonMappers.use(standard -> standard.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
            byte[] json = "{\"order_id\":\"a\",\"quantity\":2}".getBytes(StandardCharsets.UTF_8);
            Object order = Json.read(json, Order.class);
            return order + " " + new String(Json.write(order), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theProjectsMapperReadsAndWritesItsTypes() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(Isolated.classPath(), ClassLoader.getPlatformClassLoader())) {
            Object function = loader.loadClass(Function.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();

            assertThat(((Callable<?>) function).call())
                    .isEqualTo("Order[orderId=a, quantity=2] {\"order_id\":\"a\",\"quantity\":2}");
        }
    }
}
