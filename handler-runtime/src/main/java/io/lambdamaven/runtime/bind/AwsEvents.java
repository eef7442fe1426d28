package io.lambdamaven.runtime.bind;

import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import io.lambdamaven.runtime.json.JsonException;
import io.lambdamaven.runtime.json.UniqueKeys;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;

/** AWS's event classes, read by AWS's own serialisers; the only user of that library, which a project may lack. */
final class AwsEvents {
    private AwsEvents() {}

    static <T> T read(byte[] event, Class<T> type) {
        try {
            // AWS's reader takes the last of two equal keys, and routes are found by the first.
            UniqueKeys.require(event);
        } catch (JsonException e) {
            throw new BindException("the event " + e.fault(), e);
        }
        ClassLoader loader = type.getClassLoader();
        try {
            return LambdaEventSerializers.serializerFor(
                            type, loader == null ? ClassLoader.getSystemClassLoader() : loader)
                    .fromJson(new ByteArrayInputStream(event));
        } catch (UncheckedIOException e) {
            throw new BindException("the event does not fit " + type.getSimpleName(), e);
        }
    }
}
