package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.scan.MethodFile.ParameterFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A method with annotations of Jakarta REST, as one with ours. */
final class RestMethod {
    /** What Lambda and the runtime give, with or without {@code @Context}. */
    private static final Set<String> GIVEN = Set.of(
            RuntimeNames.CONTEXT,
            RuntimeNames.HTTP_REQUEST,
            RuntimeNames.INVOCATION,
            RuntimeNames.CALLER,
            "java.security.Principal");

    private static final Set<String> ON_METHODS = Set.of(RestNames.PATH, RestNames.CONSUMES, RestNames.PRODUCES);

    private final Faults faults;
    private final ClassPath classPath;
    private final RestPath paths;

    RestMethod(Faults faults, ClassPath classPath) {
        this.faults = faults;
        this.classPath = classPath;
        this.paths = new RestPath(faults);
    }

    /** The HTTP method of an annotation such as {@code @GET}. */
    Optional<String> verb(AnnotationUse use) {
        if (use.type().startsWith("java.lang.")) {
            return Optional.empty();
        } else if (RestNames.isRest(use) && HttpRules.METHODS.contains(RestNames.simple(use.type()))) {
            return Optional.of(RestNames.simple(use.type()));
        }
        return classPath
                .find(use.type())
                .flatMap(type -> type.annotation(RestNames.HTTP_METHOD))
                .map(each -> each.text("value"));
    }

    /** The method with our annotations beside its own, or as it is where it cannot be compiled, which is reported. */
    MethodFile translated(String prefix, ClassFile type, MethodFile method, String verb, Spot spot) {
        boolean sound = check(method, spot);
        Optional<String> path = paths.template(
                Stream.of(Optional.of(prefix), path(type.annotations()), path(method.annotations()))
                        .flatMap(Optional::stream)
                        .toList(),
                spot);
        List<ParameterFile> parameters = new ArrayList<>();
        for (ParameterFile parameter : method.parameters()) {
            Optional<ParameterFile> own = parameter(parameter, spot.at(parameter));
            own.ifPresent(parameters::add);
            sound &= own.isPresent();
        }
        if (!sound || path.isEmpty()) {
            return method;
        }
        List<AnnotationUse> annotations = new ArrayList<>(method.annotations());
        annotations.add(new AnnotationUse(
                RuntimeNames.HTTP_TRIGGER,
                Map.of(
                        "method",
                        verb,
                        "path",
                        path.get(),
                        "consumes",
                        types(RestNames.CONSUMES, type, method),
                        "produces",
                        types(RestNames.PRODUCES, type, method))));
        return method.with(annotations, parameters);
    }

    static Optional<String> path(List<AnnotationUse> annotations) {
        return annotations.stream()
                .filter(use -> use.type().equals(RestNames.PATH))
                .map(use -> use.text("value"))
                .findFirst();
    }

    /** Those of the method, else those of its class; one text may hold several. */
    private static List<String> types(String annotation, ClassFile type, MethodFile method) {
        return Stream.of(method.annotations(), type.annotations())
                .flatMap(List::stream)
                .filter(use -> use.type().equals(annotation))
                .findFirst()
                .map(use -> use.texts("value", List.of()).stream()
                        .flatMap(text -> Stream.of(text.split(",", -1)))
                        .map(String::strip)
                        .filter(text -> !text.equals("*/*"))
                        .toList())
                .orElse(List.of());
    }

    private boolean check(MethodFile method, Spot spot) {
        int before = faults.count();
        for (AnnotationUse use : method.annotations()) {
            boolean known = ON_METHODS.contains(use.type()) || verb(use).isPresent();
            if (RestNames.isRest(use) && !known) {
                unknown(use, spot);
            } else if (RestNames.GUARDS.contains(use.type())) {
                guard(use, spot);
            } else if (use.type().equals(RuntimeNames.HTTP_TRIGGER)
                    || use.type().equals(RuntimeNames.HTTP_TRIGGERS)) {
                faults.add(
                        Problem.LM144,
                        spot,
                        "The method has annotations of Jakarta REST and @HttpTrigger.",
                        "Keep one of the two.");
            } else if (classPath
                    .find(use.type())
                    .flatMap(each -> each.annotation(RestNames.NAME_BINDING))
                    .isPresent()) {
                faults.add(
                        Problem.LM144,
                        spot,
                        use.display() + " binds filters, which are not compiled.",
                        "Make an @Intercept class of the filter, and take " + use.display() + " off.");
            }
        }
        checkCode(method, spot);
        checkType(method.result(), "The method returns ", spot);
        return faults.count() == before;
    }

    void checkCode(MethodFile method, Spot spot) {
        method.restClasses().forEach(each -> type(each, "The code names ", spot));
    }

    void unknown(AnnotationUse use, Spot spot) {
        faults.add(
                Problem.LM144,
                spot,
                use.display() + " of Jakarta REST is not compiled.",
                "Do without it, or host the application with its own implementation by @WebApplication.");
    }

    void guard(AnnotationUse use, Spot spot) {
        faults.add(
                Problem.LM144,
                spot,
                "Nothing here knows the caller's roles, so " + use.display() + " would guard nothing.",
                "Guard the route with an authorizer, check the caller in the method, or host the application by"
                        + " @WebApplication.");
    }

    private void checkType(JavaType type, String what, Spot spot) {
        if (type instanceof JavaType.Array array) {
            checkType(array.element(), what, spot);
        } else if (type instanceof JavaType.Declared declared) {
            if (declared.binaryName().startsWith(RestNames.PACKAGE)) {
                type(declared.binaryName(), what, spot);
            }
            declared.arguments().forEach(each -> checkType(each, what, spot));
        }
    }

    private void type(String binaryName, String what, Spot spot) {
        faults.add(
                Problem.LM146,
                spot,
                what + RestNames.simple(binaryName) + " of Jakarta REST, which needs an implementation at run time.",
                RestNames.instead(binaryName)
                        + ", or host the application with its own implementation by @WebApplication.");
    }

    /** The parameter with our annotation, or nothing if it has one that is not compiled. */
    private Optional<ParameterFile> parameter(ParameterFile parameter, Spot spot) {
        int before = faults.count();
        List<AnnotationUse> annotations = new ArrayList<>();
        String otherwise = null;
        boolean value = false;
        for (AnnotationUse use : parameter.annotations()) {
            String own = RestNames.PARAMETERS.get(use.type());
            if (own != null) {
                value = true;
                annotations.add(new AnnotationUse(RuntimeNames.ANNOTATION + own, use.values()));
            } else if (use.type().equals(RestNames.DEFAULT_VALUE)) {
                otherwise = use.text("value");
            } else if (!RestNames.isRest(use)) {
                annotations.add(use);
            } else if (!use.type().equals(RestNames.CONTEXT) || !isGiven(parameter.type())) {
                refuse(use, parameter.type(), spot);
            }
        }
        if (faults.count() == before) {
            checkType(parameter.type(), "The parameter is a ", spot);
        }
        if (faults.count() > before) {
            return Optional.empty();
        }
        String given = otherwise == null && value ? zero(parameter.type()) : otherwise;
        // What is missing is null for them, not a fault.
        return Optional.of(new ParameterFile(
                parameter.index(),
                parameter.name(),
                parameter.type(),
                given == null ? annotations : withDefault(annotations, given),
                parameter.nullable() || value));
    }

    private static boolean isGiven(JavaType type) {
        return type instanceof JavaType.Declared declared && GIVEN.contains(declared.binaryName());
    }

    private void refuse(AnnotationUse use, JavaType type, Spot spot) {
        if (use.type().equals(RestNames.CONTEXT)) {
            faults.add(
                    Problem.LM146,
                    spot,
                    "@Context cannot give a " + type.display() + ".",
                    "Take HttpRequest of io.lambdamaven.api or Lambda's Context, or host the application with its own"
                            + " implementation by @WebApplication.");
        } else {
            unknown(use, spot);
        }
    }

    private static @Nullable String zero(JavaType type) {
        if (!(type instanceof JavaType.Primitive primitive) || primitive.name().equals("char")) {
            return null;
        }
        return primitive.name().equals("boolean") ? "false" : "0";
    }

    private static List<AnnotationUse> withDefault(List<AnnotationUse> annotations, String text) {
        return annotations.stream()
                .map(use -> {
                    Map<String, Object> values = new HashMap<>(use.values());
                    if (RequestValues.isRequestAnnotation(use) && !use.type().equals(RuntimeNames.PATH_PARAM)) {
                        values.put("defaultValue", text);
                    }
                    return new AnnotationUse(use.type(), values);
                })
                .toList();
    }
}
