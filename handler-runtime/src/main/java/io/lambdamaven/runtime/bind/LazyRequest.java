package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.HttpRequest;
import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.HttpEventReader;
import io.lambdamaven.runtime.event.HttpTarget;
import io.lambdamaven.runtime.route.HttpMatch;
import org.jspecify.annotations.Nullable;

/** An HTTP request that is read when it is asked for: a method that takes the raw event never does. */
public final class LazyRequest {
    private final Event what;
    private final HttpTarget target;
    private final byte[] event;
    private final HttpMatch.Found match;
    private @Nullable HttpRequest request;

    /**
     * Keeps what it will be read from.
     *
     * @param what the recognised event
     * @param target what it is for
     * @param event its bytes
     * @param match the route that takes it
     */
    public LazyRequest(Event what, HttpTarget target, byte[] event, HttpMatch.Found match) {
        this.what = what;
        this.target = target;
        this.event = event;
        this.match = match;
    }

    /**
     * The request; one thread asks, the one that calls the method.
     *
     * @return always the same
     * @throws BindException if the body is said to be base64 and is not
     */
    HttpRequest get() {
        HttpRequest made = request;
        if (made == null) {
            made = HttpRequests.of(HttpEventReader.read(what, target, event), match.pathParams());
            request = made;
        }
        return made;
    }
}
