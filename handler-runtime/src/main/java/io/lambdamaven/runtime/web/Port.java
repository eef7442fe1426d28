package io.lambdamaven.runtime.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The port of an application, and the ways in which frameworks are told one. */
final class Port {
    static final String LOOPBACK = "127.0.0.1";

    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private static final String[] NAMES = {
        "server.port", // Spring Boot, Helidon
        "PORT",
        "port",
        "http.port",
        "micronaut.server.port",
        "quarkus.http.port",
        "jetty.http.port",
        "javalin.port"
    };

    private static final String[] ADDRESSES = {
        "server.address", "server.host", "micronaut.server.host", "quarkus.http.host"
    };

    private Port() {}

    /** Of the loopback interface, without asking anybody for its name. */
    static InetSocketAddress address(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    }

    /** The application's own, else the one in the function's environment, else a free one. */
    static int choose(int own, Map<String, String> environment) throws IOException {
        if (own > 0) {
            return own;
        }
        int told = number(environment.get("PORT"));
        if (told > 0) {
            return told;
        }
        try (ServerSocket free = new ServerSocket()) {
            free.bind(address(0));
            return free.getLocalPort();
        }
    }

    /** The host forwards to this port, whatever else was said; an address that was said stays. */
    static void tell(int port) {
        String number = Integer.toString(port);
        for (int i = 0; i < NAMES.length; i++) {
            System.setProperty(NAMES[i], number);
        }
        // The JDK's server writes head and body apart, and would wait for an acknowledgement of the first: 40 ms.
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
        for (int i = 0; i < ADDRESSES.length; i++) {
            if (System.getProperty(ADDRESSES[i]) == null) {
                System.setProperty(ADDRESSES[i], LOOPBACK);
            }
        }
    }

    /** Of up to five digits, and at most the highest port; else 0. */
    static int number(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 5) {
            return 0;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return 0;
            }
            number = number * 10 + digit - '0';
        }
        return number > 65_535 ? 0 : number;
    }
}
