package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.Binding;
import io.lambdamaven.plugin.model.Binding.Presence;
import io.lambdamaven.plugin.model.Binding.Source;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.scan.MethodFile.ParameterFile;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parameters with {@code @PathParam} and its siblings. */
final class RequestValues {
    private static final Map<String, Source> SOURCES = Map.of(
            RuntimeNames.PATH_PARAM, Source.PATH,
            RuntimeNames.QUERY_PARAM, Source.QUERY,
            RuntimeNames.HEADER_PARAM, Source.HEADER,
            RuntimeNames.COOKIE_PARAM, Source.COOKIE);

    /** RFC 9110's token: the names of headers and, by RFC 6265, of cookies. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    private final Faults faults;
    private final TypeRules types;
    private final DefaultValues defaults;

    RequestValues(Faults faults, TypeRules types) {
        this.faults = faults;
        this.types = types;
        this.defaults = new DefaultValues(faults, types);
    }

    static boolean isRequestAnnotation(AnnotationUse use) {
        return SOURCES.containsKey(use.type());
    }

    /** The binding, if the parameter is sound; else the faults are reported. */
    Optional<Binding> bind(ParameterFile parameter, AnnotationUse use, Spot spot) {
        Source source = SOURCES.getOrDefault(use.type(), Source.QUERY);
        Optional<String> name = name(parameter, use, source, spot);
        JavaType type = parameter.type();
        Presence presence = parameter.nullable() ? Presence.NULLABLE : Presence.REQUIRED;
        if (TypeRules.isOptional(type)) {
            presence = Presence.OPTIONAL;
            type = TypeRules.argument(type);
        } else if (TypeRules.isList(type)) {
            presence = Presence.LIST;
            type = TypeRules.argument(type);
        } else if (type instanceof JavaType.Primitive) {
            presence = Presence.REQUIRED;
        }
        if (!types.isScalar(type)) {
            faults.add(
                    Problem.LM025,
                    spot,
                    use.display() + " cannot give a value of type "
                            + parameter.type().display() + ".",
                    "Use String, a primitive or its box, BigDecimal, BigInteger, UUID, an enum, a type of java.time,"
                            + " or an Optional or List of these.");
            return Optional.empty();
        }
        JavaType boxed = TypeRules.boxed(type);
        String defaultValue = use.textOrNull("defaultValue");
        if (defaultValue != null) {
            defaults.check(defaultValue, (JavaType.Declared) boxed, use, spot);
        }
        Presence found = presence;
        return name.map(each -> new Binding.RequestValue(source, each, defaultValue, found, boxed));
    }

    private Optional<String> name(ParameterFile parameter, AnnotationUse use, Source source, Spot spot) {
        String name = use.text("value");
        if (name.isEmpty() && parameter.name() == null) {
            faults.add(
                    Problem.LM009,
                    spot,
                    "The class file does not tell the name of this parameter, and " + use.display()
                            + " does not give one.",
                    "Set the value of " + use.display() + ", or compile with <parameters>true</parameters> in the"
                            + " configuration of maven-compiler-plugin (-Dmaven.compiler.parameters=true).");
            return Optional.empty();
        }
        String given = name.isEmpty() ? parameter.label() : name;
        boolean token = source == Source.HEADER || source == Source.COOKIE;
        if (token && !TOKEN.matcher(given).matches()) {
            faults.add(
                    Problem.LM029,
                    spot,
                    "\"" + given + "\" is no name of a " + (source == Source.HEADER ? "header" : "cookie") + ".",
                    "Set the value of " + use.display() + " to letters, digits and !#$%&'*+-.^_`|~ only.");
            return Optional.empty();
        }
        return Optional.of(given);
    }
}
