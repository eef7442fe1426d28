package io.lambdamaven.runtime.event;

import io.lambdamaven.runtime.json.JsonCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTTP events of every front in one pass; the fronts' shapes differ in names and in what is joined or encoded.
 * Of a key that occurs twice the first occurrence counts, as for the recogniser.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
 *     payloads 1.0 and 2.0</a>
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html">load
 *     balancers</a>
 * @see <a href="https://docs.aws.amazon.com/vpc-lattice/latest/ug/lambda-functions.html">VPC Lattice</a>
 */
public final class HttpEventReader {
    private final EventKind kind;
    private final List<NameValue> stageVariables = new ArrayList<>();
    private @Nullable List<NameValue> headers;
    private @Nullable List<NameValue> multiHeaders;
    private @Nullable List<NameValue> query;
    private @Nullable List<NameValue> multiQuery;
    private @Nullable List<String> cookies;
    private @Nullable String method;
    private @Nullable String path;
    private @Nullable String rawQuery;
    private @Nullable String body;
    private @Nullable String sourceIp;
    private @Nullable String requestId;
    private @Nullable String stage;
    private @Nullable String domain;
    private @Nullable String version;
    private boolean base64;

    private HttpEventReader(EventKind kind) {
        this.kind = kind;
    }

    /**
     * Reads an HTTP event.
     *
     * @param kind an HTTP kind
     * @param json the event
     * @return what it says
     */
    public static HttpEvent read(EventKind kind, byte[] json) {
        HttpEventReader reader = new HttpEventReader(kind);
        JsonCursor cursor = JsonCursor.over(json);
        for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
            reader.member(name, cursor);
        }
        return reader.event();
    }

    private void member(String name, JsonCursor value) {
        switch (name) {
            case "rawPath", "path", "raw_path" -> path = first(path, value);
            case "httpMethod", "method" -> method = first(method, value);
            case "version" -> version = first(version, value);
            case "rawQueryString" -> rawQuery = first(rawQuery, value);
            case "body" -> body = first(body, value);
            case "isBase64Encoded", "is_base64_encoded" -> {
                base64 |= value.isTrue();
                value.skip();
            }
            case "headers" -> headers = headers == null ? pairs(value) : skipped(headers, value);
            case "multiValueHeaders" ->
                multiHeaders = multiHeaders == null ? pairs(value) : skipped(multiHeaders, value);
            case "queryStringParameters", "query_string_parameters" ->
                query = query == null ? pairs(value) : skipped(query, value);
            case "multiValueQueryStringParameters" ->
                multiQuery = multiQuery == null ? pairs(value) : skipped(multiQuery, value);
            case "cookies" -> cookies = cookies == null ? strings(value) : skipped(cookies, value);
            case "stageVariables" -> {
                List<NameValue> variables = pairs(value);
                if (variables != null && stageVariables.isEmpty()) {
                    stageVariables.addAll(variables);
                }
            }
            case "requestContext" -> context(value);
            default -> value.skip();
        }
    }

    private void context(JsonCursor value) {
        if (!value.isObject()) {
            value.skip();
            return;
        }
        for (String name = value.nextName(); name != null; name = value.nextName()) {
            switch (name) {
                case "http" -> caller(value, true);
                case "identity" -> caller(value, false);
                case "requestId" -> requestId = first(requestId, value);
                case "stage" -> stage = first(stage, value);
                case "domainName" -> domain = first(domain, value);
                default -> value.skip();
            }
        }
    }

    private void caller(JsonCursor value, boolean line) {
        if (!value.isObject()) {
            value.skip();
            return;
        }
        for (String name = value.nextName(); name != null; name = value.nextName()) {
            if (name.equals("sourceIp")) {
                sourceIp = first(sourceIp, value);
            } else if (line && name.equals("method")) {
                method = first(method, value);
            } else {
                value.skip();
            }
        }
    }

    private static @Nullable String first(@Nullable String known, JsonCursor value) {
        return known == null ? value.text() : skipped(known, value);
    }

    private static <T> T skipped(T known, JsonCursor value) {
        value.skip();
        return known;
    }

    /** An object of strings, or of arrays of strings. */
    private static @Nullable List<NameValue> pairs(JsonCursor value) {
        if (!value.isObject()) {
            value.skip();
            return null;
        }
        List<NameValue> pairs = new ArrayList<>();
        for (String name = value.nextName(); name != null; name = value.nextName()) {
            if (value.isArray()) {
                while (value.nextElement()) {
                    add(pairs, name, value.text());
                }
            } else {
                add(pairs, name, value.text());
            }
        }
        return pairs;
    }

    private static void add(List<NameValue> pairs, String name, @Nullable String text) {
        if (text != null) {
            pairs.add(new NameValue(name, text));
        }
    }

    private static List<String> strings(JsonCursor value) {
        List<String> list = new ArrayList<>();
        if (!value.isArray()) {
            value.skip();
            return list;
        }
        while (value.nextElement()) {
            String text = value.text();
            if (text != null) {
                list.add(text);
            }
        }
        return list;
    }

    private HttpEvent event() {
        List<NameValue> allHeaders = fuller(multiHeaders, headers);
        String fullPath = path == null || path.isEmpty() ? "/" : path;
        // Lattice 1.0 alone has the query within the path.
        int mark = kind == EventKind.LATTICE_V1 ? fullPath.indexOf('?') : -1;
        String onlyPath = mark < 0 ? fullPath : fullPath.substring(0, mark);
        String raw = mark < 0 ? rawQuery : fullPath.substring(mark + 1);
        List<NameValue> parameters = fuller(multiQuery, query);
        if (raw != null) {
            parameters = QueryString.parse(raw);
        } else if (kind == EventKind.ALB) {
            raw = QueryString.join(parameters);
            parameters = QueryString.parse(raw);
        } else {
            raw = QueryString.encode(parameters);
        }
        return new HttpEvent(
                kind,
                method == null ? "GET" : method.toUpperCase(Locale.ROOT),
                withoutStage(onlyPath),
                ofHttpApi(),
                raw,
                parameters,
                allHeaders,
                cookies != null ? cookies : Cookies.of(allHeaders),
                body,
                base64,
                sourceIp,
                requestId,
                stageVariables);
    }

    /** Both of its payload formats: 1.0 looks like a REST API's event but for its version. */
    private boolean ofHttpApi() {
        return kind == EventKind.HTTP_API || (kind == EventKind.REST_API && "1.0".equals(version));
    }

    private static List<NameValue> fuller(@Nullable List<NameValue> multi, @Nullable List<NameValue> single) {
        return multi != null && !multi.isEmpty() ? multi : single != null ? single : List.of();
    }

    /** An HTTP API puts its stage before the path, unless it is the default one or the domain a custom one. */
    private String withoutStage(String fullPath) {
        if (!ofHttpApi() || stage == null || domain == null || !domain.contains(".execute-api.")) {
            return fullPath;
        }
        String prefix = "/" + stage;
        if (fullPath.equals(prefix)) {
            return "/";
        }
        return fullPath.startsWith(prefix + "/") ? fullPath.substring(prefix.length()) : fullPath;
    }
}
