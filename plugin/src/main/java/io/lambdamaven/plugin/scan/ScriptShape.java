package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.RuntimeNames;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/** Whether a compiled class is one that the runtime can run as a script. */
public final class ScriptShape {
    private static final String METHOD = "run";

    private ScriptShape() {}

    /** What is wrong with it, as a sentence; empty if it can be run. */
    public static Optional<String> fault(byte[] classFile) {
        ClassFile type = ClassFileReader.read(classFile);
        List<MethodFile> methods = type.methods().stream()
                .filter(method -> method.name().equals(METHOD) && method.isStatic() && method.is(Opcodes.ACC_PUBLIC))
                .toList();
        if (!type.is(Opcodes.ACC_PUBLIC)) {
            return Optional.of("The class " + type.binaryName() + " is not public.");
        } else if (methods.size() != 1) {
            return Optional.of("The class " + type.binaryName() + " has "
                    + (methods.isEmpty() ? "no method" : "several methods") + " public static ... run(...).");
        }
        long values = methods.get(0).parameters().stream()
                .filter(parameter -> !TypeRules.is(parameter.type(), RuntimeNames.CONTEXT))
                .count();
        return values > 1
                ? Optional.of("The method run takes more than the arguments as one value, and Context.")
                : Optional.empty();
    }
}
