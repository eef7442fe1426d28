package io.lambdamaven.plugin.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.scan.WebChoice;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebSettingsTest {
    @Test
    void allThatMayBeSaidIsTaken() {
        assertThat(WebSettings.of(null)).isEqualTo(WebChoice.NONE);
        assertThat(WebSettings.of(Map.of())).isEqualTo(new WebChoice(true, null, null, null));
        assertThat(WebSettings.of(
                        Map.of("className", "a.B", "port", "7000", "basePath", "/a", "requestContext", "true")))
                .isEqualTo(new WebChoice(true, "a.B", "7000", "/a", "true"));
    }

    @Test
    void anElementThatIsNoneIsNamed() {
        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(() -> WebSettings.of(Map.of("classname", "a.B")))
                .withMessageContaining("LM501")
                .withMessageContaining("There is no setting <classname> in <webApplication>.")
                .withMessageContaining("<className>, <port>, <basePath>, <requestContext>");
    }
}
