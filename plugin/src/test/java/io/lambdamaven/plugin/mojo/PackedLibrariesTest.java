package io.lambdamaven.plugin.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.ProjectId;
import io.lambdamaven.plugin.openapi.ApiInfo;
import io.lambdamaven.plugin.pack.Dependency;
import io.lambdamaven.plugin.pack.Layout;
import io.lambdamaven.plugin.pack.PackRequest;
import io.lambdamaven.plugin.report.Progress;
import io.lambdamaven.plugin.scan.WebChoice;
import io.lambdamaven.plugin.testing.UserProject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole jars with the real runtime and the real Jackson: what is in them, how large they are, and that they work. */
final class PackedLibrariesTest {
    private static final String RUNTIME = "io.lambdamaven:lambda-handler-runtime";
    private static final String DATABIND = "com.fasterxml.jackson.core:jackson-databind";
    private static final String SIGNER = "software.amazon.awssdk:http-auth-aws";
    private static final Path QUICKSTART =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("../src/it/quickstart/src/main/java");

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private final List<String> warned = new ArrayList<>();
    private final List<String> details = new ArrayList<>();
    private boolean excluded;
    private boolean signer;
    private @Nullable String signerVia;
    private Layout layout = Layout.JAR;
    private @Nullable String described;

    @Test
    void aJarWithoutDataBindingIsSmallAndWorks() throws Exception {
        Path jar = pack(new UserProject(folder).with("""
                package shop;

                import io.lambdamaven.annotation.*;
                import io.lambdamaven.api.*;
                import java.util.*;

                public class Shop {
                    @HttpTrigger(path = "/text")
                    public String text(@QueryParam List<Integer> n) {
                        return "sum " + n;
                    }

                    @HttpTrigger(method = "POST", path = "/map")
                    public Map<String, Object> map(Map<String, Object> body, HttpRequest request) {
                        body.put("bytes", request.body().length);
                        return body;
                    }

                    @HttpTrigger(method = "POST", path = "/list")
                    public List<Object> list(List<Object> body) {
                        return body;
                    }

                    @HttpTrigger(path = "/teapot")
                    public HttpResponse teapot() {
                        return HttpResponse.of(418).body("short and stout");
                    }

                    @HttpTrigger(path = "/nothing")
                    public Optional<Integer> nothing() {
                        return Optional.empty();
                    }

                    @SqsTrigger(queue = "orders")
                    public Order consume(SqsMessage message) {
                        return new Order(message.body());
                    }

                    record Order(String text) {}
                }
                """));

        assertThat(Files.size(jar)).isLessThanOrEqualTo(1_000_000);
        assertThat(names(jar))
                .noneMatch(name -> name.startsWith("com/fasterxml/"))
                .noneMatch(name -> name.startsWith("org/jspecify/"))
                .doesNotContain("io/lambdamaven/annotation/HttpTrigger.class");
        assertThat(told).singleElement().asString().startsWith("Packed app-lambda.jar, ");
        assertThat(details)
                .containsExactly(
                        "Nothing needs com.fasterxml.jackson.core:jackson-core:2.22: it is left out.",
                        "Nothing needs " + DATABIND + ":2.22: it is left out.",
                        "Nothing needs com.fasterxml.jackson.core:jackson-annotations:2.22: it is left out.",
                        "Nothing needs com.fasterxml.jackson.datatype:jackson-datatype-jdk8:2.22: it is left out.");
        assertThat(warned).isEmpty();
        try (Running running = new Running(jar, "shop.LambdaHandler")) {
            assertThat(running.http("GET", "/text", "n=1&n=2", "")).contains("\"statusCode\":200", "sum [1, 2]");
            assertThat(running.http("GET", "/text", "n=x", "")).contains("\"statusCode\":400");
            assertThat(running.http("POST", "/map", "", "{\\\"a\\\":1}")).contains("{\\\"a\\\":1,\\\"bytes\\\":7}");
            assertThat(running.http("POST", "/list", "", "[1,2]")).contains("[1,2]");
            assertThat(running.http("GET", "/teapot", "", "")).contains("418", "short and stout");
            assertThat(running.http("GET", "/nothing", "", "")).contains("\"statusCode\":404");
            assertThat(running.answer("{\"Records\":[{\"messageId\":\"m1\",\"eventSource\":\"aws:sqs\",\"body\":\"b\","
                            + "\"eventSourceARN\":\"arn:aws:sqs:eu-west-1:111122223333:orders\"}]}"))
                    .isEqualTo("{\"batchItemFailures\":[]}");
        }
    }

    @Test
    void theQuickstartWithDataBindingHasAtMostThreeMegabytesAndIsToldWhy() throws Exception {
        UserProject project = new UserProject(folder);
        try (Stream<Path> files = Files.walk(QUICKSTART)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                project.with(Files.readString(file).replaceAll("\\$\\{orders\\.(\\w+)}", "orders-$1"));
            }
        }
        Path jar = pack(project);

        assertThat(Files.size(jar)).isBetween(2_000_000L, 3_000_000L);
        assertThat(names(jar))
                .noneMatch(name -> name.matches("io/lambdamaven/runtime/(terms|form|caller|validation)/.*"))
                .anyMatch(name -> name.startsWith("com/fasterxml/jackson/databind/"))
                .anyMatch(name -> name.startsWith("com/fasterxml/jackson/annotation/"));
        assertThat(told)
                .endsWith(
                        "jackson-databind (2.3 MB, about 0.2 s of a cold start) is packed for OrderApi.get (returns"
                                + " Optional<Order>), OrderApi.place (takes NewOrder), OrderEvents.report (returns Report) and"
                                + " OrderEvents.statusChanged (takes StatusChange).",
                        "Handlers with String, byte[], HttpRequest or Map<String, Object> need none.");
        assertThat(details).isEmpty();
        try (Running running = new Running(jar, "com.example.orders.LambdaHandler")) {
            assertThat(running.http("POST", "/orders", "", "{\\\"customer\\\":\\\"L\\\",\\\"quantity\\\":1}"))
                    .contains("\"statusCode\":201");
        }
    }

    @Test
    void whatRoutesSayAndTakeComesWithThem() throws Exception {
        Path jar = pack(new UserProject(folder).with("""
                package shop;

                import io.lambdamaven.annotation.*;
                import io.lambdamaven.api.*;

                public class Shop {
                    @Cors("*")
                    @HttpTrigger(method = "POST", path = "/form", produces = "text/csv", eTag = true, gzipFrom = 9)
                    public String form(@FormParam java.util.Optional<String> name, java.util.Optional<Caller> caller) {
                        return name.orElse("nobody") + caller.isPresent();
                    }
                }
                """));

        assertThat(names(jar))
                .anyMatch(name -> name.startsWith("io/lambdamaven/runtime/terms/"))
                .anyMatch(name -> name.startsWith("io/lambdamaven/runtime/form/"))
                .anyMatch(name -> name.startsWith("io/lambdamaven/runtime/caller/"))
                .noneMatch(name -> name.startsWith("io/lambdamaven/runtime/validation/"))
                .noneMatch(name -> name.startsWith("com/fasterxml/"));
        try (Running running = new Running(jar, "shop.LambdaHandler")) {
            assertThat(running.http("POST", "/form", "", "")).contains("nobodyfalse", "text/csv");
        }
    }

    private static final String SIGNING = """
            package shop;

            import io.lambdamaven.annotation.*;
            import io.lambdamaven.api.*;

            public class Shop {
                @Task
                public static void mail(String to) {}

                @Idempotent(key = "messageId")
                @SqsTrigger(queue = "orders")
                public void order(String body) {}

                @CodePipelineTrigger
                public void build(String event) {}

                @WebSocketTrigger("say")
                public void say(String text, Connections clients) {}
            }
            """;

    @Test
    void theSignerIsToldWithAllThatNeedIt() {
        signer = true;
        pack(new UserProject(folder).with(SIGNING));

        assertThat(told)
                .filteredOn(line -> line.startsWith("http-auth-aws"))
                .singleElement()
                .asString()
                .matches("http-auth-aws \\(0\\.\\d MB\\) is packed for .*")
                .contains(
                        "Shop.mail (is a task)",
                        "Shop.order (is idempotent)",
                        "Shop.build (tells its result to codepipeline)",
                        "Shop.say (takes Connections)");
    }

    @Test
    void whatKnowsCallersComesWithKeysThatAreTheirs() throws Exception {
        signer = true;

        assertThat(names(pack(new UserProject(folder).with(SIGNING))))
                .anyMatch(name -> name.startsWith("io/lambdamaven/runtime/caller/"));
        assertThat(names(pack(new UserProject(folder).with(PLAIN))))
                .noneMatch(name -> name.startsWith("io/lambdamaven/runtime/caller/"));
    }

    @Test
    void theSignerOfASlimFunctionFetchesItsCode() {
        signer = true;
        layout = Layout.SLIM;
        pack(new UserProject(folder).with(PLAIN));

        assertThat(told)
                .last()
                .asString()
                .matches(
                        "http-auth-aws \\(0\\.\\d MB\\) is packed for <layout>slim</layout> \\(fetches the code\\)\\.");
    }

    @Test
    void aSignerThatNoMethodNeedsIsToldWithWhatStagesMayNeedItFor() {
        signer = true;
        pack(new UserProject(folder).with(PLAIN));

        assertThat(told)
                .last()
                .asString()
                .matches("http-auth-aws \\(0\\.\\d MB\\) is packed, and no method needs it: it is for stages with"
                        + " <remoteConfig> or <scriptKeys>, and for code that signs requests by itself\\.");
        assertThat(warned).isEmpty();
    }

    @Test
    void aSignerThatComesWithSomethingElseIsNotSpokenOf() {
        signer = true;
        signerVia = "software.amazon.awssdk:s3";
        pack(new UserProject(folder).with(PLAIN));

        assertThat(told).noneMatch(line -> line.contains("http-auth-aws"));
    }

    private static final String PLAIN = """
            package shop;

            import io.lambdamaven.annotation.*;

            public class Shop {
                @InvokeTrigger
                public String any(String body) {
                    return body;
                }
            }
            """;

    @Test
    void aBodyOfAnyTypeThatOnlyTheMethodKnowsOfIsSeen() {
        pack(new UserProject(folder).with("""
                package shop;

                import io.lambdamaven.annotation.*;
                import io.lambdamaven.api.*;

                public class Shop {
                    @HttpTrigger(path = "/order")
                    public HttpResponse order() {
                        return HttpResponse.of(200).json(new int[] {1});
                    }
                }
                """));
        assertThat(told).last().asString().contains("is packed for shop.Shop (calls HttpResponse.json).");
    }

    @Test
    void aNeededLibraryThatTheProjectKeepsOutIsWarnedOf() {
        excluded = true;
        pack(new UserProject(folder).with("""
                package shop;

                import io.lambdamaven.annotation.*;

                public class Shop {
                    public record Order(String id) {}

                    @InvokeTrigger
                    public void take(Order order) {}
                }
                """));
        assertThat(warned)
                .containsExactly("LM110 <dependencies>: " + DATABIND
                        + " is not among the packed dependencies, and Shop.take (takes Shop.Order) needs it. Give it the"
                        + " <scope> compile or runtime, or take it out of <exclusions>; or have a layer bring it."
                        + " Handlers with String, byte[], HttpRequest or Map<String, Object> need none.");
    }

    @Test
    void theDescriptionOfTheApiIsServedWhereItIsAskedFor() throws Exception {
        UserProject project = new UserProject(folder).with("""
                package shop;

                import io.lambdamaven.annotation.*;

                public class Shop {
                    @HttpTrigger(path = "/teas")
                    public String teas() {
                        return "green";
                    }
                }
                """);
        assertThat(names(pack(project))).noneMatch(name -> name.contains("openapi") || name.contains("OpenApi"));
        described = "/openapi.json";

        try (Running running = new Running(pack(project), "shop.LambdaHandler")) {
            assertThat(running.http("GET", "/openapi.json", "", ""))
                    .contains("\"statusCode\":200", "application/json", "\\\"operationId\\\":\\\"teas\\\"")
                    .doesNotContain("OpenApiDocument");
            assertThat(running.http("GET", "/teas", "", "")).contains("green");
        }
    }

    private Path pack(UserProject project) {
        Path target = folder.resolve("target");
        ProjectInputs inputs = new ProjectInputs(
                new ProjectId("com.example", "app", "1.0"),
                project.compile(),
                target.resolve("lambda"),
                target.resolve("sources"),
                target.resolve("app-lambda.jar"),
                dependencies(),
                List.of(),
                layout,
                WebChoice.NONE,
                new OpenApiSettings(new ApiInfo("app", "1.0", null, null), described),
                PackRequest.EARLIEST,
                null);
        return new ProjectBuild(inputs, new Told()).pack().orElseThrow();
    }

    private List<Dependency> dependencies() {
        List<Dependency> dependencies = new ArrayList<>();
        dependencies.add(library(RUNTIME, "io.lambdamaven.runtime.RoutedHandler"));
        dependencies.add(library(
                "com.amazonaws:aws-lambda-java-core",
                "com.amazonaws.services.lambda.runtime.RequestStreamHandler",
                RUNTIME));
        dependencies.add(
                library("com.fasterxml.jackson.core:jackson-core", "com.fasterxml.jackson.core.JsonFactory", RUNTIME));
        if (!excluded) {
            dependencies.add(library(DATABIND, "com.fasterxml.jackson.databind.ObjectMapper", RUNTIME));
            dependencies.add(library(
                    "com.fasterxml.jackson.core:jackson-annotations",
                    "com.fasterxml.jackson.annotation.JsonProperty",
                    RUNTIME));
            dependencies.add(library(
                    "com.fasterxml.jackson.datatype:jackson-datatype-jdk8",
                    "com.fasterxml.jackson.datatype.jdk8.Jdk8Module",
                    RUNTIME));
        }
        if (signer) {
            String[] via = signerVia == null ? new String[0] : new String[] {signerVia};
            dependencies.add(library(SIGNER, "software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner", via));
            List<String> through = new ArrayList<>(List.of(via));
            through.add(SIGNER);
            for (String[] each : new String[][] {
                {"http-auth-spi", "software.amazon.awssdk.http.auth.spi.signer.HttpSigner"},
                {"http-client-spi", "software.amazon.awssdk.http.SdkHttpRequest"},
                {"identity-spi", "software.amazon.awssdk.identity.spi.Identity"},
                {"checksums", "software.amazon.awssdk.checksums.SdkChecksum"},
                {"checksums-spi", "software.amazon.awssdk.checksums.spi.ChecksumAlgorithm"},
                {"utils", "software.amazon.awssdk.utils.Validate"}
            }) {
                dependencies.add(library("software.amazon.awssdk:" + each[0], each[1], through.toArray(new String[0])));
            }
        }
        return dependencies;
    }

    private static Dependency library(String artifact, String className, String... via) {
        String[] parts = artifact.split(":");
        try {
            URL place = Class.forName(className)
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation();
            return new Dependency(parts[0], parts[1], "2.22", "", Path.of(place.toURI()), List.of(via));
        } catch (ReflectiveOperationException | java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    private final class Told implements Progress {
        @Override
        public void info(String line) {
            told.add(line);
        }

        @Override
        public void warn(String line) {
            warned.add(line);
        }

        @Override
        public void debug(String line) {
            details.add(line);
        }
    }

    /** A handler made from the jar alone, as Lambda makes it. */
    private static final class Running implements AutoCloseable {
        private final URLClassLoader loader;
        private final Object handler;

        Running(Path jar, String handlerClass) throws Exception {
            loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            handler = loader.loadClass(handlerClass).getConstructor().newInstance();
        }

        String http(String method, String path, String query, String body) throws Exception {
            return answer("{\"version\":\"2.0\",\"requestContext\":{\"http\":{\"method\":\"" + method
                    + "\"}},\"rawPath\":\"" + path + "\",\"rawQueryString\":\"" + query + "\",\"body\":\"" + body
                    + "\"}");
        }

        String answer(String event) throws Exception {
            Class<?> context = loader.loadClass("com.amazonaws.services.lambda.runtime.Context");
            Class<?> logger = loader.loadClass("com.amazonaws.services.lambda.runtime.LambdaLogger");
            Map<String, Object> values = Map.of(
                    "getInvokedFunctionArn",
                    "arn:aws:lambda:eu-west-1:111122223333:function:f:live",
                    "getAwsRequestId",
                    "r1",
                    "getRemainingTimeInMillis",
                    30_000,
                    "getLogger",
                    Proxy.newProxyInstance(loader, new Class<?>[] {logger}, (proxy, method, arguments) -> null));
            Object invocation = Proxy.newProxyInstance(
                    loader,
                    new Class<?>[] {context},
                    (proxy, method, arguments) -> values.getOrDefault(
                            method.getName(), method.getReturnType() == int.class ? Integer.valueOf(0) : null));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            handler.getClass()
                    .getMethod("handleRequest", InputStream.class, OutputStream.class, context)
                    .invoke(handler, new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, invocation);
            return out.toString(StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            loader.close();
        }
    }
}
