package io.lambdamaven.runtime.bind;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.api.HttpRequest;
import io.lambdamaven.api.Invocation;
import io.lambdamaven.api.Window;
import io.lambdamaven.api.WindowState;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one call of a user's method may ask of its event; used by generated handlers. */
public final class Arguments {
    private final Context context;
    private final byte[] event;
    private final @Nullable Payload payload;
    private final List<? extends Payload> records;
    private final @Nullable RecordPayloads batch;
    private final @Nullable LazyRequest request;
    private boolean handedOver;
    private @Nullable Invocation invocation;
    private @Nullable Gate gate;
    private @Nullable String parameter;
    private @Nullable Named named;

    private Arguments(
            Context context,
            byte[] event,
            @Nullable Payload payload,
            List<? extends Payload> records,
            @Nullable RecordPayloads batch,
            @Nullable LazyRequest request) {
        this.context = context;
        this.event = event;
        this.payload = payload;
        this.records = records;
        this.batch = batch;
        this.request = request;
    }

    /**
     * Of an HTTP request.
     *
     * @param context Lambda's
     * @param event the whole event
     * @param request what it says, read when a parameter asks for it
     * @return its body is the payload
     */
    public static Arguments ofHttp(Context context, byte[] event, LazyRequest request) {
        return new Arguments(context, event, null, List.of(), null, request);
    }

    /**
     * Of one record.
     *
     * @param context Lambda's
     * @param event the whole event
     * @param record the record
     * @return the record is the payload
     */
    public static Arguments ofRecord(Context context, byte[] event, Payload record) {
        return new Arguments(context, event, record, List.of(), null, null);
    }

    /**
     * Of a whole batch.
     *
     * @param context Lambda's
     * @param event the whole event
     * @param records those of its records that the route takes
     * @return the event is the payload
     */
    public static Arguments ofBatch(Context context, byte[] event, List<? extends Payload> records) {
        return new Arguments(context, event, Payload.json("the event", event), records, null, null);
    }

    /**
     * Of a whole batch whose records are read only if the method asks for them.
     *
     * @param context Lambda's
     * @param event the whole event
     * @param payload the whole batch as a value
     * @param batch its records
     * @return the batch is the payload
     */
    public static Arguments ofBatch(Context context, byte[] event, Payload payload, RecordPayloads batch) {
        return new Arguments(context, event, payload, List.of(), batch, null);
    }

    /**
     * Of a batch of one, which a method may take as a record or as a list.
     *
     * @param context Lambda's
     * @param event the whole event
     * @param record the record
     * @return the record is the payload, and the only one
     */
    public static Arguments ofOnly(Context context, byte[] event, Payload record) {
        return new Arguments(context, event, record, List.of(record), null, null);
    }

    /**
     * Of a value: a direct invocation's payload, a command's arguments.
     *
     * @param context Lambda's
     * @param event the whole event
     * @param payload the value
     * @return the value is the payload
     */
    public static Arguments ofValue(Context context, byte[] event, Payload payload) {
        return new Arguments(context, event, payload, List.of(), null, null);
    }

    /**
     * Lambda's context.
     *
     * @return of this invocation
     */
    public Context context() {
        return context;
    }

    /**
     * The call that these are the arguments of.
     *
     * @return of this call
     * @throws IllegalStateException before the call
     */
    public Invocation invocation() {
        if (invocation == null) {
            throw new IllegalStateException("there is an invocation only during a call");
        }
        return invocation;
    }

    /**
     * Says what call these are the arguments of.
     *
     * @param call about to be made
     */
    public void during(Invocation call) {
        this.invocation = call;
    }

    /**
     * Puts a gate before the method.
     *
     * @param before the method
     */
    public void guard(Gate before) {
        this.gate = before;
    }

    /**
     * Whether the method is not to be called; asked when all arguments have been bound and checked.
     *
     * @return true if {@link #earlier} has the answer
     */
    public boolean isOver() {
        return gate != null && gate.isOver();
    }

    /**
     * What the method returned when it was called.
     *
     * @return null if it was nothing
     */
    public @Nullable Object earlier() {
        return gate == null ? null : gate.earlier();
    }

    /**
     * Whether what was thrown is no failure of the method.
     *
     * @return false if no gate stood before it, or it was passed
     */
    public boolean isRefused() {
        return gate != null && gate.isRefusing();
    }

    /**
     * The payload proper as it came, whatever the method takes.
     *
     * @return its bytes; of an object in S3, and of what has no payload proper, JSON
     */
    public byte[] content() {
        return payload().content();
    }

    /**
     * What AWS delivered: the event, or of a batch the record.
     *
     * @return JSON
     */
    public byte[] delivered() {
        byte[] record = payload == null ? null : payload.delivered();
        return record == null ? event : record;
    }

    /** Lets the event's own bytes go to a parameter that takes bytes, since nobody else reads them after the call. */
    public void handOver() {
        this.handedOver = true;
    }

    /**
     * Says which parameter the value asked for next is for, so that a fault can name it.
     *
     * @param name of the method's parameter
     * @return this
     */
    public Arguments at(String name) {
        this.parameter = name;
        return this;
    }

    /**
     * Whether the event is an HTTP request.
     *
     * @return true if {@link #request} has one
     */
    public boolean isHttp() {
        return request != null;
    }

    /**
     * The HTTP request, if the event is one.
     *
     * @return the request or null
     */
    public @Nullable HttpRequest requestOrNull() {
        return request == null ? null : request.get();
    }

    /**
     * The HTTP request.
     *
     * @return the request
     * @throws IllegalStateException if the event is no HTTP request, which the build excludes
     */
    public HttpRequest request() {
        if (request == null) {
            throw new IllegalStateException("only an HTTP event has a request");
        }
        return request.get();
    }

    /**
     * A parameter of the path.
     *
     * @param name as in the template
     * @return its value
     */
    public Param path(String name) {
        return new Param("path parameter", name, listOf(request().pathParams().get(name)));
    }

    /**
     * A query parameter.
     *
     * @param name in its letter case
     * @return its values
     */
    public Param query(String name) {
        List<String> values = request().query().get(name);
        return new Param("query parameter", name, values == null ? List.of() : values);
    }

    /**
     * A header.
     *
     * @param name in any letter case
     * @return its values
     */
    public Param header(String name) {
        List<String> values = request().headers().get(name);
        return new Param("header", name, values == null ? List.of() : values);
    }

    /**
     * A cookie.
     *
     * @param name in its letter case
     * @return its value
     */
    public Param cookie(String name) {
        return new Param("cookie", name, listOf(request().cookies().get(name)));
    }

    /**
     * Takes the payload for an object of named arguments, as commands have them.
     *
     * @param known all names that may be there
     * @return this
     * @throws BindException if it is no object, or has a member of another name
     */
    public Arguments named(String... known) {
        named = new Named(payload(), known);
        return this;
    }

    /**
     * A named argument of one value, or a list of them.
     *
     * @param name in its letter case
     * @return its values
     */
    public Param argument(String name) {
        return arguments().param(name);
    }

    /**
     * A named argument of any form.
     *
     * @param name in its letter case
     * @param type what to make of it
     * @param <T> that type
     * @return never null
     * @throws BindException if it is missing or does not fit
     */
    public <T> T argument(String name, Class<T> type) {
        return type.cast(arguments().value(name, type));
    }

    /**
     * A named argument of a generic type.
     *
     * @param name in its letter case
     * @param type such as {@link Types#of} makes
     * @param <T> that type; the generated handler says both
     * @return never null
     * @throws BindException if it is missing or does not fit
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // no Class has a generic type to cast to
    public <T> T argument(String name, Type type) {
        return (T) arguments().value(name, type);
    }

    private Named arguments() {
        if (named == null) {
            throw new IllegalStateException("only a command has named arguments");
        }
        return named;
    }

    /**
     * The payload proper: the HTTP body, the message or object, the command's arguments, the direct payload.
     *
     * @param type what to make of it
     * @param <T> that type
     * @return never null
     * @throws BindException if it is missing or does not fit
     */
    public <T> T payload(Class<T> type) {
        return type.cast(value(type));
    }

    /**
     * The payload proper, of a generic type.
     *
     * @param type such as {@link Types#of} makes
     * @param <T> that type; the generated handler says both
     * @return never null
     * @throws BindException if it is missing or does not fit
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // no Class has a generic type to cast to
    public <T> T payload(Type type) {
        return (T) value(type);
    }

    /**
     * An argument of a task.
     *
     * @param index its place
     * @param type what to make of it
     * @param <T> that type; the generated handler says both
     * @return null where null was passed
     * @throws BindException if it is missing or does not fit
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // no Class has a generic type to cast to
    public <T> @Nullable T argument(int index, Type type) {
        try {
            if (index >= records.size()) {
                throw new BindException("argument " + (index + 1) + " of the task is missing", null);
            }
            Payload argument = records.get(index);
            return argument.isNull() ? null : (T) argument.as(type);
        } catch (BindException e) {
            throw named(e);
        }
    }

    private Object value(Type type) {
        try {
            return payload().as(type);
        } catch (BindException e) {
            throw named(e);
        }
    }

    /**
     * The payloads of all records of a batch.
     *
     * @param type what to make of each
     * @param <T> that type
     * @return in the order of the batch
     * @throws BindException if one does not fit
     */
    public <T> List<T> payloads(Class<T> type) {
        return payloads((Type) type);
    }

    /**
     * The payloads of all records of a batch, of a generic type.
     *
     * @param type such as {@link Types#of} makes
     * @param <T> that type; the generated handler says both
     * @return in the order of the batch
     * @throws BindException if one does not fit
     */
    @SuppressWarnings("unchecked") // no Class has a generic type to cast to
    public <T> List<T> payloads(Type type) {
        try {
            List<? extends Payload> all = batch == null ? records : batch.all();
            List<T> list = new ArrayList<>(all.size());
            for (int i = 0; i < all.size(); i++) {
                Object value = presentOrNull(all.get(i), type);
                if (value != null) {
                    list.add((T) value);
                }
            }
            return list;
        } catch (BindException e) {
            throw named(e);
        }
    }

    private static @Nullable Object presentOrNull(Payload payload, Type type) {
        try {
            return payload.as(type);
        } catch (BindException e) {
            if (e.isAbsent()) {
                return null;
            }
            throw e;
        }
    }

    /**
     * The tumbling window that the batch belongs to.
     *
     * @return its bounds, and whether this is its last call
     * @throws BindException if the event has no window, as a mapping without one makes it
     */
    public Window window() {
        return Windows.window(batch());
    }

    /**
     * What the window's last call returned.
     *
     * @param type what to make of it
     * @param <T> that type
     * @return holds nothing at the window's first call
     * @throws BindException if it does not fit
     */
    public <T> WindowState<T> state(Class<T> type) {
        return state((Type) type);
    }

    /**
     * What the window's last call returned, of a generic type.
     *
     * @param type such as {@link Types#of} makes
     * @param <T> that type; the generated handler says both
     * @return holds nothing at the window's first call
     * @throws BindException if it does not fit
     */
    @SuppressWarnings("unchecked") // no Class has a generic type to cast to
    public <T> WindowState<T> state(Type type) {
        try {
            return new WindowState<>((T) Windows.state(batch(), type));
        } catch (BindException e) {
            throw named(e);
        }
    }

    private RecordPayloads batch() {
        if (batch == null) {
            throw new IllegalStateException("only a stream's batch has a window");
        }
        return batch;
    }

    /**
     * The whole event as it arrived.
     *
     * @param type {@code InputStream}, {@code byte[]}, {@code String}, {@code JsonNode} or {@code Map}
     * @param <T> that type
     * @return the event
     */
    public <T> T event(Class<T> type) {
        if (handedOver) {
            handedOver = false; // to one parameter
            if (type == byte[].class) {
                return type.cast(event);
            }
        }
        try {
            return type.cast(Payload.text("the event", event).as(type));
        } catch (BindException e) {
            throw named(e);
        }
    }

    /**
     * The whole event as AWS's class.
     *
     * @param type a class of {@code aws-lambda-java-events}
     * @param <T> that class
     * @return the event
     */
    public <T> T awsEvent(Class<T> type) {
        try {
            return AwsEvents.read(event, type);
        } catch (BindException e) {
            throw named(e);
        }
    }

    private BindException named(BindException fault) {
        return parameter == null ? fault : fault.of(parameter);
    }

    private Payload payload() {
        return payload == null ? Payload.body(request()) : payload;
    }

    private static List<String> listOf(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }
}
