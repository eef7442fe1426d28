package io.lambdamaven.plugin.sample;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request in payload format 2.0, from an HTTP API or a function URL.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">format</a>
 */
final class HttpSample {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String ADDRESS = "127.0.0.1";
    private static final String AGENT = "lambda-maven-plugin";

    private final SampleContext context;
    private final Clock clock;

    HttpSample(SampleContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
    }

    Sample of(Route route, RequestLine line, @Nullable String body) {
        Trigger.Http trigger = (Trigger.Http) route.trigger();
        String domain = context.domainName() == null
                ? "sample.execute-api." + context.region() + ".amazonaws.com"
                : context.domainName();
        boolean functionUrl = domain.contains(".lambda-url.");
        String routeKey = functionUrl ? "$default" : trigger.method() + " " + trigger.path();
        JsonObject.Builder event = Json.object()
                .put("version", "2.0")
                .put("routeKey", routeKey)
                .put("rawPath", line.path())
                .put("rawQueryString", line.query())
                .put("headers", Json.object().putAll(headers(domain, body)))
                .put("requestContext", requestContext(domain, routeKey, line))
                .put("isBase64Encoded", false);
        if (!line.query().isEmpty()) {
            event.put("queryStringParameters", Json.object().putAll(query(line.query())));
        }
        SortedMap<String, String> parameters = PathPattern.of(trigger.path()).match(line.path());
        if (!functionUrl && parameters != null && !parameters.isEmpty()) {
            event.put("pathParameters", Json.object().putAll(parameters));
        }
        event.putIfPresent("body", body);
        return new Sample(route, "live", event.build().canonical());
    }

    private JsonObject.Builder requestContext(String domain, String routeKey, RequestLine line) {
        int dot = domain.indexOf('.');
        String api = dot < 0 ? domain : domain.substring(0, dot);
        return Json.object()
                .put("accountId", context.account())
                .put("apiId", api)
                .put("domainName", domain)
                .put("domainPrefix", api)
                .put(
                        "http",
                        Json.object()
                                .put("method", line.method())
                                .put("path", line.path())
                                .put("protocol", "HTTP/1.1")
                                .put("sourceIp", ADDRESS)
                                .put("userAgent", AGENT))
                .put("requestId", "sample")
                .put("routeKey", routeKey)
                .put("stage", "$default")
                .put("time", TIME.format(clock.instant()))
                .put("timeEpoch", clock.millis());
    }

    private static Map<String, String> headers(String domain, @Nullable String body) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("accept", "*/*");
        headers.put("host", domain);
        headers.put("user-agent", AGENT);
        headers.put("x-forwarded-for", ADDRESS);
        headers.put("x-forwarded-port", "443");
        headers.put("x-forwarded-proto", "https");
        if (body != null) {
            headers.put("content-type", Payloads.isDocument(body) ? "application/json" : "text/plain; charset=utf-8");
            headers.put("content-length", String.valueOf(body.getBytes(StandardCharsets.UTF_8).length));
        }
        return headers;
    }

    /** Decoded, the values of a repeated name joined by commas. */
    private static Map<String, String> query(String raw) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (!name.isEmpty()) {
                parameters.merge(name, value, (one, more) -> one + "," + more);
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
