package io.lambdamaven.plugin.generate;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Source that was generated, compiled and run against the real runtime. */
final class GeneratedHandlerTest {
    @TempDir
    Path folder;

    private RequestStreamHandler handler;

    @BeforeEach
    void build() throws Exception {
        Path classes = new UserProject(folder).with("""
                        package shop;

                        import io.lambdamaven.annotation.*;
                        import java.util.*;

                        public class Shop {
                            private int served;

                            public record Item(String name, int price) {}

                            @HttpTrigger(path = "/items/{name}")
                            public Item get(@PathParam String name, @QueryParam(defaultValue = "7") int price) {
                                served++;
                                return new Item(name + served, price);
                            }

                            @HttpTrigger(method = "POST", path = "/items")
                            public String post(List<Item> items, @HeaderParam("X-Tag") Optional<String> tag) {
                                return items.get(0).name() + tag.orElse("-");
                            }

                            @SqsTrigger(queue = "items")
                            public void take(Item item) {
                                if (item.price() < 0) {
                                    throw new IllegalArgumentException("negative");
                                }
                            }

                            @InvokeTrigger
                            public Map<String, Object> any(Map<String, Object> event) {
                                return Map.of("got", event.get("a"));
                            }
                        }
                        """).compile();
        List<Path> libraries = UserProject.libraries();
        List<SourceFile> sources = HandlerGenerator.generate(ProjectScanner.scan(List.of(classes), libraries));
        List<Path> classPath = new ArrayList<>(libraries);
        classPath.add(classes);
        HandlerCompiler.compile(sources, new HandlerCompiler.Settings(classPath, 17, null))
                .forEach((path, bytes) -> write(classes.resolve(path), bytes));
        @SuppressWarnings("resource") // read from as long as the handler is used
        ClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        handler = (RequestStreamHandler)
                loader.loadClass("shop.LambdaHandler").getConstructor().newInstance();
    }

    @Test
    void httpParametersReachTheMethodAndItsResultTheCaller() throws IOException {
        JsonObject first = send(http("GET", "/items/tea", "price=12", ""));
        assertThat(first.number("statusCode")).isEqualTo(200);
        assertThat(Json.parse(first.text("body")).canonical()).isEqualTo("{\"name\":\"tea1\",\"price\":12}");
        JsonObject second = send(http("GET", "/items/tea", "", ""));
        assertThat(Json.parse(second.text("body")).canonical())
                .as("one instance serves all; the default counts")
                .isEqualTo("{\"name\":\"tea2\",\"price\":7}");
    }

    @Test
    void aGenericBodyKeepsItsElementsType() throws IOException {
        JsonObject reply = send(http("POST", "/items", "", "[{\"name\": \"tea\", \"price\": 1}]"));
        assertThat(reply.text("body")).isEqualTo("tea-");
    }

    @Test
    void aValueOfTheWrongTypeIsTheCallersFault() throws IOException {
        assertThat(send(http("GET", "/items/tea", "price=x", "")).number("statusCode"))
                .isEqualTo(400);
    }

    @Test
    void onlyTheMessageThatFailedGoesBack() throws IOException {
        JsonObject reply = send(Json.object()
                .put("Records", Json.array(message("1", 5), message("2", -5)))
                .build());
        assertThat(reply.canonical()).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}");
    }

    @Test
    void aDirectPayloadIsBoundAsAMap() throws IOException {
        assertThat(send(Json.object().put("a", 1).build()).canonical()).isEqualTo("{\"got\":1}");
    }

    private static JsonObject message(String id, int price) {
        return Json.object()
                .put("messageId", id)
                .put("receiptHandle", "r" + id)
                .put("body", "{\"name\": \"tea\", \"price\": " + price + "}")
                .put("attributes", Json.object())
                .put("messageAttributes", Json.object())
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", "arn:aws:sqs:eu-central-1:123456789012:items")
                .put("awsRegion", "eu-central-1")
                .build();
    }

    private static JsonObject http(String method, String path, String query, String body) {
        return Json.object()
                .put("version", "2.0")
                .put("routeKey", "$default")
                .put("rawPath", path)
                .put("rawQueryString", query)
                .put("headers", Json.object().put("content-type", "application/json"))
                .put(
                        "requestContext",
                        Json.object()
                                .put("http", Json.object().put("method", method).put("path", path))
                                .put("stage", "$default"))
                .put("body", body)
                .put("isBase64Encoded", false)
                .build();
    }

    private JsonObject send(JsonObject event) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event.canonicalBytes()), reply, context());
        return Json.parse(reply.toString(StandardCharsets.UTF_8)).asObject();
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
