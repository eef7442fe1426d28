package io.lambdamaven.plugin.local.daemon;

import org.jspecify.annotations.Nullable;

/**
 * A function as a caller names it: by name, partial ARN or ARN, with or without qualifier.
 *
 * @param qualifier null where none was given
 */
record FunctionName(String name, @Nullable String qualifier) {

    static FunctionName parse(String text, @Nullable String qualifier) {
        String[] parts = text.split(":", -1);
        int name = 0;
        for (int i = 0; i < parts.length - 1; i++) {
            if (parts[i].equals("function")) {
                name = i + 1;
            }
        }
        String own = parts.length > name + 1 ? parts[name + 1] : null;
        if (own != null && qualifier != null && !own.equals(qualifier)) {
            throw new ServiceFault(
                    400,
                    "InvalidParameterValueException",
                    "The derived qualifier from the function name does not match the specified qualifier.");
        }
        return new FunctionName(parts[name], qualifier == null ? own : qualifier);
    }
}
