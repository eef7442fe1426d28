package io.lambdamaven.annotation;

/** What AWS IoT calls a function for. */
public enum IotEvent {
    /**
     * A message on a topic, by a rule. Senders shape it freely: it comes through the alias {@code raw}, on which
     * nothing is taken for another service's event.
     */
    RULE,
    /** An IoT button. */
    BUTTON,
    /** An IoT 1-Click device. */
    ONE_CLICK,
    /** A client that presents itself to a custom authorizer. */
    CUSTOM_AUTHORIZER,
    /** A device that asks to be provisioned. */
    PROVISIONING
}
