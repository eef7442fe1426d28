package io.lambdamaven.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Object function = loader.loadClass(Function.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();

            assertThat(((Callable<?>) function).call())
                    .isEqualTo("Order[orderId=a, quantity=2] {\"order_id\":\"a\",\"quantity\":2}");
        }
    }

    private static URL[] classPath() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(new URL[0]);
    }
}
