package io.lambdamaven.runtime.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a request was, as AWS documents the events of its front; read in another way than the runtime does it.
 *
 * @param kind the folder of the corpus that the event is in
 */
record Expected(String kind, ObjectNode event) {
    /** Between two neighbours, or written anew. */
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "connection",
            "content-length",
            "cookie",
            "expect",
            "forwarded",
            "host",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "x-amzn-trace-id",
            "x-real-ip");

    private boolean formatTwo() {
        return kind.equals("http-api-v2") || kind.equals("function-url");
    }

    private JsonNode context() {
        return event.path("requestContext");
    }

    String method() {
        String method = formatTwo()
                ? context().at("/http/method").asText()
                : event.path(kind.startsWith("vpc-lattice") ? "method" : "httpMethod")
                        .asText();
        return method.toUpperCase(Locale.ROOT);
    }

    private String pathName() {
        return formatTwo() ? "rawPath" : kind.equals("vpc-lattice-v1") ? "raw_path" : "path";
    }

    private boolean ofOwnDomain() {
        return context().path("domainName").asText().contains(".execute-api.");
    }

    private String stage() {
        return context().path("stage").asText();
    }

    /** An HTTP API, whatever the payload's format, has the stage in the path; a REST API has not. */
    private boolean isHttpApi() {
        return kind.equals("http-api-v2") || event.path("version").asText().equals("1.0");
    }

    private String stageInPath() {
        String stage = "/" + stage();
        String path = event.path(pathName()).asText();
        return isHttpApi() && ofOwnDomain() && (path + "/").startsWith(stage + "/") ? stage : "";
    }

    String path() {
        String path = event.path(pathName()).asText().substring(stageInPath().length());
        path = path.startsWith("/") ? path : "/" + path;
        return isHttpApi() ? path.replace("%", "%25").replace(" ", "%20") : path;
    }

    String prefix() {
        boolean api = kind.equals("http-api-v2") || kind.equals("rest-api-v1") || kind.equals("apigw-test-invoke");
        boolean shown = api && ofOwnDomain() && !stage().isEmpty() && !stage().equals("$default");
        return shown ? "/" + stage() : "";
    }

    /** The same request to a base path. */
    Expected below(String basePath) {
        ObjectNode copy = event.deepCopy();
        String path = copy.path(pathName()).asText();
        String stage = stageInPath();
        String rest = path.substring(stage.length());
        copy.put(pathName(), stage + basePath + (rest.startsWith("/") ? rest : "/" + rest));
        return new Expected(kind, copy);
    }

    /** Format 2.0 has the query as it came, balancers its parameters, the others decode these. */
    String query(String query) {
        if (formatTwo()) {
            return query;
        }
        boolean decoded = !kind.startsWith("alb");
        Map<String, List<String>> all = new TreeMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            String value = parts.length == 1 ? "" : parts[1];
            all.computeIfAbsent(decoded ? decode(parts[0]) : parts[0], name -> new ArrayList<>())
                    .add(decoded ? decode(value) : value);
        }
        return all.toString();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    String query() {
        if (formatTwo()) {
            return event.path("rawQueryString").asText();
        }
        String single = kind.equals("vpc-lattice-v1") ? "query_string_parameters" : "queryStringParameters";
        return lists("multiValueQueryStringParameters", single).toString();
    }

    private Map<String, List<String>> lists(String multi, String single) {
        Map<String, List<String>> all = new TreeMap<>();
        JsonNode from = event.path(multi).isEmpty() ? event.path(single) : event.path(multi);
        from.properties().forEach(each -> {
            List<String> values = all.computeIfAbsent(each.getKey(), name -> new ArrayList<>());
            if (each.getValue().isArray()) {
                each.getValue().forEach(value -> values.add(value.asText()));
            } else if (!each.getValue().isNull()) {
                values.add(each.getValue().asText());
            }
        });
        return all;
    }

    Map<String, String> headers() {
        Map<String, String> all = new TreeMap<>();
        lists("multiValueHeaders", "headers").forEach((name, values) -> {
            if (!values.isEmpty()) {
                all.merge(name.toLowerCase(Locale.ROOT), String.join(",", values), (a, b) -> a + "," + b);
            }
        });
        String host = all.get("host");
        String cookie = all.get("cookie");
        all.keySet().removeIf(Expected::isNotPassedOn);
        all.put("host", host != null ? host : context().path("domainName").asText("localhost"));
        List<String> cookies = new ArrayList<>();
        event.path("cookies").forEach(each -> cookies.add(each.asText()));
        if (cookie != null || !cookies.isEmpty()) {
            all.put("cookie", cookie != null ? cookie : String.join("; ", cookies));
        }
        return all;
    }

    static boolean isNotPassedOn(String name) {
        return NOT_PASSED_ON.contains(name) || name.startsWith("x-forwarded-") || name.startsWith("x-lambda-");
    }

    private boolean base64() {
        return event.path("isBase64Encoded").asBoolean()
                || event.path("is_base64_encoded").asBoolean();
    }

    /** Samples that somebody wrote by hand say base64 where there is none. */
    boolean isBroken() {
        return base64() && !event.path("body").asText().matches("[A-Za-z0-9+/]*=*");
    }

    byte[] body() {
        String body = event.path("body").isTextual() ? event.path("body").asText() : "";
        return base64() ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }

    /** {@link WireApp}'s answer in the form that the front takes. */
    String answer() {
        String body = ",\"body\":\"AP94\",\"isBase64Encoded\":true}";
        String type = "\"content-type\":\"application/x-own\",";
        if (formatTwo()) {
            return "{\"statusCode\":201,\"headers\":{" + type + "\"x-two\":\"1, 2\"},\"cookies\":"
                    + "[\"a=1; Path=/\",\"b=2, 3\"]" + body;
        }
        String lists = "\"multiValueHeaders\":{" + type.replace("\"application/x-own\"", "[\"application/x-own\"]")
                + "\"x-two\":[\"1\",\"2\"],\"set-cookie\":[\"a=1; Path=/\",\"b=2, 3\"]}";
        if (kind.equals("rest-api-v1") || kind.equals("apigw-test-invoke")) {
            return "{\"statusCode\":201," + lists + body;
        }
        return "{\"statusCode\":201,\"statusDescription\":\"201 Created\","
                + (kind.equals("alb-multivalue")
                        ? lists
                        : "\"headers\":{" + type + "\"x-two\":\"1, 2\",\"set-cookie\":\"a=1; Path=/\","
                                + "\"Set-cookie\":\"b=2, 3\"}")
                + body;
    }
}
