package io.lambdamaven.plugin.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.lambdamaven.plugin.model.Binding;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.Parameter;
import io.lambdamaven.plugin.model.RuntimeNames;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The expressions that read a parameter's value. */
final class Arguments {
    private Arguments() {}

    /** The settings that parameters are read from, all of one configuration. */
    static final ClassName INJECTED = ClassName.bestGuess(RuntimeNames.INJECTED);

    /** What writes to clients of WebSocket APIs. */
    static final ClassName SOCKET_CLIENT = ClassName.bestGuess(RuntimeNames.SOCKET_CLIENT);

    static boolean isConnections(Parameter parameter) {
        return parameter.binding() instanceof Binding.Connections;
    }

    static boolean isSetting(Parameter parameter) {
        return parameter.binding() instanceof Binding.Setting;
    }

    /** @param settings the local variable that holds them */
    static CodeBlock setting(Binding.Setting setting, String settings) {
        CodeBlock.Builder code = CodeBlock.builder().add("$N.at($S)", settings, setting.key());
        return as(code, setting.defaultValue(), setting.presence(), setting.type());
    }

    static CodeBlock read(Parameter parameter) {
        Binding binding = parameter.binding();
        String name = parameter.name();
        if (binding instanceof Binding.LambdaContext) {
            return CodeBlock.of("in.context()");
        } else if (binding instanceof Binding.Invocation) {
            return CodeBlock.of("in.invocation()");
        } else if (binding instanceof Binding.Connections connections) {
            return CodeBlock.of("$T.$N(in)", SOCKET_CLIENT, connections.ofEvent() ? "ofEvent" : "ofProject");
        } else if (binding instanceof Binding.Window) {
            return CodeBlock.of("in.window()");
        } else if (binding instanceof Binding.State state) {
            return CodeBlock.of("in.at($S).state($L)", name, TypeNames.token(state.type()));
        } else if (binding instanceof Binding.Request) {
            return CodeBlock.of("in.request()");
        } else if (binding instanceof Binding.RequestValue value) {
            return requestValue(value);
        } else if (binding instanceof Binding.Payload payload) {
            return CodeBlock.of("in.at($S).payload($L)", name, TypeNames.token(payload.type()));
        } else if (binding instanceof Binding.Argument argument) {
            return argument(argument);
        } else if (binding instanceof Binding.TaskArgument argument) {
            return CodeBlock.of("in.at($S).argument($L, $L)", name, argument.index(), TypeNames.token(argument.type()));
        } else if (binding instanceof Binding.Payloads payloads) {
            return CodeBlock.of("in.at($S).payloads($L)", name, TypeNames.literal(payloads.element()));
        } else if (binding instanceof Binding.Event event) {
            return CodeBlock.of("in.at($S).event($L)", name, TypeNames.literal(event.type()));
        } else if (binding instanceof Binding.AwsEvent event) {
            return CodeBlock.of("in.at($S).awsEvent($L)", name, TypeNames.literal(event.type()));
        }
        throw new IllegalArgumentException("No expression reads " + binding);
    }

    /**
     * The constructor's call, to be put where what it refuses is told to the caller.
     *
     * @param form the local variable
     */
    static CodeBlock record(Binding.FormRecord record, String form) {
        List<CodeBlock> components = record.components().stream()
                .map(each -> formValue((Binding.RequestValue) each.binding(), form))
                .toList();
        return CodeBlock.of("new $T($>$>$L$<$<)", TypeNames.of(record.type()), CodeBlock.join(components, ",\n"));
    }

    /** Whether the value is of the form that is the body, which the handler has in a local variable. */
    static boolean isOfForm(Parameter parameter) {
        return parameter.binding() instanceof Binding.FormRecord
                || (parameter.binding() instanceof Binding.RequestValue value
                        && (value.source() == Binding.Source.FORM || value.source() == Binding.Source.PART));
    }

    /** @param form the local variable */
    static CodeBlock formValue(Binding.RequestValue value, String form) {
        String of = value.source() == Binding.Source.PART ? "part" : "field";
        CodeBlock.Builder code = CodeBlock.builder().add("$N.$L($S)", form, of, value.name());
        return as(code, value.defaultValue(), value.presence(), value.type());
    }

    /** Whether the value is of the caller, whom the handler has in a local variable. */
    static boolean isOfCaller(Parameter parameter) {
        return parameter.binding() instanceof Binding.Caller
                || (parameter.binding() instanceof Binding.RequestValue value
                        && value.source() == Binding.Source.CLAIM);
    }

    /** @param callers the local variable */
    static CodeBlock ofCaller(Binding binding, String callers) {
        if (binding instanceof Binding.Caller caller) {
            return CodeBlock.of(
                    "$N.$L()",
                    callers,
                    switch (caller.presence()) {
                        case NULLABLE -> "orNull";
                        case OPTIONAL -> "optional";
                        default -> "get";
                    });
        }
        Binding.RequestValue value = (Binding.RequestValue) binding;
        boolean required = value.presence() == Binding.Presence.REQUIRED && value.defaultValue() == null;
        String of = value.presence() == Binding.Presence.LIST ? "claims" : required ? "required" : "claim";
        CodeBlock.Builder code = CodeBlock.builder().add("$N.$L($S)", callers, of, value.name());
        return as(code, value.defaultValue(), value.presence(), value.type());
    }

    private static CodeBlock requestValue(Binding.RequestValue value) {
        CodeBlock.Builder code =
                CodeBlock.builder().add("in.$L($S)", value.source().name().toLowerCase(Locale.ROOT), value.name());
        return as(code, value.defaultValue(), value.presence(), value.type());
    }

    private static CodeBlock as(
            CodeBlock.Builder code, @Nullable String defaultValue, Binding.Presence presence, JavaType type) {
        if (defaultValue != null) {
            code.add(".orElse($S)", defaultValue);
        }
        String as = switch (presence) {
            case REQUIRED -> "as";
            case NULLABLE -> "asNullable";
            case OPTIONAL -> "asOptional";
            case LIST -> "asList";
        };
        return code.add(".$L($L)", as, TypeNames.literal(type)).build();
    }

    private static CodeBlock argument(Binding.Argument argument) {
        if (!argument.single()) {
            return CodeBlock.of("in.argument($S, $L)", argument.name(), TypeNames.token(argument.type()));
        }
        CodeBlock.Builder code = CodeBlock.builder().add("in.argument($S)", argument.name());
        return as(code, argument.defaultValue(), argument.presence(), argument.type());
    }

    /** Whether the expression gives a raw type where the parameter wants a generic one. */
    static boolean isUnchecked(Binding binding) {
        JavaType type = binding instanceof Binding.Event event
                ? event.type()
                : binding instanceof Binding.AwsEvent event ? event.type() : null;
        return type != null && TypeNames.isGeneric(type);
    }
}
