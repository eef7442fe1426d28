package io.lambdamaven.plugin.generate;

import com.palantir.javapoet.CodeBlock;
import io.lambdamaven.plugin.model.Binding;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.Parameter;
import java.util.Locale;

/** The expressions that read a parameter's value. */
final class Arguments {
    private Arguments() {}

    static CodeBlock read(Parameter parameter) {
        Binding binding = parameter.binding();
        String name = parameter.name();
        if (binding instanceof Binding.LambdaContext) {
            return CodeBlock.of("in.context()");
        } else if (binding instanceof Binding.Invocation) {
            return CodeBlock.of("in.invocation()");
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
        } else if (binding instanceof Binding.Payloads payloads) {
            return CodeBlock.of("in.at($S).payloads($L)", name, TypeNames.literal(payloads.element()));
        } else if (binding instanceof Binding.Event event) {
            return CodeBlock.of("in.at($S).event($L)", name, TypeNames.literal(event.type()));
        } else if (binding instanceof Binding.AwsEvent event) {
            return CodeBlock.of("in.at($S).awsEvent($L)", name, TypeNames.literal(event.type()));
        }
        throw new IllegalArgumentException("No expression reads " + binding);
    }

    private static CodeBlock requestValue(Binding.RequestValue value) {
        CodeBlock.Builder code =
                CodeBlock.builder().add("in.$L($S)", value.source().name().toLowerCase(Locale.ROOT), value.name());
        if (value.defaultValue() != null) {
            code.add(".orElse($S)", value.defaultValue());
        }
        String as = switch (value.presence()) {
            case REQUIRED -> "as";
            case NULLABLE -> "asNullable";
            case OPTIONAL -> "asOptional";
            case LIST -> "asList";
        };
        return code.add(".$L($L)", as, TypeNames.literal(value.type())).build();
    }

    /** Whether the expression gives a raw type where the parameter wants a generic one. */
    static boolean isUnchecked(Binding binding) {
        JavaType type = binding instanceof Binding.Event event
                ? event.type()
                : binding instanceof Binding.AwsEvent event ? event.type() : null;
        return type != null && TypeNames.isGeneric(type);
    }
}
