package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;

/** Classes of which a project has one at most. */
final class SingleClasses {
    /** What there is one of. */
    enum Part {
        INSTANCE_FACTORY(RuntimeNames.INSTANCE_FACTORY, RuntimeNames.INSTANCE_PROVIDER, "instance factory"),
        JSON_MAPPER(RuntimeNames.JSON_MAPPER, RuntimeNames.OBJECT_MAPPER_PROVIDER, "JSON mapper");

        private final String annotation;
        private final String type;
        private final String words;

        Part(String annotation, String type, String words) {
            this.annotation = annotation;
            this.type = type;
            this.words = words;
        }

        private String display() {
            return "@" + annotation.substring(annotation.lastIndexOf('.') + 1);
        }

        private String interfaceName() {
            return type.substring(type.lastIndexOf('.') + 1);
        }
    }

    private final Faults faults;
    private final ClassPath classPath;
    private final TypeAccess access;

    SingleClasses(Faults faults, ClassPath classPath, TypeAccess access) {
        this.faults = faults;
        this.classPath = classPath;
        this.access = access;
    }

    Optional<ClassFile> find(Part part, List<ClassFile> classes) {
        List<ClassFile> found = classes.stream()
                .filter(type -> type.annotation(part.annotation).isPresent())
                .toList();
        if (found.size() > 1) {
            String names =
                    found.stream().map(type -> type.name().canonicalName()).collect(Collectors.joining(", "));
            found.stream()
                    .skip(1)
                    .forEach(type -> faults.add(
                            Problem.LM070,
                            Spot.of(type),
                            "A project has one " + part.words + ", and here are several: " + names + ".",
                            "Take " + part.display() + " off all but one."));
        }
        found.forEach(type -> check(part, type));
        return found.stream().findFirst();
    }

    private void check(Part part, ClassFile type) {
        Spot spot = Spot.of(type);
        if (!classPath.isSubtype(type.binaryName(), part.type)) {
            faults.add(
                    Problem.LM071,
                    spot,
                    "The class with " + part.display() + " does not implement " + part.interfaceName() + ".",
                    "Implement " + part.type + ".");
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
                    "The generated handler cannot make the class with " + part.display() + ".",
                    "Make it a public class, static if nested and not abstract, with a public constructor without"
                            + " parameters.");
        }
    }
}
