package io.lambdamaven.plugin.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.lambdamaven.plugin.model.Binding;
import io.lambdamaven.plugin.model.HandlerCall;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.MethodRef;
import io.lambdamaven.plugin.model.Parameter;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.model.ScannedFunction;
import io.lambdamaven.plugin.model.Surroundings;
import io.lambdamaven.plugin.model.Surroundings.ExceptionHandler;
import io.lambdamaven.plugin.model.Surroundings.Hook;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The methods of a handler that say what stands around its calls; what a function does not use has none. */
final class SurroundingsWriter {
    private static final ClassName ARGUMENTS = ClassName.bestGuess(RuntimeNames.ARGUMENTS);
    private static final ClassName HTTP_EXCEPTION = ClassName.bestGuess(RuntimeNames.HTTP_EXCEPTION);
    private static final ClassName INTERCEPTOR = ClassName.bestGuess(RuntimeNames.INTERCEPTOR);

    private final ScannedFunction function;
    private final Surroundings around;
    private final Instances instances;

    SurroundingsWriter(ScannedFunction function, Instances instances) {
        this.function = function;
        this.around = function.around();
        this.instances = instances;
    }

    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        if (!around.exceptionHandlers().isEmpty()) {
            methods.add(recover());
        }
        if (!around.interceptors().isEmpty()) {
            methods.add(interceptors());
        }
        if (function.calls().stream()
                .flatMap(call -> call.parameters().stream())
                .anyMatch(each -> each.binding() instanceof Binding.Invocation)) {
            methods.add(override("tellsInvocation", boolean.class)
                    .addStatement("return true")
                    .build());
        }
        methods.add(prime());
        if (!around.restored().isEmpty()) {
            MethodSpec.Builder method = override("restored", void.class).addException(Exception.class);
            around.restored().forEach(hook -> method.addCode(guarded("@AfterRestore", hook)));
            methods.add(method.build());
        }
        return methods;
    }

    private static MethodSpec.Builder override(String name, Class<?> result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(result);
    }

    private MethodSpec recover() {
        MethodSpec.Builder method = override("recover", Object.class)
                .addParameter(int.class, "route")
                .addParameter(Exception.class, "failure")
                .addParameter(ARGUMENTS, "in")
                .addException(Exception.class);
        boolean narrow = true;
        for (ExceptionHandler handler : around.exceptionHandlers()) {
            if (handler.broad() && narrow) {
                narrow = false;
                method.beginControlFlow("if (failure instanceof $T && in.isHttp())", HTTP_EXCEPTION)
                        .addStatement("throw failure")
                        .endControlFlow();
            }
            method.beginControlFlow("if (failure instanceof $T)", TypeNames.of(handler.exception()))
                    .addCode(handled(handler))
                    .endControlFlow();
        }
        return method.addStatement("throw failure").build();
    }

    private CodeBlock handled(ExceptionHandler handler) {
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(CodeBlock.of("($T) failure", TypeNames.of(handler.exception())));
        for (Surroundings.More more : handler.more()) {
            arguments.add(CodeBlock.of(
                    switch (more) {
                        case INVOCATION -> "in.invocation()";
                        case CONTEXT -> "in.context()";
                        case REQUEST -> "in.requestOrNull()";
                    }));
        }
        CodeBlock call = call(handler.owner(), handler.method(), handler.isStatic(), CodeBlock.join(arguments, ", "));
        if (!handler.isVoid()) {
            return CodeBlock.builder().addStatement("return $L", call).build();
        }
        return CodeBlock.builder()
                .addStatement("$L", call)
                .beginControlFlow("if (in.isHttp())")
                .addStatement("throw failure")
                .endControlFlow()
                .addStatement("return null")
                .build();
    }

    private CodeBlock call(JavaType.Declared owner, MethodRef method, boolean isStatic, CodeBlock arguments) {
        CodeBlock target =
                isStatic ? CodeBlock.of("$T", TypeNames.of(owner)) : CodeBlock.of("$N()", instances.accessor(owner));
        return CodeBlock.of("$L.$N($L)", target, method.methodName(), arguments);
    }

    private MethodSpec interceptors() {
        CodeBlock all = around.interceptors().stream()
                .map(type -> CodeBlock.of("$N()", instances.accessor(type)))
                .collect(CodeBlock.joining(", ", "{", "}"));
        return MethodSpec.methodBuilder("interceptors")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(ArrayTypeName.of(INTERCEPTOR))
                .addException(Exception.class)
                .addStatement("return new $T[] $L", INTERCEPTOR, all)
                .build();
    }

    private MethodSpec prime() {
        MethodSpec.Builder method = override("prime", void.class).addException(Exception.class);
        Set<JavaType.Declared> owners = new LinkedHashSet<>();
        Set<JavaType> types = new LinkedHashSet<>();
        for (HandlerCall call : function.calls()) {
            if (!call.isStatic()) {
                owners.add(call.owner());
            }
            for (Parameter parameter : call.parameters()) {
                if (parameter.binding() instanceof Binding.Payload payload && isRead(payload.type())) {
                    types.add(payload.type());
                } else if (parameter.binding() instanceof Binding.Argument argument
                        && !argument.single()
                        && isRead(argument.type())) {
                    types.add(argument.type());
                } else if (parameter.binding() instanceof Binding.Payloads payloads && isRead(payloads.element())) {
                    types.add(payloads.element());
                }
            }
        }
        around.exceptionHandlers().stream().filter(each -> !each.isStatic()).forEach(each -> owners.add(each.owner()));
        owners.addAll(around.interceptors());
        owners.forEach(owner -> method.addStatement("$N()", instances.accessor(owner)));
        types.forEach(type -> method.addStatement("warm($L)", TypeNames.token(type)));
        if (function.calls().stream().anyMatch(HandlerCall::validated)) {
            method.addStatement("$T.warm()", HandlerWriter.VALIDATION);
        }
        around.primed().forEach(hook -> method.addCode(guarded("@Prime", hook)));
        return method.build();
    }

    /** Whether a value of the type is read from JSON, so that there is something to prepare. */
    private static boolean isRead(JavaType type) {
        return type instanceof JavaType.Declared declared
                && !declared.binaryName().startsWith(RuntimeNames.API)
                && !declared.binaryName().equals("java.lang.String")
                && !declared.binaryName().equals("java.io.InputStream");
    }

    private CodeBlock guarded(String annotation, Hook hook) {
        return CodeBlock.builder()
                .beginControlFlow("try")
                .addStatement("$L", call(hook.owner(), hook.method(), hook.isStatic(), CodeBlock.of("")))
                .nextControlFlow("catch ($T e)", Exception.class)
                .addStatement(
                        "throw failedHook($S, e)",
                        annotation + " " + hook.method().shortName())
                .endControlFlow()
                .build();
    }
}
