package io.lambdamaven.plugin.json.schema;

import io.lambdamaven.plugin.model.JavaType;

/** A type that no schema can be made of. */
public final class SchemaException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient JavaType type;

    SchemaException(JavaType type, Throwable cause) {
        super(String.valueOf(cause), cause);
        this.type = type;
    }

    public JavaType type() {
        return type;
    }
}
