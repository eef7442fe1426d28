package io.lambdamaven.runtime.reply;

import io.lambdamaven.api.CognitoTriggerEvent;
import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a trigger of a user pool: the event as it came, with another {@code response}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html">Lambda
 *     triggers of user pools</a>
 */
public final class CognitoReply {
    private static final String RESPONSE = "response";

    private CognitoReply() {}

    /**
     * Writes the answer.
     *
     * @param event as it came, which is the answer where nothing changes
     * @param seen what the method was given and may have changed, null if it was given something else
     * @param result what the method returned: an event, or a response alone
     * @return the answer
     * @throws IllegalStateException if the result is no object
     */
    public static byte[] write(byte[] event, @Nullable CognitoTriggerEvent seen, @Nullable Object result) {
        if (result instanceof CognitoTriggerEvent changed) {
            return changed(event, changed);
        } else if (result != null) {
            return returned(event, Json.write(result));
        }
        return seen == null ? event : changed(event, seen);
    }

    private static byte[] changed(byte[] event, CognitoTriggerEvent changed) {
        boolean nothing = changed.response().isEmpty() && !changed.event().containsKey(RESPONSE);
        return nothing ? event : Splice.set(event, RESPONSE, Json.write(changed.response()));
    }

    /** Classes of AWS's lack what is newer than they are: of an event only its response is taken. */
    private static byte[] returned(byte[] event, byte[] result) {
        if (result.length == 0 || result[0] != '{') {
            throw new IllegalStateException(
                    "a Cognito trigger returns the event, or its response as an object, not a single value or a list");
        }
        EventObject fields = EventObject.of(result);
        if (fields.has(RESPONSE)) {
            return Splice.set(event, RESPONSE, Json.write(fields.value(RESPONSE)));
        }
        return fields.has("triggerSource") ? event : Splice.set(event, RESPONSE, result);
    }
}
