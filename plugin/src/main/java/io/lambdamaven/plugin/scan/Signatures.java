package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** Descriptors and generic signatures to types. */
final class Signatures {
    private final UnaryOperator<String> canonicalNames;

    /** @param canonicalNames from internal names, as the class file tells them */
    Signatures(UnaryOperator<String> canonicalNames) {
        this.canonicalNames = canonicalNames;
    }

    /** @param generic whether the method has type parameters of its own */
    record MethodTypes(List<JavaType> parameters, JavaType result, boolean generic) {}

    /** The type of a field. */
    JavaType type(String signature) {
        List<JavaType> types = new ArrayList<>();
        new SignatureReader(signature).acceptType(new TypeReader(types::add));
        return types.get(0);
    }

    MethodTypes method(String descriptor, @Nullable String signature) {
        MethodTypes plain = read(descriptor);
        if (signature == null) {
            return plain;
        }
        MethodTypes full = read(signature);
        // The signature of a constructor leaves out what the compiler added; then the descriptor has to do.
        return full.parameters().size() == plain.parameters().size() ? full : plain;
    }

    private MethodTypes read(String signature) {
        List<JavaType> parameters = new ArrayList<>();
        List<JavaType> result = new ArrayList<>();
        boolean[] generic = {false};
        new SignatureReader(signature).accept(new SignatureVisitor(Opcodes.ASM9) {
            @Override
            public void visitFormalTypeParameter(String name) {
                generic[0] = true;
            }

            @Override
            public SignatureVisitor visitClassBound() {
                return new TypeReader(type -> {});
            }

            @Override
            public SignatureVisitor visitInterfaceBound() {
                return new TypeReader(type -> {});
            }

            @Override
            public SignatureVisitor visitParameterType() {
                return new TypeReader(parameters::add);
            }

            @Override
            public SignatureVisitor visitReturnType() {
                return new TypeReader(result::add);
            }

            @Override
            public SignatureVisitor visitExceptionType() {
                return new TypeReader(type -> {});
            }
        });
        return new MethodTypes(parameters, result.get(0), generic[0]);
    }

    private final class TypeReader extends SignatureVisitor {
        private final Consumer<JavaType> done;
        private final List<JavaType> arguments = new ArrayList<>();
        private String internalName = "";

        TypeReader(Consumer<JavaType> done) {
            super(Opcodes.ASM9);
            this.done = done;
        }

        @Override
        public void visitBaseType(char descriptor) {
            done.accept(new JavaType.Primitive(
                    Type.getType(String.valueOf(descriptor)).getClassName()));
        }

        @Override
        public void visitTypeVariable(String name) {
            done.accept(new JavaType.Unbound(name));
        }

        @Override
        public SignatureVisitor visitArrayType() {
            return new TypeReader(element -> done.accept(new JavaType.Array(element)));
        }

        @Override
        public void visitClassType(String name) {
            internalName = name;
        }

        @Override
        public void visitInnerClassType(String name) {
            internalName = internalName + "$" + name;
            arguments.clear();
        }

        @Override
        public void visitTypeArgument() {
            arguments.add(new JavaType.Unbound("?"));
        }

        @Override
        public SignatureVisitor visitTypeArgument(char wildcard) {
            return switch (wildcard) {
                case SignatureVisitor.EXTENDS ->
                    new TypeReader(bound -> arguments.add(new JavaType.Unbound("? extends " + bound.display())));
                case SignatureVisitor.SUPER ->
                    new TypeReader(bound -> arguments.add(new JavaType.Unbound("? super " + bound.display())));
                default -> new TypeReader(arguments::add);
            };
        }

        @Override
        public void visitEnd() {
            done.accept(new JavaType.Declared(
                    internalName.replace('/', '.'), canonicalNames.apply(internalName), arguments));
        }
    }
}
