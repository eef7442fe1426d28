package io.lambdamaven.plugin.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.lambdamaven.plugin.model.Binding;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.Parameter;
import io.lambdamaven.plugin.model.ProjectClasses;
import io.lambdamaven.plugin.model.RuntimeNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The objects that the handler keeps: each made once, when it is first needed. The accessors are synchronized, as an
 * execution environment may serve several invocations at once.
 */
final class Instances {
    private static final ClassName PROVIDER = ClassName.bestGuess(RuntimeNames.INSTANCE_PROVIDER);

    private static final String SETTINGS = "settings";

    private final Names names;
    private final Map<JavaType.Declared, String> accessors = new LinkedHashMap<>();
    private final List<FieldSpec> fields = new ArrayList<>();
    private final List<MethodSpec> methods = new ArrayList<>();
    private final JavaType.@Nullable Declared factory;
    private final Map<String, List<Parameter>> constructors;
    private @Nullable String provider;
    private boolean connections;

    Instances(Names names, ProjectClasses single) {
        this.names = names;
        this.factory = single.instanceFactory();
        this.constructors = single.constructors();
    }

    /** The name of the method that gives the class's instance. */
    String accessor(JavaType.Declared type) {
        String known = accessors.get(type);
        if (known != null) {
            return known;
        }
        ClassName className = TypeNames.of(type);
        List<Parameter> settings = constructors.getOrDefault(type.binaryName(), List.of());
        connections |= factory == null && settings.stream().anyMatch(Arguments::isConnections);
        CodeBlock made = factory == null
                ? CodeBlock.of("new $T($L)", className, settings(settings))
                : CodeBlock.of("$N().get($T.class)", provider(factory), className);
        String name = add(
                Names.lower(String.join("", type.simpleNames())),
                className,
                made,
                settings.stream().anyMatch(Arguments::isSetting));
        accessors.put(type, name);
        return name;
    }

    private static CodeBlock settings(List<Parameter> parameters) {
        return parameters.stream()
                .map(Parameter::binding)
                .map(binding -> binding instanceof Binding.Setting setting
                        ? Arguments.setting(setting, SETTINGS)
                        : CodeBlock.of("$T.ofProject()", Arguments.SOCKET_CLIENT))
                .collect(CodeBlock.joining(", "));
    }

    private String provider(JavaType.Declared type) {
        if (provider == null) {
            provider = add("instances", PROVIDER, CodeBlock.of("new $T()", TypeNames.of(type)), false);
        }
        return provider;
    }

    private String add(String wanted, TypeName type, CodeBlock made, boolean takesSettings) {
        String name = names.next(wanted);
        fields.add(FieldSpec.builder(type, name, Modifier.PRIVATE).build());
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.SYNCHRONIZED)
                .returns(type)
                .addException(Exception.class)
                .beginControlFlow("if ($N == null)", name);
        if (takesSettings) {
            method.addStatement("$T $N = $T.now()", Arguments.INJECTED, SETTINGS, Arguments.INJECTED);
        }
        // A local variable may have the field's name.
        methods.add(method.addStatement(takesSettings ? "this.$N = $L" : "$N = $L", name, made)
                .endControlFlow()
                .addStatement("return $N", name)
                .build());
        return name;
    }

    /** Whether an object is made with what writes to WebSocket clients. */
    boolean takeConnections() {
        return connections;
    }

    List<FieldSpec> fields() {
        return fields;
    }

    List<MethodSpec> accessors() {
        return methods;
    }
}
