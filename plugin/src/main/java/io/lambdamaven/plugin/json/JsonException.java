package io.lambdamaven.plugin.json;

/** A document that is no JSON, passes a limit or has another shape than its reader expects. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 80;

    public JsonException(String message) {
        super(message);
    }

    public JsonException(String message, Throwable cause) {
        super(message, cause);
    }

    static JsonException wrongType(String expected, Json found) {
        return new JsonException("expected " + expected + ", found " + shortened(found));
    }

    static String shortened(Json value) {
        String text = value.canonical();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
