package io.lambdamaven.plugin.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Gathers the values of one annotation and hands it on when it ends. */
final class AnnotationReader extends AnnotationVisitor {
    private final String type;
    private final Consumer<AnnotationUse> done;
    private final Map<String, Object> values = new HashMap<>();

    AnnotationReader(String descriptor, Consumer<AnnotationUse> done) {
        super(Opcodes.ASM9);
        this.type = Type.getType(descriptor).getClassName();
        this.done = done;
    }

    @Override
    public void visit(String name, Object value) {
        values.put(name, value);
    }

    @Override
    public void visitEnum(String name, String descriptor, String value) {
        values.put(name, value);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String name, String descriptor) {
        return new AnnotationReader(descriptor, nested -> values.put(name, nested));
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
        List<Object> elements = new ArrayList<>();
        values.put(name, elements);
        return new Elements(elements);
    }

    @Override
    public void visitEnd() {
        done.accept(new AnnotationUse(type, values));
    }

    private static final class Elements extends AnnotationVisitor {
        private final List<Object> elements;

        Elements(List<Object> elements) {
            super(Opcodes.ASM9);
            this.elements = elements;
        }

        @Override
        public void visit(@Nullable String name, Object value) {
            elements.add(value);
        }

        @Override
        public void visitEnum(@Nullable String name, String descriptor, String value) {
            elements.add(value);
        }

        @Override
        public AnnotationVisitor visitAnnotation(@Nullable String name, String descriptor) {
            return new AnnotationReader(descriptor, elements::add);
        }
    }
}
