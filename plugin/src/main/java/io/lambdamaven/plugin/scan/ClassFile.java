package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.JavaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * What the scanner needs of one class file.
 *
 * @param name as a type without arguments
 * @param access as declared, for a nested class too
 * @param outer binary name of the class around a nested one
 * @param local whether it is declared in a method's body or anonymous
 * @param supertypes binary names of the superclass and the interfaces
 * @param enumConstants empty for what is no enum
 */
record ClassFile(
        JavaType.Declared name,
        int access,
        @Nullable String outer,
        boolean local,
        List<String> supertypes,
        @Nullable String sourceFile,
        List<AnnotationUse> annotations,
        List<String> enumConstants,
        List<MethodFile> constructors,
        List<MethodFile> methods) {
    ClassFile {
        supertypes = List.copyOf(supertypes);
        annotations = List.copyOf(annotations);
        enumConstants = List.copyOf(enumConstants);
        constructors = List.copyOf(constructors);
        methods = List.copyOf(methods);
    }

    String binaryName() {
        return name.binaryName();
    }

    boolean is(int flag) {
        return (access & flag) != 0;
    }

    boolean isEnum() {
        return is(Opcodes.ACC_ENUM);
    }

    Optional<AnnotationUse> annotation(String type) {
        return annotations.stream().filter(use -> use.type().equals(type)).findFirst();
    }

    /** The line of the first constructor, which for one that the compiler made is the line of the class. */
    int line() {
        return constructors.stream().mapToInt(MethodFile::line).findFirst().orElse(0);
    }

    boolean hasPublicDefaultConstructor() {
        return constructors.stream().anyMatch(each -> each.descriptor().equals("()V") && each.is(Opcodes.ACC_PUBLIC));
    }
}
