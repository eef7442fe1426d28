package io.lambdamaven.plugin.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the value of a handler method's parameter comes from. */
public sealed interface Binding {

    /** Lambda's {@code Context}. */
    record LambdaContext() implements Binding {}

    /** The invocation's id, trace, deadline and route. */
    record Invocation() implements Binding {}

    /**
     * The clients of a WebSocket API.
     *
     * @param ofEvent whether it is the API that the event came from, else the project's own
     */
    record Connections(boolean ofEvent) implements Binding {}

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

    /** Who sent the HTTP request. */
    record Caller(Presence presence) implements Binding {}

    /**
     * A record of a form's fields.
     *
     * @param components in the record's order, each a {@link RequestValue}
     */
    record FormRecord(JavaType.Declared type, List<Parameter> components) implements Binding {
        public FormRecord {
            components = List.copyOf(components);
        }
    }

    /**
     * A setting.
     *
     * @param defaultValue what counts when it has no value, or null if a default is not given
     * @param type of the value: boxed where the parameter is primitive, the element of an {@code Optional}
     */
    record Setting(String key, @Nullable String defaultValue, Presence presence, JavaType type) implements Binding {}

    /** The payload proper: a body, a message, a command's arguments. */
    record Payload(JavaType type) implements Binding {}

    /**
     * A named argument of a command.
     *
     * @param single whether it is made of one text, or several; else of any JSON
     * @param defaultValue what counts when it is not there, or null
     * @param type as of {@link RequestValue}
     */
    record Argument(
            String name,
            String description,
            boolean single,
            @Nullable String defaultValue,
            Presence presence,
            JavaType type)
            implements Binding {}

    /** The payloads of all records of a batch, as a list. */
    record Payloads(JavaType element) implements Binding {}

    /** An argument that a task was called with. */
    record TaskArgument(int index, JavaType type) implements Binding {}

    /** The whole event in one of the raw forms. */
    record Event(JavaType type) implements Binding {}

    /** The whole event as a class of {@code aws-lambda-java-events}. */
    record AwsEvent(JavaType type) implements Binding {}

    /** The part of a request that a value comes from. */
    enum Source {
        PATH,
        QUERY,
        HEADER,
        COOKIE,
        /** What the front's authorizer says of the caller. */
        CLAIM,
        FORM,
        /** A part of a form as a whole, with its name and type. */
        PART
    }

    /** What a parameter makes of a value that is missing, or there several times. */
    enum Presence {
        REQUIRED,
        NULLABLE,
        OPTIONAL,
        LIST
    }
}
