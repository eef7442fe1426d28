package io.lambdamaven.runtime.task;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.api.HttpException;
import io.lambdamaven.api.TaskStatus;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.route.Route;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Sees that a method is called once for all events of one key, and that the others get what that call returned. */
public final class Once {
    private static final String HEADER = "header:";
    private static final int CONFLICT = 409;

    private final String key;
    private final Type result;
    private final States states;

    /**
     * Of one method.
     *
     * @param key {@code header:NAME}, or names of members that lead to a value in the payload, between full stops
     * @param result what the method returns
     * @param states where it is kept
     */
    public Once(String key, Type result, States states) {
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
     * @return what to do
     * @throws HttpException if such a call is at work elsewhere
     * @throws BindException if the event has no key
     */
    public Hold hold(Arguments in, Route route, Context context) {
        String id = "once#" + context.getFunctionName() + "#" + route.handler() + "#" + digest(value(in));
        States.Begun begun = states.begin(id, context.getRemainingTimeInMillis());
        if (!begun.isMine() && begun.state() != TaskStatus.State.DONE) {
            throw new HttpException(CONFLICT, "the same is at work already");
        }
        return new Hold(id, begun);
    }

    private String value(Arguments in) {
        if (key.startsWith(HEADER)) {
            return in.header(key.substring(HEADER.length())).as(String.class);
        }
        Object part = Json.tree(in.payload(byte[].class));
        int from = 0;
        while (from <= key.length()) {
            int dot = key.indexOf('.', from);
            int to = dot < 0 ? key.length() : dot;
            part = EventObject.of(part).value(key.substring(from, to));
            from = to + 1;
        }
        if (part == null) {
            throw new BindException("the payload has nothing at '" + key + "' that tells it from others", null);
        }
        return new String(Json.write(part), StandardCharsets.UTF_8);
    }

    private static String digest(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One call, begun or over. */
    public final class Hold {
        private final String id;
        private final States.Begun begun;
        private boolean ending;

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
            return result == void.class ? null : Json.read(kept.getBytes(StandardCharsets.UTF_8), result);
        }

        /**
         * Keeps what the method returned.
         *
         * @param value that
         */
        public void done(@Nullable Object value) {
            ending = true;
            states.done(id, String.valueOf(begun.owner()), Json.write(value));
        }

        /**
         * Whether the method is through: what fails after that must not let another event begin.
         *
         * @return false while it runs
         */
        public boolean isEnding() {
            return ending;
        }

        /**
         * Lets the next event begin again.
         *
         * @param failure what the method threw
         */
        public void failed(Exception failure) {
            states.failed(id, String.valueOf(begun.owner()), failure);
        }
    }
}
