package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;

/** The project's one class with {@code @InstanceFactory}. */
final class InstanceFactories {
    private final Faults faults;
    private final ClassPath classPath;
    private final TypeAccess access;

    InstanceFactories(Faults faults, ClassPath classPath, TypeAccess access) {
        this.faults = faults;
        this.classPath = classPath;
        this.access = access;
    }

    Optional<ClassFile> find(List<ClassFile> classes) {
        List<ClassFile> found = classes.stream()
                .filter(type -> type.annotation(RuntimeNames.INSTANCE_FACTORY).isPresent())
                .toList();
        if (found.size() > 1) {
            String names =
                    found.stream().map(type -> type.name().canonicalName()).collect(Collectors.joining(", "));
            found.stream()
                    .skip(1)
                    .forEach(type -> faults.add(
                            Problem.LM070,
                            Spot.of(type),
                            "A project has one instance factory, and here are several: " + names + ".",
                            "Take @InstanceFactory off all but one."));
        }
        found.forEach(this::check);
        return found.stream().findFirst();
    }

    private void check(ClassFile type) {
        Spot spot = Spot.of(type);
        if (!classPath.isSubtype(type.binaryName(), RuntimeNames.INSTANCE_PROVIDER)) {
            faults.add(
                    Problem.LM071,
                    spot,
                    "The class with @InstanceFactory does not implement InstanceProvider.",
                    "Implement " + RuntimeNames.INSTANCE_PROVIDER + ".");
        }
        boolean nested = type.outer() != null && !type.is(Opcodes.ACC_STATIC);
        if (!access.isPublic(type)
                || type.local()
                || nested
                || type.is(Opcodes.ACC_ABSTRACT)
                || !type.hasPublicDefaultConstructor()) {
            faults.add(
                    Problem.LM072,
                    spot,
                    "The generated handler cannot make the class with @InstanceFactory.",
                    "Make it a public class, static if nested and not abstract, with a public constructor without"
                            + " parameters.");
        }
    }
}
