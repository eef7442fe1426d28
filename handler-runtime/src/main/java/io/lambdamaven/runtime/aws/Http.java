package io.lambdamaven.runtime.aws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One exchange over HTTP. {@link HttpURLConnection}, because its first request costs a tenth of what the first of
 * {@code java.net.http} does, which starts threads and a selector for it.
 */
final class Http {
    /** How long most services may take; with more, too little time would be left for another attempt. */
    static final int PATIENCE = 10_000;

    private static final int LARGEST = 32 * 1024 * 1024;

    private Http() {}

    static AwsResponse exchange(
            String method, URI uri, Map<String, String> headers, byte[] body, int patience, Deadline deadline)
            throws IOException {
        return exchange(method, uri, headers, body, patience, deadline, null);
    }

    /** @param receiver takes the body of a good answer, which is otherwise held in memory */
    static AwsResponse exchange(
            String method,
            URI uri,
            Map<String, String> headers,
            byte[] body,
            int patience,
            Deadline deadline,
            @Nullable Receiver receiver)
            throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setConnectTimeout((int) Math.max(1, Math.min(PATIENCE, deadline.millis())));
        connection.setReadTimeout((int) Math.max(1, Math.min(patience, deadline.millis())));
        connection.setUseCaches(false);
        // Whoever answers with another address might be after what was signed for this one.
        connection.setInstanceFollowRedirects(false);
        connection.setRequestMethod(method);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            connection.setRequestProperty(header.getKey(), header.getValue());
        }
        if (body.length > 0 || method.equals("POST") || method.equals("PUT")) {
            connection.setDoOutput(true);
            // Also keeps the JDK from sending it twice on its own.
            connection.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        int status = status(connection);
        AwsResponse head = new AwsResponse(status, headers(connection), new byte[0]);
        if (receiver != null && head.isGood()) {
            try (InputStream in = connection.getInputStream()) {
                receiver.receive(head, in);
            }
            return head;
        }
        return new AwsResponse(status, headers(connection), body(connection, status, deadline));
    }

    private static int status(HttpURLConnection connection) throws IOException {
        try {
            return connection.getResponseCode();
        } catch (HttpRetryException e) {
            // How the JDK says 401 of a body that it has not kept.
            return e.responseCode();
        }
    }

    private static Map<String, String> headers(HttpURLConnection connection) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; connection.getHeaderFieldKey(i) != null; i++) {
            headers.put(connection.getHeaderFieldKey(i), connection.getHeaderField(i));
        }
        return headers;
    }

    private static byte[] body(HttpURLConnection connection, int status, Deadline deadline) throws IOException {
        try (InputStream in = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            int count = in == null ? -1 : in.read(buffer);
            while (count >= 0) {
                out.write(buffer, 0, count);
                if (out.size() > LARGEST || deadline.millis() == 0) {
                    throw new IOException("the answer is too " + (out.size() > LARGEST ? "long" : "slow"));
                }
                count = in.read(buffer);
            }
            long announced = connection.getContentLengthLong();
            if (in != null && announced >= 0 && out.size() != announced) {
                // The JDK takes a connection that breaks off for the end of what was sent.
                throw new IOException("the answer ended early");
            }
            return out.toByteArray();
        }
    }
}
