package io.lambdamaven.runtime.reply;

import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.runtime.json.JsonSink;
import java.nio.charset.StandardCharsets;

/** HTTP errors as RFC 9457 has them; of an exception no more than the message meant for the caller. */
public final class Problems {
    private Problems() {}

    /**
     * An error.
     *
     * @param status 400 to 599
     * @param detail what the caller is told
     * @return of type {@code application/problem+json}
     */
    public static HttpResponse of(int status, String detail) {
        byte[] body = new JsonSink()
                .startObject()
                .name("type")
                .text("about:blank")
                .name("title")
                .text(Reasons.of(status))
                .name("status")
                .number(status)
                .name("detail")
                .text(detail)
                .endObject()
                .toBytes();
        return HttpResponse.of(status)
                .header("Content-Type", "application/problem+json")
                .body(new String(body, StandardCharsets.UTF_8));
    }
}
