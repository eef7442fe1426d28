package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.RuntimeNames;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a value can be made of. */
final class TypeRules {
    static final String STRING = "java.lang.String";
    private static final String INPUT_STREAM = "java.io.InputStream";
    private static final String MAP = "java.util.Map";
    private static final String LIST = "java.util.List";
    private static final String OPTIONAL = "java.util.Optional";

    private static final Map<String, String> BOXES = Map.of(
            "boolean", "java.lang.Boolean",
            "byte", "java.lang.Byte",
            "short", "java.lang.Short",
            "char", "java.lang.Character",
            "int", "java.lang.Integer",
            "long", "java.lang.Long",
            "float", "java.lang.Float",
            "double", "java.lang.Double");

    /** What the runtime reads from one text, besides primitives and enums. */
    private static final Set<String> SCALARS = Set.of(
            STRING,
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.util.UUID",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.OffsetTime",
            "java.time.ZonedDateTime",
            "java.time.Duration",
            "java.time.Period",
            "java.time.Year",
            "java.time.YearMonth",
            "java.time.MonthDay",
            "java.time.ZoneId",
            "java.time.ZoneOffset");

    private final ClassPath classPath;

    TypeRules(ClassPath classPath) {
        this.classPath = classPath;
    }

    static boolean is(JavaType type, String binaryName) {
        return type instanceof JavaType.Declared declared
                && declared.binaryName().equals(binaryName);
    }

    /** Binary names, with those of type arguments in angle brackets. */
    static String name(JavaType type) {
        if (type instanceof JavaType.Declared declared && !declared.arguments().isEmpty()) {
            return declared.arguments().stream()
                    .map(TypeRules::name)
                    .collect(Collectors.joining(",", declared.binaryName() + "<", ">"));
        } else if (type instanceof JavaType.Declared declared) {
            return declared.binaryName();
        }
        return type.display();
    }

    /** The class of a primitive's values; any other type as it is. */
    static JavaType boxed(JavaType type) {
        if (type instanceof JavaType.Primitive primitive) {
            String box = BOXES.get(primitive.name());
            return box == null ? type : new JavaType.Declared(box, box, List.of());
        }
        return type;
    }

    boolean isScalar(JavaType type) {
        return boxed(type) instanceof JavaType.Declared declared
                && declared.arguments().isEmpty()
                && (SCALARS.contains(declared.binaryName())
                        || BOXES.containsValue(declared.binaryName())
                        || isEnum(declared));
    }

    boolean isEnum(JavaType.Declared type) {
        return classPath.find(type.binaryName()).map(ClassFile::isEnum).orElse(false);
    }

    boolean isRecord(JavaType.Declared type) {
        return classPath.find(type.binaryName()).map(ClassFile::isRecord).orElse(false);
    }

    List<MethodFile.ParameterFile> components(JavaType.Declared record) {
        return classPath.find(record.binaryName()).map(ClassFile::components).orElse(List.of());
    }

    List<String> enumConstants(JavaType.Declared type) {
        return classPath.find(type.binaryName()).map(ClassFile::enumConstants).orElse(List.of());
    }

    static boolean isOptional(JavaType type) {
        return is(type, OPTIONAL) && argumentCount(type) == 1;
    }

    static boolean isList(JavaType type) {
        return is(type, LIST) && argumentCount(type) == 1;
    }

    static JavaType argument(JavaType type) {
        return ((JavaType.Declared) type).arguments().get(0);
    }

    private static int argumentCount(JavaType type) {
        return type instanceof JavaType.Declared declared ? declared.arguments().size() : 0;
    }

    /** Whether the type can hold a whole event as it arrived; a string is left to the caller. */
    static boolean isRaw(JavaType type) {
        return is(type, INPUT_STREAM)
                || isBytes(type)
                || is(type, RuntimeNames.JSON_NODE)
                || (isMap(type)
                        && (argumentCount(type) == 0
                                || is(((JavaType.Declared) type).arguments().get(1), "java.lang.Object")));
    }

    private static boolean isBytes(JavaType type) {
        return type instanceof JavaType.Array array
                && array.element() instanceof JavaType.Primitive element
                && element.name().equals("byte");
    }

    private static boolean isMap(JavaType type) {
        return is(type, MAP) && (argumentCount(type) == 0 || is(argument(type), STRING));
    }

    /** Whether a payload can become this: text, bytes, a list, a map, or a class of the project. */
    boolean isPayload(JavaType type) {
        if (is(type, STRING) || isRaw(type)) {
            return true;
        }
        if (isList(type) || (isMap(type) && argumentCount(type) == 2)) {
            return ((JavaType.Declared) type).arguments().stream().allMatch(this::isElement);
        }
        return isOwn(type);
    }

    /** Whether a value within JSON can become this. */
    boolean isElement(JavaType type) {
        return isPayload(type) || is(type, "java.lang.Object") || isScalar(type);
    }

    /** Whether it is a class that the library for JSON makes by its shape: one of the project or its dependencies. */
    boolean isOwn(JavaType type) {
        return type instanceof JavaType.Declared declared
                && !isPlatform(declared.binaryName())
                && !declared.binaryName().startsWith(RuntimeNames.API)
                && !isAwsEvent(declared)
                && !declared.binaryName().equals(RuntimeNames.CONTEXT)
                && declared.arguments().stream().allMatch(this::isElement);
    }

    static boolean isAwsEvent(JavaType type) {
        return type instanceof JavaType.Declared declared
                && declared.binaryName().startsWith(RuntimeNames.AWS_EVENTS);
    }

    private static boolean isPlatform(String name) {
        return name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("jdk.");
    }
}
