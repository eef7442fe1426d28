package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.local.wire.DaemonInfo;
import io.lambdamaven.plugin.local.wire.LogLines;
import io.lambdamaven.plugin.local.wire.Recorded;
import io.lambdamaven.plugin.local.wire.ResourceCodec;
import io.lambdamaven.plugin.local.wire.StateDirectory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** What deploys and stops; only who can read the token may. */
final class ControlApi implements Request.Handler {
    static final String ROOT = "/_lambda/";
    private static final int LARGEST = 4 * 1024 * 1024;

    private final DaemonInfo info;
    private final StateDirectory directory;
    private final Registry registry;
    private final Fronts fronts;
    private final SocketFronts sockets;
    private final Runnable stop;

    ControlApi(
            DaemonInfo info,
            StateDirectory directory,
            Registry registry,
            Fronts fronts,
            SocketFronts sockets,
            Runnable stop) {
        this.info = info;
        this.directory = directory;
        this.registry = registry;
        this.fronts = fronts;
        this.sockets = sockets;
        this.stop = stop;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!isAllowed(request)) {
            Exchange.message(response, callback, 403, "Forbidden: the header " + DaemonInfo.TOKEN_HEADER + " is wrong");
            return true;
        }
        try {
            return serve(request, response, callback);
        } catch (ServiceFault fault) {
            Exchange.message(response, callback, fault.status(), fault.text());
        } catch (JsonException | IllegalArgumentException | Exchange.TooLarge e) {
            Exchange.message(response, callback, 400, "Bad Request: " + e.getMessage());
        }
        return true;
    }

    private boolean isAllowed(Request request) {
        String token = Optional.ofNullable(request.getHeaders().get(DaemonInfo.TOKEN_HEADER))
                .orElse("");
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), info.token().getBytes(StandardCharsets.UTF_8));
    }

    private boolean serve(Request request, Response response, Callback callback) throws Exception {
        String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("");
        switch (request.getMethod() + " " + path.substring(ROOT.length())) {
            case "GET state" -> Exchange.json(response, callback, 200, state());
            case "GET fronts" -> Exchange.json(response, callback, 200, fronts());
            case "GET logs" -> Exchange.json(response, callback, 200, logs(Request.extractQueryParameters(request)));
            case "PUT resource" -> {
                JsonObject body = Json.parse(Exchange.body(request, LARGEST)).asObject();
                registry.put(Recorded.of(body.object("recorded")), path(body, "jar"), path(body, "application"));
                Exchange.empty(response, callback, 204);
            }
            case "DELETE resource" -> {
                registry.remove(ResourceCodec.idOf(
                        Json.parse(Exchange.body(request, LARGEST)).asObject()));
                Exchange.empty(response, callback, 204);
            }
            case "POST stop" -> {
                Exchange.empty(response, Callback.from(callback, stop), 204);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Path path(JsonObject body, String name) {
        return body.has(name) ? Path.of(body.text(name)) : null;
    }

    private Json state() {
        return Json.object()
                .put("pid", info.pid())
                .put("fingerprint", info.fingerprint())
                .put(
                        "resources",
                        Json.array(registry.all().stream().map(Recorded::toJson).toList()))
                .build();
    }

    private Json fronts() {
        List<Json> all = new ArrayList<>();
        fronts.open()
                .forEach(open -> all.add(Json.object()
                        .put("project", open.front().project())
                        .put("stage", open.front().stage())
                        .put("functionName", open.front().functionName())
                        .put("url", open.url())
                        .build()));
        sockets.open()
                .forEach(open -> all.add(Json.object()
                        .put("project", open.front().project())
                        .put("stage", open.front().stage())
                        .put("functionName", open.front().api().functionName())
                        .put("url", open.url())
                        .build()));
        return Json.array(all);
    }

    private Json logs(Fields query) {
        String function = Optional.ofNullable(query.getValue("function")).orElse("");
        if (!function.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new ServiceFault(400, "InvalidParameterValueException", "'" + function + "' is no function name");
        }
        String since = Optional.ofNullable(query.getValue("since")).orElse("0");
        return Json.texts(LogLines.since(directory.log(function), Long.parseLong(since)));
    }
}
