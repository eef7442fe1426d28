package io.lambdamaven.runtime.config;

/**
 * Where a part of the configuration is, and which one it must be:
 * {@code s3://bucket/key.json?version=ID#sha256=DIGEST}.
 *
 * @param text as the stage has it
 * @param scheme {@code s3}, {@code ssm}, {@code secretsmanager}, {@code appconfig} or {@code file}
 * @param place what follows, in the scheme's own form
 * @param version that it must have, empty for any
 * @param digest SHA-256 that it must have, in hexadecimal; empty for any
 */
record Address(String text, String scheme, String place, String version, String digest) {
    private static final String VERSION = "?version=";
    private static final String DIGEST = "#sha256=";
    private static final int HEX = 64;

    /** @throws ConfigException if it is no address */
    static Address of(String text) {
        String rest = text;
        String digest = "";
        int hash = rest.indexOf('#');
        if (hash >= 0) {
            digest = rest.substring(hash).startsWith(DIGEST) ? rest.substring(hash + DIGEST.length()) : "";
            if (!isDigest(digest)) {
                throw malformed(text);
            }
            rest = rest.substring(0, hash);
        }
        String version = "";
        int question = rest.indexOf('?');
        if (question >= 0) {
            version = rest.substring(question).startsWith(VERSION) ? rest.substring(question + VERSION.length()) : "";
            if (version.isEmpty()) {
                throw malformed(text);
            }
            rest = rest.substring(0, question);
        }
        int colon = rest.indexOf(':');
        if (colon < 1 || colon == rest.length() - 1) {
            throw malformed(text);
        }
        return new Address(text, rest.substring(0, colon), rest.substring(colon + 1), version, digest);
    }

    boolean isPinned() {
        return !version.isEmpty() || !digest.isEmpty();
    }

    static ConfigException malformed(String text) {
        return new ConfigException("'" + text + "' is not the address of a configuration");
    }

    private static boolean isDigest(String text) {
        boolean good = text.length() == HEX;
        for (int i = 0; i < text.length() && good; i++) {
            char c = text.charAt(i);
            good = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        return good;
    }
}
