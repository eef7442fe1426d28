package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.report.Problem;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/** Whether the generated handler may name a type. */
final class TypeAccess {
    private final Faults faults;
    private final ClassPath classPath;
    private final String handlerPackage;

    TypeAccess(Faults faults, ClassPath classPath, String handlerPackage) {
        this.faults = faults;
        this.classPath = classPath;
        this.handlerPackage = handlerPackage;
    }

    void check(JavaType type, Spot spot) {
        if (type instanceof JavaType.Array array) {
            check(array.element(), spot);
        } else if (type instanceof JavaType.Declared declared) {
            if (!isAccessible(declared)) {
                faults.add(
                        Problem.LM027,
                        spot,
                        "The generated handler, in "
                                + (handlerPackage.isEmpty() ? "the unnamed package" : handlerPackage) + ", cannot use "
                                + declared.display() + ", which is not public.",
                        "Make the class, and those around it, public.");
            }
            declared.arguments().forEach(argument -> check(argument, spot));
        }
    }

    private boolean isAccessible(JavaType.Declared type) {
        boolean samePackage = type.packageName().equals(handlerPackage);
        String next = type.binaryName();
        while (next != null) {
            Optional<ClassFile> found = classPath.find(next);
            if (found.isEmpty()) {
                return true;
            }
            ClassFile each = found.get();
            if (each.is(Opcodes.ACC_PRIVATE) || (!each.is(Opcodes.ACC_PUBLIC) && !samePackage)) {
                return false;
            }
            next = each.outer();
        }
        return true;
    }

    /** Whether the class and all classes around it are public. */
    boolean isPublic(ClassFile type) {
        return type.is(Opcodes.ACC_PUBLIC)
                && (type.outer() == null
                        || classPath.find(type.outer()).map(this::isPublic).orElse(true));
    }
}
