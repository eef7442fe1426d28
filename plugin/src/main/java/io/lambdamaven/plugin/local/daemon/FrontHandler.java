package io.lambdamaven.plugin.local.daemon;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers the requests of one HTTP API or function URL with what its function says. */
final class FrontHandler implements Request.Handler {
    private static final int LARGEST_BODY = 6 * 1024 * 1024;
    private static final List<String> HOP_BY_HOP =
            List.of("connection", "content-length", "keep-alive", "transfer-encoding", "upgrade", "trailer");

    private final Front front;
    private final Invoker invoker;
    private final Clock clock;

    FrontHandler(Front front, Invoker invoker, Clock clock) {
        this.front = front;
        this.invoker = invoker;
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        write(answer(request), response, callback);
        return true;
    }

    private HttpAnswer answer(Request request) throws IOException, InterruptedException {
        String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("/");
        Optional<RouteKeys.Match> match;
        try {
            match = front.routes().match(request.getMethod(), path);
        } catch (IllegalArgumentException e) {
            return HttpAnswer.message(400, "Bad Request");
        }
        if (match.isEmpty()) {
            return HttpAnswer.message(404, "Not Found");
        }
        try {
            // API Gateway decodes the path once, a function URL does not.
            byte[] event = event(request, match.get(), front.isUrl() ? path : Exchange.decoded(path))
                    .toJson()
                    .canonicalBytes();
            return HttpAnswer.of(
                    invoker.invoke(front.functionName(), front.alias(), event).result(), front.failureStatus());
        } catch (Exchange.TooLarge e) {
            return HttpAnswer.message(413, "Request Entity Too Large");
        } catch (IllegalArgumentException e) {
            return HttpAnswer.message(400, "Bad Request");
        } catch (ServiceFault e) {
            return HttpAnswer.message(front.failureStatus(), "Internal Server Error");
        }
    }

    private HttpEvent event(Request request, RouteKeys.Match match, String path) throws IOException, Exchange.TooLarge {
        return new HttpEvent(
                front.apiId(),
                match,
                request.getMethod(),
                path,
                Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""),
                request.getConnectionMetaData().getProtocol(),
                request.getHeaders().stream()
                        .map(field -> new HttpEvent.Header(
                                field.getName(),
                                Optional.ofNullable(field.getValue()).orElse("")))
                        .collect(Collectors.toList()),
                new Bytes(Exchange.body(request, LARGEST_BODY)),
                front.domain(Request.getServerName(request)),
                Request.getLocalPort(request),
                Request.getRemoteAddr(request),
                UUID.randomUUID().toString(),
                clock.instant());
    }

    private static void write(HttpAnswer answer, Response response, Callback callback) {
        response.setStatus(answer.status());
        for (HttpEvent.Header header : answer.headers()) {
            HttpField field = new HttpField(header.name(), header.value());
            if (HttpHeader.DATE.is(header.name())) {
                // Jetty says when it answers; an application that says so itself is not contradicted.
                response.getHeaders().put(field);
            } else if (HOP_BY_HOP.stream().noneMatch(header.name()::equalsIgnoreCase)) {
                response.getHeaders().add(field);
            }
        }
        boolean bodiless = answer.status() == 204 || answer.status() == 304;
        response.write(true, ByteBuffer.wrap((bodiless ? Bytes.NONE : answer.body()).array()), callback);
    }
}
