package io.lambdamaven.plugin.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the project's classes are made, and those that it has one of, if any.
 *
 * @param instanceFactory the one with {@code @InstanceFactory}
 * @param jsonMapper the one with {@code @JsonMapper}
 * @param constructors what the constructors take that take settings, by the binary names of their classes
 */
public record ProjectClasses(
        JavaType.@Nullable Declared instanceFactory,
        JavaType.@Nullable Declared jsonMapper,
        Map<String, List<Parameter>> constructors) {
    public static final ProjectClasses NONE = new ProjectClasses(null, null, Map.of());

    public ProjectClasses {
        constructors = Map.copyOf(constructors);
    }
}
