package io.lambdamaven.api;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Media types and what callers say of them in {@code Accept}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-accept">RFC 9110, section 12.5.1</a>
 */
public final class MediaTypes {
    private static final int MOST = 1000;

    private MediaTypes() {}

    /**
     * What a caller likes best.
     *
     * @param accept the value of an {@code Accept} header, null or empty for no wish
     * @param offered types such as {@code text/csv}, the usual one first: it wins where several are liked alike
     * @return one of them, or null if the caller takes none
     */
    public static @Nullable String best(@Nullable String accept, List<String> offered) {
        String best = null;
        int most = 0;
        for (int i = 0; i < offered.size(); i++) {
            int quality = accept == null || accept.isBlank() ? MOST : quality(accept, offered.get(i));
            if (quality > most) {
                most = quality;
                best = offered.get(i);
            }
        }
        return best;
    }

    /**
     * Whether a type is within a range.
     *
     * @param type such as {@code image/png; a=b}, whose parameters do not count
     * @param range such as <code>image/*</code>, whose parameters do not count
     * @return false also for what is no type
     */
    public static boolean isWithin(String type, String range) {
        return closeness(essence(type), essence(range)) >= 0;
    }

    /** In thousandths: that of the closest range which has the type in it, 0 for none. */
    private static int quality(String accept, String type) {
        String wanted = essence(type);
        int closest = -1;
        int quality = 0;
        int from = 0;
        while (from <= accept.length()) {
            int to = end(accept, from, ',');
            String element = accept.substring(from, to);
            int closeness = closeness(wanted, essence(element));
            if (closeness > closest) {
                closest = closeness;
                quality = weight(element);
            }
            from = to + 1;
        }
        return quality;
    }

    /** Negative if not within; else higher for a closer range. */
    private static int closeness(String type, String range) {
        int slash = type.indexOf('/');
        if (slash <= 0 || slash == type.length() - 1) {
            return -1;
        } else if (range.equals("*/*") || range.equals("*")) {
            return 0;
        } else if (range.endsWith("/*")) {
            return type.startsWith(range.substring(0, range.length() - 1)) ? 1 : -1;
        }
        return type.equals(range) ? 2 : -1;
    }

    /** Without parameters, in lower case. */
    private static String essence(String text) {
        return text.substring(0, end(text, 0, ';')).trim().toLowerCase(Locale.ROOT);
    }

    /** Of an element of a list; what is no weight counts as none given. */
    private static int weight(String element) {
        int from = end(element, 0, ';') + 1;
        while (from < element.length()) {
            int to = end(element, from, ';');
            String parameter = element.substring(from, to).trim();
            if (parameter.startsWith("q=") || parameter.startsWith("Q=")) {
                return thousandths(parameter.substring(2).trim());
            }
            from = to + 1;
        }
        return MOST;
    }

    private static int thousandths(String text) {
        if (text.isEmpty() || text.length() > 5 || (text.length() > 1 && text.charAt(1) != '.')) {
            return MOST;
        }
        int value = 0;
        int unit = MOST;
        for (int i = 0; i < text.length(); i++) {
            if (i == 1) {
                continue;
            }
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return MOST;
            }
            value += digit * unit;
            unit /= 10;
        }
        return Math.min(value, MOST);
    }

    /** Where an element ends; within quotes nothing does. */
    private static int end(String text, int from, char separator) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                return i;
            }
        }
        return text.length();
    }
}
