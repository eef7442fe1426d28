package io.lambdamaven.plugin.local.table;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A request that is refused, with DynamoDB's error type. */
public final class TableFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String OWN = "com.amazonaws.dynamodb.v20120810#";

    private final String type;
    private final transient @Nullable JsonObject item;

    private TableFault(String type, String message, @Nullable JsonObject item) {
        super(message);
        this.type = type;
        this.item = item;
    }

    /** Of a request that does not say what it should. */
    static TableFault invalid(String message) {
        return new TableFault("com.amazon.coral.validate#ValidationException", message, null);
    }

    /** Of a body in which there is no request. */
    public static TableFault unreadable(String message) {
        return new TableFault("com.amazon.coral.service#SerializationException", message, null);
    }

    static TableFault unknownOperation() {
        return new TableFault(OWN + "UnknownOperationException", "The operation is not offered here", null);
    }

    /** @param item as it is, where the request wants to be told */
    static TableFault conditionFailed(@Nullable JsonObject item) {
        return new TableFault(OWN + "ConditionalCheckFailedException", "The conditional request failed", item);
    }

    /** The body of the answer, whose status is 400. */
    public JsonObject toJson() {
        JsonObject.Builder body = Json.object().put("__type", type).put("message", String.valueOf(getMessage()));
        return (item == null ? body : body.put("Item", item)).build();
    }
}
