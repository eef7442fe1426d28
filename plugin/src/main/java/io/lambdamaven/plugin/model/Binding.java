package io.lambdamaven.plugin.model;

import org.jspecify.annotations.Nullable;

/** Where the value of a handler method's parameter comes from. */
public sealed interface Binding {

    /** Lambda's {@code Context}. */
    record LambdaContext() implements Binding {}

    /** The invocation's id, trace, deadline and route. */
    record Invocation() implements Binding {}

    /** The bounds of a time window. */
    record Window() implements Binding {}

    /** The state that is carried through a time window. */
    record State(JavaType type) implements Binding {}

    /** The HTTP request as a whole. */
    record Request() implements Binding {}

    /**
     * A value of the HTTP request.
     *
     * @param defaultValue what counts when the request has none, or null if a default is not given
     * @param type of one value: boxed where the parameter is primitive, the element of an {@code Optional} or
     *     {@code List}
     */
    record RequestValue(
            Source source, String name, @Nullable String defaultValue, Presence presence, JavaType type)
            implements Binding {}

    /** The payload proper: a body, a message, a command's arguments. */
    record Payload(JavaType type) implements Binding {}

    /** The payloads of all records of a batch, as a list. */
    record Payloads(JavaType element) implements Binding {}

    /** The whole event in one of the raw forms. */
    record Event(JavaType type) implements Binding {}

    /** The whole event as a class of {@code aws-lambda-java-events}. */
    record AwsEvent(JavaType type) implements Binding {}

    /** The part of a request that a value comes from. */
    enum Source {
        PATH,
        QUERY,
        HEADER,
        COOKIE
    }

    /** What a parameter makes of a value that is missing, or there several times. */
    enum Presence {
        REQUIRED,
        NULLABLE,
        OPTIONAL,
        LIST
    }
}
