package io.lambdamaven.plugin.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.model.Binding;
import io.lambdamaven.plugin.model.HandlerCall;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.Parameter;
import io.lambdamaven.plugin.model.ProjectClasses;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.model.ScannedFunction;
import io.lambdamaven.plugin.model.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes one handler. */
final class HandlerWriter {
    private static final ClassName ROUTED_HANDLER = ClassName.bestGuess(RuntimeNames.ROUTED_HANDLER);
    private static final ClassName JSON_MAPPERS = ClassName.bestGuess(RuntimeNames.JSON_MAPPERS);
    private static final ClassName WEB_HOST = ClassName.bestGuess(RuntimeNames.WEB_HOST);
    private static final ClassName CALLERS = ClassName.bestGuess(RuntimeNames.CALLERS);
    private static final ClassName FORM = ClassName.bestGuess(RuntimeNames.FORM);
    static final ClassName VALIDATION = ClassName.bestGuess(RuntimeNames.VALIDATION);
    private static final ClassName ARGUMENTS = ClassName.bestGuess(RuntimeNames.ARGUMENTS);

    /** What the handler has by inheritance or for itself. */
    private static final List<String> RESERVED = List.of(
            "call",
            "clone",
            "equals",
            "failedHook",
            "finalize",
            "getClass",
            "handleRequest",
            "hashCode",
            "host",
            "interceptors",
            "notify",
            "notifyAll",
            "prime",
            "recover",
            "once",
            "restored",
            "routes",
            "tasks",
            "tellsInvocation",
            "toString",
            "unknownRoute",
            "wait",
            "warm");

    private final ScannedFunction function;
    private final ClassName name;
    private final Names members = new Names(RESERVED);
    private final Instances instances;
    private final JavaType.@Nullable Declared jsonMapper;
    private final TasksWriter tasks;
    private final Map<Integer, String> methodOfRoute = new TreeMap<>();

    HandlerWriter(ScannedFunction function, ProjectClasses single, List<ScannedFunction> all) {
        this.tasks = new TasksWriter(function, all);
        this.function = function;
        String handler = function.model().handlerClass();
        int dot = handler.lastIndexOf('.');
        this.name = ClassName.get(dot < 0 ? "" : handler.substring(0, dot), handler.substring(dot + 1));
        this.jsonMapper = single.jsonMapper();
        this.instances = new Instances(members, single);
    }

    String write() {
        List<MethodSpec> calls = function.calls().stream().map(this::callMethod).toList();
        List<MethodSpec> around = new SurroundingsWriter(function, instances).methods();
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("Takes each event to the method it is for.\n")
                .addAnnotation(AnnotationSpec.builder(Generated.class)
                        .addMember("value", "$S", "io.lambdamaven")
                        .build())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(ROUTED_HANDLER);
        type.addFields(tasks.fields())
                .addFields(instances.fields())
                .addMethod(constructor())
                .addMethod(routes())
                .addMethod(dispatch())
                .addMethods(around)
                .addMethods(tasks.methods())
                .addMethods(calls)
                .addMethods(instances.accessors());
        return JavaFile.builder(name.packageName(), type.build())
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .toString();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).addStatement("super(routes())");
        if (jsonMapper != null) {
            constructor.addStatement("$T.use(new $T())", JSON_MAPPERS, TypeNames.of(jsonMapper));
        }
        constructor.addCode(tasks.use());
        if (instances.takeConnections()
                || function.calls().stream()
                        .flatMap(call -> call.parameters().stream())
                        .anyMatch(Arguments::isConnections)) {
            constructor.addStatement("$T.ready()", Arguments.SOCKET_CLIENT);
        }
        for (Route route : function.model().routes()) {
            if (route.trigger() instanceof Trigger.Web web) {
                CodeBlock parts = web.parts().stream()
                        .map(part -> CodeBlock.of(", $S", part))
                        .collect(CodeBlock.joining(""));
                constructor.addStatement(
                        "host($T.$N($S, $L, $S$L)$L)",
                        WEB_HOST,
                        web.form(),
                        web.className(),
                        web.port(),
                        web.basePath(),
                        parts,
                        web.requestContext() ? ".withRequestContext()" : "");
            }
        }
        return constructor.build();
    }

    private MethodSpec routes() {
        return MethodSpec.methodBuilder("routes")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(RouteTableWriter.ROUTE_TABLE)
                .addCode(RouteTableWriter.table(function.model().routes()))
                .build();
    }

    private MethodSpec dispatch() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("call")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(Object.class)
                .addParameter(int.class, "route")
                .addParameter(ARGUMENTS, "in")
                .addException(Exception.class)
                .beginControlFlow("switch (route)");
        methodOfRoute.forEach((number, call) -> method.addCode("case $L:\n$>return $N(in);\n$<", number, call));
        return method.addCode("default:\n$>throw unknownRoute(route);\n$<")
                .endControlFlow()
                .build();
    }

    private static CodeBlock validation(HandlerCall call, String instance, List<CodeBlock> arguments) {
        CodeBlock types = call.parameters().stream()
                .map(each -> TypeNames.literal(each.type()))
                .collect(CodeBlock.joining(", ", "{", "}"));
        CodeBlock names = call.parameters().stream()
                .map(each -> CodeBlock.of("$S", each.name()))
                .collect(CodeBlock.joining(", ", "{", "}"));
        return CodeBlock.of(
                "$T.check($N, $T.class, $S, new Class<?>[] $L, new String[] $L, $L)",
                VALIDATION,
                instance,
                TypeNames.of(call.owner()),
                call.method().methodName(),
                types,
                names,
                CodeBlock.join(arguments, ", "));
    }

    private MethodSpec callMethod(HandlerCall call) {
        String owner = Names.lower(String.join("", call.owner().simpleNames()));
        String methodName = members.next(owner + Names.upper(call.method().methodName()));
        List<String> documentation = new ArrayList<>();
        for (Route route : call.routes()) {
            for (int row = 0; row < Catalog.rowCount(route.trigger()); row++) {
                methodOfRoute.put(route.number() + row, methodName);
            }
            documentation.add(RouteTableWriter.describe(route.trigger()));
        }
        MethodSpec.Builder method = MethodSpec.methodBuilder(methodName)
                .addJavadoc("$L\n", String.join("\n<br>", documentation))
                .addModifiers(Modifier.PRIVATE)
                .returns(Object.class)
                .addParameter(ParameterSpec.builder(ARGUMENTS, "in").build())
                .addException(Exception.class);
        if (call.parameters().stream().anyMatch(each -> Arguments.isUnchecked(each.binding()))) {
            method.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "unchecked")
                    .build());
        }
        Names locals = new Names(List.of("in", "refusal"));
        List<CodeBlock> arguments = new ArrayList<>();
        List<CodeBlock> named = call.parameters().stream()
                .filter(each -> each.binding() instanceof Binding.Argument)
                .map(each -> CodeBlock.of("$S", ((Binding.Argument) each.binding()).name()))
                .toList();
        if (!named.isEmpty()) {
            method.addStatement("in.named($L)", CodeBlock.join(named, ", "));
        }
        String settings = "";
        if (call.parameters().stream().anyMatch(Arguments::isSetting)) {
            settings = locals.next("settings");
            method.addStatement("$T $N = $T.now()", Arguments.INJECTED, settings, Arguments.INJECTED);
        }
        String form = "";
        if (call.parameters().stream().anyMatch(Arguments::isOfForm)) {
            form = locals.next("form");
            method.addStatement("$T $N = $T.of(in)", FORM, form, FORM);
        }
        String callers = "";
        if (call.parameters().stream().anyMatch(Arguments::isOfCaller)) {
            callers = locals.next("callers");
            method.addStatement("$T $N = $T.of(in)", CALLERS, callers, CALLERS);
        }
        for (Parameter parameter : call.parameters()) {
            String local = locals.next(parameter.name());
            if (parameter.binding() instanceof Binding.FormRecord record) {
                method.addStatement("$T $N", TypeNames.full(parameter.type()), local)
                        .beginControlFlow("try")
                        .addStatement("$N = $L", local, Arguments.record(record, form))
                        .nextControlFlow("catch ($T refusal)", IllegalArgumentException.class)
                        .addStatement("throw $N.refused($S, refusal)", form, parameter.name())
                        .endControlFlow();
            } else {
                CodeBlock value = parameter.binding() instanceof Binding.Setting setting
                        ? Arguments.setting(setting, settings)
                        : Arguments.isOfCaller(parameter)
                                ? Arguments.ofCaller(parameter.binding(), callers)
                                : Arguments.isOfForm(parameter)
                                        ? Arguments.formValue((Binding.RequestValue) parameter.binding(), form)
                                        : Arguments.read(parameter);
                method.addStatement("$T $N = $L", TypeNames.full(parameter.type()), local, value);
            }
            arguments.add(CodeBlock.of("$N", local));
        }
        CodeBlock target = call.isStatic()
                ? CodeBlock.of("$T", TypeNames.of(call.owner()))
                : CodeBlock.of("$N()", instances.accessor(call.owner()));
        if (call.validated()) {
            String instance = locals.next("target");
            method.addStatement("$T $N = $L", TypeNames.of(call.owner()), instance, target)
                    .addStatement("$L", validation(call, instance, arguments));
            target = CodeBlock.of("$N", instance);
        }
        if (call.idempotencyKey() != null) {
            method.beginControlFlow("if (in.isOver())")
                    .addStatement("return in.earlier()")
                    .endControlFlow();
        }
        CodeBlock invocation =
                CodeBlock.of("$L.$N($L)", target, call.method().methodName(), CodeBlock.join(arguments, ", "));
        if (call.result() instanceof JavaType.Primitive result && result.name().equals("void")) {
            method.addStatement("$L", invocation).addStatement("return null");
        } else {
            method.addStatement("return $L", invocation);
        }
        return method.build();
    }
}
