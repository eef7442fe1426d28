package io.lambdamaven.plugin.generate;

import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.List;
import java.util.SortedMap;

/** Compiles an operator's script against the project, as handlers are. */
public final class ScriptCompiler {
    private ScriptCompiler() {}

    /**
     * Compiles one file.
     *
     * @return class files by their relative path with slashes
     * @throws UserFault if there is no compiler, or it refuses the file
     */
    public static SortedMap<String, byte[]> compile(SourceFile script, HandlerCompiler.Settings settings) {
        try {
            return HandlerCompiler.compile(List.of(script), settings);
        } catch (UserFault fault) {
            throw new UserFault(
                    fault.diagnostics().stream().map(ScriptCompiler::ofScript).toList(), fault);
        }
    }

    private static Diagnostic ofScript(Diagnostic each) {
        return each.problem() == Problem.LM085
                ? new Diagnostic(
                        Problem.LM386,
                        each.place(),
                        each.summary().replace("the generated handler", "the script"),
                        "Correct it; it sees the project's classes and dependencies, as they are compiled in target/classes.")
                : each;
    }
}
