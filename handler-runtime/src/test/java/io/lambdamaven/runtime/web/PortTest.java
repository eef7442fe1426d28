package io.lambdamaven.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which properties an application is told its port by. */
class PortTest {
    private static final List<String> NAMES = List.of(
            "server.port", "PORT", "port", "http.port", "server.address", "server.host", "micronaut.server.port");

    private final Map<String, String> before = new LinkedHashMap<>();

    @BeforeEach
    void clear() {
        NAMES.forEach(name -> before.put(name, System.clearProperty(name)));
    }

    @AfterEach
    void restore() {
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    private static Map<String, String> told(String... resources) {
        Set<String> there = Set.of(resources);
        Port.tell(4711, new ClassLoader() {
            @Override
            public URL getResource(String name) {
                try {
                    return there.contains(name) ? URI.create("file:/" + name).toURL() : null;
                } catch (MalformedURLException e) {
                    throw new IllegalArgumentException(e);
                }
            }
        });
        Map<String, String> told = new LinkedHashMap<>();
        NAMES.stream()
                .filter(name -> System.getProperty(name) != null)
                .forEach(name -> told.put(name, System.getProperty(name)));
        return told;
    }

    @Test
    void whatCouldBeAnApplicationsOwnIsLeftAlone() {
        System.setProperty("port", "25");
        System.setProperty("server.host", "mail.example");

        assertThat(told())
                .containsOnly(
                        Map.entry("server.port", "4711"),
                        Map.entry("PORT", "4711"),
                        Map.entry("micronaut.server.port", "4711"),
                        Map.entry("port", "25"),
                        Map.entry("server.host", "mail.example"));
    }

    @Test
    void aFrameworkIsToldByItsName() {
        assertThat(told("io/vertx/core/Vertx.class")).containsEntry("http.port", "4711");
    }

    @Test
    void soIsAnother() {
        assertThat(told("play/core/server/ProdServerStart.class")).containsEntry("http.port", "4711");
    }

    @Test
    void anAddressIsToldToWhomItIsFor() {
        assertThat(told("org/springframework/boot/SpringApplication.class"))
                .containsEntry("server.address", "127.0.0.1")
                .doesNotContainKey("server.host");
        assertThat(told("io/helidon/webserver/WebServer.class")).containsEntry("server.host", "127.0.0.1");
    }

    @Test
    void anAddressThatWasSaidStays() {
        System.setProperty("server.address", "0.0.0.0");
        assertThat(told("org/springframework/boot/SpringApplication.class")).containsEntry("server.address", "0.0.0.0");
    }

    @Test
    void aPortIsUpToFiveDigits() {
        assertThat(List.of(Port.number("8080"), Port.number("65535"), Port.number("1")))
                .containsExactly(8080, 65535, 1);
        for (String none : new String[] {null, "", "65536", "123456", "-1", "80a", " 80"}) {
            assertThat(Port.number(none)).as(none).isZero();
        }
    }
}
