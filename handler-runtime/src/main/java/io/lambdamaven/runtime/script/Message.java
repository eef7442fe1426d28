package io.lambdamaven.runtime.script;

import io.lambdamaven.runtime.json.JsonCursor;
import io.lambdamaven.runtime.json.JsonException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was sent: texts in a JSON object that has exactly these members. Nothing in it says how it is to be verified. */
final class Message {
    /** Of the classes, and of the arguments. Lambda takes 6 MB in all, of which base64 leaves three quarters. */
    static final int LIMIT = 1 << 20;

    private static final int MEMBERS = 6;
    private static final int NONCE = 32;
    private static final int LONGEST_TIME = 12;
    private static final int LONGEST_SIGNATURE = 1024;

    private final String keyId;
    private final String nonce;
    private final long expires;
    private final byte[] signature;
    private final byte[] bundle;
    private final byte[] arguments;

    private Message(String keyId, String nonce, long expires, byte[] signature, byte[] bundle, byte[] arguments) {
        this.keyId = keyId;
        this.nonce = nonce;
        this.expires = expires;
        this.signature = signature;
        this.bundle = bundle;
        this.arguments = arguments;
    }

    /** Which key is said to have signed it. */
    String keyId() {
        return keyId;
    }

    /** 32 hexadecimal digits. */
    String nonce() {
        return nonce;
    }

    /** Seconds since 1970. */
    long expires() {
        return expires;
    }

    /** Over the {@link Envelope}. */
    byte[] signature() {
        return signature;
    }

    /** The classes, see {@link Bundle}. */
    byte[] bundle() {
        return bundle;
    }

    /** JSON. */
    byte[] arguments() {
        return arguments;
    }

    static Message read(byte[] json) {
        Map<String, String> members = members(json);
        return new Message(
                member(members, "key"),
                nonce(member(members, "nonce")),
                time(member(members, "expires")),
                bytes(members, "signature", LONGEST_SIGNATURE),
                bytes(members, "bundle", LIMIT),
                bytes(members, "arguments", LIMIT));
    }

    private static Map<String, String> members(byte[] json) {
        Map<String, String> members = new HashMap<>();
        try {
            JsonCursor cursor = JsonCursor.over(json);
            if (!cursor.isObject()) {
                throw malformed("it is no object", null);
            }
            for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
                String text = cursor.isText() ? cursor.text() : null;
                if (text == null || members.put(name, text) != null) {
                    throw malformed("'" + name + "' is no text, or there twice", null);
                }
            }
        } catch (JsonException e) {
            throw malformed("it " + e.fault(), e);
        }
        if (members.size() > MEMBERS) {
            throw malformed("it has a member that no script has", null);
        }
        return members;
    }

    private static String member(Map<String, String> members, String name) {
        String text = members.get(name);
        if (text == null) {
            throw malformed("it has no '" + name + "'", null);
        }
        return text;
    }

    private static String nonce(String text) {
        boolean fits = text.length() == NONCE;
        for (int i = 0; i < text.length(); i++) {
            fits &= "0123456789abcdef".indexOf(text.charAt(i)) >= 0;
        }
        if (!fits) {
            throw malformed("'nonce' is not " + NONCE + " hexadecimal digits", null);
        }
        return text;
    }

    private static long time(String text) {
        boolean fits = !text.isEmpty() && text.length() <= LONGEST_TIME && !text.startsWith("0");
        for (int i = 0; i < text.length(); i++) {
            fits &= "0123456789".indexOf(text.charAt(i)) >= 0;
        }
        if (!fits) {
            throw malformed("'expires' is no time", null);
        }
        return Long.parseLong(text);
    }

    private static byte[] bytes(Map<String, String> members, String name, int limit) {
        String text = member(members, name);
        // Four characters are three bytes: what is far too large is not even decoded.
        if (text.length() / 4 > limit / 3 + 1) {
            throw tooLarge(name, limit);
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw malformed("'" + name + "' is no base64", e);
        }
        if (bytes.length > limit) {
            throw tooLarge(name, limit);
        }
        return bytes;
    }

    private static RefusedScriptException tooLarge(String name, int limit) {
        return new RefusedScriptException("'" + name + "' has more than " + limit + " bytes");
    }

    private static RefusedScriptException malformed(String how, @Nullable Throwable cause) {
        return new RefusedScriptException("the message is malformed: " + how, cause);
    }
}
