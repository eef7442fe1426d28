package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.report.Problem;
import java.util.HashMap;
import java.util.Map;

/** Methods whose arguments have constraints of Jakarta Validation. */
final class ValidationRules {
    private static final String VALID = "jakarta.validation.Valid";
    private static final String CONSTRAINT = "jakarta.validation.Constraint";
    private static final String BUILT_IN = "jakarta.validation.constraints.";
    private static final String PROVIDERS = "META-INF/services/jakarta.validation.spi.ValidationProvider";

    private final Faults faults;
    private final ClassPath classPath;
    private final Map<String, Boolean> known = new HashMap<>();

    ValidationRules(Faults faults, ClassPath classPath) {
        this.faults = faults;
        this.classPath = classPath;
    }

    /** Whether the arguments are to be checked before each call. */
    boolean isValidated(MethodFile method, Spot spot) {
        boolean validated = method.parameters().stream()
                .flatMap(parameter -> parameter.annotations().stream())
                .anyMatch(use -> isConstraint(use.type()));
        if (validated && method.isStatic()) {
            faults.add(
                    Problem.LM143,
                    spot,
                    "Jakarta Validation does not check the arguments of static methods.",
                    "Take static off, or the constraints and @Valid.");
        } else if (validated && !classPath.has(PROVIDERS)) {
            faults.add(
                    Problem.LM143,
                    spot,
                    "The parameters have constraints, and no dependency checks them.",
                    "Add a provider of Jakarta Validation 3 with the <scope> compile or runtime, such as"
                            + " org.hibernate.validator:hibernate-validator, or take the constraints and @Valid off.");
        }
        return validated;
    }

    private boolean isConstraint(String annotation) {
        return annotation.equals(VALID)
                || annotation.startsWith(BUILT_IN)
                || known.computeIfAbsent(annotation, this::isMarked);
    }

    /** Constraints of the project or its dependencies. */
    private boolean isMarked(String annotation) {
        return classPath
                .find(annotation)
                .map(type -> type.annotation(CONSTRAINT).isPresent())
                .orElse(false);
    }
}
