package io.lambdamaven.runtime.code;

import io.lambdamaven.runtime.json.JsonCursor;
import io.lambdamaven.runtime.json.JsonException;
import java.io.IOException;
import java.io.InputStream;

/**
 * What the application's jar must be: the one that was built together with this code.
 *
 * @param sha256 over the whole file, 64 digits in lower case
 * @param size in bytes
 */
record Expected(String sha256, long size) {
    private static final String MANIFEST = "META-INF/lambda/manifest.json";
    private static final int DIGITS = 64;

    /**
     * Reads it from the manifest beside this class: both are part of the code that Lambda itself has verified.
     *
     * @param code the loader of that code
     */
    static Expected in(ClassLoader code) {
        try (InputStream in = code.getResourceAsStream(MANIFEST)) {
            if (in == null) {
                throw new CodeException(
                        "the function's code has no " + MANIFEST + ": build it again, with <layout> slim");
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new CodeException(MANIFEST + " cannot be read", e);
        }
    }

    static Expected read(byte[] manifest) {
        String sha256 = "";
        long size = 0;
        try {
            JsonCursor cursor = JsonCursor.over(manifest);
            for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
                if (!name.equals("application")) {
                    cursor.skip();
                    continue;
                }
                for (String part = cursor.nextName(); part != null; part = cursor.nextName()) {
                    if (part.equals("sha256")) {
                        sha256 = String.valueOf(cursor.text());
                    } else if (part.equals("size")) {
                        size = cursor.number();
                    } else {
                        cursor.skip();
                    }
                }
            }
        } catch (JsonException e) {
            throw new CodeException(MANIFEST + " is malformed", e);
        }
        if (!isDigest(sha256) || size <= 0) {
            throw new CodeException(MANIFEST + " does not tell the application's digest and size: build the function"
                    + " again, with <layout> slim");
        }
        return new Expected(sha256, size);
    }

    private static boolean isDigest(String text) {
        boolean good = text.length() == DIGITS;
        for (int i = 0; i < text.length() && good; i++) {
            char c = text.charAt(i);
            good = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        return good;
    }
}
