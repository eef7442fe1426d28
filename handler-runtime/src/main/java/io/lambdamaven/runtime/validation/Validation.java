package io.lambdamaven.runtime.validation;

import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.bind.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.executable.ExecutableValidator;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the arguments of a method by its constraints; used by generated handlers. */
public final class Validation {
    private Validation() {}

    /** Made when the first method with constraints is called, by whatever provider the project has. */
    private static final class Kept {
        static final ExecutableValidator VALIDATOR = jakarta.validation.Validation.buildDefaultValidatorFactory()
                .getValidator()
                .forExecutables();
    }

    /**
     * Makes the validator, before SnapStart takes its snapshot or the first event comes.
     *
     * @return true
     */
    public static boolean warm() {
        return Kept.VALIDATOR != null;
    }

    /**
     * Checks arguments.
     *
     * @param target whose method is called
     * @param owner the class that has the method
     * @param method its name
     * @param types of its parameters
     * @param names of its parameters
     * @param arguments what it is to be called with
     * @throws BindException with all that is wrong, if anything is
     */
    public static void check(
            Object target,
            Class<?> owner,
            String method,
            Class<?>[] types,
            String[] names,
            @Nullable Object... arguments) {
        Method called;
        try {
            called = owner.getMethod(method, types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("the generated handler is of another version than " + owner.getName(), e);
        }
        Set<ConstraintViolation<Object>> found = Kept.VALIDATOR.validateParameters(target, called, arguments);
        if (found.isEmpty()) {
            return;
        }
        List<Violation> violations = new ArrayList<>(found.size());
        for (ConstraintViolation<Object> violation : found) {
            violations.add(new Violation(path(violation.getPropertyPath(), names), violation.getMessage()));
        }
        Collections.sort(violations);
        throw BindException.invalid(violations);
    }

    /** From the parameter on, under the name that it has in the source. */
    private static String path(Path path, String[] names) {
        StringBuilder out = new StringBuilder();
        for (Path.Node node : path) {
            switch (node.getKind()) {
                case METHOD, CROSS_PARAMETER -> {}
                case PARAMETER ->
                    out.append(names[node.as(Path.ParameterNode.class).getParameterIndex()]);
                default -> append(node, out);
            }
        }
        return out.toString();
    }

    private static void append(Path.Node node, StringBuilder out) {
        if (node.getIndex() != null) {
            out.append('[').append(node.getIndex()).append(']');
        } else if (node.getKey() != null) {
            out.append('[').append(node.getKey()).append(']');
        }
        String name = node.getName();
        if (name != null && !name.startsWith("<")) {
            out.append(out.length() == 0 ? "" : ".").append(name);
        }
    }
}
