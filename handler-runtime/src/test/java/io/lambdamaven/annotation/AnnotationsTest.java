package io.lambdamaven.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationsTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                HttpTrigger.class, HttpTriggers.class, S3Trigger.class, S3Triggers.class, SqsTrigger.class,
                SqsTriggers.class, ScheduleTrigger.class, ScheduleTriggers.class, Command.class, InvokeTrigger.class,
                LambdaFunction.class, Permission.class, Permissions.class, InstanceFactory.class, PathParam.class,
                QueryParam.class, HeaderParam.class, CookieParam.class
            })
    void anAnnotationIsReadFromClassFilesAndDocumented(Class<?> annotation) {
        assertThat(annotation.getAnnotation(Retention.class).value()).isEqualTo(RetentionPolicy.CLASS);
        assertThat(annotation.isAnnotationPresent(Documented.class)).isTrue();
        assertThat(annotation.getAnnotation(Target.class).value()).isNotEmpty();
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
