package io.lambdamaven.plugin.model;

import java.util.List;

/**
 * What stands around the calls of a function's methods.
 *
 * @param exceptionHandlers the closest type first
 * @param interceptors outermost first
 * @param primed methods to call before SnapStart's snapshot
 * @param restored methods to call after it was restored
 */
public record Surroundings(
        List<ExceptionHandler> exceptionHandlers,
        List<JavaType.Declared> interceptors,
        List<Hook> primed,
        List<Hook> restored) {
    public static final Surroundings NONE = new Surroundings(List.of(), List.of(), List.of(), List.of());

    public Surroundings {
        exceptionHandlers = List.copyOf(exceptionHandlers);
        interceptors = List.copyOf(interceptors);
        primed = List.copyOf(primed);
        restored = List.copyOf(restored);
    }

    /** A method without parameters. */
    public record Hook(JavaType.Declared owner, MethodRef method, boolean isStatic) {}

    /**
     * A method that handles an exception.
     *
     * @param exception what it handles
     * @param broad whether an {@code HttpException} is one of these, and so is not meant by it
     * @param more what the parameters after the exception take
     */
    public record ExceptionHandler(
            JavaType.Declared owner,
            MethodRef method,
            boolean isStatic,
            boolean isVoid,
            JavaType.Declared exception,
            boolean broad,
            List<More> more) {
        public ExceptionHandler {
            more = List.copyOf(more);
        }
    }

    /** What an exception handler may take besides the exception. */
    public enum More {
        INVOCATION,
        CONTEXT,
        REQUEST
    }
}
