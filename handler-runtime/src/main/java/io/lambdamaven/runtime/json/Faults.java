package io.lambdamaven.runtime.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;

/** Jackson's exceptions as ours. */
final class Faults {
    private Faults() {}

    /** A parser's own message quotes the input at most, no class, and so may be shown. */
    static JsonException notJson(IOException e) {
        String reason = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        return new JsonException("is not JSON that can be read here: " + reason, null, e);
    }
}
