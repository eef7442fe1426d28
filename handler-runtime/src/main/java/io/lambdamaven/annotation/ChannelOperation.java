package io.lambdamaven.annotation;

/** What happens on a channel of AppSync Events. */
public enum ChannelOperation {
    /** Events are published. */
    PUBLISH,
    /** A client subscribes. */
    SUBSCRIBE
}
