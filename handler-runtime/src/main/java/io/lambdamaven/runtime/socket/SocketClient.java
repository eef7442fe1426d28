package io.lambdamaven.runtime.socket;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.api.ConnectionGoneException;
import io.lambdamaven.api.ConnectionInfo;
import io.lambdamaven.api.Connections;
import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.aws.AwsException;
import io.lambdamaven.runtime.aws.AwsRequest;
import io.lambdamaven.runtime.aws.AwsService;
import io.lambdamaven.runtime.aws.Deadline;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.event.EventObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The clients of one WebSocket API, for one invocation or for all; used by generated handlers. */
public final class SocketClient implements Connections {
    private static final AwsService SERVICE =
            new AwsService("ApiGatewayManagementApi", "execute-api", "execute-api", "");
    private static final int GONE = 410;
    private static final int PATIENCE = 10_000;

    private final Aws aws;
    private final SocketApi api;
    private final @Nullable Context context;

    SocketClient(Aws aws, SocketApi api, @Nullable Context context) {
        this.aws = aws;
        this.api = api;
        this.context = context;
    }

    /** Loads what signs requests, before the first event: what is missing, or slow to load, is so then. */
    public static void ready() {
        Aws.here();
    }

    /**
     * Those of the API that an event came from.
     *
     * @param in of a call for an event of a WebSocket API
     * @return for this call
     */
    public static SocketClient ofEvent(Arguments in) {
        return new SocketClient(Aws.here(), SocketApi.of(in.event(byte[].class)), in.context());
    }

    /**
     * Those of the API that the deployer has named.
     *
     * @param in of a call
     * @return for this call
     */
    public static SocketClient ofProject(Arguments in) {
        return new SocketClient(Aws.here(), SocketApi.named(System.getenv(SocketApi.VARIABLE)), in.context());
    }

    /**
     * Those of the API that the deployer has named, for an object that outlives invocations.
     *
     * @return for any call
     */
    public static SocketClient ofProject() {
        return new SocketClient(Aws.here(), SocketApi.named(System.getenv(SocketApi.VARIABLE)), null);
    }

    @Override
    public void post(String connectionId, String message) {
        post(connectionId, message.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void post(String connectionId, byte[] message) {
        if (message.length > LONGEST_MESSAGE) {
            throw new IllegalArgumentException(
                    "the message has " + message.length + " bytes, and API Gateway passes on " + LONGEST_MESSAGE
                            + ": send it in parts, or send where to get it");
        }
        AwsRequest request = request("PostToConnection", "POST", connectionId)
                .header("Content-Type", "application/octet-stream")
                .body(message);
        try {
            send(request);
        } catch (AwsException e) {
            throw told(connectionId, e);
        }
    }

    @Override
    public ConnectionInfo get(String connectionId) {
        EventObject answer;
        try {
            answer = EventObject.of(send(request("GetConnection", "GET", connectionId)));
        } catch (AwsException e) {
            throw told(connectionId, e);
        }
        EventObject identity = answer.in("identity");
        return new ConnectionInfo(
                time(answer.text("connectedAt")),
                time(answer.text("lastActiveAt")),
                identity.text("sourceIp"),
                identity.textOrNull("userAgent"));
    }

    @Override
    public void close(String connectionId) {
        try {
            send(request("DeleteConnection", "DELETE", connectionId));
        } catch (AwsException e) {
            if (e.status() != GONE) {
                throw e;
            }
        }
    }

    private byte[] send(AwsRequest request) {
        int left = context == null ? PATIENCE : context.getRemainingTimeInMillis();
        return aws.send(request, Deadline.in(Math.min(PATIENCE, left))).body();
    }

    private AwsRequest request(String operation, String method, String connectionId) {
        return AwsRequest.of(SERVICE, operation, method, "/@connections/" + encoded(connectionId))
                .gateway(api.id(), api.stage());
    }

    /** Ids come from clients' stores: none leads anywhere else. */
    private static String encoded(String connectionId) {
        boolean dots = true;
        for (int i = 0; i < connectionId.length() && dots; i++) {
            dots = connectionId.charAt(i) == '.';
        }
        if (dots) {
            throw new IllegalArgumentException("'" + connectionId + "' is no id of a connection");
        }
        return URLEncoder.encode(connectionId, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static RuntimeException told(String connectionId, AwsException failure) {
        return failure.status() == GONE ? new ConnectionGoneException(connectionId, failure) : failure;
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalStateException("API Gateway gave '" + text + "' for a time of the connection", e);
        }
    }
}
