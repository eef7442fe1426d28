package io.lambdamaven.plugin.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LogsMojoTest {

    @Test
    void readsLengthsOfTime() {
        assertThat(LogsMojo.duration("30s")).isEqualTo(Duration.ofSeconds(30));
        assertThat(LogsMojo.duration("10m")).isEqualTo(Duration.ofMinutes(10));
        assertThat(LogsMojo.duration("2h")).isEqualTo(Duration.ofHours(2));
        assertThat(LogsMojo.duration("1d")).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void refusesWhatIsNone() {
        assertThatThrownBy(() -> LogsMojo.duration("yesterday"))
                .hasMessage("LM510 lambda.logs.since: 'yesterday' is not a length of time."
                        + " Write a number and a unit, such as 30s, 10m, 2h or 1d.");
    }
}
