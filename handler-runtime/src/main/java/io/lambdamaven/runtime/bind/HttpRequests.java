package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.HttpRequest;
import io.lambdamaven.runtime.event.HttpEvent;
import io.lambdamaven.runtime.event.NameValue;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Makes the request that handlers see of an HTTP event. */
public final class HttpRequests {
    private HttpRequests() {}

    /**
     * Makes the request.
     *
     * @param event what the front said
     * @param pathParams what the route's template found in the path
     * @return the request
     * @throws BindException if the body is said to be base64 and is not
     */
    public static HttpRequest of(HttpEvent event, Map<String, String> pathParams) {
        HttpRequest.Builder builder = HttpRequest.builder(event.method(), event.path())
                .rawQuery(event.rawQuery())
                .sourceIp(event.sourceIp())
                .requestId(event.requestId());
        List<NameValue> headers = event.headers();
        for (int i = 0; i < headers.size(); i++) {
            builder.header(headers.get(i).name(), headers.get(i).value());
        }
        List<NameValue> query = event.query();
        for (int i = 0; i < query.size(); i++) {
            builder.query(query.get(i).name(), query.get(i).value());
        }
        List<NameValue> variables = event.stageVariables();
        for (int i = 0; i < variables.size(); i++) {
            builder.stageVariable(variables.get(i).name(), variables.get(i).value());
        }
        cookies(event.cookies(), builder);
        for (Map.Entry<String, String> parameter : pathParams.entrySet()) {
            builder.pathParam(parameter.getKey(), parameter.getValue());
        }
        String body = event.body();
        if (body != null && event.base64()) {
            builder.body(decoded(body));
        } else if (body != null) {
            builder.body(body);
        }
        return builder.build();
    }

    private static void cookies(List<String> cookies, HttpRequest.Builder builder) {
        for (int i = 0; i < cookies.size(); i++) {
            String cookie = cookies.get(i);
            int equals = cookie.indexOf('=');
            if (equals > 0) {
                builder.cookie(
                        cookie.substring(0, equals).trim(),
                        unquoted(cookie.substring(equals + 1).trim()));
            }
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new BindException("the body is not base64, as it is said to be", e);
        }
    }
}
