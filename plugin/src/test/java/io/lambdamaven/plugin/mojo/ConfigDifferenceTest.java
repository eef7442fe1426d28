package io.lambdamaven.plugin.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigDifferenceTest {
    private static final String SAME = "{\"lambda-maven\":\"config-diff\",\"sources\":[\"ssm:/a (version 1)\"],"
            + "\"held\":[\"ssm:/a (version 1)\"],\"added\":[],\"changed\":[],\"removed\":[]}";

    @Test
    void keysThatDifferAreShownWithWhatBecameOfThem() {
        ConfigDifference difference = ConfigDifference.of(
                "shop",
                "{\"lambda-maven\":\"config-diff\",\"sources\":[\"ssm:/a (version 1)\"],"
                        + "\"held\":[\"ssm:/a (version 2)\"],\"added\":[\"N\"],\"changed\":[\"C\"],\"removed\":[\"R\"]}");
        assertThat(difference.isChanged()).isTrue();
        assertThat(difference.text("shop"))
                .isEqualTo("shop runs with ssm:/a (version 1)\n  and its sources hold ssm:/a (version 2)\n"
                        + "  + N\n  ~ C\n  - R");
    }

    @Test
    void noDifferenceAndNoConfigurationAreSaidSo() {
        assertThat(ConfigDifference.of("shop", SAME).isChanged()).isFalse();
        assertThat(ConfigDifference.of("shop", SAME).text("shop"))
                .isEqualTo("shop runs with ssm:/a (version 1)\n  and its sources hold the same.");
        assertThat(ConfigDifference.of("shop", "{\"lambda-maven\":\"config-diff\",\"sources\":[]}")
                        .text("shop"))
                .isEqualTo("shop has no remote configuration.");
    }

    @Test
    void aSourceThatWouldStartNothingIsAFault() {
        assertThatThrownBy(() -> ConfigDifference.of(
                        "shop",
                        "{\"lambda-maven\":\"config-diff\",\"sources\":[\"ssm:/a\"],\"failure\":\"ssm:/a: no JSON\"}"))
                .hasMessageStartingWith(
                        "LM378 shop: With what the sources hold now no environment would start:" + " ssm:/a: no JSON.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"x\"", "{}", "{\"lambda-maven\":\"pong\"}"})
    void anotherAnswerIsOneOfAnOlderRuntime(String answer) {
        assertThatThrownBy(() -> ConfigDifference.of("shop", answer)).hasMessageStartingWith("LM377 shop: ");
    }
}
