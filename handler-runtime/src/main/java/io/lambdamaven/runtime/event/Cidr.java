package io.lambdamaven.runtime.event;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Blocks of IP addresses, such as {@code 10.0.0.0/24} or {@code 2001:db8::/32}. */
final class Cidr {
    private Cidr() {}

    static boolean contains(String block, String address) {
        int slash = block.indexOf('/');
        byte[] network = slash < 0 ? null : bytes(block.substring(0, slash));
        byte[] host = bytes(address);
        if (network == null || host == null || network.length != host.length) {
            return false;
        }
        int bits;
        try {
            bits = Integer.parseInt(block.substring(slash + 1));
        } catch (NumberFormatException e) {
            return false;
        }
        if (bits < 0 || bits > network.length * 8) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((network[i / 8] & mask) != (host[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Only literals: nothing here may ask a name server for what an event says. */
    private static byte @Nullable [] bytes(String literal) {
        boolean six = literal.indexOf(':') >= 0;
        int dots = 0;
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            dots += c == '.' ? 1 : 0;
            boolean digit = c >= '0' && c <= '9';
            if (!digit && c != '.' && !(six && (c == ':' || Character.digit(c, 16) >= 0))) {
                return null;
            }
        }
        if (!six && dots != 3) {
            return null;
        }
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
