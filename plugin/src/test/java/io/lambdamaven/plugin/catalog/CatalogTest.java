package io.lambdamaven.plugin.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.model.Value;
import io.lambdamaven.runtime.event.EventKind;
import java.io.IOException;
import java.lang.annotation.Repeatable;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue says what the annotations say. */
final class CatalogTest {
    /** Those with rules of their own, and what is no trigger. */
    private static final Set<String> OTHERS =
            Set.of("HttpTrigger", "S3Trigger", "ScheduleTrigger", "InvokeTrigger", "WebApplication");

    static Stream<ServiceKind> kinds() {
        return Catalog.kinds().stream();
    }

    @Test
    void everyTriggerOfTheRuntimeIsKnown() throws IOException, ReflectiveOperationException {
        Set<String> known = new TreeSet<>(OTHERS);
        Catalog.kinds().forEach(kind -> known.add(simple(kind.annotation())));
        assertThat(annotations().stream().filter(name -> name.endsWith("Trigger")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(known).contains(name));
        assertThat(Catalog.kinds()).extracting(ServiceKind::word).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void attributesAreThoseOfTheAnnotation(ServiceKind kind) throws ReflectiveOperationException {
        Class<?> annotation = Class.forName(kind.annotation());
        Map<String, String> declared = new TreeMap<>();
        for (Method method : annotation.getDeclaredMethods()) {
            declared.put(method.getName(), type(method.getReturnType()) + " = " + text(method.getDefaultValue()));
        }
        Map<String, String> catalogued = new TreeMap<>();
        for (Attribute attribute : kind.attributes()) {
            catalogued.put(attribute.name(), type(attribute) + " = " + text(attribute.defaultValue()));
        }
        assertThat(catalogued).isEqualTo(declared);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void choicesAreTheConstantsOfTheEnum(ServiceKind kind) throws ReflectiveOperationException {
        for (Attribute attribute : kind.attributes()) {
            if (!attribute.enumType().isEmpty()) {
                Class<?> type = Class.forName(RuntimeNames.ANNOTATION + attribute.enumType());
                assertThat(attribute.choices())
                        .as(attribute.name())
                        .containsExactlyInAnyOrderElementsOf(Arrays.stream(type.getEnumConstants())
                                .map(Object::toString)
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void repeatedAnnotationsAreHeldByTheContainer(ServiceKind kind) throws ReflectiveOperationException {
        // Kept in class files only, as the annotations are, so the container is known by its name.
        Repeatable repeatable = Class.forName(kind.annotation()).getAnnotation(Repeatable.class);
        if (repeatable != null) {
            assertThat(repeatable.value().getName()).isEqualTo(kind.container());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void typesOfParametersAndResultsExist(ServiceKind kind) {
        Trigger.Service trigger = kind.trigger(Map.of());
        List<String> names = new ArrayList<>(kind.forms(trigger).apiTypes());
        names.addAll(kind.forms(trigger).awsClasses());
        names.addAll(List.of(Forms.WINDOW, Forms.WINDOW_STATE));
        for (Granularity takes : Granularity.values()) {
            kind.results(trigger, takes).types().forEach(type -> names.addAll(List.of(type.split("[<>,]"))));
        }
        assertThat(names)
                .allSatisfy(name -> assertThatCode(() -> Class.forName(name, false, CatalogTest.class.getClassLoader()))
                        .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void rowsAreOfKindsThatTheRuntimeKnows(ServiceKind kind) {
        Set<String> known = new TreeSet<>();
        for (EventKind each : EventKind.values()) {
            known.add(each.name());
        }
        assertThat(kind.rows(kind.trigger(Map.of())))
                .allSatisfy(row -> assertThat(known).contains(row.kind()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsToldWhoeverHasToWireItGoesOnInASentence(ServiceKind kind) {
        assertThat(kind.wiring()).doesNotEndWith(".");
    }

    private static String type(Class<?> type) {
        if (type.isArray()) {
            return type(type.getComponentType()) + "[]";
        }
        return type.isEnum() ? "enum " + type.getSimpleName() : type.getSimpleName();
    }

    private static String type(Attribute attribute) {
        return switch (attribute.type()) {
            case TEXT -> "String";
            case TEXTS -> "String[]";
            case NUMBER -> "int";
            case FLAG -> "boolean";
            case CHOICE -> "enum " + attribute.enumType();
            case CHOICES -> "enum " + attribute.enumType() + "[]";
        };
    }

    private static String text(Object value) {
        if (value instanceof Object[] array) {
            return Arrays.toString(array);
        } else if (value instanceof Value.Text text) {
            return text.text();
        } else if (value instanceof Value.Texts texts) {
            return texts.texts().toString();
        } else if (value instanceof Value.Whole whole) {
            return String.valueOf(whole.number());
        } else if (value instanceof Value.Flag flag) {
            return String.valueOf(flag.flag());
        }
        return String.valueOf(value);
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static List<String> annotations() throws IOException, ReflectiveOperationException {
        URI home = Class.forName(RuntimeNames.HTTP_TRIGGER)
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()
                .transform(URI::create);
        String folder = RuntimeNames.ANNOTATION.replace('.', '/');
        if (Files.isDirectory(Path.of(home))) {
            return names(Path.of(home).resolve(folder));
        }
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(home))) {
            return names(jar.getPath("/" + folder));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .toList();
        }
    }
}
