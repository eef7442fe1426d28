package io.lambdamaven.runtime.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.255.9.0", "127.9.0.9", "localhost", "LOCALHOST", "[::1]"})
    void thisMachineIsLoopback(String host) {
        assertThat(Hosts.isLoopback(host)).isTrue();
        assertThat(Hosts.isSafe(URI.create("http://" + host + ":4566/"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0",
                "127.0.0.1.",
                "127..0.1",
                "127...1",
                "127.0.0.0.1",
                "127.0.0.a",
                "127.0.0./",
                "127.0.0.:",
                "128.0.0.1",
                "1270.0.0.1",
                "",
                "localhost.example.com"
            })
    void nothingElseIs(String host) {
        assertThat(Hosts.isLoopback(host)).isFalse();
    }

    @Test
    void nobodyIsNoLoopback() {
        assertThat(Hosts.isLoopback(null)).isFalse();
        assertThat(Hosts.isTls(URI.create("https:///path"))).isFalse();
        assertThat(Hosts.isTls(URI.create("HTTPS://example.com/"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "z", "A", "Z", "0", "9", "a-", "azAZ09-x"})
    void lettersDigitsAndHyphensAreALabel(String label) {
        assertThat(Hosts.isLabel(label)).isTrue();
    }

    @Test
    void theLongestLabelHas63Characters() {
        assertThat(Hosts.isLabel("x".repeat(63))).isTrue();
        assertThat(Hosts.isLabel("x".repeat(64))).isFalse();
    }

    /** Their neighbours in the table of characters among them. */
    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a.b", "a`", "a{", "a@", "a[", "a/", "a:", "a_", "a b", "\u00e4"})
    void anythingElseIsNone(String text) {
        assertThat(Hosts.isLabel(text)).isFalse();
    }
}
