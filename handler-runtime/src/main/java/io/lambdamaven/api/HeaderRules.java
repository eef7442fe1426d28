package io.lambdamaven.api;

/** What may stand in a header, after RFC 9110, section 5: anything else could smuggle in a header or a body. */
final class HeaderRules {
    private static final String TOKEN_SYMBOLS = "!#$%&'*+-.^_`|~";

    private HeaderRules() {}

    static void checkName(String name) {
        boolean good = !name.isEmpty();
        for (int i = 0; i < name.length() && good; i++) {
            char c = name.charAt(i);
            good = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || TOKEN_SYMBOLS.indexOf(c) >= 0;
        }
        if (!good) {
            throw new IllegalArgumentException("'" + printable(name) + "' is not the name of a header");
        }
    }

    static void checkValue(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || (c >= 0x7f && c < 0xa0) || c > 0xff) {
                throw new IllegalArgumentException(
                        "the value of header " + name + " holds a character that no header may hold, at position " + i);
            }
        }
    }

    private static String printable(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            out.append(c < ' ' || (c >= 0x7f && c < 0xa0) ? '?' : c);
        }
        return out.toString();
    }
}
