package io.lambdamaven.runtime.event;

/**
 * What an event is.
 *
 * @param kind who sent it
 * @param detail the sender's own word for what it is, where it has one: Cognito's {@code triggerSource}, a WebSocket's
 *     {@code eventType}, the {@code source} of an EventBridge event; {@code multi-value} for such a load balancer,
 *     {@code window} for a stream's tumbling window; else empty
 */
public record Event(EventKind kind, String detail) {}
