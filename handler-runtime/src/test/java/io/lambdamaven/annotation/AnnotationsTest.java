package io.lambdamaven.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnnotationsTest {
    static Stream<Class<?>> annotations() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target", "classes", "io", "lambdamaven", "annotation"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                    .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
                    .filter(Class::isAnnotation)
                    .toList()
                    .stream();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(AnnotationsTest.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void anAnnotationIsReadFromClassFilesAndDocumented(Class<?> annotation) {
        assertThat(annotation.getAnnotation(Retention.class).value()).isEqualTo(RetentionPolicy.CLASS);
        assertThat(annotation.isAnnotationPresent(Documented.class)).isTrue();
        assertThat(annotation.getAnnotation(Target.class).value()).isNotEmpty();
        Repeatable repeatable = annotation.getAnnotation(Repeatable.class);
        if (repeatable != null) {
            assertThat(repeatable.value().getSimpleName()).isEqualTo(annotation.getSimpleName() + "s");
        }
    }

    @Test
    void triggersMayBeRepeated() {
        assertThat(List.of(
                        repeated(HttpTrigger.class),
                        repeated(S3Trigger.class),
                        repeated(SqsTrigger.class),
                        repeated(ScheduleTrigger.class),
                        repeated(Permission.class)))
                .containsExactly(
                        HttpTriggers.class,
                        S3Triggers.class,
                        SqsTriggers.class,
                        ScheduleTriggers.class,
                        Permissions.class);
        assertThat(Permission.class.getAnnotation(Target.class).value())
                .containsExactly(ElementType.TYPE, ElementType.METHOD);
    }

    @Test
    void defaultsAreThoseThatAwsHas() throws ReflectiveOperationException {
        assertThat(HttpTrigger.class.getMethod("method").getDefaultValue()).isEqualTo("GET");
        assertThat((String[]) S3Trigger.class.getMethod("events").getDefaultValue())
                .containsExactly("s3:ObjectCreated:*");
        assertThat(SqsTrigger.class.getMethod("batchSize").getDefaultValue()).isEqualTo(10);
        assertThat(SqsTrigger.class.getMethod("enabled").getDefaultValue()).isEqualTo(true);
    }

    private static Class<?> repeated(Class<?> annotation) {
        return annotation.getAnnotation(Repeatable.class).value();
    }
}
