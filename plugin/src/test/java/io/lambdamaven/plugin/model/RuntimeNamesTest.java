package io.lambdamaven.plugin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

final class RuntimeNamesTest {
    @Test
    void everyNameIsThatOfAClass() throws IllegalAccessException {
        int names = 0;
        for (Field field : RuntimeNames.class.getDeclaredFields()) {
            if (!Modifier.isPublic(field.getModifiers())) {
                continue;
            }
            String name = (String) field.get(null);
            if (!name.endsWith(".")) {
                names++;
                assertThatCode(() -> Class.forName(name, false, RuntimeNames.class.getClassLoader()))
                        .as(field.getName())
                        .doesNotThrowAnyException();
            }
        }
        assertThat(names).isGreaterThan(30);
    }
}
