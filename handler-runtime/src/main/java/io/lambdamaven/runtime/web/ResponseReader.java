package io.lambdamaven.runtime.web;

import io.lambdamaven.runtime.event.NameValue;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads one response; strict where a lenient reader could take one message for two.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#name-message-body-length">RFC 9112, section 6.3</a>
 */
final class ResponseReader {
    private static final int LONGEST_HEAD = 256 * 1024;
    private static final byte[] NOTHING = {};

    private final Connection connection;
    private final int most;
    private int headLength;
    private boolean kept;

    /** @param most bytes that a body may have */
    ResponseReader(Connection connection, int most) {
        this.connection = connection;
        this.most = most;
    }

    /** Whether the connection can be used again. */
    boolean isKept() {
        return kept && !connection.hasMore();
    }

    WebResponse read(boolean head) throws IOException, ForwardException {
        String line = line();
        int status = status(line);
        List<NameValue> headers = headers();
        while (status < 200) {
            if (status == 101) {
                throw new ProtocolException("the application switched to another protocol");
            }
            // Said on the way: the answer comes after it.
            line = line();
            status = status(line);
            headers = headers();
        }
        kept = isPersistent(line, headers);
        if (head || status == 204 || status == 304) {
            return new WebResponse(status, headers, NOTHING, true);
        }
        return new WebResponse(status, headers, body(headers), false);
    }

    private static boolean isPersistent(String line, List<NameValue> headers) {
        String connection = Fields.first(headers, "connection");
        String said = connection == null ? "" : connection.toLowerCase(Locale.ROOT);
        return line.startsWith("HTTP/1.1 ") ? !said.contains("close") : said.contains("keep-alive");
    }

    private static int status(String line) throws ProtocolException {
        if (line.length() >= 12
                && line.startsWith("HTTP/1.")
                && line.charAt(8) == ' '
                && (line.length() == 12 || line.charAt(12) == ' ')) {
            int status = 0;
            for (int i = 9; i < 12; i++) {
                int digit = line.charAt(i) - '0';
                status = digit < 0 || digit > 9 ? Integer.MIN_VALUE : status * 10 + digit;
            }
            if (status >= 100) {
                return status;
            }
        }
        throw new ProtocolException("the application does not answer in HTTP/1.1");
    }

    private List<NameValue> headers() throws IOException {
        List<NameValue> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon);
            if (!Fields.isToken(name)) {
                throw new ProtocolException("the application sends a header without a sound name");
            }
            headers.add(new NameValue(name, line.substring(colon + 1).trim()));
        }
        return headers;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = connection.next(); c != '\n'; c = connection.next()) {
            if (c < 0) {
                throw new EOFException("the application closed the connection before it had answered");
            }
            if (++headLength > LONGEST_HEAD) {
                throw new ProtocolException("the application sends more than 256 KiB of header");
            }
            line.append((char) c);
        }
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
            line.setLength(length - 1);
        }
        return line.toString();
    }

    private byte[] body(List<NameValue> headers) throws IOException, ForwardException {
        String coding = Fields.first(headers, "transfer-encoding");
        if (coding != null) {
            if (!coding.equalsIgnoreCase("chunked")) {
                throw new ProtocolException("the application sends the transfer coding " + coding);
            }
            return chunks();
        }
        long length = length(headers);
        ByteArrayOutputStream out = new ByteArrayOutputStream(length < 0 ? 1024 : (int) Math.min(length, most));
        if (length < 0) {
            // It ends where the connection does.
            kept = false;
            byte[] piece = new byte[8192];
            for (int n = connection.next(piece, 0, piece.length); n >= 0; n = connection.next(piece, 0, piece.length)) {
                check(out.size() + (long) n);
                out.write(piece, 0, n);
            }
        } else {
            copy(length, out);
        }
        return out.toByteArray();
    }

    private static long length(List<NameValue> headers) throws ProtocolException {
        String said = null;
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i).name().equalsIgnoreCase("content-length")) {
                String length = headers.get(i).value();
                if (said != null && !said.equals(length)) {
                    throw new ProtocolException("the application gives two lengths");
                }
                said = length;
            }
        }
        return said == null ? -1 : number(said, 10);
    }

    private static long number(String text, int radix) throws ProtocolException {
        long number = text.isEmpty() || text.length() > 15 ? -1 : 0;
        for (int i = 0; i < text.length() && number >= 0; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            number = digit < 0 || text.charAt(i) > 'f' ? -1 : number * radix + digit;
        }
        if (number < 0) {
            throw new ProtocolException("the application gives a length that is no number");
        }
        return number;
    }

    private byte[] chunks() throws IOException, ForwardException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (true) {
            headLength = 0;
            String line = line();
            int end = line.indexOf(';');
            long size = number((end < 0 ? line : line.substring(0, end)).trim(), 16);
            if (size == 0) {
                // What follows the body is dropped: no front has a place for it.
                headers();
                return out.toByteArray();
            }
            copy(size, out);
            if (!line().isEmpty()) {
                throw new ProtocolException("the application sends a chunk that is longer than it says");
            }
        }
    }

    private void copy(long length, ByteArrayOutputStream out) throws IOException, ForwardException {
        check(out.size() + length);
        byte[] piece = new byte[(int) Math.min(length, 64 * 1024)];
        long left = length;
        while (left > 0) {
            int n = connection.next(piece, 0, (int) Math.min(left, piece.length));
            if (n < 0) {
                throw new EOFException("the application closed the connection within its answer");
            }
            out.write(piece, 0, n);
            left -= n;
        }
    }

    private void check(long size) throws ForwardException {
        if (size > most) {
            throw new ForwardException(502, tooLarge(most), null);
        }
    }

    /** What no front takes. */
    static String tooLarge(int limit) {
        return "the application's answer is larger than the " + limit + " bytes that can be passed on";
    }
}
