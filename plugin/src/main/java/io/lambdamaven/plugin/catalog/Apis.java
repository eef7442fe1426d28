package io.lambdamaven.plugin.catalog;

import io.lambdamaven.plugin.catalog.Results.Shape;
import io.lambdamaven.plugin.model.Trigger;
import java.util.ArrayList;
import java.util.List;

/** WebSocket APIs and AppSync. */
final class Apis {
    static final List<ServiceKind> KINDS = List.of(webSocket(), appSync());

    private Apis() {}

    private static ServiceKind webSocket() {
        return ServiceKind.of(
                        "websocket",
                        "WebSocketTrigger",
                        Attribute.text("value")
                                .mandatory()
                                .identity()
                                .form(
                                        "a route key",
                                        "\\$(connect|disconnect|default)|[^$\\s][^\\s]{0,127}",
                                        "$connect, $disconnect, $default or a key of your own without blanks"))
                .events("WebSocket messages of the route")
                .row("WEBSOCKET", "value")
                .gives(Forms.ofEvent("WebSocketEvent").text(Forms.Part.PAYLOAD).aws("APIGatewayV2WebSocketEvent"))
                .answers(Results.of(Shape.NOTHING, Shape.TEXT, Shape.TREE, Shape.OWN)
                        .api("HttpResponse"));
    }

    private static ServiceKind appSync() {
        return ServiceKind.of(
                        "appsync",
                        "AppSyncTrigger",
                        Attribute.text("type")
                                .identity()
                                .form(
                                        "a GraphQL type",
                                        "[_A-Za-z][_0-9A-Za-z]*",
                                        "a name of letters, digits and underscores"),
                        Attribute.text("field")
                                .identity()
                                .form(
                                        "a GraphQL field",
                                        "[_A-Za-z][_0-9A-Za-z]*",
                                        "a name of letters, digits and underscores"),
                        Attribute.text("channel")
                                .identity()
                                .form(
                                        "a channel",
                                        "/[A-Za-z0-9-]{1,50}(/\\*)?",
                                        "a namespace and what is below it, such as /orders/*"),
                        Attribute.choice("operation", "ChannelOperation", "PUBLISH", "SUBSCRIBE")
                                .identity(),
                        Attribute.text("api").placeholders())
                .events("AppSync")
                .rows(Apis::appSyncRows)
                .gives(trigger -> trigger.text("channel").isEmpty()
                        ? Forms.ofRecords("AppSyncRequest").text(Forms.Part.EVENT)
                        : Forms.ofEvent("AppSyncRequest"))
                .answers(Results.ANYTHING)
                .clashes(Apis::appSyncClashes)
                .wiring("make a data source of {alias} in the AppSync API, with a resolver of the field or a handler"
                        + " of the channel namespace, and a role for it that has lambda:InvokeFunction on {alias}");
    }

    private static List<Row> appSyncRows(Trigger.Service trigger) {
        String channel = trigger.text("channel");
        if (!channel.isEmpty()) {
            String[] segments = channel.split("/", -1);
            return List.of(
                    Row.of("APPSYNC", "", "", segments[Math.min(1, segments.length - 1)], trigger.text("operation")));
        }
        String[] keys = {trigger.text("type"), trigger.text("field")};
        return List.of(Row.of("APPSYNC", keys), Row.of("APPSYNC_BATCH", keys));
    }

    private static List<Clash> appSyncClashes(Trigger.Service trigger) {
        List<Clash> found = new ArrayList<>();
        boolean type = !trigger.text("type").isEmpty();
        boolean field = !trigger.text("field").isEmpty();
        boolean channel = !trigger.text("channel").isEmpty();
        if (type != field) {
            found.add(Clash.of("A resolver is for a field of a type.", "Set both type and field."));
        } else if (type == channel) {
            found.add(Clash.of(
                    channel
                            ? "A resolver has a type and a field, a handler of AppSync Events a channel, and both are"
                                    + " given."
                            : "Neither a field nor a channel is given.",
                    "Set type and field, or channel."));
        }
        if (!channel && trigger.text("operation").equals("SUBSCRIBE")) {
            found.add(Clash.of("operation is for channels.", "Leave operation out, or set channel."));
        }
        return found;
    }
}
