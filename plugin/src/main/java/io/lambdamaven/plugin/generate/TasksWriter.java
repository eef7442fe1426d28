package io.lambdamaven.plugin.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.model.HandlerCall;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.model.ScannedFunction;
import io.lambdamaven.plugin.model.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** The members of a handler that know the project's tasks, and which methods are idempotent; without any there are none. */
final class TasksWriter {
    private static final ClassName SENDER = ClassName.bestGuess(RuntimeNames.TASK_SENDER);
    private static final ClassName TABLE = ClassName.bestGuess(RuntimeNames.TASK_TABLE);
    private static final ClassName AWS = ClassName.bestGuess(RuntimeNames.AWS);
    private static final ClassName TASKS = ClassName.bestGuess(RuntimeNames.TASKS);
    private static final ClassName ONCE = ClassName.bestGuess(RuntimeNames.ONCE);
    private static final String FIELD = "TASKS";

    private final ScannedFunction own;
    private final List<CodeBlock> entries = new ArrayList<>();

    TasksWriter(ScannedFunction own, List<ScannedFunction> all) {
        this.own = own;
        all.forEach(this::addAll);
    }

    private void addAll(ScannedFunction function) {
        for (Route route : function.model().routes()) {
            if (route.trigger() instanceof Trigger.Task task) {
                boolean here = function.model().name().equals(own.model().name());
                entries.add(CodeBlock.of(
                        ".add(new $T($S, $L, $S, $S, $S, $S, $S))",
                        TABLE.nestedClass("Entry"),
                        task.id(),
                        here ? route.number() : -1,
                        route.method().className(),
                        route.method().methodName(),
                        route.method().descriptor(),
                        function.model().name(),
                        mode(task)));
            }
        }
    }

    private static String mode(Trigger.Task task) {
        return task.transport().toLowerCase(Locale.ROOT)
                + (task.captureResult() ? " capture" : "")
                + (task.idempotent() ? " idempotent" : "");
    }

    private List<HandlerCall> idempotent() {
        return own.calls().stream()
                .filter(call -> call.idempotencyKey() != null)
                .toList();
    }

    List<FieldSpec> fields() {
        if (entries.isEmpty() && idempotent().isEmpty()) {
            return List.of();
        }
        CodeBlock.Builder table = CodeBlock.builder().add("new $T(new $T()$>$>", SENDER, TABLE);
        entries.forEach(entry -> table.add("\n").add(entry));
        table.add(", $T.here(), $T.getenv())$<$<", AWS, System.class);
        return List.of(FieldSpec.builder(SENDER, FIELD, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(table.build())
                .build());
    }

    /** What the constructor does for them. */
    CodeBlock use() {
        return entries.isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.builder().addStatement("$T.use($N)", TASKS, FIELD).build();
    }

    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        if (!entries.isEmpty()) {
            methods.add(MethodSpec.methodBuilder("tasks")
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PROTECTED)
                    .returns(SENDER)
                    .addStatement("return $N", FIELD)
                    .build());
        }
        if (!idempotent().isEmpty()) {
            methods.add(once());
        }
        return methods;
    }

    private MethodSpec once() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("once")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(ONCE)
                .addParameter(int.class, "route")
                .beginControlFlow("switch (route)");
        for (HandlerCall call : idempotent()) {
            for (Route route : call.routes()) {
                for (int row = 0; row < Catalog.rowCount(route.trigger()); row++) {
                    method.addCode("case $L:\n", route.number() + row);
                }
            }
            method.addCode(
                    "$>return $N.once($S, $S, $L);\n$<",
                    FIELD,
                    call.method().className() + "#" + call.method().methodName()
                            + call.method().descriptor(),
                    call.idempotencyKey(),
                    TypeNames.token(call.result()));
        }
        return method.addCode("default:\n$>return null;\n$<").endControlFlow().build();
    }
}
