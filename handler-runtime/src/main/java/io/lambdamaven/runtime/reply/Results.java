package io.lambdamaven.runtime.reply;

import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.runtime.json.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What handlers return, as answers. */
public final class Results {
    private Results() {}

    /**
     * The HTTP response of a result.
     *
     * @param result what the method returned
     * @return itself if it is one; 204 for nothing, 404 for an empty {@code Optional}, else 200 with it as the body
     */
    public static HttpResponse http(@Nullable Object result) {
        if (result == null) {
            return HttpResponse.of(204);
        } else if (result instanceof HttpResponse response) {
            return response;
        } else if (result instanceof String text) {
            return HttpResponse.text(text);
        } else if (result instanceof byte[] bytes) {
            return HttpResponse.bytes(bytes);
        } else if (result instanceof Optional<?> optional) {
            return optional.isPresent() ? http(optional.get()) : Problems.of(404, "there is nothing here");
        }
        return HttpResponse.of(200).json(result);
    }

    /**
     * The answer to a direct invocation or a command.
     *
     * @param result what the method returned
     * @return as JSON; null for nothing
     */
    public static byte[] json(@Nullable Object result) {
        return Json.write(result instanceof Optional<?> optional ? optional.orElse(null) : result);
    }
}
