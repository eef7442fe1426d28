package io.lambdamaven.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @AfterEach
    void forget() {
        Settings.use(Map.of());
    }

    @Test
    void theRemoteConfigurationCountsBeforeTheEnvironmentAndThatBeforeADefault() {
        assertThat(Settings.get("PATH", "otherwise")).isEqualTo(System.getenv("PATH"));
        Settings.use(Map.of("PATH", "remote"));
        assertThat(Settings.get("PATH")).isEqualTo("remote");
        assertThat(Settings.get("NOT_SET_ANYWHERE", "otherwise")).isEqualTo("otherwise");
        assertThat(Settings.find("NOT_SET_ANYWHERE")).isEmpty();
        assertThat(Settings.find("PATH")).contains("remote");
    }

    @Test
    void typedGettersReadWhatFits() {
        Settings.use(Map.of("I", "7", "L", "8000000000", "D", "1.5", "B", "TRUE", "F", "false", "T", "PT5M"));
        assertThat(Settings.getInt("I")).isEqualTo(7).isEqualTo(Settings.getInt("I", 1));
        assertThat(Settings.findInt("I")).hasValue(7);
        assertThat(Settings.getLong("L")).isEqualTo(8_000_000_000L).isEqualTo(Settings.getLong("L", 1));
        assertThat(Settings.findLong("L")).hasValue(8_000_000_000L);
        assertThat(Settings.getDouble("D")).isEqualTo(1.5).isEqualTo(Settings.getDouble("D", 1));
        assertThat(Settings.findDouble("D")).hasValue(1.5);
        assertThat(Settings.getBoolean("B")).isTrue();
        assertThat(Settings.getBoolean("F", true)).isFalse();
        assertThat(Settings.findBoolean("F")).contains(false);
        assertThat(Settings.getDuration("T")).hasMinutes(5);
        assertThat(Settings.getDuration("T", Duration.ZERO)).hasMinutes(5);
        assertThat(Settings.findDuration("T")).contains(Duration.ofMinutes(5));
    }

    @Test
    void whatIsNotSetIsTheDefaultOrEmpty() {
        assertThat(Settings.getInt("NONE", 1)).isEqualTo(1);
        assertThat(Settings.getLong("NONE", 2)).isEqualTo(2);
        assertThat(Settings.getDouble("NONE", 3)).isEqualTo(3);
        assertThat(Settings.getBoolean("NONE", true)).isTrue();
        assertThat(Settings.getDuration("NONE", Duration.ZERO)).isZero();
        assertThat(Settings.findInt("NONE")).isEmpty();
        assertThat(Settings.findLong("NONE")).isEmpty();
        assertThat(Settings.findDouble("NONE")).isEmpty();
        assertThat(Settings.findBoolean("NONE")).isEmpty();
        assertThat(Settings.findDuration("NONE")).isEmpty();
        assertThatThrownBy(() -> Settings.get("NONE")).hasMessageContaining("the setting NONE has no value");
    }

    @Test
    void aValueThatDoesNotFitIsNotQuoted() {
        Settings.use(Map.of("S", "hunter2"));
        List<ThrowingCallable> calls = List.of(
                () -> Settings.getInt("S"),
                () -> Settings.getInt("S", 1),
                () -> Settings.getLong("S"),
                () -> Settings.getDouble("S"),
                () -> Settings.getBoolean("S", true),
                () -> Settings.getDuration("S"));
        assertThat(calls)
                .allSatisfy(call -> assertThatThrownBy(call)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageStartingWith("the setting S is n")
                        .hasMessageNotContaining("hunter2")
                        .hasNoCause());
    }
}
