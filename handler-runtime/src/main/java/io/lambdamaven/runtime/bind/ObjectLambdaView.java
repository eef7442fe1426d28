package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.S3ObjectLambdaRequest;
import io.lambdamaven.api.S3ObjectLambdaRequest.Operation;
import io.lambdamaven.runtime.event.EventObject;
import org.jspecify.annotations.Nullable;

/** Sees a request to an S3 Object Lambda access point. */
public final class ObjectLambdaView extends View {
    /**
     * Sees an event.
     *
     * @param event the event
     */
    public ObjectLambdaView(byte[] event) {
        super("the event", event);
    }

    @Override
    @Nullable
    Object made(Class<?> type) {
        if (type != S3ObjectLambdaRequest.class) {
            return null;
        }
        EventObject event = fields();
        EventObject user = event.in("userRequest");
        EventObject configuration = event.in("configuration");
        return new S3ObjectLambdaRequest(
                operation(event),
                event.text("xAmzRequestId"),
                event.in(context(operation(event))).text("inputS3Url"),
                user.text("url"),
                user.texts("headers"),
                configuration.text("accessPointArn"),
                configuration.text("supportingAccessPointArn"),
                configuration.text("payload"),
                event.map("userIdentity"));
    }

    private static Operation operation(EventObject event) {
        if (event.has("headObjectContext")) {
            return Operation.HEAD_OBJECT;
        } else if (event.has("listObjectsContext")) {
            return Operation.LIST_OBJECTS;
        }
        return event.has("listObjectsV2Context") ? Operation.LIST_OBJECTS_V2 : Operation.GET_OBJECT;
    }

    private static String context(Operation operation) {
        return switch (operation) {
            case GET_OBJECT -> "getObjectContext";
            case HEAD_OBJECT -> "headObjectContext";
            case LIST_OBJECTS -> "listObjectsContext";
            case LIST_OBJECTS_V2 -> "listObjectsV2Context";
        };
    }
}
