package io.lambdamaven.runtime.terms;

import io.lambdamaven.api.HttpResponse;
import java.util.List;
import java.util.Locale;

/** Tells caches which headers of a request an answer depends on. */
final class Vary {
    private Vary() {}

    static HttpResponse by(HttpResponse response, String header) {
        List<String> said = response.headers().get("vary");
        for (int i = 0; said != null && i < said.size(); i++) {
            String each = ',' + said.get(i).replace(" ", "").toLowerCase(Locale.ROOT) + ',';
            if (each.equals(",*,") || each.contains(',' + header.toLowerCase(Locale.ROOT) + ',')) {
                return response;
            }
        }
        return response.header("Vary", header);
    }
}
