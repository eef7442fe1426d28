package io.lambdamaven.runtime.task;

import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.json.Json;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An HTTP response on its way into a state and out of it: what a front is told the second time equals the first. */
final class KeptResponse {
    /** Of one connection, and no part of the answer (RFC 9110, 7.6.1). */
    private static final Set<String> OF_A_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final String TYPE = "Content-Type";

    private KeptResponse() {}

    static boolean isOf(Type result) {
        return result == HttpResponse.class;
    }

    static byte[] write(@Nullable Object value) {
        if (!(value instanceof HttpResponse response)) {
            return Json.nothing();
        }
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("status", response.status());
        Map<String, Object> headers = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
            if (!OF_A_HOP.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                headers.put(header.getKey(), header.getValue());
            }
        }
        Object body = response.body();
        if (response.isJson()) {
            // As text: read into values and written again it might differ by a byte.
            kept.put("text", new String(Json.write(body), StandardCharsets.UTF_8));
            if (response.headers().get(TYPE) == null) {
                headers.put(TYPE, List.of("application/json"));
            }
        } else if (body instanceof byte[] bytes) {
            kept.put("base64", Base64.getEncoder().encodeToString(bytes));
        } else if (body != null) {
            kept.put("text", String.valueOf(body));
        }
        kept.put("headers", headers);
        kept.put("cookies", response.cookies());
        return Json.write(kept);
    }

    static @Nullable HttpResponse read(byte[] json) {
        Object tree = Json.tree(json);
        if (tree == null) {
            return null;
        }
        EventObject kept = EventObject.of(tree);
        HttpResponse response = HttpResponse.of((int) kept.number("status"));
        for (Map.Entry<String, Object> header : kept.map("headers").entrySet()) {
            List<?> values = (List<?>) header.getValue();
            for (int i = 0; i < values.size(); i++) {
                response = response.header(header.getKey(), String.valueOf(values.get(i)));
            }
        }
        List<?> cookies = kept.list("cookies");
        for (int i = 0; i < cookies.size(); i++) {
            response = response.cookie(String.valueOf(cookies.get(i)));
        }
        String base64 = kept.textOrNull("base64");
        String text = kept.textOrNull("text");
        if (base64 != null) {
            return response.body(Base64.getDecoder().decode(base64));
        }
        return text == null ? response : response.body(text);
    }
}
