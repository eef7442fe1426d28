package io.lambdamaven.plugin.generate;

/**
 * One source file, not yet written.
 *
 * @param path relative, with slashes: {@code com/example/LambdaHandler.java}
 */
public record SourceFile(String path, String content) {

    /** The file's own name. */
    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The binary name of the class in it. */
    String className() {
        return path.substring(0, path.length() - ".java".length()).replace('/', '.');
    }
}
