package io.lambdamaven.plugin.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.report.UserFault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MfaConsoleTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    private MfaConsole console(String given, boolean interactive, String typed) {
        return new MfaConsole(
                given,
                interactive,
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(shown, true, StandardCharsets.UTF_8));
    }

    @Test
    void theCodeIsAskedFor() {
        assertThat(console(null, true, " 123456 \n").of("arn:mfa/anna")).isEqualTo("123456");
        assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualTo("Code of the device arn:mfa/anna: ");
    }

    @Test
    void theCodeOfTheCommandLineIsTakenAndNobodyAsked() {
        assertThat(console("654321", false, "").of("arn:mfa/anna")).isEqualTo("654321");
        assertThat(shown.size()).isZero();
    }

    @Test
    void inBatchModeNobodyIsAsked() {
        assertThatThrownBy(() -> console(null, false, "123456\n").of("arn:mfa/anna"))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM518 the device arn:mfa/anna")
                .hasMessageContaining("-Dlambda.mfaToken");
        assertThat(shown.size()).isZero();
    }

    @Test
    void whereNothingCanBeTypedThisIsToldToo() {
        assertThatThrownBy(() -> console(null, true, "").of("arn:mfa/anna")).hasMessageContaining("-Dlambda.mfaToken");
    }

    @Test
    void whatIsNoCodeIsNotSent() {
        assertThatThrownBy(() -> console("12345", true, "").of("arn:mfa/anna"))
                .hasMessageContaining("LM518 the device arn:mfa/anna: '12345' is not a code");
    }
}
