package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.JavaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * What the scanner needs of one method.
 *
 * @param generic whether it has type parameters of its own
 * @param exceptions binary names of those declared
 * @param restClasses binary names of those of Jakarta REST that its code names
 * @param line that of its first instruction, or 0 where the class file does not say
 */
record MethodFile(
        String name,
        String descriptor,
        int access,
        boolean generic,
        JavaType result,
        List<MethodFile.ParameterFile> parameters,
        List<String> exceptions,
        List<AnnotationUse> annotations,
        List<String> restClasses,
        int line) {
    MethodFile {
        parameters = List.copyOf(parameters);
        exceptions = List.copyOf(exceptions);
        annotations = List.copyOf(annotations);
        restClasses = List.copyOf(restClasses);
    }

    /** The same with other annotations and parameters. */
    MethodFile with(List<AnnotationUse> otherAnnotations, List<ParameterFile> otherParameters) {
        return new MethodFile(
                name,
                descriptor,
                access,
                generic,
                result,
                otherParameters,
                exceptions,
                otherAnnotations,
                restClasses,
                line);
    }

    boolean is(int flag) {
        return (access & flag) != 0;
    }

    boolean isStatic() {
        return is(Opcodes.ACC_STATIC);
    }

    /**
     * One parameter.
     *
     * @param name as in the source, or null where the class file does not say
     * @param nullable whether it carries an annotation named {@code Nullable}
     */
    record ParameterFile(
            int index, @Nullable String name, JavaType type, List<AnnotationUse> annotations, boolean nullable) {
        ParameterFile {
            annotations = List.copyOf(annotations);
        }

        /** Its name, or one that can stand for it. */
        String label() {
            return name == null ? "arg" + index : name;
        }
    }
}
