package io.lambdamaven.runtime.web;

import static io.lambdamaven.runtime.web.RawRequest.quoted;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The event that a front makes of a request. */
record EventForms(RawRequest request) {
    private static final String ELB = "\"requestContext\":{\"elb\":{\"targetGroupArn\":\"t\"}}";

    /** Neither decodes; the stage is not in the path. */
    String functionUrl() {
        String path = quoted(request.path());
        Map<String, String> headers = joined();
        return "{" + formatTwo(path) + cookies(headers) + ",\"headers\":" + object(headers)
                + ",\"requestContext\":{\"domainName\":\"a.lambda-url.eu-central-1.on.aws\",\"requestId\":\"r\","
                + "\"stage\":\"$default\",\"http\":{\"method\":" + quoted(request.method()) + ",\"path\":" + path
                + ",\"sourceIp\":\"192.0.2.1\"}}," + body("isBase64Encoded") + "}";
    }

    /** An HTTP API decodes the path and puts its stage before it. */
    String httpApi() {
        String path = quoted("/dev" + decodedPath());
        Map<String, String> headers = joined();
        String cookies = cookies(headers);
        headers.remove("cookie");
        return "{" + formatTwo(path) + cookies + ",\"headers\":" + object(headers)
                + ",\"requestContext\":{\"domainName\":\"a.execute-api.eu-central-1.amazonaws.com\","
                + "\"requestId\":\"r\",\"apiId\":\"a\",\"stage\":\"dev\",\"http\":{\"method\":"
                + quoted(request.method()) + ",\"path\":" + path + ",\"sourceIp\":\"192.0.2.1\"}},"
                + body("isBase64Encoded") + "}";
    }

    private String formatTwo(String path) {
        return "\"version\":\"2.0\",\"routeKey\":\"$default\",\"rawPath\":" + path + ",\"rawQueryString\":"
                + quoted(request.query());
    }

    /** A REST API decodes path and query; the stage is not in the path. */
    String restApi() {
        String path = quoted(decodedPath());
        return "{\"resource\":\"/{proxy+}\",\"path\":" + path + ",\"httpMethod\":" + quoted(request.method())
                + ",\"headers\":" + object(last(headers(), false)) + ",\"multiValueHeaders\":" + lists(headers())
                + ",\"queryStringParameters\":" + object(last(query(true), false))
                + ",\"multiValueQueryStringParameters\":" + lists(query(true))
                + ",\"requestContext\":{\"resourcePath\":\"/{proxy+}\",\"httpMethod\":" + quoted(request.method())
                + ",\"path\":" + quoted("/dev" + decodedPath())
                + ",\"stage\":\"dev\",\"apiId\":\"a\",\"requestId\":\"r\","
                + "\"domainName\":\"a.execute-api.eu-central-1.amazonaws.com\","
                + "\"identity\":{\"sourceIp\":\"192.0.2.1\"}}," + body("isBase64Encoded") + "}";
    }

    /** A balancer whose target group has multi-value headers; it decodes nothing. */
    String balancer() {
        Map<String, List<String>> headers = headers();
        balanced(headers);
        return "{" + ELB + ",\"httpMethod\":" + quoted(request.method()) + ",\"path\":" + quoted(request.path())
                + ",\"multiValueQueryStringParameters\":" + lists(query(false)) + ",\"multiValueHeaders\":"
                + lists(headers) + "," + body("isBase64Encoded") + "}";
    }

    /** One whose target group has none: of a name that occurs twice, the last value is left. */
    String singleBalancer() {
        Map<String, List<String>> headers = headers();
        balanced(headers);
        return "{" + ELB + ",\"httpMethod\":" + quoted(request.method()) + ",\"path\":" + quoted(request.path())
                + ",\"queryStringParameters\":" + object(last(query(false), false)) + ",\"headers\":"
                + object(last(headers, false)) + "," + body("isBase64Encoded") + "}";
    }

    /** VPC Lattice's first format. */
    String lattice() {
        return "{\"raw_path\":" + quoted(request.path()) + ",\"method\":" + quoted(request.method())
                + ",\"headers\":" + object(last(headers(), true)) + ",\"query_string_parameters\":"
                + object(last(query(true), false)) + "," + body("is_base64_encoded") + "}";
    }

    /** VPC Lattice's second format. */
    String latticeTwo() {
        return "{\"version\":\"2.0\",\"path\":" + quoted(request.path()) + ",\"method\":"
                + quoted(request.method()) + ",\"headers\":" + lists(headers()) + ",\"queryStringParameters\":"
                + lists(query(true)) + ",\"requestContext\":{\"serviceNetworkArn\":\"n\",\"serviceArn\":\"s\","
                + "\"targetGroupArn\":\"t\",\"region\":\"eu-central-1\",\"timeEpoch\":\"1\"},"
                + body("isBase64Encoded") + "}";
    }

    private static void balanced(Map<String, List<String>> headers) {
        headers.put("x-forwarded-for", List.of("192.0.2.1"));
        headers.put("x-forwarded-proto", List.of("https"));
        headers.put("x-forwarded-port", List.of("443"));
    }

    private String decodedPath() {
        return URLDecoder.decode(request.path().replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private Map<String, List<String>> headers() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("host", new ArrayList<>(List.of("shop.example")));
        request.headers()
                .forEach(each -> all.computeIfAbsent(each[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(each[1]));
        return all;
    }

    private Map<String, String> joined() {
        return last(headers(), true);
    }

    private static Map<String, String> last(Map<String, List<String>> lists, boolean joined) {
        Map<String, String> all = new LinkedHashMap<>();
        lists.forEach(
                (name, values) -> all.put(name, joined ? String.join(",", values) : values.get(values.size() - 1)));
        return all;
    }

    Map<String, List<String>> query(boolean decoded) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String pair :
                request.query().isEmpty() ? new String[0] : request.query().split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            all.computeIfAbsent(decoded ? decode(name) : name, any -> new ArrayList<>())
                    .add(decoded ? decode(value) : value);
        }
        return all;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String cookies(Map<String, String> headers) {
        String cookie = headers.get("cookie");
        return cookie == null
                ? ""
                : ",\"cookies\":"
                        + Arrays.stream(cookie.split("; "))
                                .map(RawRequest::quoted)
                                .toList();
    }

    private String body(String flag) {
        byte[] body = request.body();
        if (body.length == 0) {
            return "\"" + flag + "\":false";
        }
        String text = new String(body, StandardCharsets.UTF_8);
        boolean plain = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body);
        return "\"body\":" + quoted(plain ? text : Base64.getEncoder().encodeToString(body)) + ",\"" + flag + "\":"
                + !plain;
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(each -> quoted(each.getKey()) + ":" + quoted(each.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String lists(Map<String, List<String>> members) {
        return members.entrySet().stream()
                .map(each -> quoted(each.getKey()) + ":"
                        + each.getValue().stream().map(RawRequest::quoted).toList())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
