package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.local.table.LocalTable;
import io.lambdamaven.plugin.local.table.TableFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The table in which functions keep states of tasks and of events that are to be served once, spoken to as DynamoDB is.
 * Only functions are told where: the path holds a secret of this process.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html">AWS:
 *     DynamoDB low-level API</a>
 */
final class StatesApi implements Request.Handler {
    static final String ROOT = "/_states/";

    private static final String JSON = "application/x-amz-json-1.0";
    private static final String TARGET = "DynamoDB_20120810.";

    /** An item, with what JSON's escapes make of it. */
    private static final int LARGEST = 4 * 1024 * 1024;

    private final LocalTable table;
    private final String path = ROOT + UUID.randomUUID();

    StatesApi(LocalTable table) {
        this.table = table;
    }

    /** Where it is served, for functions alone. */
    String path() {
        return path;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String target =
                Optional.ofNullable(request.getHeaders().get("X-Amz-Target")).orElse("");
        if (!isAllowed(request)) {
            Exchange.message(response, callback, 403, "Forbidden: functions of the local Lambda alone are served here");
        } else if (!Exchange.is(request, HttpMethod.POST) || !target.startsWith(TARGET) || !isJson(request)) {
            // What a page can send without being asked first has neither this type nor this header.
            Exchange.message(response, callback, 400, "Bad Request: this is no request of DynamoDB's JSON protocol");
        } else {
            answer(target.substring(TARGET.length()), request, response, callback);
        }
        return true;
    }

    private boolean isAllowed(Request request) {
        String asked = Optional.ofNullable(request.getHttpURI().getPath()).orElse("");
        String bare = asked.endsWith("/") ? asked.substring(0, asked.length() - 1) : asked;
        return MessageDigest.isEqual(bare.getBytes(StandardCharsets.UTF_8), path.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isJson(Request request) {
        return JSON.equals(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
    }

    private void answer(String operation, Request request, Response response, Callback callback) throws IOException {
        try {
            JsonObject input = Json.parse(Exchange.body(request, LARGEST)).asObject();
            write(response, callback, 200, table.answer(operation, input));
        } catch (TableFault fault) {
            write(response, callback, 400, fault.toJson());
        } catch (JsonException e) {
            write(
                    response,
                    callback,
                    400,
                    TableFault.unreadable(String.valueOf(e.getMessage())).toJson());
        } catch (Exchange.TooLarge e) {
            Exchange.message(response, callback, 413, "Request must be smaller than " + LARGEST + " bytes");
        }
    }

    private static void write(Response response, Callback callback, int status, Json body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
        response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
        response.write(true, ByteBuffer.wrap(body.canonicalBytes()), callback);
    }
}
