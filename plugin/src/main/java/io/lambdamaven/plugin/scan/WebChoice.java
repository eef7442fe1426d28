package io.lambdamaven.plugin.scan;

import org.jspecify.annotations.Nullable;

/**
 * What the pom's {@code <webApplication>} says.
 *
 * @param wanted whether it is there at all
 * @param className binary name of the class to start, null to find it
 * @param port that it opens by itself, as it was written, null for one that it is told
 * @param basePath null for none
 * @param requestContext whether the application is told it, as it was written, null for not
 */
public record WebChoice(
        boolean wanted,
        @Nullable String className,
        @Nullable String port,
        @Nullable String basePath,
        @Nullable String requestContext) {
    /** No such element. */
    public static final WebChoice NONE = new WebChoice(false, null, null, null, null);

    /** One that asks for no context. */
    public WebChoice(boolean wanted, @Nullable String className, @Nullable String port, @Nullable String basePath) {
        this(wanted, className, port, basePath, null);
    }
}
