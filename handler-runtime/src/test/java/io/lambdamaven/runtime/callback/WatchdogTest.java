package io.lambdamaven.runtime.callback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchdogTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1000, 500", "3000, 1500", "10000, 1500", "30000, 3000", "60000, 5000", "900000, 5000"})
    void theTimeKeptForTellingGrowsWithTheTimeThereIs(int remaining, int margin) {
        assertThat(Watchdog.margin(remaining)).isEqualTo(margin);
    }
}
