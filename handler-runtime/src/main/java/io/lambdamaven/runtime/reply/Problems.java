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
        return end(status, start(status, detail));
    }

    /**
     * Begins an error that says more.
     *
     * @param status 400 to 599
     * @param detail what the caller is told
     * @return with an object that is open
     */
    public static JsonSink start(int status, String detail) {
        return new JsonSink()
                .startObject()
                .name("type")
                .text("about:blank")
                .name("title")
                .text(Reasons.of(status))
                .name("status")
                .number(status)
                .name("detail")
                .text(detail);
    }

    /**
     * Ends an error.
     *
     * @param status 400 to 599
     * @param sink with an object that is open
     * @return of type {@code application/problem+json}
     */
    public static HttpResponse end(int status, JsonSink sink) {
        byte[] body = sink.endObject().toBytes();
        return HttpResponse.of(status)
                .header("Content-Type", "application/problem+json")
                .body(new String(body, StandardCharsets.UTF_8));
    }

    /**
     * An error for a caller who wants text.
     *
     * @param status 400 to 599
     * @param detail what the caller is told
     * @return of type {@code text/plain}, whatever is in the detail
     */
    public static HttpResponse text(int status, String detail) {
        return HttpResponse.of(status)
                .header("Content-Type", "text/plain; charset=utf-8")
                .header("X-Content-Type-Options", "nosniff")
                .body(status + " " + Reasons.of(status) + ": " + detail + "\n");
    }
}
