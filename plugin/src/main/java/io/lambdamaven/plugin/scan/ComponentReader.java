package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.scan.MethodFile.ParameterFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;

/** Gathers what the scanner needs of one component of a record. */
final class ComponentReader extends RecordComponentVisitor {
    private final String name;
    private final String signature;
    private final List<AnnotationUse> annotations = new ArrayList<>();
    private boolean nullable;

    ComponentReader(String name, String signature) {
        super(Opcodes.ASM9);
        this.name = name;
        this.signature = signature;
    }

    /** As if it were a parameter, which of the record's constructor it is. */
    ParameterFile file(int index, Signatures signatures) {
        return new ParameterFile(index, name, signatures.type(signature), annotations, nullable);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        noteNullable(descriptor);
        return new AnnotationReader(descriptor, annotations::add);
    }

    @Override
    public @Nullable AnnotationVisitor visitTypeAnnotation(
            int reference, @Nullable TypePath path, String descriptor, boolean visible) {
        if (path == null) {
            noteNullable(descriptor);
        }
        return null;
    }

    private void noteNullable(String descriptor) {
        nullable |= descriptor.endsWith("/Nullable;");
    }
}
