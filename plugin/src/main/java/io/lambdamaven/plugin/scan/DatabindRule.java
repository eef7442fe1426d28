package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.Binding;
import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.HandlerCall;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.Parameter;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.RuntimeNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which calls bind values with Jackson: those whose types the runtime does not read or write by itself. */
final class DatabindRule implements RuntimeLibraries.Rule {
    private static final String OBJECT = "java.lang.Object";
    private static final String MAP = "java.util.Map";
    private static final String LIST = "java.util.List";

    /** Kinds whose services read no answer. */
    private static final Set<String> UNANSWERED = Set.of(
            "s3",
            "sns",
            "schedule",
            "mq",
            "documentdb",
            "logs",
            "alarm",
            "codecommit",
            "codedeploy",
            "secret-rotation");

    /** Kinds that are answered by what failed, where a method takes one record at a time. */
    private static final Set<String> ANSWERED_BY_FAILURES = Set.of("sqs", "dynamodb", "kinesis", "kafka");

    /** Kinds whose answer is whatever the method returns, as JSON. */
    private static final Set<String> ANSWERED_BY_ANYTHING = Set.of("command", "invoke", "appsync", "task");

    private static final Set<String> READ = Set.of(TypeRules.STRING, "java.io.InputStream", RuntimeNames.CONTEXT);

    private static final Set<String> WRITTEN = Set.of(
            TypeRules.STRING,
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Character",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double",
            "java.lang.Void",
            "java.math.BigInteger",
            "java.math.BigDecimal");

    /** Single values that are read as they are written. */
    private static final Set<String> BACK =
            Set.of("void", "boolean", "int", "long", "double", "String", "Boolean", "Integer", "Long", "Double");

    @Override
    public Optional<String> reason(HandlerCall call) {
        for (Parameter parameter : call.parameters()) {
            if (!isRead(parameter)) {
                return Optional.of("takes " + parameter.type().display());
            }
        }
        if (!call.routes().stream().allMatch(route -> isWritten(call.result(), route))) {
            return Optional.of("returns " + call.result().display());
        }
        return call.idempotencyKey() == null || isKept(call.result())
                ? Optional.empty()
                : Optional.of("keeps " + call.result().display());
    }

    /** Whether the runtime writes such a result, and reads it for the next event with its key. */
    private static boolean isKept(JavaType result) {
        if (result instanceof JavaType.Primitive primitive) {
            return BACK.contains(primitive.name());
        }
        return BACK.contains(result.display())
                || TypeRules.is(result, RuntimeNames.HTTP_RESPONSE)
                || (isWritten(result) && (TypeRules.is(result, MAP) || TypeRules.is(result, LIST)) && isRead(result));
    }

    private static boolean isRead(Parameter parameter) {
        Binding binding = parameter.binding();
        if (binding instanceof Binding.RequestValue
                || binding instanceof Binding.FormRecord
                || binding instanceof Binding.Caller
                || binding instanceof Binding.Setting) {
            return true;
        } else if (binding instanceof Binding.Argument argument) {
            return argument.single() || isRead(parameter.type());
        } else if (binding instanceof Binding.Payloads payloads) {
            return isRead(payloads.element());
        }
        return isRead(parameter.type());
    }

    /** Whether the runtime makes such a value without data binding. */
    static boolean isRead(JavaType type) {
        if (!(type instanceof JavaType.Declared declared)) {
            return isBytes(type);
        }
        List<JavaType> arguments = declared.arguments();
        return switch (declared.binaryName()) {
            case MAP ->
                arguments.isEmpty() || (isAny(arguments.get(1)) && TypeRules.is(arguments.get(0), TypeRules.STRING));
            case LIST -> arguments.isEmpty() || isAny(arguments.get(0)) || isOfTheApi(arguments.get(0));
            default ->
                READ.contains(declared.binaryName()) || isAny(type) || isOfTheApi(type) || TypeRules.isAwsEvent(type);
        };
    }

    /** A type of the API may hold one of the project's. */
    private static boolean isOfTheApi(JavaType type) {
        return type instanceof JavaType.Declared declared
                && declared.binaryName().startsWith(RuntimeNames.API)
                && declared.arguments().stream().allMatch(DatabindRule::isRead);
    }

    private static boolean isWritten(JavaType result, Route route) {
        String kind = route.trigger().kind();
        boolean byFailures = route.granularity() == Granularity.EACH && ANSWERED_BY_FAILURES.contains(kind);
        return byFailures || UNANSWERED.contains(kind) || isKnownAnswer(result, kind) || isWritten(result);
    }

    /** Whether the type is made for answering such an event; elsewhere it is a class like any other. */
    private static boolean isKnownAnswer(JavaType result, String kind) {
        JavaType type = TypeRules.isOptional(result) ? TypeRules.argument(result) : result;
        return kind.equals("http")
                ? TypeRules.is(type, RuntimeNames.HTTP_RESPONSE)
                : !ANSWERED_BY_ANYTHING.contains(kind) && (isOfTheApi(type) || TypeRules.isAwsEvent(type));
    }

    /** Whether the runtime writes such a value without data binding; of any object that cannot be said. */
    static boolean isWritten(JavaType type) {
        if (TypeRules.isOptional(type)) {
            return isWritten(TypeRules.argument(type));
        }
        return !isAny(type) && (type instanceof JavaType.Primitive || isBytes(type) || isPlain(type));
    }

    private static boolean isPlain(JavaType type) {
        if (!(type instanceof JavaType.Declared declared)) {
            return false;
        }
        List<JavaType> arguments = declared.arguments();
        return switch (declared.binaryName()) {
            case MAP ->
                arguments.isEmpty() || (isPlain(arguments.get(1)) && TypeRules.is(arguments.get(0), TypeRules.STRING));
            case LIST -> arguments.isEmpty() || isPlain(arguments.get(0));
            default -> WRITTEN.contains(declared.binaryName()) || isAny(type);
        };
    }

    private static boolean isAny(JavaType type) {
        return TypeRules.is(type, OBJECT);
    }

    private static boolean isBytes(JavaType type) {
        return type instanceof JavaType.Array array
                && array.element() instanceof JavaType.Primitive element
                && element.name().equals("byte");
    }
}
