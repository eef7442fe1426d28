package io.lambdamaven.plugin.model;

import java.nio.file.Path;

/**
 * The jar with the application's classes, where they are not in the one that Lambda gets.
 *
 * @param sha256 over the whole file, 64 hexadecimal digits in lower case
 * @param size in bytes
 */
public record ApplicationJar(String sha256, long size) {
    /** What Lambda calls instead of the generated handler. */
    public static final String BOOTSTRAP = "io.lambdamaven.runtime.code.SlimHandler";

    /** The variable that tells the bootstrap where the application's jar is. */
    public static final String VARIABLE = "LAMBDA_MAVEN__APPLICATION";

    /** The variable that tells the bootstrap which class of it handles events. */
    public static final String HANDLER_VARIABLE = "LAMBDA_MAVEN__HANDLER";

    /** Where the local Lambda puts it, below the folder of the bootstrap's code. */
    public static final String IN_CODE = "META-INF/lambda/application.jar";

    private static final String SUFFIX = ".jar";

    /** Where it stands: beside the jar that Lambda gets, and so in Maven repositories too. */
    public static Path beside(Path jar) {
        String name = String.valueOf(jar.getFileName());
        String stem = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
        return jar.resolveSibling(stem + "-application" + SUFFIX);
    }
}
