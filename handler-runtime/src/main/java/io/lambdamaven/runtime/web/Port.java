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

    /** Names that are no framework's own are the application's, unless that framework is there. */
    private static final String[][] NAMES = {
        {"server.port", ""}, // Spring Boot, Helidon, and whoever writes his own main for it
        {"PORT", ""},
        {"micronaut.server.port", ""},
        {"quarkus.http.port", ""},
        {"jetty.http.port", ""},
        {"javalin.port", ""},
        {"http.port", "io/vertx/core/Vertx.class"},
        {"http.port", "play/core/server/ProdServerStart.class"},
    };

    private static final String[][] ADDRESSES = {
        {"server.address", "org/springframework/boot/SpringApplication.class"},
        {"server.host", "io/helidon/webserver/WebServer.class"},
        {"micronaut.server.host", ""},
        {"quarkus.http.host", ""},
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
    static void tell(int port, ClassLoader loader) {
        String number = Integer.toString(port);
        for (int i = 0; i < NAMES.length; i++) {
            if (isFor(NAMES[i], loader)) {
                System.setProperty(NAMES[i][0], number);
            }
        }
        // The JDK's server writes head and body apart, and would wait for an acknowledgement of the first: 40 ms.
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
        for (int i = 0; i < ADDRESSES.length; i++) {
            if (System.getProperty(ADDRESSES[i][0]) == null && isFor(ADDRESSES[i], loader)) {
                System.setProperty(ADDRESSES[i][0], LOOPBACK);
            }
        }
    }

    private static boolean isFor(String[] nameAndSign, ClassLoader loader) {
        return nameAndSign[1].isEmpty() || loader.getResource(nameAndSign[1]) != null;
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
