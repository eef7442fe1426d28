package io.lambdamaven.runtime.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One line of {@code requests.txt}: {@code METHOD target | Name: value || body}, with escapes in body and values. */
record RawRequest(String method, String target, List<String[]> headers, byte[] body) {
    static RawRequest parse(String line) {
        int bar = line.indexOf(" || ");
        String head = bar < 0 ? line : line.substring(0, bar);
        String[] parts = head.split(" \\| ");
        String[] first = parts[0].split(" ", 2);
        List<String[]> headers = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            int colon = parts[i].indexOf(':');
            headers.add(new String[] {
                parts[i].substring(0, colon), text(parts[i].substring(colon + 1).strip())
            });
        }
        return new RawRequest(first[0], first[1], headers, bytes(bar < 0 ? "" : line.substring(bar + 4)));
    }

    /** Escapes of code points, and of bytes. */
    private static String text(String escaped) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.startsWith("\\u", i)) {
                out.append((char) Integer.parseInt(escaped.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                out.append(escaped.charAt(i));
            }
        }
        return out.toString();
    }

    private static byte[] bytes(String escaped) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.startsWith("\\x", i)) {
                out.write(Integer.parseInt(escaped.substring(i + 2, i + 4), 16));
                i += 3;
            } else if (escaped.startsWith("\\u", i)) {
                out.writeBytes(text(escaped.substring(i, i + 6)).getBytes(StandardCharsets.UTF_8));
                i += 5;
            } else {
                out.write(escaped.charAt(i));
            }
        }
        return out.toByteArray();
    }

    String path() {
        return target.contains("?") ? target.substring(0, target.indexOf('?')) : target;
    }

    String query() {
        return target.contains("?") ? target.substring(target.indexOf('?') + 1) : "";
    }

    /** As any client sends it. */
    byte[] onWire() {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: shop.example\r\n");
        headers.forEach(
                each -> head.append(each[0]).append(": ").append(each[1]).append("\r\n"));
        if (body.length > 0 || method.equals("POST") || method.equals("PUT") || method.equals("PATCH")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(body);
        return out.toByteArray();
    }

    /** What the application answers to it without us: head and body, chunks joined. */
    Answer direct(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(onWire());
            return Answer.ofBytes(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        }
    }

    /** The event of a function URL. */
    String functionUrl() {
        Map<String, String> joined = new LinkedHashMap<>();
        joined.put("host", "shop.example");
        headers.forEach(each -> joined.merge(each[0].toLowerCase(Locale.ROOT), each[1], (a, b) -> a + "," + b));
        return "{\"version\":\"2.0\",\"routeKey\":\"$default\",\"rawPath\":" + quoted(path())
                + ",\"rawQueryString\":" + quoted(query()) + cookies(joined) + ",\"headers\":" + object(joined)
                + ",\"requestContext\":{\"domainName\":\"a.lambda-url.eu-central-1.on.aws\",\"requestId\":\"r\","
                + "\"stage\":\"$default\",\"http\":{\"method\":" + quoted(method) + ",\"path\":" + quoted(path())
                + ",\"sourceIp\":\"192.0.2.1\"}}," + bodyMember() + "}";
    }

    /** The event of an HTTP API, which decodes the path and puts its stage before it. */
    String httpApi() {
        Map<String, String> joined = new LinkedHashMap<>();
        joined.put("host", "shop.example");
        headers.forEach(each -> joined.merge(each[0].toLowerCase(Locale.ROOT), each[1], (a, b) -> a + "," + b));
        String cookies = cookies(joined);
        joined.remove("cookie");
        String path = quoted("/dev" + URLDecoder.decode(path().replace("+", "%2B"), StandardCharsets.UTF_8));
        return "{\"version\":\"2.0\",\"routeKey\":\"$default\",\"rawPath\":" + path + ",\"rawQueryString\":"
                + quoted(query()) + cookies + ",\"headers\":" + object(joined)
                + ",\"requestContext\":{\"domainName\":\"a.execute-api.eu-central-1.amazonaws.com\","
                + "\"requestId\":\"r\",\"apiId\":\"a\",\"stage\":\"dev\",\"http\":{\"method\":" + quoted(method)
                + ",\"path\":" + path + ",\"sourceIp\":\"192.0.2.1\"}}," + bodyMember() + "}";
    }

    /** The event of a load balancer with multi-value headers, which decodes nothing. */
    String balancer() {
        StringBuilder all = new StringBuilder("{\"host\":[\"shop.example\"],\"x-forwarded-for\":[\"192.0.2.1\"],"
                + "\"x-forwarded-proto\":[\"https\"],\"x-forwarded-port\":[\"443\"]");
        headers.forEach(each -> all.append(",")
                .append(quoted(each[0].toLowerCase(Locale.ROOT)))
                .append(":[")
                .append(quoted(each[1]))
                .append("]"));
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (!query().isEmpty()) {
            for (String pair : query().split("&")) {
                int equals = pair.indexOf('=');
                query.computeIfAbsent(equals < 0 ? pair : pair.substring(0, equals), name -> new ArrayList<>())
                        .add(quoted(equals < 0 ? "" : pair.substring(equals + 1)));
            }
        }
        StringBuilder values = new StringBuilder();
        query.forEach((name, each) -> values.append(values.isEmpty() ? "" : ",")
                .append(quoted(name))
                .append(":")
                .append(each));
        return "{\"requestContext\":{\"elb\":{\"targetGroupArn\":\"t\"}},\"httpMethod\":" + quoted(method)
                + ",\"path\":" + quoted(path()) + ",\"multiValueQueryStringParameters\":{" + values
                + "},\"multiValueHeaders\":" + all + "}," + bodyMember() + "}";
    }

    private static String cookies(Map<String, String> headers) {
        String cookie = headers.get("cookie");
        if (cookie == null) {
            return "";
        }
        List<String> each = new ArrayList<>();
        for (String one : cookie.split("; ")) {
            each.add(quoted(one));
        }
        return ",\"cookies\":" + each;
    }

    private String bodyMember() {
        if (body.length == 0) {
            return "\"isBase64Encoded\":false";
        }
        String text = new String(body, StandardCharsets.UTF_8);
        boolean plain = java.util.Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body);
        return "\"body\":" + quoted(plain ? text : Base64.getEncoder().encodeToString(body)) + ",\"isBase64Encoded\":"
                + !plain;
    }

    private static String object(Map<String, String> members) {
        StringBuilder out = new StringBuilder();
        members.forEach((name, value) -> out.append(out.isEmpty() ? "{" : ",")
                .append(quoted(name))
                .append(":")
                .append(quoted(value)));
        return out.append("}").toString();
    }

    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(
                    c < ' ' || c == '"' || c == '\\' || c > '~'
                            ? String.format("\\u%04x", (int) c)
                            : String.valueOf(c));
        }
        return out.append('"').toString();
    }
}
