package io.lambdamaven.plugin.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.lambdamaven.api.Settings;
import io.lambdamaven.plugin.scan.ProjectScanner;
import io.lambdamaven.plugin.testing.UserProject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code @Setting} in a handler that was generated, compiled and run against the real runtime. */
final class SettingInjectionTest {
    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        Settings.use(Map.of());
    }

    @Test
    void settingsReachMethodsAndConstructors() throws Exception {
        RequestStreamHandler handler = handler("""
                package bank;

                import io.lambdamaven.annotation.*;
                import java.time.Duration;
                import java.util.*;

                public class Settings {
                    private final String url;
                    private final Optional<Integer> port;

                    public Settings(@Setting("URL") String url, @Setting("PORT") Optional<Integer> port) {
                        this.url = url;
                        this.port = port;
                    }

                    @InvokeTrigger
                    public String tell(
                            String settings,
                            @Setting("LIMIT") int limit,
                            @Setting(value = "WAIT", defaultValue = "PT5S") Duration wait,
                            @Setting("NONE") Optional<String> none) {
                        return url + port.orElse(80) + settings + limit + wait + none.isPresent();
                    }
                }
                """);
        Settings.use(Map.of("URL", "here:", "LIMIT", "7"));
        assertThat(answer(handler)).isEqualTo("\"here:80x7PT5Sfalse\"");
        Settings.use(Map.of("URL", "there:", "LIMIT", "8"));
        assertThat(answer(handler))
                .as("a constructor is called once, a method each time")
                .isEqualTo("\"here:80x8PT5Sfalse\"");
        Settings.use(Map.of("LIMIT", "a secret"));
        assertThatThrownBy(() -> answer(handler))
                .hasMessage("the setting LIMIT is not of type Integer")
                .hasNoCause();
        Settings.use(Map.of());
        assertThatThrownBy(() -> answer(handler)).hasMessageContaining("the setting LIMIT has no value");
    }

    private RequestStreamHandler handler(String source) throws Exception {
        Path classes = new UserProject(folder).with(source).compile();
        List<Path> libraries = UserProject.libraries();
        List<SourceFile> sources = HandlerGenerator.generate(ProjectScanner.scan(List.of(classes), libraries));
        List<Path> classPath = new ArrayList<>(libraries);
        classPath.add(classes);
        for (var each : HandlerCompiler.compile(sources, new HandlerCompiler.Settings(classPath, 17, null))
                .entrySet()) {
            Files.write(classes.resolve(each.getKey()), each.getValue());
        }
        @SuppressWarnings("resource") // read from as long as the handler is used
        ClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        return (RequestStreamHandler)
                loader.loadClass("bank.LambdaHandler").getConstructor().newInstance();
    }

    private static String answer(RequestStreamHandler handler) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        byte[] event = "\"x\"".getBytes(StandardCharsets.UTF_8);
        handler.handleRequest(new ByteArrayInputStream(event), reply, context());
        return reply.toString(StandardCharsets.UTF_8);
    }

    private static Context context() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getInvokedFunctionArn" -> "arn:aws:lambda:eu-central-1:123456789012:function:shop:live";
                    case "getRemainingTimeInMillis" -> 30_000;
                    case "getAwsRequestId" -> "request";
                    default -> null;
                });
    }
}
