package io.lambdamaven.plugin.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    private final Properties said = new Properties();

    @Test
    void whatIsTypedWinsOverThePom() {
        said.setProperty("lambda.target", "local");

        assertThat(new CommandLine(said).over("lambda.target", "aws")).isEqualTo("local");
        assertThat(new CommandLine(said).over("lambda.stage", "dev")).isEqualTo("dev");
    }

    @Test
    void findsNamedEntries() {
        said.setProperty("lambda.placeholders.orders.queue", "q");
        said.setProperty("lambda.memory", "128");

        assertThat(new CommandLine(said).startingWith("lambda.placeholders.")).isEqualTo(Map.of("orders.queue", "q"));
    }

    @Test
    void aPlansSettingsAreNamedWithoutTheirValues() {
        Properties said = new Properties();
        said.setProperty("lambda.stage", "prod");
        said.setProperty("lambda.environment.KEY", "secret");
        said.setProperty("lambda.out", "plan.json");
        said.setProperty("skipTests", "true");

        assertThat(new CommandLine(said).alsoNeeded())
                .isEqualTo(", with the same -Dlambda.environment.KEY, -Dlambda.stage as now");
        assertThat(new CommandLine(new Properties()).alsoNeeded()).isEmpty();
    }
}
