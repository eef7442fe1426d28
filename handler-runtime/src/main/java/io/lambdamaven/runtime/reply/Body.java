package io.lambdamaven.runtime.reply;

import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.runtime.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A response's body as a front takes it.
 *
 * @param text the text, or the bytes in base64
 * @param base64 which of the two
 * @param typeIfUnsaid the content type to add, null if a header says it or there is no body
 */
record Body(String text, boolean base64, @Nullable String typeIfUnsaid) {
    static Body of(HttpResponse response) {
        Object body = response.body();
        boolean bodiless = response.status() == 204 || response.status() == 304;
        if (bodiless || (body == null && !response.isJson())) {
            return new Body("", false, null);
        }
        String said = first(response, "content-type");
        if (response.isJson()) {
            String json = new String(Json.write(body), StandardCharsets.UTF_8);
            return new Body(json, false, said == null ? "application/json" : null);
        } else if (body instanceof byte[] bytes) {
            String unsaid = said == null ? "application/octet-stream" : null;
            boolean plain = said != null && isText(said) && first(response, "content-encoding") == null;
            String text = plain ? utf8(bytes) : null;
            return text == null
                    ? new Body(Base64.getEncoder().encodeToString(bytes), true, unsaid)
                    : new Body(text, false, unsaid);
        }
        return new Body(String.valueOf(body), false, said == null ? "text/plain; charset=utf-8" : null);
    }

    /** What is left of it for a HEAD request: the type alone. */
    Body left() {
        return new Body("", false, typeIfUnsaid);
    }

    private static @Nullable String first(HttpResponse response, String header) {
        List<String> values = response.headers().get(header);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** REST APIs hand base64 through as it is unless they are told which types are binary; so text goes as text. */
    private static boolean isText(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.startsWith("application/json")
                || type.startsWith("application/xml")
                || type.startsWith("application/javascript")
                || type.contains("+json")
                || type.contains("+xml");
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
