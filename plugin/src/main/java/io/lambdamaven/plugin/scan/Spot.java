package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.scan.MethodFile.ParameterFile;
import org.jspecify.annotations.Nullable;

/** The class, method or parameter that is being looked at. */
record Spot(
        ClassFile type,
        @Nullable MethodFile method,
        @Nullable String parameter) {
    static Spot of(ClassFile type) {
        return new Spot(type, null, null);
    }

    static Spot of(ClassFile type, MethodFile method) {
        return new Spot(type, method, null);
    }

    Spot at(ParameterFile parameter) {
        return new Spot(type, method, parameter.label());
    }

    /** {@code com.example.OrderApi.get(id)}, with file and line. */
    Place place() {
        String subject = type.name().canonicalName();
        if (method == null) {
            return new Place(subject, type.sourceFile(), type.line());
        }
        // A constructor has no name of its own.
        subject = method.name().equals("<init>") ? subject : subject + "." + method.name();
        return new Place(
                parameter == null ? subject : subject + "(" + parameter + ")", type.sourceFile(), method.line());
    }

    /** {@code OrderApi.get}. */
    String shortName() {
        String name = String.join(".", type.name().simpleNames());
        return method == null ? name : name + "." + method.name();
    }
}
