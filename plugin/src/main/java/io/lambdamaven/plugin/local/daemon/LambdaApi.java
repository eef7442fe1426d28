package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.local.host.Result;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The part of Lambda's REST API that invokes and describes functions.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
 */
final class LambdaApi implements Request.Handler {
    static final String ROOT = "/2015-03-31/functions";

    /** Our own headers: AWS tells both in the log only. */
    static final String MILLIS = "x-lambda-maven-millis";

    static final String INIT_MILLIS = "x-lambda-maven-init-millis";

    private static final int LARGEST_SYNC = 6 * 1024 * 1024;
    private static final int LARGEST_ASYNC = 1024 * 1024;
    private static final int LOG_TAIL = 4096;

    private final Functions functions;
    private final CodeStore code;
    private final Invoker invoker;
    private final Executor later;

    /** @param later runs what nobody waits for */
    LambdaApi(Functions functions, CodeStore code, Invoker invoker, Executor later) {
        this.functions = functions;
        this.code = code;
        this.invoker = invoker;
        this.later = later;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        try {
            return serve(request, response, callback);
        } catch (ServiceFault fault) {
            fail(response, callback, fault);
            return true;
        }
    }

    private boolean serve(Request request, Response response, Callback callback)
            throws IOException, InterruptedException {
        String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("/");
        List<String> parts = List.of(path.substring(ROOT.length()).split("/", -1));
        if (String.join("", parts).isEmpty() && Exchange.is(request, HttpMethod.GET)) {
            Exchange.json(response, callback, 200, list());
            return true;
        }
        if (parts.size() < 2) {
            return false;
        }
        Fields query = Request.extractQueryParameters(request);
        FunctionName name = FunctionName.parse(Exchange.decoded(parts.get(1)), query.getValue("Qualifier"));
        String action = parts.size() > 2 ? parts.get(2) : "";
        if (action.equals("invocations") && Exchange.is(request, HttpMethod.POST)) {
            invoke(invoker.resolve(name), request, response, callback);
        } else if (action.isEmpty() && Exchange.is(request, HttpMethod.GET)) {
            Exchange.json(response, callback, 200, describe(invoker.resolve(name)));
        } else if (action.equals("configuration") && Exchange.is(request, HttpMethod.GET)) {
            Exchange.json(response, callback, 200, configuration(invoker.resolve(name)));
        } else {
            return false;
        }
        return true;
    }

    private JsonObject list() {
        return Json.object()
                .put(
                        "Functions",
                        Json.array(functions.all().stream()
                                .map(function -> configuration(new Invoker.Target(
                                        function.latest(), function.latest().arn())))
                                .toList()))
                .build();
    }

    private JsonObject describe(Invoker.Target target) {
        return Json.object()
                .put("Configuration", configuration(target))
                .put(
                        "Code",
                        Json.object()
                                .put("RepositoryType", "S3")
                                .put(
                                        "Location",
                                        code.directory(target.version().code())
                                                .toUri()
                                                .toString()))
                .put("Tags", Json.object().putAll(target.version().function().tags()))
                .build();
    }

    private static JsonObject configuration(Invoker.Target target) {
        return FunctionConfiguration.of(target.version(), target.arn());
    }

    private void invoke(Invoker.Target target, Request request, Response response, Callback callback)
            throws IOException, InterruptedException {
        String type = Optional.ofNullable(request.getHeaders().get("X-Amz-Invocation-Type"))
                .orElse("RequestResponse");
        switch (type) {
            case "DryRun" -> Exchange.empty(response, callback, 204);
            case "Event" -> {
                byte[] payload = payload(request, LARGEST_ASYNC);
                later.execute(() -> {
                    try {
                        invoker.invoke(target, payload);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                Exchange.empty(response, callback, 202);
            }
            case "RequestResponse" ->
                answer(
                        invoker.invoke(target, payload(request, LARGEST_SYNC)),
                        "Tail".equals(request.getHeaders().get("X-Amz-Log-Type")),
                        response,
                        callback);
            default ->
                throw new ServiceFault(
                        400, "InvalidParameterValueException", "InvocationType " + type + " is not offered");
        }
    }

    private static byte[] payload(Request request, int limit) throws IOException {
        try {
            byte[] body = Exchange.body(request, limit);
            if (body.length == 0) {
                return "{}".getBytes(StandardCharsets.UTF_8);
            }
            Json.parse(body);
            return body;
        } catch (Exchange.TooLarge e) {
            throw new ServiceFault(
                    413,
                    "RequestTooLargeException",
                    "Request must be smaller than " + limit + " bytes for the InvokeFunction operation");
        } catch (JsonException e) {
            throw new ServiceFault(
                    400, "InvalidRequestContentException", "Could not parse request body into json: " + e.getMessage());
        }
    }

    private static void answer(Invoker.Invoked invoked, boolean tail, Response response, Callback callback) {
        Result result = invoked.result();
        response.setStatus(200);
        header(response, "Content-Type", "application/json");
        header(response, "x-amzn-RequestId", result.requestId());
        header(response, "X-Amz-Executed-Version", invoked.target().version().version());
        header(response, "X-Amz-Function-Error", result.functionError());
        header(response, MILLIS, String.format(Locale.ROOT, "%.2f", result.millis()));
        Double init = result.initMillis();
        header(response, INIT_MILLIS, init == null ? null : String.format(Locale.ROOT, "%.2f", init));
        header(response, "X-Amz-Log-Result", tail ? tail(result.log()) : null);
        response.write(true, ByteBuffer.wrap(result.payload()), callback);
    }

    private static String tail(List<String> log) {
        byte[] whole = (String.join("\n", log) + "\n").getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder()
                .encodeToString(Arrays.copyOfRange(whole, Math.max(0, whole.length - LOG_TAIL), whole.length));
    }

    private static void header(Response response, String name, @Nullable String value) {
        if (value != null) {
            response.getHeaders().put(new HttpField(name, value));
        }
    }

    private static void fail(Response response, Callback callback, ServiceFault fault) {
        header(response, "x-amzn-ErrorType", fault.type());
        Exchange.json(
                response,
                callback,
                fault.status(),
                Json.object().put("Type", "User").put("Message", fault.text()).build());
    }
}
