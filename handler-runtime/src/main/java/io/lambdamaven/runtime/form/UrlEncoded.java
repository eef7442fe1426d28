package io.lambdamaven.runtime.form;

import io.lambdamaven.runtime.bind.BindException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads {@code application/x-www-form-urlencoded}, which is UTF-8 whatever its type says; strictly, as a field that is read
 * differently by two readers is one that somebody checks in vain.
 *
 * @see <a href="https://url.spec.whatwg.org/#application/x-www-form-urlencoded">WHATWG URL, section 5</a>
 */
final class UrlEncoded {
    private UrlEncoded() {}

    static void read(byte[] body, Form into) {
        int from = 0;
        while (from < body.length) {
            int to = next(body, from, body.length, '&');
            if (to > from) {
                int equals = next(body, from, to, '=');
                String name = decoded(body, from, equals);
                into.add(name, equals < to ? decoded(body, equals + 1, to) : "");
            }
            from = to + 1;
        }
    }

    private static int next(byte[] body, int from, int to, char wanted) {
        for (int i = from; i < to; i++) {
            if (body[i] == wanted) {
                return i;
            }
        }
        return to;
    }

    private static String decoded(byte[] body, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            if (body[i] == '%') {
                int high = i + 2 < to ? Character.digit(body[i + 1], 16) : -1;
                int low = i + 2 < to ? Character.digit(body[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw new BindException("the form is not properly percent-encoded", null);
                }
                out.write((high << 4) | low);
                i += 2;
            } else {
                out.write(body[i] == '+' ? ' ' : body[i]);
            }
        }
        return text(out.toByteArray());
    }

    /** Unlike a String's constructor, a decoder refuses what is not UTF-8 instead of replacing it. */
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BindException("the form is not in UTF-8", e);
        }
    }
}
