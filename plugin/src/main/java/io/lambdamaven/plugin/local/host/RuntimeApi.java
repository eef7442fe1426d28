package io.lambdamaven.plugin.local.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The Runtime API of one execution environment, on a loopback port of its own.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Using the Lambda runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {
    private static final String RUNTIME = "/2018-06-01/runtime/";
    private static final String NEXT = RUNTIME + "invocation/next";
    private static final String INVOCATION = RUNTIME + "invocation/";
    private static final String INIT_ERROR = RUNTIME + "init/error";

    private final Server server;
    private final ServerConnector connector;
    private final Turn turn = new Turn();
    private final CompletableFuture<byte[]> initError = new CompletableFuture<>();

    RuntimeApi() throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(6, 3);
        threads.setName("runtime-api");
        threads.setDaemon(true);
        server = new Server(threads);
        connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        connector.setPort(0);
        // A client waits for its next invocation as long as it takes.
        connector.setIdleTimeout(0);
        server.addConnector(connector);
        server.setHandler(new Endpoints());
        try {
            server.start();
        } catch (Exception e) {
            throw new IOException("The Runtime API cannot listen on 127.0.0.1: " + e.getMessage(), e);
        }
    }

    /** Host and port, as {@code AWS_LAMBDA_RUNTIME_API} has it. */
    String address() {
        return "127.0.0.1:" + connector.getLocalPort();
    }

    /** Done as soon as the client asks for an invocation: the environment is ready then. */
    CompletableFuture<Void> asked() {
        return turn.asked();
    }

    /** Done when the client reports that the function cannot start. */
    CompletableFuture<byte[]> initError() {
        return initError;
    }

    /** Hands over one invocation to the client, which has asked for it. */
    void offer(Invocation invocation) {
        turn.offer(invocation);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            // The process that used it is gone, and the port is closed in any case.
            server.destroy();
        }
    }

    private final class Endpoints extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            if (!isOurs(request)) {
                Response.writeError(request, response, callback, 403, "Not the Runtime API of this address");
                return true;
            }
            String path = Request.getPathInContext(request);
            boolean posted = HttpMethod.POST.is(request.getMethod());
            if (path.equals(NEXT) && HttpMethod.GET.is(request.getMethod())) {
                turn.ask(response, callback);
            } else if (path.equals(INIT_ERROR) && posted) {
                initError.complete(body(request));
                accept(response, callback, true);
            } else if (path.startsWith(INVOCATION) && posted) {
                String rest = path.substring(INVOCATION.length());
                int slash = rest.indexOf('/');
                String id = slash < 0 ? rest : rest.substring(0, slash);
                Outcome outcome = outcome(slash < 0 ? "" : rest.substring(slash + 1), request);
                if (outcome == null) {
                    Response.writeError(request, response, callback, 404);
                } else {
                    accept(response, callback, turn.finish(id, outcome) && !(outcome instanceof Outcome.TooLarge));
                }
            } else {
                Response.writeError(request, response, callback, 404);
            }
            return true;
        }

        /** A page in a browser can reach loopback, under a name of its own or with its origin; the client sends neither. */
        private boolean isOurs(Request request) {
            return address().equals(request.getHeaders().get(HttpHeader.HOST))
                    && !request.getHeaders().contains(HttpHeader.ORIGIN);
        }

        private @Nullable Outcome outcome(String kind, Request request) throws IOException {
            return switch (kind) {
                case "response" -> {
                    byte[] body = body(request);
                    yield body.length > ErrorPayload.LARGEST_RESPONSE
                            ? new Outcome.TooLarge(body.length)
                            : new Outcome.Answered(body);
                }
                case "error" -> new Outcome.Failed(body(request));
                default -> null;
            };
        }

        private byte[] body(Request request) throws IOException {
            return BufferUtil.toArray(Content.Source.asByteBuffer(request));
        }

        private void accept(Response response, Callback callback, boolean accepted) {
            response.setStatus(accepted ? 202 : 400);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            String text = accepted ? "{\"status\":\"OK\"}\n" : "{\"errorType\":\"InvalidRequestID\"}\n";
            response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
        }
    }
}
