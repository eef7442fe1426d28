package io.lambdamaven.plugin.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.lambdamaven.plugin.scan.ProjectScanner;
import io.lambdamaven.plugin.testing.UserProject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
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

/** What stands around calls, in handlers that were generated, compiled and run against the real runtime. */
final class SurroundingsTest {
    @TempDir
    Path folder;

    private ClassLoader loader;
    private RequestStreamHandler handler;

    @BeforeEach
    void build() throws Exception {
        Path classes =
                new UserProject(folder).with("""
                        package shop;

                        import io.lambdamaven.annotation.*;
                        import io.lambdamaven.api.*;
                        import java.util.*;

                        public class Shop {
                            public static final List<String> CALLS = Collections.synchronizedList(new ArrayList<>());

                            public static class Missing extends IllegalStateException {
                                public Missing(String message) { super(message); }
                            }

                            public record Item(String name) {}

                            @HttpTrigger(path = "/fail/{how}")
                            public String fail(@PathParam String how, @QueryParam(defaultValue = "1") int n)
                                    throws Exception {
                                CALLS.add("fail " + how);
                                return switch (how) {
                                    case "missing" -> throw new Missing("gone");
                                    case "state" -> throw new IllegalStateException("busy");
                                    case "http" -> throw new HttpException(409, "closed");
                                    case "void" -> throw new java.util.NoSuchElementException("void");
                                    case "again" -> throw new java.io.FileNotFoundException("again");
                                    case "other" -> throw new java.sql.SQLException("other");
                                    default -> how;
                                };
                            }

                            @HttpTrigger(path = "/who")
                            public Map<String, Object> who(Invocation call) {
                                Map<String, Object> said = new TreeMap<>();
                                said.put("id", call.requestId());
                                said.put("kind", call.kind());
                                said.put("handler", call.handler());
                                said.put("route", call.route());
                                said.put("qualifier", call.qualifier());
                                said.put("function", call.functionName());
                                said.put("cold", call.coldStart());
                                said.put("trace", call.traceId());
                                said.put("tenant", call.tenantId());
                                said.put("left", call.remaining().toSeconds() <= 30
                                        && call.deadline().isAfter(java.time.Instant.now()));
                                return said;
                            }

                            @SqsTrigger(queue = "items")
                            public void take(Item item) throws Exception {
                                CALLS.add("take " + item.name());
                                if (item.name().equals("missing")) {
                                    throw new Missing("gone");
                                } else if (item.name().equals("again")) {
                                    throw new java.io.FileNotFoundException("again");
                                }
                            }

                            @SqsTrigger(queue = "batch")
                            public void all(List<Item> items) {
                                throw new Missing("batch");
                            }

                            @InvokeTrigger
                            public String any(Map<String, Object> event) {
                                throw new Missing("direct");
                            }
                        }
                        """).with("""
                        package shop;

                        import com.amazonaws.services.lambda.runtime.Context;
                        import io.lambdamaven.annotation.*;
                        import io.lambdamaven.api.*;
                        import java.util.*;

                        public class Errors {
                            @ExceptionHandler
                            public HttpResponse any(Exception e) {
                                return HttpResponse.text("any: " + e.getMessage());
                            }

                            @ExceptionHandler
                            public static HttpResponse state(IllegalStateException e, HttpRequest request) {
                                return HttpResponse.text("state: " + e.getMessage() + " " + request.rawPath());
                            }

                            @ExceptionHandler
                            public Map<String, String> missing(Shop.Missing e, Invocation call, HttpRequest request) {
                                Shop.CALLS.add("handled " + call.handler() + " " + (request == null));
                                return Map.of("missing", e.getMessage());
                            }

                            @ExceptionHandler
                            public void told(NoSuchElementException e, Context context) {
                                Shop.CALLS.add("told " + context.getAwsRequestId());
                            }

                            @ExceptionHandler
                            public String again(java.io.IOException e) throws Exception {
                                throw new HttpException(503, "later", e);
                            }
                        }
                        """).with("""
                        package shop;

                        import io.lambdamaven.annotation.*;
                        import io.lambdamaven.api.*;

                        @Intercept(order = 2)
                        public class Inner implements Interceptor {
                            @Override
                            public void before(Invocation call) {
                                Shop.CALLS.add("inner before");
                                if (System.getProperty("shop.refuse") != null) {
                                    throw new Shop.Missing("refused");
                                }
                            }

                            @Override
                            public void after(Invocation call, Object result, Throwable failure) {
                                Shop.CALLS.add("inner after " + result + " " + failure);
                                throw new IllegalArgumentException("after");
                            }
                        }
                        """).with("""
                        package shop;

                        import io.lambdamaven.annotation.*;
                        import io.lambdamaven.api.*;

                        @Intercept(order = 1)
                        public class Outer implements Interceptor {
                            @Override
                            public void before(Invocation call) {
                                Shop.CALLS.add("outer before " + call.route());
                            }

                            @Override
                            public void after(Invocation call, Object result, Throwable failure) {
                                Shop.CALLS.add("outer after " + (failure == null));
                            }

                            @Prime
                            public void prime() {
                                Shop.CALLS.add("primed");
                                if (System.getProperty("shop.refuse") != null) {
                                    throw new IllegalStateException("no table");
                                }
                            }

                            @AfterRestore
                            public static void restore() {
                                Shop.CALLS.add("restored");
                            }
                        }
                        """).compile();
        List<Path> libraries = UserProject.libraries();
        List<SourceFile> sources = HandlerGenerator.generate(ProjectScanner.scan(List.of(classes), libraries));
        List<Path> classPath = new ArrayList<>(libraries);
        classPath.add(classes);
        HandlerCompiler.compile(sources, new HandlerCompiler.Settings(classPath, 17, null))
                .forEach((path, bytes) -> write(classes.resolve(path), bytes));
        loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        handler = (RequestStreamHandler)
                loader.loadClass("shop.LambdaHandler").getConstructor().newInstance();
    }

    @Test
    void theClosestHandlerAnswersAndTheMethodRanOnce() throws Exception {
        assertThat(get("/fail/missing")).contains("\"statusCode\":200", "{\\\"missing\\\":\\\"gone\\\"}");
        assertThat(calls()).containsOnlyOnce("fail missing").contains("handled Shop.fail false");
        assertThat(get("/fail/state")).contains("state: busy /fail/state");
        assertThat(get("/fail/other")).contains("any: other");
    }

    @Test
    void anHttpExceptionIsNotTakenByABroadHandler() throws Exception {
        assertThat(get("/fail/http")).contains("\"statusCode\":409", "closed");
    }

    @Test
    void aHandlerWithoutAResultLeavesTheAnswerToTheException() throws Exception {
        assertThat(get("/fail/void")).contains("\"statusCode\":500").doesNotContain("void");
        assertThat(calls()).contains("told request");
    }

    @Test
    void whatAHandlerThrowsGoesOn() throws Exception {
        assertThat(get("/fail/again")).contains("\"statusCode\":503", "later");
        assertThat(send(sqs("items", "again"))).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"again\"}]}");
    }

    @Test
    void aRequestThatDoesNotFitIsAnswered400BeforeAnyHandler() throws Exception {
        assertThat(send(http("/fail/x", "n=many"))).contains("\"statusCode\":400");
        assertThat(calls()).noneMatch(call -> call.startsWith("handled"));
    }

    @Test
    void aHandledRecordIsDoneAndAnUnreadableOneIsNot() throws Exception {
        assertThat(send(sqs("items", "missing"))).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(calls()).containsOnlyOnce("take missing").contains("handled Shop.take true");
        assertThat(send(sqs("items", "missing").replace("\\\"}", "\\\"")))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"missing\"}]}");
    }

    @Test
    void aHandledBatchIsDoneWholly() throws Exception {
        assertThat(send(sqs("batch", "a"))).isEqualTo("{\"batchItemFailures\":[]}");
    }

    @Test
    void ofADirectInvocationTheHandlersResultIsTheAnswer() throws Exception {
        assertThat(send("{\"a\":1}")).isEqualTo("{\"missing\":\"direct\"}");
    }

    @Test
    void interceptorsStandAroundTheCallInTheirOrder() throws Exception {
        assertThat(get("/fail/not")).contains("\"statusCode\":200", "\"not\"");
        assertThat(calls())
                .containsExactly(
                        "outer before GET /fail/{how}",
                        "inner before",
                        "fail not",
                        "inner after not null",
                        "outer after true");
    }

    @Test
    void anInterceptorThatRefusesFailsTheCall() throws Exception {
        System.setProperty("shop.refuse", "yes");
        try {
            assertThat(get("/fail/not")).contains("{\\\"missing\\\":\\\"refused\\\"}");
        } finally {
            System.clearProperty("shop.refuse");
        }
        assertThat(calls())
                .containsExactly(
                        "outer before GET /fail/{how}", "inner before", "outer after false", "handled Shop.fail false");
    }

    @Test
    void aMethodLearnsOfItsInvocation() throws Exception {
        String first = get("/who");
        assertThat(first)
                .contains("\\\"cold\\\":true", "\\\"function\\\":\\\"shop\\\"", "\\\"handler\\\":\\\"Shop.who\\\"")
                .contains("\\\"kind\\\":\\\"http-api\\\"", "\\\"left\\\":true", "\\\"id\\\":\\\"request\\\"")
                .contains("\\\"qualifier\\\":\\\"live\\\"", "\\\"route\\\":\\\"GET /who\\\"")
                .contains("\\\"tenant\\\":\\\"t-1\\\"", "\\\"trace\\\":\\\"Root=1-2\\\"");
        assertThat(get("/who")).contains("\\\"cold\\\":false");
    }

    @Test
    void theHooksOfSnapStartRunAndAFailureNamesTheMethod() throws Exception {
        hook("prime");
        hook("restored");
        assertThat(calls()).containsExactly("primed", "restored");
        System.setProperty("shop.refuse", "yes");
        try {
            assertThatThrownBy(() -> hook("prime"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("@Prime Outer.prime failed")
                    .hasMessageContaining("no table");
        } finally {
            System.clearProperty("shop.refuse");
        }
    }

    private void hook(String name) throws Exception {
        Method hook = handler.getClass().getDeclaredMethod(name);
        hook.setAccessible(true);
        try {
            hook.invoke(handler);
        } catch (InvocationTargetException e) {
            throw (Exception) e.getCause();
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> calls() throws ReflectiveOperationException {
        return (List<String>) loader.loadClass("shop.Shop").getField("CALLS").get(null);
    }

    private String get(String path) throws IOException {
        return send(http(path, ""));
    }

    private static String http(String path, String query) {
        return """
                {"version":"2.0","rawPath":"%s","rawQueryString":"%s","headers":{},
                 "requestContext":{"domainName":"x.execute-api.eu-central-1.amazonaws.com","stage":"$default",
                 "http":{"method":"GET","path":"%s"}}}""".formatted(path, query, path);
    }

    private static String sqs(String queue, String name) {
        return """
                {"Records":[{"messageId":"%s","receiptHandle":"r","body":"{\\"name\\":\\"%s\\"}","attributes":{},
                 "messageAttributes":{},"eventSource":"aws:sqs","awsRegion":"eu-central-1",
                 "eventSourceARN":"arn:aws:sqs:eu-central-1:123456789012:%s"}]}""".formatted(name, name, queue);
    }

    private String send(String event) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), reply, context());
        return reply.toString(StandardCharsets.UTF_8);
    }

    private static Context context() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getInvokedFunctionArn" -> "arn:aws:lambda:eu-central-1:123456789012:function:shop:live";
                    case "getRemainingTimeInMillis" -> 30_000;
                    case "getAwsRequestId" -> "request";
                    case "getFunctionName" -> "shop";
                    case "getTenantId" -> "t-1";
                    case "getXrayTraceId" -> "Root=1-2";
                    default -> null;
                });
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
