package io.lambdamaven.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP response. Immutable: each method returns a changed copy.
 *
 * <pre>{@code
 * return HttpResponse.of(201).header("Location", "/orders/" + order.id()).json(order);
 * }</pre>
 *
 * <p>Header names and values are checked as they are given, so that no value can add a header of its own.
 */
public final class HttpResponse {
    private final int status;
    private final Map<String, List<String>> headers;
    private final List<String> cookies;
    private final @Nullable Object body;
    private final boolean json;

    private HttpResponse(
            int status, Map<String, List<String>> headers, List<String> cookies, @Nullable Object body, boolean json) {
        this.status = status;
        this.headers = headers;
        this.cookies = cookies;
        this.body = body;
        this.json = json;
    }

    /**
     * An empty response.
     *
     * @param status 200 to 599
     * @return a response without headers and body
     * @throws IllegalArgumentException if the status is not one a function can answer with
     */
    public static HttpResponse of(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("an HTTP response has a status from 200 to 599, not " + status);
        }
        return new HttpResponse(status, Map.of(), List.of(), null, false);
    }

    /**
     * A response of status 200 with text.
     *
     * @param text the body
     * @return of type {@code text/plain} unless a header says otherwise
     */
    public static HttpResponse text(String text) {
        return of(200).body(text);
    }

    /**
     * A response of status 200 with bytes.
     *
     * @param bytes the body
     * @return of type {@code application/octet-stream} unless a header says otherwise
     */
    public static HttpResponse bytes(byte[] bytes) {
        return of(200).body(bytes);
    }

    /**
     * A response that sends the caller elsewhere with a GET request: 302.
     *
     * @param location a URI or a path; characters other than ASCII have to be percent-encoded
     * @return a response without body
     * @throws IllegalArgumentException if it holds a character that no header may hold
     */
    public static HttpResponse redirect(String location) {
        return redirect(302, location);
    }

    /**
     * A response that sends the caller elsewhere.
     *
     * @param status 301 or 308 for good, 302, 303 or 307 for now; 307 and 308 have method and body sent again
     * @param location a URI or a path; characters other than ASCII have to be percent-encoded
     * @return a response without body
     * @throws IllegalArgumentException if the status is none of these, or the location holds a character that no header
     *     may hold
     */
    public static HttpResponse redirect(int status, String location) {
        if (status != 301 && status != 302 && status != 303 && status != 307 && status != 308) {
            throw new IllegalArgumentException("a redirect has the status 301, 302, 303, 307 or 308, not " + status);
        }
        return of(status).header("Location", location);
    }

    /**
     * Sets the media type of the body.
     *
     * @param mediaType such as {@code text/csv; charset=utf-8}, in the place of any other
     * @return a copy with the header {@code Content-Type}
     * @throws IllegalArgumentException if it holds a line break or another control character
     */
    public HttpResponse type(String mediaType) {
        return replaced("Content-Type", mediaType);
    }

    /**
     * Tags the response, so that a caller who has it already is answered with 304: a GET or HEAD request whose
     * {@code If-None-Match} has the tag; one whose {@code If-Match} does not have it is answered with 412. For requests
     * that change something see {@link HttpRequest#precondition(String)}.
     *
     * @param tag another one for every other content; without quotes
     * @return a copy with the header {@code ETag}
     * @throws IllegalArgumentException if it holds a quote, a space or a control character
     */
    public HttpResponse eTag(String tag) {
        return replaced("ETag", '"' + checked(tag) + '"');
    }

    /**
     * Tags the response weakly: two of one tag say the same, though their bytes may differ. {@code If-Match} and
     * {@code If-Range} never have a weak tag.
     *
     * @param tag another one for every other content; without quotes
     * @return a copy with the header {@code ETag}
     * @throws IllegalArgumentException if it holds a quote, a space or a control character
     */
    public HttpResponse weakETag(String tag) {
        return replaced("ETag", "W/\"" + checked(tag) + '"');
    }

    private static String checked(String tag) {
        for (int i = 0; i < tag.length(); i++) {
            if (tag.charAt(i) <= ' ' || tag.charAt(i) == '"') {
                throw new IllegalArgumentException("the tag holds a character that none may hold, at position " + i);
            }
        }
        return tag;
    }

    /**
     * Says when the content was changed, so that a caller who has it already is answered with 304: a GET or HEAD request
     * whose {@code If-Modified-Since} is not before that.
     *
     * @param time of which whole seconds count
     * @return a copy with the header {@code Last-Modified}
     */
    public HttpResponse lastModified(Instant time) {
        return replaced("Last-Modified", HttpDates.format(time));
    }

    /**
     * Adds a cookie.
     *
     * @param cookie to be set
     * @return a copy with the cookie
     * @throws IllegalStateException if browsers refuse such a cookie
     */
    public HttpResponse cookie(Cookie cookie) {
        return cookie(cookie.header());
    }

    private HttpResponse replaced(String name, String value) {
        HeaderRules.checkValue(name, value);
        Map<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, List.of(value));
        return new HttpResponse(status, Collections.unmodifiableMap(more), cookies, body, json);
    }

    /**
     * Adds a header; a second value of the same name is kept beside the first.
     *
     * @param name a token as RFC 9110 has it
     * @param value visible characters, spaces and tabs
     * @return a copy with the header
     * @throws IllegalArgumentException if the name is no token or the value holds a line break or another control
     *     character
     */
    public HttpResponse header(String name, String value) {
        if (name.equalsIgnoreCase("set-cookie")) {
            return cookie(value);
        }
        HeaderRules.checkName(name);
        HeaderRules.checkValue(name, value);
        Map<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, with(more.getOrDefault(name, List.of()), value));
        return new HttpResponse(status, Collections.unmodifiableMap(more), cookies, body, json);
    }

    /**
     * Adds a cookie.
     *
     * @param setCookie the value of a {@code Set-Cookie} header, such as {@code id=1; Path=/; Secure; HttpOnly}
     * @return a copy with the cookie
     * @throws IllegalArgumentException if it holds a line break or another control character
     */
    public HttpResponse cookie(String setCookie) {
        HeaderRules.checkValue("Set-Cookie", setCookie);
        return new HttpResponse(status, headers, with(cookies, setCookie), body, json);
    }

    /**
     * Sets the body to text.
     *
     * @param text sent as UTF-8; of type {@code text/plain} unless a header says otherwise
     * @return a copy with the body
     */
    public HttpResponse body(String text) {
        return new HttpResponse(status, headers, cookies, text, false);
    }

    /**
     * Sets the body to bytes.
     *
     * @param bytes copied; of type {@code application/octet-stream} unless a header says otherwise
     * @return a copy with the body
     */
    public HttpResponse body(byte[] bytes) {
        return new HttpResponse(status, headers, cookies, bytes.clone(), false);
    }

    /**
     * Sets the body to a value, written as JSON when the response is sent.
     *
     * @param value of type {@code application/json} unless a header says otherwise; null is the JSON null
     * @return a copy with the body
     */
    public HttpResponse json(@Nullable Object value) {
        return new HttpResponse(status, headers, cookies, value, true);
    }

    /**
     * The status.
     *
     * @return 200 to 599
     */
    public int status() {
        return status;
    }

    /**
     * The headers, without cookies; looking one up ignores letter case.
     *
     * @return name to values, unmodifiable
     */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /**
     * The cookies.
     *
     * @return values of {@code Set-Cookie}, in order, unmodifiable
     */
    public List<String> cookies() {
        return cookies;
    }

    /**
     * The body.
     *
     * @return a {@code String}, a {@code byte[]} (a copy), the value to write as JSON if {@link #isJson()}, or null
     */
    public @Nullable Object body() {
        return !json && body instanceof byte[] bytes ? bytes.clone() : body;
    }

    /**
     * Whether the body is a value to be written as JSON.
     *
     * @return true after {@link #json}
     */
    public boolean isJson() {
        return json;
    }

    /**
     * Whether the body is bytes.
     *
     * @return true if {@link #body()} gives a {@code byte[]}; nothing is copied for the answer
     */
    public boolean isBytes() {
        return !json && body instanceof byte[];
    }

    private static List<String> with(List<String> values, String value) {
        List<String> more = new ArrayList<>(values);
        more.add(value);
        return Collections.unmodifiableList(more);
    }
}
