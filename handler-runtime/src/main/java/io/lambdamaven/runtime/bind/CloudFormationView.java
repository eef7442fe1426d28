package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.CustomResourceRequest;
import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.event.Members;
import org.jspecify.annotations.Nullable;

/** Sees a custom resource's request; its properties are the payload. */
public final class CloudFormationView extends View {
    /**
     * Sees an event.
     *
     * @param event the event
     */
    public CloudFormationView(byte[] event) {
        super("'ResourceProperties' of the event", event);
    }

    @Override
    @Nullable
    Object made(Class<?> type) {
        if (type != CustomResourceRequest.class) {
            return null;
        }
        EventObject event = fields();
        return new CustomResourceRequest(
                word(event.text("RequestType")),
                event.text("ResourceType"),
                event.text("LogicalResourceId"),
                event.text("PhysicalResourceId"),
                event.text("StackId"),
                event.text("RequestId"),
                event.map("ResourceProperties"),
                event.map("OldResourceProperties"));
    }

    @Override
    byte[] payload() {
        byte[] properties = Members.json(event(), "ResourceProperties");
        return properties == null ? new byte[0] : properties;
    }

    private static CustomResourceRequest.Type word(String type) {
        return switch (type) {
            case "Create" -> CustomResourceRequest.Type.CREATE;
            case "Update" -> CustomResourceRequest.Type.UPDATE;
            case "Delete" -> CustomResourceRequest.Type.DELETE;
            default -> throw new BindException("'RequestType' of the event is none of CloudFormation's: " + type, null);
        };
    }
}
