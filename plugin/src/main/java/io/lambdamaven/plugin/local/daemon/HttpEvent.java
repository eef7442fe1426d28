package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.local.wire.Account;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A request as an event of payload format 2.0.
 *
 * @param headers in the order of the request
 * @param host the front's, without port
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
 *     Payload format</a>
 */
record HttpEvent(
        String apiId,
        RouteKeys.Match route,
        String method,
        String rawPath,
        String rawQuery,
        String protocol,
        List<Header> headers,
        Bytes body,
        String host,
        int port,
        String sourceIp,
        String requestId,
        Instant time) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    record Header(String name, String value) {}

    JsonObject toJson() {
        TreeMap<String, String> joined = joinedHeaders();
        JsonObject.Builder event = Json.object()
                .put("version", "2.0")
                .put("routeKey", route.routeKey())
                .put("rawPath", rawPath)
                .put("rawQueryString", rawQuery)
                .put("headers", Json.object().putAll(joined))
                .put("requestContext", context(joined.getOrDefault("user-agent", "")));
        List<String> cookies = cookies();
        if (!cookies.isEmpty()) {
            event.put("cookies", Json.texts(cookies));
        }
        SortedMap<String, String> query = query();
        if (!query.isEmpty()) {
            event.put("queryStringParameters", Json.object().putAll(query));
        }
        if (!route.pathParameters().isEmpty()) {
            event.put("pathParameters", Json.object().putAll(route.pathParameters()));
        }
        String text = text(joined.get("content-type"), joined.containsKey("content-encoding"));
        if (!body.isEmpty()) {
            event.put("body", text == null ? Base64.getEncoder().encodeToString(body.array()) : text);
        }
        return event.put("isBase64Encoded", !body.isEmpty() && text == null).build();
    }

    private JsonObject.Builder context(String userAgent) {
        return Json.object()
                .put("accountId", Account.ID)
                .put("apiId", apiId)
                .put("domainName", host)
                .put("domainPrefix", host.startsWith(apiId + ".") ? apiId : host)
                .put(
                        "http",
                        Json.object()
                                .put("method", method)
                                .put("path", rawPath)
                                .put("protocol", protocol)
                                .put("sourceIp", sourceIp)
                                .put("userAgent", userAgent))
                .put("requestId", requestId)
                .put("routeKey", route.routeKey())
                .put("stage", "$default")
                .put("time", TIME.format(time))
                .put("timeEpoch", time.toEpochMilli());
    }

    private TreeMap<String, String> joinedHeaders() {
        TreeMap<String, String> joined = new TreeMap<>();
        for (Header header : headers) {
            String name = header.name().toLowerCase(Locale.ROOT);
            // What a caller writes into these would be believed; the service writes them itself.
            if (!name.equals("cookie") && !name.startsWith("x-forwarded-") && !name.equals("forwarded")) {
                joined.merge(name, header.value(), (first, more) -> first + "," + more);
            }
        }
        joined.put("x-forwarded-for", sourceIp);
        joined.put("x-forwarded-port", Integer.toString(port));
        joined.put("x-forwarded-proto", "http");
        return joined;
    }

    private List<String> cookies() {
        List<String> cookies = new ArrayList<>();
        headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("cookie"))
                .flatMap(header -> List.of(header.value().split(";", -1)).stream())
                .map(String::strip)
                .filter(cookie -> !cookie.isEmpty())
                .forEach(cookies::add);
        return cookies;
    }

    private SortedMap<String, String> query() {
        UnaryOperator<String> decode = text -> URLDecoder.decode(text, StandardCharsets.UTF_8);
        TreeMap<String, String> query = new TreeMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                query.merge(decode.apply(name), decode.apply(value), (first, more) -> first + "," + more);
            }
        }
        return query;
    }

    /** The body if it is text and can be written as such, else null. */
    private @Nullable String text(@Nullable String contentType, boolean encoded) {
        String type = contentType == null
                ? "text/plain"
                : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean text = type.startsWith("text/")
                || type.endsWith("json")
                || type.endsWith("xml")
                || type.endsWith("javascript")
                || type.equals("application/x-www-form-urlencoded");
        if (!text || encoded) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.array()))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
