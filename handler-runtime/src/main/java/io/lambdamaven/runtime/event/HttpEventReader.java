package io.lambdamaven.runtime.event;

import io.lambdamaven.runtime.json.JsonCursor;
import java.util.ArrayList;
import java.util.List;
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
    private @Nullable String rawQuery;
    private @Nullable String body;
    private @Nullable String sourceIp;
    private @Nullable String requestId;
    private @Nullable Boolean base64;

    private HttpEventReader(EventKind kind) {
        this.kind = kind;
    }

    /**
     * Reads an HTTP event.
     *
     * @param what the recognised event, of an HTTP kind
     * @param target what it is for
     * @param json the event
     * @return what it says
     */
    public static HttpEvent read(Event what, HttpTarget target, byte[] json) {
        HttpEventReader reader = new HttpEventReader(what.kind());
        JsonCursor cursor = JsonCursor.over(json);
        for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
            reader.member(name, cursor);
        }
        return reader.event(target);
    }

    private void member(String name, JsonCursor value) {
        switch (name) {
            case "rawQueryString" -> rawQuery = first(rawQuery, value);
            case "body" -> body = first(body, value);
            case "isBase64Encoded", "is_base64_encoded" -> {
                if (base64 == null && !value.isNull()) {
                    base64 = value.isTrue();
                }
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
                case "http", "identity" -> caller(value);
                case "requestId" -> requestId = first(requestId, value);
                default -> value.skip();
            }
        }
    }

    private void caller(JsonCursor value) {
        if (!value.isObject()) {
            value.skip();
            return;
        }
        for (String name = value.nextName(); name != null; name = value.nextName()) {
            if (name.equals("sourceIp")) {
                sourceIp = first(sourceIp, value);
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

    private HttpEvent event(HttpTarget target) {
        List<NameValue> allHeaders = fuller(multiHeaders, headers);
        String raw = target.query() == null ? rawQuery : target.query();
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
                target.method(),
                target.path(),
                target.pathDecoded(),
                raw,
                parameters,
                allHeaders,
                cookies != null ? cookies : Cookies.of(allHeaders),
                body,
                Boolean.TRUE.equals(base64),
                sourceIp,
                requestId,
                stageVariables);
    }

    private static List<NameValue> fuller(@Nullable List<NameValue> multi, @Nullable List<NameValue> single) {
        return multi != null && !multi.isEmpty() ? multi : single != null ? single : List.of();
    }
}
