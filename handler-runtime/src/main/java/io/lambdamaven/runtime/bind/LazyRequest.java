package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.HttpRequest;
import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.HttpEvent;
import io.lambdamaven.runtime.event.HttpEventReader;
import io.lambdamaven.runtime.event.HttpTarget;
import io.lambdamaven.runtime.event.NameValue;
import io.lambdamaven.runtime.route.HttpMatch;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTTP request that is read when it is asked for: a method that takes the raw event never does. */
public final class LazyRequest {
    private final Event what;
    private final HttpTarget target;
    private final byte[] event;
    private final HttpMatch.@Nullable Found match;
    private @Nullable HttpEvent read;
    private @Nullable HttpRequest request;

    /**
     * Keeps what it will be read from.
     *
     * @param what the recognised event
     * @param target what it is for
     * @param event its bytes
     * @param match the route that takes it, null if none does
     */
    public LazyRequest(Event what, HttpTarget target, byte[] event, HttpMatch.@Nullable Found match) {
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
    public HttpRequest get() {
        HttpRequest made = request;
        if (made == null) {
            made = HttpRequests.of(read(), match == null ? Map.of() : match.pathParams());
            request = made;
        }
        return made;
    }

    /**
     * A header, whatever the body is.
     *
     * @param name in any letter case
     * @return its values, with commas between them; null if there is none
     */
    public @Nullable String header(String name) {
        List<NameValue> headers = read().headers();
        String found = null;
        for (int i = 0; i < headers.size(); i++) {
            NameValue header = headers.get(i);
            if (header.name().equalsIgnoreCase(name)) {
                found = found == null ? header.value() : found + ", " + header.value();
            }
        }
        return found;
    }

    /**
     * The method.
     *
     * @return in upper case
     */
    public String method() {
        return target.method();
    }

    private HttpEvent read() {
        HttpEvent made = read;
        if (made == null) {
            made = HttpEventReader.read(what, target, event);
            read = made;
        }
        return made;
    }

    /**
     * Whether the front compresses answers by itself, or hands bytes on only if it is told which types are binary.
     *
     * @return true for REST APIs
     */
    public boolean isOfRestApi() {
        return what.kind() == EventKind.REST_API && !target.pathDecoded();
    }
}
