package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.JavaType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;

/** Bytes to a {@link ClassFile}. */
final class ClassFileReader extends ClassVisitor {
    /** The first four bytes of a class file; ASM does not look at them. */
    private static final int MAGIC = 0xCAFEBABE;

    private final List<AnnotationUse> annotations = new ArrayList<>();
    private final List<String> supertypes = new ArrayList<>();
    private final List<String> enumConstants = new ArrayList<>();
    private final SortedMap<String, List<AnnotationUse>> fields = new TreeMap<>();
    private final List<ComponentReader> components = new ArrayList<>();
    private final List<MethodReader> methods = new ArrayList<>();
    private final Map<String, Nested> nested = new HashMap<>();
    private String name = "";
    private int access;
    private boolean inMethod;
    private @Nullable String sourceFile;

    private record Nested(@Nullable String outer, @Nullable String simpleName, int access) {}

    private ClassFileReader() {
        super(Opcodes.ASM9);
    }

    /**
     * Reads one class.
     *
     * @throws IllegalArgumentException if the file is of a later version than ASM knows
     * @throws RuntimeException if it is broken
     */
    static ClassFile read(byte[] bytes) {
        if (bytes.length < 8 || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
            throw new IllegalStateException("no class file");
        }
        ClassFileReader reader = new ClassFileReader();
        new ClassReader(bytes).accept(reader, ClassReader.SKIP_FRAMES);
        return reader.classFile();
    }

    private ClassFile classFile() {
        Signatures signatures = new Signatures(this::canonicalName);
        List<MethodFile> constructors = new ArrayList<>();
        List<MethodFile> others = new ArrayList<>();
        for (MethodReader method : methods) {
            MethodFile file = method.methodFile(signatures);
            (file.name().equals("<init>") ? constructors : others).add(file);
        }
        Nested self = nested.get(name);
        String outer = self == null ? null : self.outer();
        return new ClassFile(
                new JavaType.Declared(name.replace('/', '.'), canonicalName(name), List.of()),
                self == null ? access : self.access(),
                outer == null ? null : outer.replace('/', '.'),
                inMethod || (self != null && outer == null),
                supertypes,
                sourceFile,
                annotations,
                enumConstants,
                fields,
                components(signatures),
                constructors,
                others);
    }

    private List<MethodFile.ParameterFile> components(Signatures signatures) {
        List<MethodFile.ParameterFile> files = new ArrayList<>();
        for (ComponentReader component : components) {
            files.add(component.file(files.size(), signatures));
        }
        return files;
    }

    private String canonicalName(String internalName) {
        Nested self = nested.get(internalName);
        if (self == null || self.outer() == null || self.simpleName() == null) {
            return internalName.replace('/', '.');
        }
        return canonicalName(self.outer()) + "." + self.simpleName();
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String[] interfaces) {
        this.access = access;
        this.name = name;
        if (superName != null) {
            supertypes.add(superName.replace('/', '.'));
        }
        for (String type : interfaces) {
            supertypes.add(type.replace('/', '.'));
        }
    }

    @Override
    public void visitSource(@Nullable String source, @Nullable String debug) {
        sourceFile = source;
    }

    @Override
    public void visitOuterClass(String owner, @Nullable String method, @Nullable String descriptor) {
        inMethod = true;
    }

    @Override
    public void visitInnerClass(String name, @Nullable String outer, @Nullable String simpleName, int access) {
        nested.put(name, new Nested(outer, simpleName, access));
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return new AnnotationReader(descriptor, annotations::add);
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(String name, String descriptor, @Nullable String signature) {
        ComponentReader component = new ComponentReader(name, signature == null ? descriptor : signature);
        components.add(component);
        return component;
    }

    @Override
    public FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        if ((access & Opcodes.ACC_ENUM) != 0) {
            enumConstants.add(name);
        }
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return new AnnotationReader(annotation, fields.computeIfAbsent(name, each -> new ArrayList<>())::add);
            }
        };
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
        List<String> thrown = new ArrayList<>();
        // Null where none is declared; the parser behind maven-plugin-plugin knows no annotation on an array.
        if (exceptions != null) {
            for (String exception : exceptions) {
                thrown.add(Type.getObjectType(exception).getClassName());
            }
        }
        MethodReader method = new MethodReader(access, name, descriptor, signature, thrown);
        methods.add(method);
        return method;
    }
}
