package io.lambdamaven.plugin.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.lambdamaven.plugin.model.JavaType;
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

    private final Names names;
    private final Map<JavaType.Declared, String> accessors = new LinkedHashMap<>();
    private final List<FieldSpec> fields = new ArrayList<>();
    private final List<MethodSpec> methods = new ArrayList<>();
    private final JavaType.@Nullable Declared factory;
    private @Nullable String provider;

    Instances(Names names, JavaType.@Nullable Declared factory) {
        this.names = names;
        this.factory = factory;
    }

    /** The name of the method that gives the class's instance. */
    String accessor(JavaType.Declared type) {
        String known = accessors.get(type);
        if (known != null) {
            return known;
        }
        ClassName className = TypeNames.of(type);
        CodeBlock made = factory == null
                ? CodeBlock.of("new $T()", className)
                : CodeBlock.of("$N().get($T.class)", provider(factory), className);
        String name = add(Names.lower(String.join("", type.simpleNames())), className, made);
        accessors.put(type, name);
        return name;
    }

    private String provider(JavaType.Declared type) {
        if (provider == null) {
            provider = add("instances", PROVIDER, CodeBlock.of("new $T()", TypeNames.of(type)));
        }
        return provider;
    }

    private String add(String wanted, TypeName type, CodeBlock made) {
        String name = names.next(wanted);
        fields.add(FieldSpec.builder(type, name, Modifier.PRIVATE).build());
        methods.add(MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.SYNCHRONIZED)
                .returns(type)
                .addException(Exception.class)
                .beginControlFlow("if ($N == null)", name)
                .addStatement("$N = $L", name, made)
                .endControlFlow()
                .addStatement("return $N", name)
                .build());
        return name;
    }

    List<FieldSpec> fields() {
        return fields;
    }

    List<MethodSpec> accessors() {
        return methods;
    }
}
