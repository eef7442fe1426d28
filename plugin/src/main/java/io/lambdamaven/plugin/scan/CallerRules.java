package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.Binding;
import io.lambdamaven.plugin.model.Binding.Presence;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.scan.MethodFile.ParameterFile;

/** Parameters that are the caller of an HTTP request. */
final class CallerRules {
    private static final String PRINCIPAL = "java.security.Principal";

    private CallerRules() {}

    static boolean isCaller(JavaType type) {
        return TypeRules.is(type, RuntimeNames.CALLER)
                || TypeRules.is(type, PRINCIPAL)
                || (TypeRules.isOptional(type) && TypeRules.is(TypeRules.argument(type), RuntimeNames.CALLER));
    }

    static Binding binding(ParameterFile parameter) {
        if (TypeRules.isOptional(parameter.type())) {
            return new Binding.Caller(Presence.OPTIONAL);
        }
        return new Binding.Caller(parameter.nullable() ? Presence.NULLABLE : Presence.REQUIRED);
    }
}
