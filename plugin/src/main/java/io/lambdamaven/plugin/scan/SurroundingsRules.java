package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.MethodRef;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.model.Surroundings.ExceptionHandler;
import io.lambdamaven.plugin.model.Surroundings.More;
import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** What may stand around calls. */
final class SurroundingsRules {
    private static final String EXCEPTION = "java.lang.Exception";

    /** The exceptions of which {@code HttpException} is one. */
    private static final Set<String> BROAD = Set.of(EXCEPTION, "java.lang.RuntimeException");

    private final Faults faults;
    private final ClassPath classPath;
    private final TypeAccess access;

    SurroundingsRules(Faults faults, ClassPath classPath, TypeAccess access) {
        this.faults = faults;
        this.classPath = classPath;
        this.access = access;
    }

    void checkClass(ClassFile type, boolean needsInstance, boolean hasFactory) {
        // A class with triggers is looked at for their sake, by the same rules.
        if (type.is(Opcodes.ACC_INTERFACE) || type.methods().stream().anyMatch(TriggerReader::hasTrigger)) {
            return;
        }
        boolean inner = type.outer() != null && !type.is(Opcodes.ACC_STATIC);
        boolean makeable = !inner && !type.is(Opcodes.ACC_ABSTRACT) && (hasFactory || type.isConstructible());
        if (type.local() || !access.isPublic(type) || (needsInstance && !makeable)) {
            faults.add(
                    Problem.LM097,
                    Spot.of(type),
                    "The generated handler cannot make the class, or not reach it.",
                    "Make it public, static if nested and not abstract, with a public constructor without parameters,"
                            + " or let a class with @InstanceFactory make the instances.");
        }
    }

    boolean checkInterceptor(Spot spot) {
        if (classPath.isSubtype(spot.type().binaryName(), RuntimeNames.INTERCEPTOR)) {
            return true;
        }
        faults.add(
                Problem.LM095,
                spot,
                "The class with @Intercept does not implement Interceptor.",
                "Implement " + RuntimeNames.INTERCEPTOR + ", or take @Intercept off.");
        return false;
    }

    boolean checkHook(MethodFile method, Spot spot, AnnotationUse use) {
        if (!method.parameters().isEmpty()) {
            faults.add(
                    Problem.LM098,
                    spot,
                    "The method has " + use.display() + " and parameters, and there is no event to fill them from.",
                    "Drop the parameters.");
            return false;
        }
        return checkMethod(method, spot, use);
    }

    private boolean checkMethod(MethodFile method, Spot spot, AnnotationUse use) {
        boolean ofInterface = spot.type().is(Opcodes.ACC_INTERFACE) && !method.isStatic();
        if (method.is(Opcodes.ACC_PUBLIC) && !method.generic() && !ofInterface) {
            return true;
        }
        faults.add(
                Problem.LM096,
                spot,
                "The method has " + use.display() + ", and the generated handler cannot call it.",
                "Make it a public method of a class, without type parameters.");
        return false;
    }

    /** The handler, or empty if it was refused. */
    Optional<ExceptionHandler> handler(MethodFile method, Spot spot, AnnotationUse use) {
        List<MethodFile.ParameterFile> parameters = method.parameters();
        if (parameters.isEmpty()
                || !(parameters.get(0).type() instanceof JavaType.Declared exception)
                || !classPath.isSubtype(exception.binaryName(), EXCEPTION)) {
            faults.add(
                    Problem.LM092,
                    spot,
                    "The method has @ExceptionHandler, and its first parameter is no Exception.",
                    "Make the exception that it handles its first parameter.");
            return Optional.empty();
        }
        if (exception.binaryName().equals(RuntimeNames.BIND_EXCEPTION)) {
            faults.add(
                    Problem.LM099,
                    spot,
                    "An event that does not fit a method's parameters goes to no exception handler.",
                    "Take the part of the event as text, and read it in the method.");
        }
        access.check(exception, spot.at(parameters.get(0)));
        List<More> more = more(parameters, spot);
        if (!checkMethod(method, spot, use) || more.size() != parameters.size() - 1) {
            return Optional.empty();
        }
        boolean isVoid = method.result() instanceof JavaType.Primitive result
                && result.name().equals("void");
        return Optional.of(new ExceptionHandler(
                spot.type().name(),
                new MethodRef(spot.type().binaryName(), method.name(), method.descriptor()),
                method.isStatic(),
                isVoid,
                exception,
                BROAD.contains(exception.binaryName()),
                more));
    }

    private List<More> more(List<MethodFile.ParameterFile> parameters, Spot spot) {
        List<More> more = new ArrayList<>();
        for (MethodFile.ParameterFile parameter : parameters.subList(1, parameters.size())) {
            if (TypeRules.is(parameter.type(), RuntimeNames.INVOCATION)) {
                more.add(More.INVOCATION);
            } else if (TypeRules.is(parameter.type(), RuntimeNames.CONTEXT)) {
                more.add(More.CONTEXT);
            } else if (TypeRules.is(parameter.type(), RuntimeNames.HTTP_REQUEST)) {
                more.add(More.REQUEST);
            } else {
                faults.add(
                        Problem.LM093,
                        spot.at(parameter),
                        "An exception handler has nothing to give to a parameter of type "
                                + parameter.type().display() + ".",
                        "Take Invocation, Context or HttpRequest after the exception.");
            }
        }
        return more;
    }

    void reportTwice(JavaType.Declared exception, Spot spot, Spot other) {
        faults.add(
                Problem.LM094,
                spot,
                exception.display() + " has " + other.shortName() + " as a handler already.",
                "Remove @ExceptionHandler from one of the two, or put the classes in functions of their own with"
                        + " @LambdaFunction.");
    }

    /** How far from {@code Object} a class is. */
    int depth(String binaryName) {
        return classPath
                .find(binaryName)
                .map(type ->
                        type.supertypes().stream().mapToInt(this::depth).max().orElse(0) + 1)
                .orElse(0);
    }
}
