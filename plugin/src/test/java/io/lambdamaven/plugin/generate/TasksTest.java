package io.lambdamaven.plugin.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.lambdamaven.plugin.scan.ProjectScanner;
import io.lambdamaven.plugin.testing.UserProject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that were generated, compiled and run against the real runtime. */
final class TasksTest {
    @TempDir
    Path folder;

    private final List<Path> libraries = UserProject.libraries();

    private Path classes() {
        return new UserProject(folder).with("""
                        package shop;

                        import io.lambdamaven.annotation.*;
                        import java.util.*;

                        public class Kitchen {
                            public static String baked = "";

                            public record Order(String cake) {}

                            @Task(id = "bake", transport = TaskTransport.SQS, idempotent = true)
                            public String bake(Order order, int count) {
                                return order.cake() + count;
                            }

                            @Task
                            public void wash(Order order, int count, List<String> names) {
                                baked = order.cake() + count + names;
                            }
                        }
                        """).with("""
                        package shop;

                        import io.lambdamaven.annotation.*;
                        import io.lambdamaven.api.*;

                        @LambdaFunction(name = "front")
                        public class Front {
                            @InvokeTrigger
                            public String order(String cake) {
                                return Tasks.run(new Kitchen()::bake, new Kitchen.Order(cake), 2).id();
                            }
                        }
                        """).compile();
    }

    private List<SourceFile> sources(Path classes) {
        return HandlerGenerator.generate(ProjectScanner.scan(List.of(classes), libraries));
    }

    @Test
    void everyFunctionKnowsTheTasksAndRunsItsOwn() {
        List<SourceFile> sources = sources(classes());

        assertThat(sources).hasSize(2);
        assertThat(sources.toString())
                .contains(
                        "Entry(\"bake\", 0, \"shop.Kitchen\", \"bake\", \"(Lshop/Kitchen$Order;I)Ljava/lang/String;\","
                                + " \"\", \"sqs idempotent\")")
                .contains("Entry(\"bake\", -1, ")
                .contains("Entry(\"Kitchen.wash\", 1, ")
                .contains("argument(1, int.class)")
                .contains("Tasks.use(TASKS);");
    }

    @Test
    void anArgumentOfEachTypeReachesTheMethod() throws Exception {
        Path classes = classes();
        List<Path> classPath = new ArrayList<>(libraries);
        classPath.add(classes);
        Map<String, byte[]> compiled =
                HandlerCompiler.compile(sources(classes), new HandlerCompiler.Settings(classPath, 17, null));
        for (Map.Entry<String, byte[]> each : compiled.entrySet()) {
            Files.write(classes.resolve(each.getKey()), each.getValue());
        }
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            RequestStreamHandler handler = (RequestStreamHandler)
                    loader.loadClass("shop.LambdaHandler").getConstructor().newInstance();
            String message = "{\"task\":\"Kitchen.wash\",\"id\":\"1\",\"args\":[{\"cake\":\"pie\"},3,[\"a\",\"b\"]]}";
            handler.handleRequest(
                    new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)),
                    new ByteArrayOutputStream(),
                    context());

            assertThat(loader.loadClass("shop.Kitchen").getField("baked").get(null))
                    .isEqualTo("pie3[a, b]");
        }
    }

    private Context context() {
        return (Context) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> method.getName().equals("getInvokedFunctionArn")
                        ? "arn:aws:lambda:eu-central-1:123456789012:function:shop:ops"
                        : method.getReturnType() == int.class ? 30_000 : null);
    }
}
