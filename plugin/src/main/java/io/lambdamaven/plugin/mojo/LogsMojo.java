package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Staged;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Shows the log of the stage's functions. */
@Mojo(name = "logs", requiresProject = false, threadSafe = true)
public final class LogsMojo extends DeployableMojo {
    /** How far back: <code>30s</code>, <code>10m</code>, <code>2h</code>, <code>1d</code>. */
    @Parameter(property = "lambda.logs.since", defaultValue = "10m")
    private String since;

    @Override
    void run() {
        long from = System.currentTimeMillis() - duration(since).toMillis();
        Staged staged = found(known());
        try (FunctionClient client = targets().functions(staged)) {
            for (String function : staged.functionNames()) {
                List<String> lines = client.logs(function, from);
                getLog().info(function + ": "
                        + (lines.isEmpty() ? "nothing logged in the last " + since : "log of the last " + since));
                lines.forEach(line -> getLog().info("  " + line.stripTrailing()));
            }
        }
    }

    static Duration duration(String text) {
        String said = text.strip().toUpperCase(Locale.ROOT);
        try {
            return Duration.parse(said.endsWith("D") ? "P" + said : "PT" + said);
        } catch (DateTimeParseException e) {
            throw new UserFault(
                    Problem.LM510,
                    Place.of("lambda.logs.since"),
                    "'" + text + "' is not a length of time.",
                    "Write a number and a unit, such as 30s, 10m, 2h or 1d.",
                    e);
        }
    }
}
