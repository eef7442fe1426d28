package io.lambdamaven.plugin.generate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.scan.ProjectScanner;
import io.lambdamaven.plugin.testing.UserProject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** A user's classes of the package {@code shop} with their generated handler, compiled and answering requests. */
final class Running {
    private final RequestStreamHandler handler;
    private final String source;
    private String authorizer = "{}";

    private Running(RequestStreamHandler handler, String source) {
        this.handler = handler;
        this.source = source;
    }

    /** What the front says of the caller from now on. */
    void authorizer(String json) {
        authorizer = json;
    }

    /** The text of the generated handler. */
    String source() {
        return source;
    }

    static Running of(Path folder, String... sources) throws Exception {
        UserProject project = new UserProject(folder);
        for (String source : sources) {
            project.with(source);
        }
        Path classes = project.compile();
        List<Path> libraries = UserProject.libraries();
        List<SourceFile> generated = HandlerGenerator.generate(ProjectScanner.scan(List.of(classes), libraries));
        List<Path> classPath = new ArrayList<>(libraries);
        classPath.add(classes);
        HandlerCompiler.compile(generated, new HandlerCompiler.Settings(classPath, 17, null))
                .forEach((path, bytes) -> write(classes.resolve(path), bytes));
        @SuppressWarnings("resource") // read from as long as the handler is used
        ClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, Running.class.getClassLoader());
        RequestStreamHandler handler = (RequestStreamHandler)
                loader.loadClass("shop.LambdaHandler").getConstructor().newInstance();
        return new Running(handler, generated.get(0).content());
    }

    /** Asks with headers as {@code Name: value}. */
    Replied ask(String method, String target, byte[] body, String... headers) throws IOException {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        JsonObject.Builder sent = Json.object();
        for (String header : headers) {
            int colon = header.indexOf(':');
            sent.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).trim());
        }
        JsonObject event = Json.object()
                .put("version", "2.0")
                .put("routeKey", "$default")
                .put("rawPath", path)
                .put("rawQueryString", mark < 0 ? "" : target.substring(mark + 1))
                .put("headers", sent.build())
                .put(
                        "requestContext",
                        Json.object()
                                .put("http", Json.object().put("method", method).put("path", path))
                                .put("authorizer", Json.parse(authorizer))
                                .put("stage", "$default"))
                .put("body", Base64.getEncoder().encodeToString(body))
                .put("isBase64Encoded", true)
                .build();
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event.canonicalBytes()), reply, context());
        return new Replied(Json.parse(reply.toString(StandardCharsets.UTF_8)).asObject());
    }

    Replied get(String target, String... headers) throws IOException {
        return ask("GET", target, new byte[0], headers);
    }

    Replied post(String target, String body, String... headers) throws IOException {
        return ask("POST", target, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** What came back. */
    record Replied(JsonObject json) {
        int status() {
            return json.get("statusCode").asInt();
        }

        /** Empty if there is none. */
        String header(String name) {
            JsonObject headers = json.object("headers");
            String lower = name.toLowerCase(Locale.ROOT);
            return headers.has(lower) ? headers.text(lower) : "";
        }

        String body() {
            return json.text("body");
        }
    }

    private static Context context() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getInvokedFunctionArn" -> "arn:aws:lambda:eu-central-1:123456789012:function:shop:live";
                    case "getRemainingTimeInMillis" -> 30_000;
                    case "getAwsRequestId" -> "request";
                    default -> null;
                });
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
