package io.lambdamaven.runtime.form;

import io.lambdamaven.api.FormPart;
import io.lambdamaven.runtime.bind.BindException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code multipart/form-data}; strictly: what another reader might take for other parts is refused.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2046#section-5.1">RFC 2046, section 5.1</a>
 */
final class Multipart {
    private static final int LONGEST_HEAD = 8 * 1024;
    private static final int LONGEST_BOUNDARY = 70;
    private static final String BOUNDARY_SIGNS = "'()+_,-./:=? ";
    private static final String TEXT = "text/plain";

    private final byte[] body;
    private final byte[] delimiter;
    private int at;

    private Multipart(byte[] body, String boundary) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
    }

    static void read(byte[] body, String contentType, Form into) {
        String boundary = HeaderText.parameter(contentType, "boundary");
        if (boundary == null || !isBoundary(boundary)) {
            throw fault("has no proper boundary");
        }
        new Multipart(body, boundary).parts(into);
    }

    private static boolean isBoundary(String text) {
        boolean good = !text.isEmpty() && text.length() <= LONGEST_BOUNDARY && !text.endsWith(" ");
        for (int i = 0; i < text.length() && good; i++) {
            char c = text.charAt(i);
            good = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || BOUNDARY_SIGNS.indexOf(c) >= 0;
        }
        return good;
    }

    private void parts(Form into) {
        // The first delimiter needs no line break before it.
        at = startsWith(body, 0, 2) ? delimiter.length - 2 : after(next(0));
        while (!isLast()) {
            part(into);
        }
    }

    /** What follows a delimiter: two dashes at the end of all, else blanks and the end of the line. */
    private boolean isLast() {
        if (at + 1 < body.length && body[at] == '-' && body[at + 1] == '-') {
            return true;
        }
        while (at < body.length && (body[at] == ' ' || body[at] == '\t')) {
            at++;
        }
        if (!isLineEnd(at)) {
            throw fault("has its boundary within a part");
        }
        at += 2;
        return false;
    }

    private void part(Form into) {
        String name = null;
        String fileName = null;
        String type = TEXT;
        int most = at + LONGEST_HEAD;
        while (!isLineEnd(at)) {
            int end = lineEnd(most);
            String line = UrlEncoded.text(Arrays.copyOfRange(body, at, end));
            int colon = line.indexOf(':');
            String header = colon < 1 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = colon < 1 ? "" : line.substring(colon + 1).trim();
            if (header.isEmpty() || header.indexOf(' ') >= 0 || header.indexOf('\t') >= 0) {
                throw fault("has a part with a malformed header");
            } else if (header.equals("content-disposition")) {
                if (name != null) {
                    throw fault("has a part with two names");
                }
                name = HeaderText.value(value).equals("form-data") ? HeaderText.parameter(value, "name") : null;
                fileName = HeaderText.parameter(value, "filename");
            } else if (header.equals("content-type")) {
                type = value;
            } else if (header.equals("content-transfer-encoding") && isEncoded(value)) {
                throw fault("has a part that is encoded once more");
            }
            at = end + 2;
        }
        if (name == null) {
            throw fault("has a part without a name");
        }
        // The line break of an empty content is that of the delimiter.
        int end = next(at);
        byte[] content = end < at + 2 ? new byte[0] : Arrays.copyOfRange(body, at + 2, end);
        at = after(end);
        into.part(new FormPart(name, withoutFolders(fileName), type, content));
    }

    private static boolean isEncoded(String encoding) {
        String lower = encoding.toLowerCase(Locale.ROOT);
        return !lower.equals("binary") && !lower.equals("8bit") && !lower.equals("7bit");
    }

    private static @Nullable String withoutFolders(@Nullable String fileName) {
        if (fileName == null) {
            return null;
        }
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return last.equals(".") || last.equals("..") ? "" : last;
    }

    private int lineEnd(int most) {
        for (int i = at; i < Math.min(body.length, most); i++) {
            if (isLineEnd(i)) {
                return i;
            } else if (body[i] < ' ' && body[i] >= 0 && body[i] != '\t') {
                throw fault("has a part with a malformed header");
            }
        }
        throw fault(most < body.length ? "has a part with too long a head" : "ends within a part");
    }

    private boolean isLineEnd(int index) {
        return index + 1 < body.length && body[index] == '\r' && body[index + 1] == '\n';
    }

    /** Where the next delimiter begins. */
    private int next(int from) {
        for (int i = from; i <= body.length - delimiter.length; i++) {
            if (body[i] == '\r' && startsWith(body, i, 0)) {
                return i;
            }
        }
        throw fault("ends within a part");
    }

    private int after(int index) {
        return index + delimiter.length;
    }

    /** @param skipped of the delimiter's bytes */
    private boolean startsWith(byte[] bytes, int index, int skipped) {
        int length = delimiter.length - skipped;
        return index + length <= bytes.length
                && Arrays.equals(bytes, index, index + length, delimiter, skipped, delimiter.length);
    }

    private static BindException fault(String what) {
        return new BindException("the form " + what, null);
    }
}
