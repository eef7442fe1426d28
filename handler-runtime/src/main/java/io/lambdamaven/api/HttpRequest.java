package io.lambdamaven.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request, the same whether it came through an HTTP API, a REST API, a function URL or a load balancer.
 * Immutable; a test makes one with {@link #builder}.
 */
public final class HttpRequest {
    private final String method;
    private final String rawPath;
    private final String rawQuery;
    private final Map<String, List<String>> headers;
    private final Map<String, List<String>> query;
    private final Map<String, String> cookies;
    private final Map<String, String> pathParams;
    private final Map<String, String> stageVariables;
    private final byte[] body;
    private final @Nullable String sourceIp;
    private final @Nullable String requestId;

    private HttpRequest(Builder builder) {
        method = builder.method;
        rawPath = builder.rawPath;
        rawQuery = builder.rawQuery;
        headers = frozen(builder.headers, new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
        query = frozen(builder.query, new LinkedHashMap<>());
        cookies = Collections.unmodifiableMap(new LinkedHashMap<>(builder.cookies));
        pathParams = Collections.unmodifiableMap(new LinkedHashMap<>(builder.pathParams));
        stageVariables = Collections.unmodifiableMap(new LinkedHashMap<>(builder.stageVariables));
        body = builder.body;
        sourceIp = builder.sourceIp;
        requestId = builder.requestId;
    }

    private static Map<String, List<String>> frozen(Map<String, List<String>> values, Map<String, List<String>> into) {
        for (Map.Entry<String, List<String>> entry : values.entrySet()) {
            into.put(entry.getKey(), List.copyOf(entry.getValue()));
        }
        return Collections.unmodifiableMap(into);
    }

    /**
     * Starts a request.
     *
     * @param method in upper case
     * @param rawPath percent-encoded, starting with a slash
     * @return a builder with no query, headers or body
     */
    public static Builder builder(String method, String rawPath) {
        return new Builder(method, rawPath);
    }

    /**
     * The method.
     *
     * @return in upper case, such as {@code GET}
     */
    public String method() {
        return method;
    }

    /**
     * The path as the front hands it over: percent-encoded except by HTTP APIs, which decode it; without the stage.
     *
     * @return starts with a slash
     */
    public String rawPath() {
        return rawPath;
    }

    /**
     * The query as it arrived.
     *
     * @return percent-encoded, without the question mark; empty if there is none
     */
    public String rawQuery() {
        return rawQuery;
    }

    /**
     * All headers; looking one up ignores letter case.
     *
     * @return name to values, unmodifiable. HTTP APIs and function URLs join repeated headers with commas.
     */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /**
     * One header.
     *
     * @param name in any letter case
     * @return its first value, or null
     */
    public @Nullable String header(String name) {
        return first(headers.get(name));
    }

    /**
     * All query parameters, decoded.
     *
     * @return name to values, in the order of the request, unmodifiable
     */
    public Map<String, List<String>> query() {
        return query;
    }

    /**
     * One query parameter.
     *
     * @param name in its letter case
     * @return its first value, decoded, or null
     */
    public @Nullable String query(String name) {
        return first(query.get(name));
    }

    /**
     * The cookies that the request carries.
     *
     * @return name to value, unmodifiable
     */
    public Map<String, String> cookies() {
        return cookies;
    }

    /**
     * What the path template's parameters stand for in this request.
     *
     * @return name to value, decoded, unmodifiable
     */
    public Map<String, String> pathParams() {
        return pathParams;
    }

    /**
     * The stage variables of API Gateway, of this request alone; they never become settings.
     *
     * @return name to value, unmodifiable
     */
    public Map<String, String> stageVariables() {
        return stageVariables;
    }

    /**
     * The body.
     *
     * @return a copy of its bytes, empty if there is none
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * The body as UTF-8 text.
     *
     * @return empty if there is none
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The caller's address as the front saw it, never from a header that the caller can set.
     *
     * @return the address, or null where the front does not say
     */
    public @Nullable String sourceIp() {
        return sourceIp;
    }

    /**
     * The front's id of this request.
     *
     * @return the id, or null where the front gives none
     */
    public @Nullable String requestId() {
        return requestId;
    }

    /**
     * What the caller likes best, by {@code Accept}.
     *
     * @param types such as {@code text/csv}, the usual one first: it wins where several are liked alike
     * @return one of them, or null if the caller takes none
     */
    public @Nullable String preferred(String... types) {
        List<String> accept = headers.get("accept");
        return MediaTypes.best(accept == null ? null : String.join(", ", accept), List.of(types));
    }

    /**
     * Keeps a change from overwriting what its caller has not seen; to be called before anything is changed. What the
     * request's {@code If-Match} and {@code If-None-Match} say of the tag is held to it; a request without them goes on.
     *
     * <pre>{@code
     * Order known = orders.find(id);
     * request.precondition(known == null ? null : known.version());
     * orders.put(id, order);
     * }</pre>
     *
     * @param eTag of the content as it is now, as {@link HttpResponse#eTag} takes it or as the header has it; null if
     *     there is none yet
     * @throws HttpException with status 412 if the caller wants something else to be there; a GET or HEAD request whose
     *     {@code If-None-Match} has the tag goes on, as the runtime makes 304 of the response
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-precedence-of-preconditions">RFC 9110, section
     *     13.2.2</a>
     */
    public void precondition(@Nullable String eTag) {
        precondition(eTag, null);
    }

    /**
     * The same for what has a time: {@code If-Unmodified-Since} counts too, where the request has no {@code If-Match}.
     *
     * @param eTag of the content as it is now, or null if it has none
     * @param lastModified when it was changed last, of which whole seconds count; null if nobody knows. Where both are
     *     null there is no content yet
     * @throws HttpException with status 412 if the caller wants something else to be there
     */
    public void precondition(@Nullable String eTag, @Nullable Instant lastModified) {
        Preconditions asked =
                new Preconditions(all("if-match"), all("if-unmodified-since"), all("if-none-match"), null);
        boolean read = method.equals("GET") || method.equals("HEAD");
        if (asked.status(read, Preconditions.quoted(eTag), lastModified) == Preconditions.FAILED) {
            throw new HttpException(Preconditions.FAILED, Preconditions.WHY);
        }
    }

    /** All of a list, however the front has split it. */
    private @Nullable String all(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : String.join(", ", values);
    }

    private static @Nullable String first(@Nullable List<String> values) {
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** Gathers a request; used by the runtime, and by tests of handlers. */
    public static final class Builder {
        private final String method;
        private final String rawPath;
        private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private final Map<String, List<String>> query = new LinkedHashMap<>();
        private final Map<String, String> cookies = new LinkedHashMap<>();
        private final Map<String, String> pathParams = new LinkedHashMap<>();
        private final Map<String, String> stageVariables = new LinkedHashMap<>();
        private String rawQuery = "";
        private byte[] body = {};
        private @Nullable String sourceIp;
        private @Nullable String requestId;

        private Builder(String method, String rawPath) {
            this.method = method;
            this.rawPath = rawPath;
        }

        /**
         * Sets the raw query; its parameters are added with {@link #query}.
         *
         * @param value percent-encoded
         * @return this
         */
        public Builder rawQuery(String value) {
            rawQuery = value;
            return this;
        }

        /**
         * Adds a header.
         *
         * @param name in any letter case
         * @param value one value
         * @return this
         */
        public Builder header(String name, String value) {
            add(headers, name, value);
            return this;
        }

        /**
         * Adds a query parameter.
         *
         * @param name decoded
         * @param value decoded
         * @return this
         */
        public Builder query(String name, String value) {
            add(query, name, value);
            return this;
        }

        /**
         * Adds a cookie, unless there is one of this name.
         *
         * @param name in its letter case
         * @param value as it is
         * @return this
         */
        public Builder cookie(String name, String value) {
            cookies.putIfAbsent(name, value);
            return this;
        }

        /**
         * Sets a path parameter.
         *
         * @param name as in the template
         * @param value decoded
         * @return this
         */
        public Builder pathParam(String name, String value) {
            pathParams.put(name, value);
            return this;
        }

        /**
         * Sets a stage variable.
         *
         * @param name its name
         * @param value its value
         * @return this
         */
        public Builder stageVariable(String name, String value) {
            stageVariables.put(name, value);
            return this;
        }

        /**
         * Sets the body.
         *
         * @param bytes copied
         * @return this
         */
        public Builder body(byte[] bytes) {
            body = bytes.clone();
            return this;
        }

        /**
         * Sets the body to text in UTF-8.
         *
         * @param text the text
         * @return this
         */
        public Builder body(String text) {
            body = text.getBytes(StandardCharsets.UTF_8);
            return this;
        }

        /**
         * Sets the caller's address.
         *
         * @param address or null if unknown
         * @return this
         */
        public Builder sourceIp(@Nullable String address) {
            sourceIp = address;
            return this;
        }

        /**
         * Sets the front's id of the request.
         *
         * @param id or null if there is none
         * @return this
         */
        public Builder requestId(@Nullable String id) {
            requestId = id;
            return this;
        }

        /**
         * Makes the request.
         *
         * @return an immutable copy of what was gathered
         */
        public HttpRequest build() {
            return new HttpRequest(this);
        }

        private static void add(Map<String, List<String>> map, String name, String value) {
            List<String> values = map.get(name);
            if (values == null) {
                values = new ArrayList<>(1);
                map.put(name, values);
            }
            values.add(value);
        }
    }
}
