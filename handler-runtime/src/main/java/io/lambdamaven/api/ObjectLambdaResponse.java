package io.lambdamaven.api;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an S3 Object Lambda access point answers. Immutable: each method returns a changed copy.
 *
 * <pre>{@code
 * return ObjectLambdaResponse.of(image).header("Content-Type", "image/png").header("x-amz-meta-by", "resizer");
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_WriteGetObjectResponse.html">AWS:
 *     WriteGetObjectResponse</a>
 */
public final class ObjectLambdaResponse {
    private static final byte[] NOTHING = {};

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final @Nullable String errorCode;
    private final @Nullable String errorMessage;

    private ObjectLambdaResponse(
            int status,
            Map<String, String> headers,
            byte[] body,
            @Nullable String errorCode,
            @Nullable String errorMessage) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.errorCode = errorCode;
        this.errorMessage = errorMessage;
    }

    /**
     * An object.
     *
     * @param body copied; of type {@code application/octet-stream} unless a header says otherwise
     * @return a response of status 200
     */
    public static ObjectLambdaResponse of(byte[] body) {
        return new ObjectLambdaResponse(200, Map.of(), body.clone(), null, null);
    }

    /**
     * An object of text.
     *
     * @param body sent as UTF-8; of type {@code text/plain; charset=utf-8} unless a header says otherwise
     * @return a response of status 200
     */
    public static ObjectLambdaResponse of(String body) {
        return new ObjectLambdaResponse(200, Map.of(), body.getBytes(StandardCharsets.UTF_8), null, null)
                .header("Content-Type", "text/plain; charset=utf-8");
    }

    /**
     * A status alone, as for HEAD requests and for 304.
     *
     * @param status one of those that S3 lets a function answer with: 200, 206, 304, 400, 401, 403, 404, 405, 409, 411,
     *     412, 416, 500, 503
     * @return a response without headers and body
     * @throws IllegalArgumentException if it is none of them
     */
    public static ObjectLambdaResponse status(int status) {
        return new ObjectLambdaResponse(checked(status), Map.of(), NOTHING, null, null);
    }

    /**
     * An error as S3 answers them.
     *
     * @param status one of 400, 401, 403, 404, 405, 409, 411, 412, 416, 500, 503
     * @param code such as {@code NoSuchKey}: letters, the first one a capital
     * @param message what went wrong; characters other than ASCII reach the caller as question marks
     * @return a response without body
     * @throws IllegalArgumentException if the status is no such error, or the code is not of letters
     */
    public static ObjectLambdaResponse error(int status, String code, String message) {
        if (checked(status) < 400) {
            throw new IllegalArgumentException("status " + status + " is not an error");
        }
        if (!isCode(code)) {
            throw new IllegalArgumentException(
                    "an error code is of letters, the first one a capital, such as NoSuchKey");
        }
        return new ObjectLambdaResponse(status, Map.of(), NOTHING, code, message);
    }

    /**
     * Sets a header.
     *
     * @param name one that S3 answers GetObject with, such as {@code Content-Type}, {@code ETag} or
     *     {@code x-amz-meta-name}; not {@code Content-Length}, which the body gives
     * @param value visible ASCII characters and spaces
     * @return a copy with the header
     * @throws IllegalArgumentException if the name is no token or {@code Content-Length}, or the value holds other
     *     characters
     */
    public ObjectLambdaResponse header(String name, String value) {
        HeaderRules.checkName(name);
        HeaderRules.checkValue(name, value);
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > '~') {
                throw new IllegalArgumentException("the value of header " + name + " is not ASCII at position " + i);
            }
        }
        if (name.equalsIgnoreCase("Content-Length")) {
            throw new IllegalArgumentException("Content-Length follows from the body");
        }
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.remove(name);
        more.put(name, value);
        return new ObjectLambdaResponse(status, Collections.unmodifiableMap(more), body, errorCode, errorMessage);
    }

    /**
     * Sets the status, 206 for part of an object, say.
     *
     * @param other one of 200, 206 and 304
     * @return a copy with the status
     * @throws IllegalArgumentException if it is an error's, which have {@link #error}
     */
    public ObjectLambdaResponse withStatus(int other) {
        if (checked(other) >= 400) {
            throw new IllegalArgumentException("status " + other + " is an error's, which has no body");
        }
        return new ObjectLambdaResponse(other, headers, body, errorCode, errorMessage);
    }

    /**
     * The status.
     *
     * @return 200 to 503
     */
    public int status() {
        return status;
    }

    /**
     * The headers; looking one up ignores letter case.
     *
     * @return name to value, unmodifiable
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * The body.
     *
     * @return a copy
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * S3's word for the error.
     *
     * @return null if it is none
     */
    public @Nullable String errorCode() {
        return errorCode;
    }

    /**
     * What went wrong.
     *
     * @return null if nothing did
     */
    public @Nullable String errorMessage() {
        return errorMessage;
    }

    private static int checked(int status) {
        return switch (status) {
            case 200, 206, 304, 400, 401, 403, 404, 405, 409, 411, 412, 416, 500, 503 -> status;
            default -> throw new IllegalArgumentException("S3 lets no function answer with status " + status);
        };
    }

    private static boolean isCode(String code) {
        boolean good = code.length() > 1 && code.charAt(0) >= 'A' && code.charAt(0) <= 'Z';
        for (int i = 1; i < code.length() && good; i++) {
            char c = code.charAt(i);
            good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        return good;
    }
}
