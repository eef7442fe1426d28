package io.lambdamaven.plugin.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.RuntimeNames;
import java.util.List;

/** The model's types to JavaPoet's. */
final class TypeNames {
    private static final ClassName TYPES = ClassName.bestGuess(RuntimeNames.TYPES);

    private TypeNames() {}

    static ClassName of(JavaType.Declared type) {
        List<String> names = type.simpleNames();
        return ClassName.get(
                type.packageName(), names.get(0), names.subList(1, names.size()).toArray(new String[0]));
    }

    static TypeName full(JavaType type) {
        if (type instanceof JavaType.Primitive primitive) {
            return primitive(primitive.name());
        } else if (type instanceof JavaType.Array array) {
            return ArrayTypeName.of(full(array.element()));
        } else if (type instanceof JavaType.Declared declared) {
            ClassName raw = of(declared);
            return declared.arguments().isEmpty()
                    ? raw
                    : ParameterizedTypeName.get(
                            raw,
                            declared.arguments().stream().map(TypeNames::full).toArray(TypeName[]::new));
        }
        throw new IllegalArgumentException("No value has the type " + type.display());
    }

    private static TypeName primitive(String name) {
        return switch (name) {
            case "boolean" -> TypeName.BOOLEAN;
            case "byte" -> TypeName.BYTE;
            case "short" -> TypeName.SHORT;
            case "char" -> TypeName.CHAR;
            case "int" -> TypeName.INT;
            case "long" -> TypeName.LONG;
            case "float" -> TypeName.FLOAT;
            case "double" -> TypeName.DOUBLE;
            case "void" -> TypeName.VOID;
            default -> throw new IllegalArgumentException("No primitive type: " + name);
        };
    }

    static boolean isGeneric(JavaType type) {
        return type instanceof JavaType.Declared declared
                && !declared.arguments().isEmpty();
    }

    /** {@code Order.class}, without type arguments. */
    static CodeBlock literal(JavaType type) {
        return type instanceof JavaType.Declared declared
                ? CodeBlock.of("$T.class", of(declared))
                : CodeBlock.of("$T.class", full(type));
    }

    /** {@code Types.of(List.class, Order.class)}, or the literal of a type that is not generic. */
    static CodeBlock token(JavaType type) {
        if (!(type instanceof JavaType.Declared declared)
                || declared.arguments().isEmpty()) {
            return literal(type);
        }
        CodeBlock.Builder code = CodeBlock.builder().add("$T.of($L", TYPES, literal(type));
        declared.arguments().forEach(argument -> code.add(", $L", token(argument)));
        return code.add(")").build();
    }
}
