package io.lambdamaven.runtime.aws;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Whom to talk to, and how. Decided by the host's spelling alone: what a name resolves to may change meanwhile. */
final class Hosts {
    private static final int LABEL = 63;

    private Hosts() {}

    /** Whether nobody on the way can listen: TLS, or this very machine. */
    static boolean isSafe(URI uri) {
        return isTls(uri) || ("http".equalsIgnoreCase(uri.getScheme()) && isLoopback(uri.getHost()));
    }

    static boolean isTls(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
    }

    static boolean isLoopback(@Nullable String host) {
        return host != null
                && (host.equalsIgnoreCase("localhost")
                        || host.equals("[::1]")
                        || (host.startsWith("127.") && isAddress(host)));
    }

    /** Letters, digits and hyphens, so that nothing put before a host can turn it into another one. */
    static boolean isLabel(String text) {
        boolean good = !text.isEmpty() && text.length() <= LABEL && text.charAt(0) != '-';
        for (int i = 0; i < text.length() && good; i++) {
            char c = text.charAt(i);
            good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '-';
        }
        return good;
    }

    /** Four numbers: {@code 127.example.com} is somebody else's name. */
    private static boolean isAddress(String host) {
        int dots = 0;
        boolean inNumber = false;
        boolean good = true;
        for (int i = 0; i < host.length() && good; i++) {
            char c = host.charAt(i);
            dots += c == '.' ? 1 : 0;
            good = isDigit(c) || (c == '.' && inNumber);
            inNumber = isDigit(c);
        }
        return good && inNumber && dots == 3;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
