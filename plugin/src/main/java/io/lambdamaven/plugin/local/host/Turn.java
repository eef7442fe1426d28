package io.lambdamaven.plugin.local.host;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Whose turn it is in one environment: the client's to ask, ours to offer, then the client's to finish. */
final class Turn {
    private CompletableFuture<Void> asked = new CompletableFuture<>();
    private @Nullable Response waiting;
    private @Nullable Callback callback;
    private @Nullable Invocation current;

    synchronized CompletableFuture<Void> asked() {
        return asked;
    }

    synchronized void ask(Response response, Callback done) {
        if (callback != null) {
            // A client asks again only if it lost the connection of its first question.
            callback.failed(new IllegalStateException("asked twice"));
        }
        waiting = response;
        callback = done;
        asked.complete(null);
    }

    synchronized void offer(Invocation invocation) {
        Response response = waiting;
        Callback done = callback;
        if (response == null || done == null) {
            throw new IllegalStateException("The client has not asked for an invocation");
        }
        waiting = null;
        callback = null;
        current = invocation;
        asked = new CompletableFuture<>();
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, "application/json");
        headers.put("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
        headers.put("Lambda-Runtime-Deadline-Ms", Long.toString(invocation.deadlineMillis()));
        headers.put("Lambda-Runtime-Invoked-Function-Arn", invocation.invokedFunctionArn());
        headers.put("Lambda-Runtime-Trace-Id", invocation.traceId());
        response.write(true, ByteBuffer.wrap(invocation.payload()), done);
    }

    /** Whether this was the invocation that runs. */
    synchronized boolean finish(String requestId, Outcome outcome) {
        Invocation running = current;
        if (running == null || !running.requestId().equals(requestId)) {
            return false;
        }
        current = null;
        return running.outcome().complete(outcome);
    }
}
