package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.model.CommandArgument;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Builds the project and lists the commands of its functions, with what they do and what they take. */
@Mojo(
        name = "commands",
        requiresProject = false,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
@Execute(phase = LifecyclePhase.PACKAGE)
public final class CommandsMojo extends DeployableMojo {
    @Override
    void run() {
        Optional<Deployable> deployable = deployable();
        if (deployable.isEmpty()) {
            nothingToDeploy();
            return;
        }
        for (FunctionModel function : deployable.get().manifest().application().functions()) {
            lines(function).forEach(line -> getLog().info(line));
        }
    }

    /** For people: each command as it is called, what it does, and its arguments. */
    static List<String> lines(FunctionModel function) {
        List<String> lines = new ArrayList<>();
        String name = function.name().isEmpty() ? "Default function" : "Function " + function.name();
        List<Trigger.Command> commands = function.routes().stream()
                .map(Route::trigger)
                .filter(Trigger.Command.class::isInstance)
                .map(Trigger.Command.class::cast)
                .sorted(Comparator.comparing(Trigger.Command::name))
                .toList();
        lines.add(name + (commands.isEmpty() ? " has no commands." : ":"));
        for (Trigger.Command command : commands) {
            lines.add("  -Dlambda.command=" + command.name() + form(command)
                    + (command.description().isEmpty() ? "" : "  " + command.description()));
            command.arguments().forEach(argument -> lines.add("      " + line(argument)));
        }
        return lines;
    }

    private static String form(Trigger.Command command) {
        if (!command.isNamed()) {
            return command.arguments().isEmpty() ? "" : " -Dlambda.args=...";
        }
        return command.arguments().stream()
                .filter(CommandArgument::required)
                .map(argument -> argument.name() + "=...")
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(","), args -> args.isEmpty() ? "" : " -Dlambda.args=" + args));
    }

    private static String line(CommandArgument argument) {
        StringBuilder line = new StringBuilder(argument.name().isEmpty() ? "all of args" : argument.name());
        line.append(": ").append(argument.type());
        if (argument.defaultValue() != null) {
            line.append(", ").append(argument.defaultValue().isEmpty() ? "empty" : argument.defaultValue());
            line.append(" if it is left out");
        } else if (!argument.required()) {
            line.append(", may be left out");
        }
        return line.append(argument.description().isEmpty() ? "" : ". " + argument.description())
                .toString();
    }
}
