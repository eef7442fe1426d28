package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * Classes with annotations of Jakarta REST, as if they had ours. Where the project hosts an application they are left to
 * that.
 *
 * @see <a href="https://jakarta.ee/specifications/restful-ws/3.1/jakarta-restful-ws-spec-3.1">Jakarta REST</a>
 */
final class RestResources {
    private static final Set<String> ON_CLASSES = Set.of(RestNames.PATH, RestNames.CONSUMES, RestNames.PRODUCES);

    private final Faults faults;
    private final ClassPath classPath;
    private final RestMethod methods;

    RestResources(Faults faults, ClassPath classPath) {
        this.faults = faults;
        this.classPath = classPath;
        this.methods = new RestMethod(faults, classPath);
    }

    List<ClassFile> translated(List<ClassFile> classes) {
        if (classes.stream().noneMatch(this::isResource)) {
            return classes;
        }
        String prefix = prefix(classes);
        List<ClassFile> translated = new ArrayList<>();
        for (ClassFile type : classes) {
            if (type.annotation(RestNames.PROVIDER).isPresent()) {
                faults.add(
                        Problem.LM144,
                        Spot.of(type),
                        "A @Provider of Jakarta REST is not compiled.",
                        "Use @ExceptionHandler for a mapper of exceptions, @Intercept for a filter and @JsonMapper for"
                                + " JSON, or host the application by @WebApplication.");
            }
            translated.add(isResource(type) ? resource(prefix, type) : type);
        }
        return translated;
    }

    /** Interfaces with such annotations are clients as a rule. */
    private boolean isResource(ClassFile type) {
        return !type.is(Opcodes.ACC_INTERFACE)
                && !type.is(Opcodes.ACC_ABSTRACT)
                && (type.annotation(RestNames.PATH).isPresent()
                        || type.methods().stream().anyMatch(this::isRest));
    }

    private boolean isRest(MethodFile method) {
        return method.annotations().stream().anyMatch(RestNames::isRest);
    }

    private String prefix(List<ClassFile> classes) {
        List<ClassFile> applications = classes.stream()
                .filter(type -> classPath.isSubtype(type.binaryName(), RestNames.APPLICATION))
                .toList();
        for (ClassFile application : applications) {
            if (applications.size() > 1) {
                faults.add(
                        Problem.LM144,
                        Spot.of(application),
                        "Resources are compiled for one application, and there are " + applications.size() + ".",
                        "Keep one subclass of jakarta.ws.rs.core.Application, or host one by @WebApplication.");
            }
            if (!application.methods().isEmpty()) {
                faults.add(
                        Problem.LM144,
                        Spot.of(application),
                        "The application is not made, so its methods are never called.",
                        "Take them out: each class with @Path becomes routes. Or host the application by"
                                + " @WebApplication.");
            }
        }
        return applications.stream()
                .findFirst()
                .flatMap(each -> each.annotation(RestNames.APPLICATION_PATH))
                .map(each -> each.text("value"))
                .orElse("");
    }

    private ClassFile resource(String prefix, ClassFile type) {
        Spot spot = Spot.of(type);
        if (type.annotation(RestNames.PATH).isEmpty()) {
            faults.add(
                    Problem.LM144,
                    spot,
                    "The class has no @Path, so its methods would be no routes.",
                    "Put @Path on the class; what a sub-resource locator returned has to have its whole path.");
            return type;
        }
        checkClass(type, spot);
        List<MethodFile> translated = new ArrayList<>();
        for (MethodFile method : type.methods()) {
            boolean verb = method.annotations().stream()
                    .anyMatch(use -> methods.verb(use).isPresent());
            boolean rest = (verb || isRest(method)) && !method.is(Opcodes.ACC_BRIDGE);
            if (!rest) {
                methods.checkCode(method, Spot.of(type, method));
            }
            translated.add(rest ? method(prefix, type, method) : method);
        }
        return type.with(translated);
    }

    private MethodFile method(String prefix, ClassFile type, MethodFile method) {
        Spot spot = Spot.of(type, method);
        List<String> verbs = method.annotations().stream()
                .map(methods::verb)
                .flatMap(Optional::stream)
                .toList();
        if (verbs.size() == 1) {
            return methods.translated(prefix, type, method, verbs.get(0), spot);
        }
        faults.add(
                Problem.LM144,
                spot,
                verbs.isEmpty()
                        ? "A method with @Path and without @GET or another method of HTTP is a sub-resource locator,"
                                + " which is not compiled."
                        : "The method has several of " + String.join(", ", verbs) + ".",
                verbs.isEmpty()
                        ? "Put @Path with the whole path on the class that it returns, or host the application by"
                                + " @WebApplication."
                        : "Keep one of these annotations.");
        return method;
    }

    private void checkClass(ClassFile type, Spot spot) {
        for (AnnotationUse use : type.annotations()) {
            if (RestNames.GUARDS.contains(use.type())) {
                methods.guard(use, spot);
            } else if (RestNames.isRest(use) && !ON_CLASSES.contains(use.type())) {
                methods.unknown(use, spot);
            }
        }
        for (Map.Entry<String, List<AnnotationUse>> field : type.fields().entrySet()) {
            field.getValue().stream()
                    .filter(RestNames::isRest)
                    .forEach(use -> faults.add(
                            Problem.LM144,
                            spot,
                            "The field " + field.getKey() + " has " + use.display()
                                    + ", and one instance serves all requests.",
                            "Take the value as a parameter of the methods."));
        }
        checkInherited(type, type, spot, new HashSet<>());
    }

    private void checkInherited(ClassFile resource, ClassFile type, Spot spot, Set<String> seen) {
        for (String name : type.supertypes()) {
            Optional<ClassFile> above = name.startsWith("java.") ? Optional.empty() : classPath.find(name);
            if (above.isPresent() && seen.add(name)) {
                if (above.get().methods().stream().anyMatch(this::isRest)) {
                    faults.add(
                            Problem.LM144,
                            spot,
                            "Annotations of Jakarta REST on methods of "
                                    + above.get().name().display() + " are not inherited here.",
                            "Write the methods with their annotations in "
                                    + resource.name().display() + " itself.");
                }
                checkInherited(resource, above.get(), spot, seen);
            }
        }
    }
}
