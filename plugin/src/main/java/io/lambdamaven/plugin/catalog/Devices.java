package io.lambdamaven.plugin.catalog;

import io.lambdamaven.plugin.catalog.Results.Shape;
import io.lambdamaven.plugin.model.Trigger;
import java.util.List;
import java.util.Map;

/** AWS IoT. */
final class Devices {
    private static final String RULE = "RULE";
    private static final Map<String, String> KEYS = Map.of(
            "BUTTON",
            "button",
            "ONE_CLICK",
            "1-click",
            "CUSTOM_AUTHORIZER",
            "custom-authorizer",
            "PROVISIONING",
            "provisioning");

    static final List<ServiceKind> KINDS = List.of(iot());

    private Devices() {}

    /** Whether a rule's statement, and so the sender of a message, shapes the whole event. */
    static boolean isRaw(Trigger.Service trigger) {
        return trigger.kind().equals("iot") && trigger.text("value").equals(RULE);
    }

    private static ServiceKind iot() {
        return ServiceKind.of(
                        "iot",
                        "IotTrigger",
                        Attribute.choice(
                                        "value",
                                        "IotEvent",
                                        RULE,
                                        "BUTTON",
                                        "ONE_CLICK",
                                        "CUSTOM_AUTHORIZER",
                                        "PROVISIONING")
                                .mandatory()
                                .identity(),
                        Attribute.text("sql")
                                .placeholders()
                                .form(
                                        "a statement",
                                        "(?is)\\s*SELECT\\s.*",
                                        "a statement such as SELECT * FROM 'orders/+'"))
                .events("AWS IoT")
                .rows(trigger -> List.of(
                        isRaw(trigger)
                                ? Row.of("DIRECT", "iot")
                                : Row.of("IOT", KEYS.getOrDefault(trigger.text("value"), ""))))
                .gives(Forms.ofEvent().aws("IoTButtonEvent"))
                .answers((trigger, takes) -> switch (trigger.text("value")) {
                    case "CUSTOM_AUTHORIZER" -> Results.of(Shape.TREE).api("IotAuthorization");
                    case "PROVISIONING" -> Results.of(Shape.TRUTH, Shape.TREE).api("IotProvisioning");
                    default -> Results.ANYTHING;
                })
                .clashes(trigger -> isRaw(trigger) || trigger.text("sql").isEmpty()
                        ? List.of()
                        : List.of(Clash.of(
                                "Only a rule has a statement.", "Leave sql out, or set the value to IotEvent.RULE.")))
                .wiredWhere(trigger -> isRaw(trigger) && !trigger.text("sql").isEmpty())
                .wiring("name {alias} in the rule (or give its statement in sql), in aws iot create-authorizer"
                        + " --authorizer-function-arn, as targetArn of a provisioning template's preProvisioningHook or"
                        + " in the button's settings, and let iot.amazonaws.com (1-Click:"
                        + " iot1click.amazonaws.com) invoke it with aws lambda add-permission");
    }
}
