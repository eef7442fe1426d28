package io.lambdamaven.plugin.model;

import org.jspecify.annotations.Nullable;

/**
 * The classes that a project has one of, if any.
 *
 * @param instanceFactory the one with {@code @InstanceFactory}
 * @param jsonMapper the one with {@code @JsonMapper}
 */
public record ProjectClasses(JavaType.@Nullable Declared instanceFactory, JavaType.@Nullable Declared jsonMapper) {
    public static final ProjectClasses NONE = new ProjectClasses(null, null);
}
