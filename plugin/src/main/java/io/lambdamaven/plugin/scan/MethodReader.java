package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.scan.MethodFile.ParameterFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.TypeReference;

/** Gathers what the scanner needs of one method. */
final class MethodReader extends MethodVisitor {
    private static final String CONSTRAINT = "Ljakarta/validation/";

    private static final String REST = "jakarta/ws/rs/";

    private final int access;
    private final String name;
    private final String descriptor;
    private final @Nullable String signature;
    private final List<String> exceptions;
    private final List<AnnotationUse> annotations = new ArrayList<>();
    private final Map<Integer, List<AnnotationUse>> parameterAnnotations = new HashMap<>();
    private final Set<Integer> nullable = new HashSet<>();
    private final List<String> declaredNames = new ArrayList<>();
    private final Map<Integer, String> localNames = new HashMap<>();
    private final Set<String> restClasses = new TreeSet<>();
    private int line;

    MethodReader(int access, String name, String descriptor, @Nullable String signature, List<String> exceptions) {
        super(Opcodes.ASM9);
        this.access = access;
        this.name = name;
        this.descriptor = descriptor;
        this.signature = signature;
        this.exceptions = exceptions;
    }

    MethodFile methodFile(Signatures signatures) {
        Signatures.MethodTypes types = signatures.method(descriptor, signature);
        List<ParameterFile> parameters = new ArrayList<>();
        int slot = (access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        Type[] plain = Type.getArgumentTypes(descriptor);
        for (int i = 0; i < plain.length; i++) {
            String declared = i < declaredNames.size() ? declaredNames.get(i) : "";
            parameters.add(new ParameterFile(
                    i,
                    declared.isEmpty() ? localNames.get(slot) : declared,
                    types.parameters().get(i),
                    parameterAnnotations.getOrDefault(i, List.of()),
                    nullable.contains(i)));
            slot += plain[i].getSize();
        }
        return new MethodFile(
                name,
                descriptor,
                access,
                types.generic(),
                types.result(),
                parameters,
                exceptions,
                annotations,
                List.copyOf(restClasses),
                line);
    }

    @Override
    public void visitParameter(@Nullable String name, int access) {
        declaredNames.add(name == null ? "" : name);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return new AnnotationReader(descriptor, annotations::add);
    }

    @Override
    public AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
        noteNullable(parameter, descriptor);
        return new AnnotationReader(
                descriptor,
                use -> parameterAnnotations
                        .computeIfAbsent(parameter, index -> new ArrayList<>())
                        .add(use));
    }

    @Override
    public @Nullable AnnotationVisitor visitTypeAnnotation(
            int reference, @Nullable TypePath path, String descriptor, boolean visible) {
        TypeReference place = new TypeReference(reference);
        if (place.getSort() == TypeReference.METHOD_FORMAL_PARAMETER && path == null) {
            noteNullable(place.getFormalParameterIndex(), descriptor);
        }
        if (place.getSort() == TypeReference.METHOD_FORMAL_PARAMETER && descriptor.startsWith(CONSTRAINT)) {
            // Of the elements: it makes the argument one that is validated.
            return visitParameterAnnotation(place.getFormalParameterIndex(), descriptor, visible);
        }
        return null;
    }

    private void noteNullable(int parameter, String descriptor) {
        if (descriptor.endsWith("/Nullable;")) {
            nullable.add(parameter);
        }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        note(type);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        note(owner);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        note(owner);
    }

    private void note(String internalName) {
        if (internalName.startsWith(REST)) {
            restClasses.add(internalName.replace('/', '.'));
        }
    }

    @Override
    public void visitLineNumber(int number, Label start) {
        if (line == 0) {
            line = number;
        }
    }

    @Override
    public void visitLocalVariable(
            String name, String descriptor, @Nullable String signature, Label start, Label end, int slot) {
        localNames.putIfAbsent(slot, name);
    }
}
