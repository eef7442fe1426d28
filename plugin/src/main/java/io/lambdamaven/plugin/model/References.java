package io.lambdamaven.plugin.model;

import java.util.Set;

/**
 * What one class file says of others.
 *
 * @param annotation whether it is an annotation type
 * @param classes internal names, with slashes, of all that may be a class: in code, signatures, annotations and texts
 * @param anyValues methods of {@code io.lambdamaven.api} that it hands a value of any type, such as
 *     {@code HttpResponse.json}
 */
public record References(boolean annotation, Set<String> classes, Set<String> anyValues) {
    /** Those of a file that is no class. */
    public static final References NONE = new References(false, Set.of(), Set.of());

    public References {
        classes = Set.copyOf(classes);
        anyValues = Set.copyOf(anyValues);
    }
}
