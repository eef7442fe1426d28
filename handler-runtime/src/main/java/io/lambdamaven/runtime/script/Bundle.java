package io.lambdamaven.runtime.script;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The classes of a script: the bytes {@code L M S 1}, a count in two bytes, and for each class the length of its name in
 * two bytes, the name in ASCII, the length of the class file in four, the class file. The first one has the script's
 * method. There is no directory, no path, no compression, and nothing after the end.
 *
 * @param main the name of the first class
 * @param classes by their binary names
 */
record Bundle(String main, Map<String, byte[]> classes) {
    private static final int MAGIC = 'L' << 24 | 'M' << 16 | 'S' << 8 | '1';
    private static final int LONGEST_NAME = 255;
    private static final int MOST_CLASSES = 255;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$";
    private static final String OTHERS = "0123456789.";

    Bundle {
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
    }

    static Bundle read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (take(in, Integer.BYTES).getInt() != MAGIC) {
            throw malformed("it does not begin as one");
        }
        int count = take(in, Short.BYTES).getShort();
        if (count < 1 || count > MOST_CLASSES) {
            throw malformed("it has not 1 to " + MOST_CLASSES + " classes");
        }
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = name(in);
            byte[] content = bytes(take(in, take(in, Integer.BYTES).getInt()));
            if (classes.put(name, content) != null) {
                throw malformed("it has a class twice");
            }
        }
        if (in.hasRemaining()) {
            throw malformed("something follows its end");
        }
        return new Bundle(classes.keySet().iterator().next(), classes);
    }

    private static String name(ByteBuffer in) {
        int length = take(in, Short.BYTES).getShort();
        if (length > LONGEST_NAME) {
            throw malformed("the name of a class is too long");
        }
        String name = new String(bytes(take(in, length)), StandardCharsets.ISO_8859_1);
        boolean start = true;
        for (int i = 0; i < length; i++) {
            char c = name.charAt(i);
            boolean fits = LETTERS.indexOf(c) >= 0 || (!start && OTHERS.indexOf(c) >= 0);
            if (!fits) {
                throw malformed("a name in it is not that of a class");
            }
            start = c == '.';
        }
        if (start) {
            throw malformed("a name in it is not that of a class");
        }
        return name;
    }

    private static byte[] bytes(ByteBuffer part) {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        return bytes;
    }

    /** The next bytes, as a buffer of their own. */
    private static ByteBuffer take(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw malformed("it ends too early");
        }
        ByteBuffer part = in.slice(in.position(), length);
        in.position(in.position() + length);
        return part;
    }

    private static RefusedScriptException malformed(String how) {
        return new RefusedScriptException("its bundle is malformed: " + how);
    }
}
