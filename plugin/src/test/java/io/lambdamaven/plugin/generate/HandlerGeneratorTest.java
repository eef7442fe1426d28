package io.lambdamaven.plugin.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.scan.ProjectScanner;
import io.lambdamaven.plugin.testing.EveryTrigger;
import io.lambdamaven.plugin.testing.OrderService;
import io.lambdamaven.plugin.testing.UserProject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The golden files are what a reader should find in {@code target/generated-sources/lambda}. After a change that is
 * meant, the system property {@code golden} with a folder has the new ones written there.
 */
final class HandlerGeneratorTest {
    @TempDir
    Path folder;

    @Test
    void anOrderServiceHasAHandlerForEachFunction() throws IOException {
        Path classes = OrderService.in(folder).compile();
        List<SourceFile> sources =
                HandlerGenerator.generate(ProjectScanner.scan(List.of(classes), UserProject.libraries()));
        assertThat(sources)
                .extracting(SourceFile::path)
                .containsExactly(
                        "com/example/orders/LambdaHandler.java", "com/example/orders/OrderAdminLambdaHandler.java");
        assertGolden(sources.get(0), "LambdaHandler.java");
        assertGolden(sources.get(1), "OrderAdminLambdaHandler.java");
    }

    @Test
    void everyTriggerHasItsRows() throws IOException {
        Path classes = EveryTrigger.in(folder).compile();
        List<SourceFile> sources =
                HandlerGenerator.generate(ProjectScanner.scan(List.of(classes), UserProject.libraries()));
        assertThat(sources).singleElement().satisfies(each -> assertGolden(each, "EveryTriggerHandler.java"));
        List<Path> classPath = new ArrayList<>(UserProject.libraries());
        classPath.add(classes);
        assertThat(HandlerCompiler.compile(sources, new HandlerCompiler.Settings(classPath, 17, null)))
                .as("it compiles against the runtime")
                .hasSize(1);
    }

    @Test
    void anInstanceFactoryMakesTheInstancesAndTheProjectsMapperIsHandedOver() throws IOException {
        Path classes = new UserProject(folder).with("""
                        package shop;

                        import io.lambdamaven.annotation.*;

                        public class Clock {
                            private final String zone;

                            public Clock(String zone) {
                                this.zone = zone;
                            }

                            @HttpTrigger(path = "/time")
                            public String time() {
                                return zone;
                            }
                        }
                        """).with("""
                        package shop;

                        import io.lambdamaven.annotation.*;
                        import io.lambdamaven.api.InstanceProvider;

                        @InstanceFactory
                        public class Container implements InstanceProvider {
                            @Override
                            public <T> T get(Class<T> type) {
                                return type.cast(new Clock("UTC"));
                            }
                        }
                        """).with("""
                        package shop;

                        import com.fasterxml.jackson.databind.ObjectMapper;
                        import io.lambdamaven.annotation.JsonMapper;
                        import io.lambdamaven.runtime.json.ObjectMapperProvider;

                        @JsonMapper
                        public class Mapper implements ObjectMapperProvider {
                            @Override
                            public ObjectMapper get(ObjectMapper standard) {
                                return standard.findAndRegisterModules();
                            }
                        }
                        """).compile();
        List<SourceFile> sources =
                HandlerGenerator.generate(ProjectScanner.scan(List.of(classes), UserProject.libraries()));
        assertGolden(sources.get(0), "FactoryHandler.java");
    }

    private static void assertGolden(SourceFile source, String name) throws IOException {
        String folder = System.getProperty("golden");
        if (folder != null) {
            Files.writeString(Files.createDirectories(Path.of(folder)).resolve(name), source.content());
        }
        try (InputStream golden = HandlerGeneratorTest.class.getResourceAsStream(name)) {
            assertThat(golden).as(name).isNotNull();
            assertThat(source.content()).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
