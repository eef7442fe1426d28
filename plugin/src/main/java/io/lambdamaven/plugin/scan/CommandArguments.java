package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.Binding;
import io.lambdamaven.plugin.model.Binding.Presence;
import io.lambdamaven.plugin.model.CommandArgument;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.Parameter;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.scan.MethodFile.ParameterFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Parameters of a command that are arguments of their own names. */
final class CommandArguments {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");

    private final Faults faults;
    private final TypeRules types;
    private final DefaultValues defaults;

    CommandArguments(Faults faults, TypeRules types) {
        this.faults = faults;
        this.types = types;
        this.defaults = new DefaultValues(faults, types);
    }

    static Optional<AnnotationUse> annotation(ParameterFile parameter) {
        return parameter.annotations().stream()
                .filter(use -> use.type().equals(RuntimeNames.ARGUMENT))
                .findFirst();
    }

    /** Whether arguments are told by their names: there are several, or one says so. */
    static boolean areNamed(MethodFile method) {
        List<ParameterFile> values =
                method.parameters().stream().filter(each -> !isGiven(each)).toList();
        return values.size() > 1
                || values.stream().anyMatch(each -> annotation(each).isPresent());
    }

    /** Whether the runtime has it without being told. */
    static boolean isGiven(ParameterFile parameter) {
        return TypeRules.is(parameter.type(), RuntimeNames.CONTEXT)
                || TypeRules.is(parameter.type(), RuntimeNames.INVOCATION);
    }

    /** The command with what operators can tell it. */
    static Trigger.Command described(Trigger.Command command, List<Parameter> parameters) {
        List<CommandArgument> arguments = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (parameter.binding() instanceof Binding.Argument argument) {
                arguments.add(new CommandArgument(
                        argument.name(),
                        parameter.type().display(),
                        argument.presence() == Presence.REQUIRED && argument.defaultValue() == null,
                        argument.presence() == Presence.LIST,
                        argument.defaultValue(),
                        argument.description()));
            } else if (parameter.binding() instanceof Binding.Payload) {
                arguments.add(new CommandArgument("", parameter.type().display(), true, false, null, ""));
            }
        }
        return new Trigger.Command(command.name(), command.description(), arguments);
    }

    /** The binding, if the parameter is sound; else the faults are reported. */
    Optional<Binding> bind(ParameterFile parameter, Spot spot) {
        Optional<AnnotationUse> use = annotation(parameter);
        Optional<String> name = name(parameter, use, spot);
        String defaultValue = use.map(each -> each.textOrNull("defaultValue")).orElse(null);
        JavaType type = parameter.type();
        Presence presence = presence(parameter);
        if (presence == Presence.OPTIONAL || (presence == Presence.LIST && types.isScalar(TypeRules.argument(type)))) {
            type = TypeRules.argument(type);
        } else if (presence == Presence.LIST) {
            presence = Presence.REQUIRED;
        }
        boolean single = types.isScalar(type);
        boolean given = presence == Presence.REQUIRED && defaultValue == null;
        if (!single && !(given && isDocument(type))) {
            faults.add(
                    Problem.LM126,
                    spot,
                    "No argument of a command can be " + (given ? "a " : "left out that is a ")
                            + parameter.type().display() + ".",
                    "Use String, a primitive or its box, BigDecimal, BigInteger, UUID, an enum, a type of java.time, an"
                            + " Optional or List of these, or without a default JsonNode, Map<String, Object>, List<T>"
                            + " or a record or class of your own.");
            return Optional.empty();
        }
        JavaType boxed = TypeRules.boxed(type);
        if (defaultValue != null && use.isPresent()) {
            defaults.check(defaultValue, (JavaType.Declared) boxed, use.get(), spot);
        }
        Presence found = presence;
        String description = use.map(each -> each.text("description")).orElse("");
        return name.map(each -> new Binding.Argument(each, description, single, defaultValue, found, boxed));
    }

    private static Presence presence(ParameterFile parameter) {
        if (TypeRules.isOptional(parameter.type())) {
            return Presence.OPTIONAL;
        } else if (TypeRules.isList(parameter.type())) {
            return Presence.LIST;
        }
        boolean nullable = parameter.nullable() && !(parameter.type() instanceof JavaType.Primitive);
        return nullable ? Presence.NULLABLE : Presence.REQUIRED;
    }

    /** Whether it is made of JSON of any form; bytes have no form of their own there. */
    private boolean isDocument(JavaType type) {
        return types.isPayload(type) && !(type instanceof JavaType.Array) && !TypeRules.is(type, "java.io.InputStream");
    }

    private Optional<String> name(ParameterFile parameter, Optional<AnnotationUse> use, Spot spot) {
        String given = use.map(each -> each.text("value")).orElse("");
        if (given.isEmpty() && parameter.name() == null) {
            faults.add(
                    Problem.LM009,
                    spot,
                    "The class file does not tell the name of this parameter, and no @Argument gives one.",
                    "Set the value of @Argument, or compile with <parameters>true</parameters> in the configuration of"
                            + " maven-compiler-plugin (-Dmaven.compiler.parameters=true).");
            return Optional.empty();
        }
        String name = given.isEmpty() ? parameter.label() : given;
        if (!NAME.matcher(name).matches()) {
            faults.add(
                    Problem.LM128,
                    spot,
                    "\"" + name + "\" is no name of an argument.",
                    "Set the value of @Argument to letters, digits, _ and -, the first a letter.");
            return Optional.empty();
        }
        return Optional.of(name);
    }

    /** Two of one name would be given the same value. */
    void checkNames(List<Parameter> bound, Spot spot) {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : bound) {
            if (parameter.binding() instanceof Binding.Argument argument && !names.add(argument.name())) {
                faults.add(
                        Problem.LM125,
                        new Spot(spot.type(), spot.method(), parameter.name()),
                        "Two arguments of the command are called '" + argument.name() + "'.",
                        "Change the value of one of the two @Argument annotations.");
            }
        }
    }

    /** @param why what is missing */
    void refuse(Spot spot, String why) {
        faults.add(
                Problem.LM127,
                spot,
                "@Argument has no effect " + why + ".",
                "Add @Command to the method, or take the annotation off.");
    }
}
