package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.JavaType;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * @param fields with what annotates them, those without annotations left out
 * @param components of a record, empty for what is none
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
        SortedMap<String, List<AnnotationUse>> fields,
        List<MethodFile.ParameterFile> components,
        List<MethodFile> constructors,
        List<MethodFile> methods) {
    ClassFile {
        supertypes = List.copyOf(supertypes);
        annotations = List.copyOf(annotations);
        enumConstants = List.copyOf(enumConstants);
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        components = List.copyOf(components);
        constructors = List.copyOf(constructors);
        methods = List.copyOf(methods);
    }

    /** The same with other methods. */
    ClassFile with(List<MethodFile> others) {
        return new ClassFile(
                name,
                access,
                outer,
                local,
                supertypes,
                sourceFile,
                annotations,
                enumConstants,
                fields,
                components,
                constructors,
                others);
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

    boolean isRecord() {
        return supertypes.contains("java.lang.Record");
    }

    Optional<AnnotationUse> annotation(String type) {
        return annotations.stream().filter(use -> use.type().equals(type)).findFirst();
    }

    /** The line of the first constructor, which for one that the compiler made is the line of the class. */
    int line() {
        return constructors.stream().mapToInt(MethodFile::line).findFirst().orElse(0);
    }

    /**
     * The first constructor that takes settings; else one that takes connections, where none takes nothing: such a
     * class may have one for its tests.
     */
    Optional<MethodFile> settingsConstructor() {
        return constructors.stream()
                .filter(each -> each.parameters().stream().anyMatch(SettingValues::isSetting))
                .findFirst()
                .or(() -> hasPublicDefaultConstructor() ? Optional.empty() : connectionsConstructor());
    }

    private Optional<MethodFile> connectionsConstructor() {
        return constructors.stream()
                .filter(each ->
                        each.is(Opcodes.ACC_PUBLIC) && !each.parameters().isEmpty())
                .filter(each -> each.parameters().stream().allMatch(SettingValues::isConnections))
                .findFirst();
    }

    /** Whether the generated handler finds a constructor; one that takes settings is looked at elsewhere. */
    boolean isConstructible() {
        return hasPublicDefaultConstructor() || settingsConstructor().isPresent();
    }

    boolean hasPublicDefaultConstructor() {
        return constructors.stream().anyMatch(each -> each.descriptor().equals("()V") && each.is(Opcodes.ACC_PUBLIC));
    }
}
