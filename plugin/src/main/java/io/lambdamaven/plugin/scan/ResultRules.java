package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.catalog.Results;
import io.lambdamaven.plugin.catalog.Results.Shape;
import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether what a method returns can become the answer that the trigger's service expects. */
final class ResultRules {
    /** Results that are not there yet, or are gone, when the answer is written. */
    private static final Set<String> UNFINISHED = Set.of(
            "java.io.InputStream",
            "java.io.OutputStream",
            "java.util.stream.Stream",
            "java.util.concurrent.Future",
            "java.util.concurrent.CompletionStage",
            "java.util.concurrent.Flow$Publisher",
            "org.reactivestreams.Publisher");

    private final Faults faults;
    private final ClassPath classPath;
    private final TypeRules types;

    ResultRules(Faults faults, ClassPath classPath, TypeRules types) {
        this.faults = faults;
        this.classPath = classPath;
        this.types = types;
    }

    void check(MethodFile method, Trigger trigger, Granularity granularity, Spot spot) {
        JavaType type = method.result();
        String remedy = remedy(type, trigger, granularity);
        if (remedy != null) {
            faults.add(
                    Problem.LM026,
                    spot,
                    "The result of type " + type.display() + " cannot answer a trigger of kind " + trigger.kind() + ".",
                    remedy);
        }
    }

    private @Nullable String remedy(JavaType type, Trigger trigger, Granularity granularity) {
        if (type instanceof JavaType.Declared declared
                && UNFINISHED.stream().anyMatch(name -> classPath.isSubtype(declared.binaryName(), name))) {
            return "Return the value itself: Lambda stops the function when the method has returned.";
        } else if (trigger instanceof Trigger.Http && TypeRules.isAwsEvent(type)) {
            return "Return HttpResponse, which serves API Gateway, function URLs and load balancers alike.";
        } else if (trigger instanceof Trigger.Service service) {
            Results results = Catalog.of(service).results(service, granularity);
            return fits(type, results)
                    ? null
                    : (granularity == Granularity.EACH ? "Return " : whole(service)) + results.choices() + ".";
        }
        return null;
    }

    private static String whole(Trigger.Service trigger) {
        return Catalog.of(trigger).forms(trigger).records()
                ? "A method that takes the whole batch returns "
                : "Return ";
    }

    private boolean fits(JavaType type, Results results) {
        return results.shapes().contains(Shape.ANYTHING)
                || results.types().contains(TypeRules.name(type))
                || results.shapes().stream().anyMatch(shape -> fits(type, shape));
    }

    private boolean fits(JavaType type, Shape shape) {
        String name = TypeRules.name(TypeRules.boxed(type));
        return switch (shape) {
            case ANYTHING -> true;
            case NOTHING -> name.equals("void") || name.equals("java.lang.Void");
            case TEXT -> name.equals(TypeRules.STRING);
            case BYTES -> name.equals("byte[]");
            case TRUTH -> name.equals("java.lang.Boolean");
            case TREE ->
                type instanceof JavaType.Declared declared
                        && (classPath.isSubtype(declared.binaryName(), "java.util.Map")
                                || classPath.isSubtype(declared.binaryName(), RuntimeNames.JSON_NODE));
            case OWN -> types.isOwn(type) && !TypeRules.is(type, RuntimeNames.JSON_NODE);
        };
    }
}
