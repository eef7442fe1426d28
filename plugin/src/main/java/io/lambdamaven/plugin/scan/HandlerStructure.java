package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.report.Problem;
import org.objectweb.asm.Opcodes;

/** Whether the generated handler can make the class and call the method. */
final class HandlerStructure {
    private final Faults faults;
    private final ClassPath classPath;
    private final TypeAccess access;

    HandlerStructure(Faults faults, ClassPath classPath, TypeAccess access) {
        this.faults = faults;
        this.classPath = classPath;
        this.access = access;
    }

    /** @param needsInstance whether a method of it is not static */
    void checkClass(ClassFile type, boolean needsInstance, boolean hasFactory) {
        Spot spot = Spot.of(type);
        if (type.local() || !access.isPublic(type)) {
            faults.add(
                    Problem.LM002,
                    spot,
                    "The class has methods with triggers, and the generated handler cannot reach it.",
                    "Make the class, and those around it, public.");
        }
        if (type.is(Opcodes.ACC_INTERFACE) || !needsInstance || type.local()) {
            return;
        }
        if (type.is(Opcodes.ACC_ABSTRACT)) {
            faults.add(
                    Problem.LM003,
                    spot,
                    "The class has methods with triggers and is abstract, so no instance can be made.",
                    "Move the triggers to a concrete class.");
        } else if (type.outer() != null && !type.is(Opcodes.ACC_STATIC)) {
            faults.add(
                    Problem.LM006,
                    spot,
                    "The class has methods with triggers, and its instances need one of the class around it.",
                    "Make the nested class static.");
        } else if (!hasFactory && !type.isConstructible()) {
            faults.add(
                    Problem.LM004,
                    spot,
                    "The class has methods with triggers and no public constructor without parameters.",
                    "Add one, or let a class with @InstanceFactory make the instances.");
        }
    }

    /** Whether it makes sense to look at the method's parameters. */
    boolean checkMethod(MethodFile method, Spot spot) {
        if (spot.type().is(Opcodes.ACC_INTERFACE) && !method.isStatic()) {
            faults.add(
                    Problem.LM005,
                    spot,
                    "A trigger on a method of an interface calls nothing.",
                    "Move it to the method of the class that implements the interface.");
            return false;
        }
        if (!method.is(Opcodes.ACC_PUBLIC)) {
            faults.add(
                    Problem.LM001,
                    spot,
                    "The method has a trigger, and the generated handler cannot call it.",
                    "Make the method public.");
        }
        if (method.generic()) {
            faults.add(
                    Problem.LM007,
                    spot,
                    "The method has type parameters, and an event does not say what they stand for.",
                    "Use concrete types.");
        }
        if (method.exceptions().stream().anyMatch(this::isNoException)) {
            faults.add(
                    Problem.LM008,
                    spot,
                    "The method declares to throw Throwable or a subclass that is no Exception.",
                    "Declare Exception, or a subclass of it.");
        }
        return true;
    }

    private boolean isNoException(String type) {
        return classPath.find(type).isPresent()
                && classPath.isSubtype(type, "java.lang.Throwable")
                && !classPath.isSubtype(type, "java.lang.Exception")
                && !classPath.isSubtype(type, "java.lang.Error");
    }
}
