package io.lambdamaven.runtime.aws;

import io.lambdamaven.runtime.json.JsonCursor;
import io.lambdamaven.runtime.json.JsonException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What AWS says is wrong, in JSON or XML. */
final class Errors {
    private static final int LONGEST = 1_000;

    private Errors() {}

    static AwsException of(String what, AwsResponse response, int attempts, Credentials secrets) {
        byte[] body = response.body();
        String code = "";
        String message = "";
        if (body.length > 0 && body[0] == '<') {
            String xml = new String(body, StandardCharsets.UTF_8);
            code = element(xml, "Code");
            message = element(xml, "Message");
        } else if (body.length > 0) {
            code = member(body, "__type", "code");
            message = member(body, "message", "Message");
        }
        String header = response.header("x-amzn-ErrorType");
        code = plain(header == null || header.isEmpty() ? code : header);
        String text = what + " failed with status " + response.status()
                + (code.isEmpty() ? "" : " " + code)
                + (message.isEmpty() ? "" : ": " + message)
                + elsewhere(response, code, message);
        return new AwsException(printable(secrets.withoutSecrets(text)), response.status(), code, attempts, null);
    }

    /** Only the name of what went wrong and the host: the rest of an address may be a secret. */
    static AwsException of(String what, String host, IOException cause, int attempts) {
        String text = what + ": no answer from " + host + " (attempt " + attempts + "): "
                + cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ", " + cause.getMessage());
        return new AwsException(printable(text), 0, "", attempts, cause);
    }

    /** S3 redirects to the Region of a bucket, and redirects are not followed. */
    private static String elsewhere(AwsResponse response, String code, String message) {
        String region = response.header("x-amz-bucket-region");
        if (response.status() == 301
                || code.equals("PermanentRedirect")
                || (region != null && code.equals("AuthorizationHeaderMalformed"))) {
            return (message.endsWith(".") ? "" : ".") + " The bucket is in "
                    + (region != null && Hosts.isLabel(region) ? "the Region " + region : "another Region")
                    + ": use one in the function's own";
        }
        return "";
    }

    static String host(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    /** {@code com.amazonaws.codepipeline#JobNotFoundException:http://...} is the same as its middle. */
    private static String plain(String code) {
        int colon = code.indexOf(':');
        String out = colon < 0 ? code : code.substring(0, colon);
        return out.substring(out.indexOf('#') + 1);
    }

    private static String member(byte[] json, String name, String other) {
        try {
            JsonCursor cursor = JsonCursor.over(json);
            if (cursor.isObject()) {
                for (String next = cursor.nextName(); next != null; next = cursor.nextName()) {
                    if (next.equals(name) || next.equals(other)) {
                        String text = cursor.text();
                        return text == null ? "" : text;
                    }
                    cursor.skip();
                }
            }
            return "";
        } catch (JsonException e) {
            // A proxy's error page, say: the status has to do.
            return "";
        }
    }

    private static String element(String xml, String name) {
        int start = xml.indexOf("<" + name + ">");
        int end = xml.indexOf("</" + name + ">");
        return start < 0 || end < start ? "" : xml.substring(start + name.length() + 2, end);
    }

    private static String printable(@Nullable String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; text != null && i < text.length() && i < LONGEST; i++) {
            out.append(Character.isISOControl(text.charAt(i)) ? ' ' : text.charAt(i));
        }
        return out.toString();
    }
}
