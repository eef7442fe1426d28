package io.lambdamaven.runtime.reply;

import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.json.JsonSink;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes an HTTP response in the form that the front of its request expects.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
 *     HTTP APIs and function URLs</a>
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html">REST
 *     APIs</a>
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html">load
 *     balancers</a>
 */
public final class HttpReply {
    private static final String SET_COOKIE = "set-cookie";

    private static final byte[] STATUS = JsonSink.quoted("statusCode");
    private static final byte[] DESCRIPTION = JsonSink.quoted("statusDescription");
    private static final byte[] HEADERS = JsonSink.quoted("headers");
    private static final byte[] CONTENT_TYPE = JsonSink.quoted("content-type");
    private static final byte[] BODY = JsonSink.quoted("body");
    private static final byte[] IS_BASE64 = JsonSink.quoted("isBase64Encoded");

    private HttpReply() {}

    /**
     * Writes a response.
     *
     * @param event what it answers
     * @param response the response
     * @return the bytes that the front expects
     * @throws io.lambdamaven.runtime.json.JsonException if its body cannot be written as JSON
     */
    public static byte[] write(Event event, HttpResponse response) {
        return write(event, response, Body.of(response));
    }

    /**
     * Writes the response to a HEAD request: one without its body.
     *
     * @param event what it answers
     * @param response as to a GET request
     * @return the bytes that the front expects
     * @throws io.lambdamaven.runtime.json.JsonException if its body cannot be written as JSON
     */
    public static byte[] head(Event event, HttpResponse response) {
        return write(event, response, Body.of(response).left());
    }

    private static byte[] write(Event event, HttpResponse response, Body body) {
        boolean balancer = event.kind() == EventKind.ALB
                || event.kind() == EventKind.LATTICE_V1
                || event.kind() == EventKind.LATTICE_V2;
        boolean multi = event.kind() == EventKind.REST_API
                || (event.kind() == EventKind.ALB && event.detail().equals("multi-value"));
        JsonSink sink = new JsonSink().startObject().name(STATUS).number(response.status());
        if (balancer) {
            sink.name(DESCRIPTION).text(description(response.status()));
        }
        if (multi) {
            multiHeaders(sink, response, body);
        } else {
            singleHeaders(sink, response, body, balancer);
        }
        if (!balancer && !multi && !response.cookies().isEmpty()) {
            strings(sink.name("cookies"), response.cookies());
        }
        return sink.name(BODY)
                .text(body.text())
                .name(IS_BASE64)
                .bool(body.base64())
                .endObject()
                .toBytes();
    }

    private static String description(int status) {
        return status == 200 ? "200 OK" : status + " " + Reasons.of(status);
    }

    private static void multiHeaders(JsonSink sink, HttpResponse response, Body body) {
        sink.name("multiValueHeaders").startObject();
        if (body.typeIfUnsaid() != null) {
            strings(sink.name(CONTENT_TYPE), List.of(body.typeIfUnsaid()));
        }
        for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
            strings(sink.name(name(header.getKey())), header.getValue());
        }
        if (!response.cookies().isEmpty()) {
            strings(sink.name(SET_COOKIE), response.cookies());
        }
        sink.endObject();
    }

    private static void singleHeaders(JsonSink sink, HttpResponse response, Body body, boolean cookies) {
        sink.name(HEADERS).startObject();
        if (body.typeIfUnsaid() != null) {
            sink.name(CONTENT_TYPE).text(body.typeIfUnsaid());
        }
        for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
            sink.name(name(header.getKey())).text(String.join(", ", header.getValue()));
        }
        for (int i = 0; cookies && i < response.cookies().size(); i++) {
            sink.name(spelling(i)).text(response.cookies().get(i));
        }
        sink.endObject();
    }

    private static void strings(JsonSink sink, List<String> values) {
        sink.startArray();
        for (int i = 0; i < values.size(); i++) {
            sink.text(values.get(i));
        }
        sink.endArray();
    }

    private static String name(String header) {
        return header.toLowerCase(Locale.ROOT);
    }

    /**
     * Cookies cannot be joined, and an object has room for one header of a name; but letter case makes another name of it
     * that means the same.
     */
    private static String spelling(int number) {
        StringBuilder out = new StringBuilder(SET_COOKIE);
        int rest = number;
        for (int i = 0; rest > 0 && i < out.length(); i++) {
            if (out.charAt(i) != '-') {
                if ((rest & 1) == 1) {
                    out.setCharAt(i, Character.toUpperCase(out.charAt(i)));
                }
                rest >>= 1;
            }
        }
        return out.toString();
    }
}
