package io.lambdamaven.runtime.task;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.api.HttpException;
import io.lambdamaven.api.HttpRequest;
import io.lambdamaven.api.TaskStatus;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.json.JsonException;
import io.lambdamaven.runtime.route.Route;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sees that a method is called once for all events of one key, and that the others get what that call returned. */
public final class Once {
    private static final String HEADER = "header:";
    private static final String EVENT = "event:";
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final String method;
    private final String key;
    private final Type result;
    private final States states;

    /**
     * Of one method.
     *
     * @param method binary name of its class, its name and its descriptor: no other method has them
     * @param key {@code header:NAME}, or with commas between them paths to values in the payload, or after {@code event:}
     *     in what AWS delivered; a path has full stops between the names of members
     * @param result what the method returns
     * @param states where it is kept
     */
    public Once(String method, String key, Type result, States states) {
        this.method = method;
        this.key = key;
        this.result = result;
        this.states = states;
    }

    /**
     * Begins a call, or finds that there was one.
     *
     * @param in the call's arguments
     * @param route whose method it is
     * @param context of the invocation, which says how long it may take
     * @param family of the event: a method with triggers of several kinds has a key in each
     * @param caller whose key it is, empty if nobody has verified that
     * @return what to do
     * @throws HttpException 409 if such a call is at work elsewhere, 422 if the key came with another request
     * @throws BindException if the event has no key
     */
    public Hold hold(Arguments in, Route route, Context context, String family, String caller) {
        String id = "once#" + context.getFunctionName() + "#"
                + Messages.digest(Json.write(List.of(method, family, caller, value(in))));
        String request = request(in);
        States.Begun begun = states.begin(id, context.getRemainingTimeInMillis(), request);
        if (!begun.isMine() && !request.equals(begun.mark())) {
            if (in.isHttp()) {
                throw new HttpException(UNPROCESSABLE, "the idempotency key came before with another request");
            }
            throw new IllegalStateException(route.takes() + ": the key '" + key
                    + "' of this event came before with another payload, and " + route.handler()
                    + " was called for that one");
        } else if (!begun.isMine() && begun.state() != TaskStatus.State.DONE) {
            throw new HttpException(CONFLICT, "the same is at work already");
        }
        return new Hold(id, begun);
    }

    private String value(Arguments in) {
        if (key.startsWith(HEADER)) {
            String name = key.substring(HEADER.length());
            String value = in.header(name).as(String.class);
            if (value.isBlank()) {
                throw new BindException("header '" + name + "' is empty", null);
            }
            return value;
        }
        boolean delivered = key.startsWith(EVENT);
        Object tree;
        try {
            tree = Json.tree(delivered ? in.delivered() : in.content());
        } catch (JsonException e) {
            throw new BindException("the payload has no '" + key + "': it " + e.fault(), e);
        }
        List<Object> parts = new ArrayList<>();
        String paths = delivered ? key.substring(EVENT.length()) : key;
        int from = 0;
        while (from <= paths.length()) {
            int comma = paths.indexOf(',', from);
            int to = comma < 0 ? paths.length() : comma;
            parts.add(part(tree, paths.substring(from, to), delivered));
            from = to + 1;
        }
        return new String(Json.write(parts), StandardCharsets.UTF_8);
    }

    private static Object part(@Nullable Object tree, String path, boolean delivered) {
        Object part = tree;
        int from = 0;
        while (from <= path.length()) {
            int dot = path.indexOf('.', from);
            int to = dot < 0 ? path.length() : dot;
            part = EventObject.of(part).value(path.substring(from, to));
            from = to + 1;
        }
        if (part == null) {
            throw new BindException(
                    "the " + (delivered ? "event" : "payload") + " has nothing at '" + path
                            + "' that tells it from others",
                    null);
        }
        return part;
    }

    /** What has to be the same where the key is. */
    private static String request(Arguments in) {
        HttpRequest request = in.requestOrNull();
        byte[] content = request == null ? in.content() : request.body();
        return request == null
                ? Messages.digest(content)
                : Messages.digest(Json.write(
                        List.of(request.method(), request.rawPath(), request.rawQuery(), Messages.digest(content))));
    }

    /** One call, begun or over. */
    public final class Hold {
        private final String id;
        private final States.Begun begun;

        private Hold(String id, States.Begun begun) {
            this.id = id;
            this.begun = begun;
        }

        /**
         * Whether the method was called before.
         *
         * @return true if there is nothing to do but to answer
         */
        public boolean isOver() {
            return !begun.isMine();
        }

        /**
         * What the method returned then.
         *
         * @return null if it was nothing
         */
        public @Nullable Object result() {
            String kept = begun.result();
            if (kept == null) {
                throw new IllegalStateException("the work of " + id + " is done, and its result was not kept");
            }
            byte[] json = kept.getBytes(StandardCharsets.UTF_8);
            if (result == void.class) {
                return null;
            }
            return KeptResponse.isOf(result) ? KeptResponse.read(json) : Json.read(json, result);
        }

        /**
         * Keeps what the method returned.
         *
         * @param value that
         */
        public void done(@Nullable Object value) {
            states.done(
                    id,
                    String.valueOf(begun.owner()),
                    KeptResponse.isOf(result) ? KeptResponse.write(value) : Json.write(value));
        }

        /**
         * Lets the next event begin again.
         *
         * @param failure what the method threw
         */
        public void failed(Throwable failure) {
            states.failed(id, String.valueOf(begun.owner()), failure);
        }
    }
}
