package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.Binding;
import io.lambdamaven.plugin.model.Binding.Presence;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.Parameter;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.scan.MethodFile.ParameterFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;

/** Parameters with {@code @Setting}, of methods and of the constructors of their classes. */
final class SettingValues {
    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

    private final Faults faults;
    private final TypeRules types;
    private final DefaultValues defaults;
    private final TypeAccess access;

    SettingValues(Faults faults, TypeRules types, TypeAccess access) {
        this.faults = faults;
        this.types = types;
        this.defaults = new DefaultValues(faults, types);
        this.access = access;
    }

    static boolean isSetting(AnnotationUse use) {
        return use.type().equals(RuntimeNames.SETTING);
    }

    /** What writes to WebSocket clients is given to constructors as well. */
    static boolean isConnections(ParameterFile parameter) {
        return parameter.type() instanceof JavaType.Declared type
                && type.binaryName().equals(RuntimeNames.CONNECTIONS);
    }

    static boolean isSetting(ParameterFile parameter) {
        return parameter.annotations().stream().anyMatch(SettingValues::isSetting);
    }

    /** The binding, if the parameter is sound; else the faults are reported. */
    Optional<Binding> bind(ParameterFile parameter, AnnotationUse use, Spot spot) {
        String key = use.text("value");
        boolean sound = KEY.matcher(key).matches();
        if (!sound) {
            faults.add(
                    Problem.LM111,
                    spot,
                    "\"" + key + "\" is no key of a setting.",
                    "Set the value of @Setting to a letter or _, and then letters, digits, _ and dots.");
        }
        JavaType type = parameter.type();
        Presence presence = parameter.nullable() ? Presence.NULLABLE : Presence.REQUIRED;
        if (TypeRules.isOptional(type)) {
            presence = Presence.OPTIONAL;
            type = TypeRules.argument(type);
        } else if (type instanceof JavaType.Primitive) {
            presence = Presence.REQUIRED;
        }
        if (!types.isScalar(type)) {
            faults.add(
                    Problem.LM112,
                    spot,
                    "@Setting cannot give a value of type " + parameter.type().display() + ".",
                    "Use String, a primitive or its box, BigDecimal, BigInteger, UUID, an enum, a type of java.time,"
                            + " or an Optional of these; or read the text and make of it what you need.");
            return Optional.empty();
        }
        JavaType.Declared boxed = (JavaType.Declared) TypeRules.boxed(type);
        String defaultValue = use.textOrNull("defaultValue");
        if (defaultValue != null && !defaults.fits(defaultValue, boxed)) {
            sound = false;
            faults.add(
                    Problem.LM115,
                    spot,
                    "The default of the setting " + key + " is no " + boxed.display() + ".",
                    "Set defaultValue in @Setting to what a configuration would hold for this type.");
        }
        return sound ? Optional.of(new Binding.Setting(key, defaultValue, presence, boxed)) : Optional.empty();
    }

    /** The parameters of the constructor through which the handler gives settings to a class that it makes. */
    List<Parameter> constructor(ClassFile type, boolean hasFactory) {
        Optional<MethodFile> found = type.settingsConstructor();
        if (found.isEmpty()) {
            return List.of();
        }
        MethodFile constructor = found.get();
        Spot spot = Spot.of(type, constructor);
        if (hasFactory) {
            unused(type, "a class with @InstanceFactory makes the instances");
            return List.of();
        }
        long several = type.constructors().stream()
                .filter(each -> each.parameters().stream().anyMatch(SettingValues::isSetting))
                .count();
        boolean whole = constructor.parameters().stream().allMatch(each -> isSetting(each) || isConnections(each));
        if (several > 1 || !whole || !constructor.is(Opcodes.ACC_PUBLIC)) {
            faults.add(
                    Problem.LM113,
                    spot,
                    several > 1
                            ? "Several constructors have parameters with @Setting."
                            : "The generated handler has settings for the constructor, and cannot call it.",
                    "Have one public constructor, all of whose parameters have @Setting or are Connections.");
            return List.of();
        }
        List<Parameter> parameters = new ArrayList<>();
        for (ParameterFile parameter : constructor.parameters()) {
            access.check(parameter.type(), spot.at(parameter));
            if (!isSetting(parameter)) {
                parameters.add(new Parameter(parameter.label(), parameter.type(), new Binding.Connections(false)));
            }
            parameter.annotations().stream()
                    .filter(SettingValues::isSetting)
                    .findFirst()
                    .flatMap(use -> bind(parameter, use, spot.at(parameter)))
                    .ifPresent(binding -> parameters.add(new Parameter(parameter.label(), parameter.type(), binding)));
        }
        return parameters;
    }

    /** Reports settings of constructors that nobody gives. */
    void unused(ClassFile type, String reason) {
        type.constructors().forEach(constructor -> unused(Spot.of(type, constructor), constructor, reason));
    }

    /** Reports settings that nobody gives. */
    void unused(Spot spot, MethodFile method, String reason) {
        method.parameters().stream()
                .filter(SettingValues::isSetting)
                .forEach(parameter -> faults.add(
                        Problem.LM114,
                        spot.at(parameter),
                        "@Setting has no effect here: " + reason + ".",
                        "Call Settings.get there, or move @Setting to a method with a trigger or to the constructor"
                                + " of its class."));
    }
}
