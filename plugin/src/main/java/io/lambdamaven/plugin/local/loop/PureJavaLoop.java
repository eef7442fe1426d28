package io.lambdamaven.plugin.local.loop;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Speaks the Runtime API as AWS's client does, in Java alone. It runs handlers that implement {@link
 * RequestStreamHandler}, as every generated one does.
 */
public final class PureJavaLoop {
    private final String base;

    private PureJavaLoop(String address) {
        base = "http://" + address + "/2018-06-01/runtime/";
    }

    /**
     * Runs until the Runtime API is gone.
     *
     * @param args the handler's class
     */
    public static void main(String[] args) throws IOException {
        PureJavaLoop loop = new PureJavaLoop(System.getenv("AWS_LAMBDA_RUNTIME_API"));
        RequestStreamHandler handler;
        try {
            handler = HandlerLoader.load(args[0]);
        } catch (Throwable e) {
            e.printStackTrace();
            loop.post("init/error", ErrorText.of(e));
            System.exit(1);
            return;
        }
        loop.run(handler);
    }

    private void run(RequestStreamHandler handler) throws IOException {
        while (true) {
            HttpURLConnection next = open("invocation/next");
            byte[] event;
            try (InputStream in = next.getInputStream()) {
                event = in.readAllBytes();
            }
            LoopContext context = LoopContext.of(next);
            String invocation = "invocation/" + context.getAwsRequestId();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                handler.handleRequest(new ByteArrayInputStream(event), answer, context);
            } catch (Throwable e) {
                e.printStackTrace();
                post(invocation + "/error", ErrorText.of(e));
                if (e instanceof VirtualMachineError) {
                    System.exit(1);
                }
                continue;
            }
            post(invocation + "/response", answer.toByteArray());
        }
    }

    private void post(String path, String json) throws IOException {
        post(path, json.getBytes(StandardCharsets.UTF_8));
    }

    private void post(String path, byte[] body) throws IOException {
        System.out.flush();
        HttpURLConnection connection = open(path);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            if (in != null) {
                in.readAllBytes();
            }
        }
    }

    private HttpURLConnection open(String path) throws IOException {
        return (HttpURLConnection) URI.create(base + path).toURL().openConnection(java.net.Proxy.NO_PROXY);
    }
}
