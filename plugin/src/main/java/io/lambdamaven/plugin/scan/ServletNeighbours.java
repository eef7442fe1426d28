package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What a servlet container would look for among the classes of the project, and an embedded one does not. */
final class ServletNeighbours {
    private static final String API = "jakarta.servlet.";
    private static final String ANNOTATION = API + "annotation.";
    private static final String INITIALIZER = API + "ServletContainerInitializer";
    private static final String FILTER = API + "Filter";

    private final Faults faults;
    private final ClassPath classPath;
    private final List<ClassFile> classes;

    ServletNeighbours(Faults faults, ClassPath classPath, List<ClassFile> classes) {
        this.faults = faults;
        this.classPath = classPath;
        this.classes = classes;
    }

    /**
     * The classes that go with a hosted one.
     *
     * @param hosted a servlet or filter, with which go annotated filters and listeners; or an initializer, with which go
     *     the classes of the types that it handles
     * @return binary names, in their order
     */
    List<String> of(ClassFile hosted) {
        boolean initializer = classPath.isSubtype(hosted.binaryName(), INITIALIZER);
        Predicate<ClassFile> goesWith = initializer ? handledBy(hosted) : this::isAnnotated;
        if (!initializer) {
            refuseConstraints(hosted);
        }
        return classes.stream()
                .filter(type -> !type.binaryName().equals(hosted.binaryName()))
                .filter(goesWith)
                .map(ClassFile::binaryName)
                .sorted()
                .toList();
    }

    private Predicate<ClassFile> handledBy(ClassFile initializer) {
        List<String> handled = initializer.annotation(ANNOTATION + "HandlesTypes").stream()
                .flatMap(use -> use.types("value").stream())
                .map(Type::getClassName)
                .toList();
        return type -> handled.stream()
                .anyMatch(each -> type.annotation(each).isPresent()
                        || (!type.binaryName().equals(each) && classPath.isSubtype(type.binaryName(), each)));
    }

    /** Left out without a word, a filter could be the one that guards the servlet. */
    private boolean isAnnotated(ClassFile type) {
        boolean filter = type.annotation(ANNOTATION + "WebFilter").isPresent();
        boolean listener = type.annotation(ANNOTATION + "WebListener").isPresent();
        if (filter && !(isMade(type) && classPath.isSubtype(type.binaryName(), FILTER))) {
            refuse(type, "@WebFilter", "a jakarta.servlet.Filter");
            return false;
        } else if (listener && !(isMade(type) && classPath.isSubtype(type.binaryName(), "java.util.EventListener"))) {
            refuse(type, "@WebListener", "a listener of jakarta.servlet");
            return false;
        }
        return filter || listener;
    }

    private static boolean isMade(ClassFile type) {
        return !type.is(Opcodes.ACC_ABSTRACT) && !type.is(Opcodes.ACC_INTERFACE);
    }

    private void refuse(ClassFile type, String annotation, String what) {
        faults.add(
                Problem.LM136,
                Spot.of(type),
                "The class has " + annotation + ", and is not " + what + " that can be made.",
                "Take the annotation off, or register what is meant in a jakarta.servlet.ServletContainerInitializer,"
                        + " and host that instead.");
    }

    private void refuseConstraints(ClassFile servlet) {
        if (servlet.annotation(ANNOTATION + "ServletSecurity").isPresent()) {
            faults.add(
                    Problem.LM190,
                    Spot.of(servlet),
                    "The servlet has @ServletSecurity, and the server that it is started in knows no callers.",
                    "Guard it with a filter, or with an authorizer of the API, and take the annotation off.");
        }
    }
}
