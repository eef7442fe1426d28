package io.lambdamaven.plugin.model;

/**
 * One method of the project.
 *
 * @param className binary name with dots, nested classes with {@code $}
 * @param methodName simple name
 * @param descriptor the JVM's method descriptor, such as {@code (Ljava/lang/String;)V}
 */
public record MethodRef(String className, String methodName, String descriptor) {

    /** The form used in messages and lists: {@code OrderApi.get}. */
    public String shortName() {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.') + "." + methodName;
    }
}
