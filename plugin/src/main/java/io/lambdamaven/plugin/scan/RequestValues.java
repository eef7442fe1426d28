package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.Binding;
import io.lambdamaven.plugin.model.Binding.Presence;
import io.lambdamaven.plugin.model.Binding.Source;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.Parameter;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.scan.MethodFile.ParameterFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parameters with {@code @PathParam} and its siblings. */
final class RequestValues {
    private static final Map<String, Source> SOURCES = Map.of(
            RuntimeNames.PATH_PARAM, Source.PATH,
            RuntimeNames.QUERY_PARAM, Source.QUERY,
            RuntimeNames.HEADER_PARAM, Source.HEADER,
            RuntimeNames.COOKIE_PARAM, Source.COOKIE,
            RuntimeNames.CLAIM, Source.CLAIM,
            RuntimeNames.FORM_PARAM, Source.FORM);

    private static final String VALUES =
            "String, a primitive or its box, BigDecimal, BigInteger, UUID, an enum, a type of java.time,"
                    + " or an Optional or List of these";

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
        if (source == Source.FORM
                && parameter.type() instanceof JavaType.Declared declared
                && types.isRecord(declared)) {
            return record(declared, use, spot);
        }
        return value(parameter, use, source, spot);
    }

    /** Its components are fields of the form. */
    private Optional<Binding> record(JavaType.Declared type, AnnotationUse use, Spot spot) {
        if (!use.values().isEmpty()) {
            faults.add(
                    Problem.LM142,
                    spot,
                    "A record is made of several fields, so @FormParam on it has no name and no default.",
                    "Leave value and defaultValue out, or set them in @FormParam on the components of " + type.display()
                            + ".");
        }
        List<Parameter> components = new ArrayList<>();
        List<ParameterFile> all = types.components(type);
        for (ParameterFile component : all) {
            AnnotationUse own = component.annotations().stream()
                    .filter(each -> each.type().equals(RuntimeNames.FORM_PARAM))
                    .findFirst()
                    .orElse(new AnnotationUse(RuntimeNames.FORM_PARAM, Map.of()));
            if (!isValue(component.type())) {
                faults.add(
                        Problem.LM142,
                        spot,
                        "No field of a form can become the component " + component.label() + " of " + type.display()
                                + ", of type " + component.type().display() + ".",
                        "Make it a " + VALUES + ", or take the body as JSON in a parameter without @FormParam.");
                continue;
            }
            value(component, own, Source.FORM, spot)
                    .ifPresent(binding -> components.add(new Parameter(component.label(), component.type(), binding)));
        }
        return components.size() == all.size()
                ? Optional.of(new Binding.FormRecord(type, components))
                : Optional.empty();
    }

    private boolean isValue(JavaType type) {
        JavaType one = TypeRules.isOptional(type) || TypeRules.isList(type) ? TypeRules.argument(type) : type;
        return types.isScalar(one) || TypeRules.is(one, RuntimeNames.FORM_PART);
    }

    private Optional<Binding> value(ParameterFile parameter, AnnotationUse use, Source from, Spot spot) {
        Source source = from;
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
        boolean part = source == Source.FORM && TypeRules.is(type, RuntimeNames.FORM_PART);
        if (part) {
            source = Source.PART;
        } else if (!types.isScalar(type)) {
            faults.add(
                    Problem.LM025,
                    spot,
                    use.display() + " cannot give a value of type "
                            + parameter.type().display() + ".",
                    "Use " + (source == Source.FORM ? "a record, FormPart, " : "") + VALUES + ".");
            return Optional.empty();
        }
        JavaType boxed = TypeRules.boxed(type);
        String defaultValue = use.textOrNull("defaultValue");
        if (defaultValue != null && part) {
            faults.add(
                    Problem.LM142,
                    spot,
                    "A part of a form has no default.",
                    "Take defaultValue out of @FormParam, and the parameter as Optional<FormPart>.");
        } else if (defaultValue != null) {
            defaults.check(defaultValue, (JavaType.Declared) boxed, use, spot);
        }
        Presence found = presence;
        Source place = source;
        return name.map(each -> new Binding.RequestValue(place, each, defaultValue, found, boxed));
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
