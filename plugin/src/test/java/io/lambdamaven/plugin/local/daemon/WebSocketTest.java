package io.lambdamaven.plugin.local.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.generate.HandlerCompiler;
import io.lambdamaven.plugin.generate.HandlerGenerator;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.local.wire.DaemonInfo;
import io.lambdamaven.plugin.local.wire.LogLines;
import io.lambdamaven.plugin.local.wire.Recorded;
import io.lambdamaven.plugin.local.wire.ResourceCodec;
import io.lambdamaven.plugin.local.wire.StateDirectory;
import io.lambdamaven.plugin.manifest.ManifestJson;
import io.lambdamaven.plugin.model.Manifest;
import io.lambdamaven.plugin.model.ProjectId;
import io.lambdamaven.plugin.model.ScannedProject;
import io.lambdamaven.plugin.pack.Dependency;
import io.lambdamaven.plugin.pack.Layout;
import io.lambdamaven.plugin.pack.Limits;
import io.lambdamaven.plugin.pack.PackRequest;
import io.lambdamaven.plugin.pack.Packager;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.WebSocketApi;
import io.lambdamaven.plugin.plan.resource.WebSocketRoute;
import io.lambdamaven.plugin.scan.ClassReferences;
import io.lambdamaven.plugin.scan.ProjectScanner;
import io.lambdamaven.plugin.scan.RuntimeLibraries;
import io.lambdamaven.plugin.stage.Code;
import io.lambdamaven.plugin.stage.Layers;
import io.lambdamaven.plugin.stage.RawSettings;
import io.lambdamaven.plugin.stage.Setting;
import io.lambdamaven.plugin.stage.Staged;
import io.lambdamaven.plugin.testing.UserProject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PayloadTooLargeException;

/** A project with WebSocket routes: packed, run by the local Lambda in AWS's runtime client, reached by the JDK's. */
@Timeout(180)
class WebSocketTest {
    private static final String FUNCTION = "chat-dev";
    private static final String PUSHER = "chat-news-dev";
    private static final Pattern LIBRARIES = Pattern.compile(
            "/(http-auth-(aws|aws-eventstream|spi)|http-client-spi|identity-spi|utils|annotations"
                    + "|checksums|checksums-spi|crt-core|slf4j-api|reactive-streams|aws-lambda-java-core)-\\d[^/]*\\.jar$");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path shared;

    private static StateDirectory state;
    private static LocalLambda lambda;
    private static List<Resource> resources;
    private static Path jar;

    @BeforeAll
    static void deploy() throws Exception {
        Path classes =
                new UserProject(shared.resolve("project")).with("""
                package chat;

                import io.lambdamaven.annotation.*;
                import io.lambdamaven.api.*;

                public class Chat {
                    @WebSocketTrigger("$connect")
                    public HttpResponse connect(WebSocketEvent event, Connections connections) {
                        String user = event.query().getOrDefault("user", "nobody");
                        if (user.equals("mallory")) {
                            throw new HttpException(403, "not you");
                        } else if (user.equals("chaos")) {
                            throw new IllegalStateException("broken");
                        }
                        System.out.println("CAME " + user + " " + event.headers().get("x-forwarded-for") + " "
                                + event.eventType() + " " + event.headers().get("X-Client")
                                + " reachable " + connections.offer(event.connectionId(), "too early"));
                        String protocol = event.headers().get("Sec-WebSocket-Protocol");
                        return protocol == null
                                ? HttpResponse.of(200)
                                : HttpResponse.of(200).header("Sec-WebSocket-Protocol", protocol);
                    }

                    @WebSocketTrigger("$disconnect")
                    public void left(WebSocketEvent event) {
                        System.out.println("LEFT " + event.connectionId() + " " + event.routeKey() + " " + event.eventType());
                    }

                    @WebSocketTrigger("$default")
                    public String echo(String text) {
                        return "echo " + text;
                    }

                    @WebSocketTrigger("id")
                    public String id(WebSocketEvent event) {
                        return event.connectionId();
                    }

                    @WebSocketTrigger("tell")
                    public void tell(String message, Connections connections) {
                        connections.post(member(message, "to"), "told " + member(message, "text"));
                    }

                    @WebSocketTrigger("look")
                    public String look(String message, Connections connections) {
                        ConnectionInfo info = connections.get(member(message, "at"));
                        return info.sourceIp() + " " + info.userAgent() + " "
                                + info.lastActiveAt().isBefore(info.connectedAt());
                    }

                    private static String member(String message, String name) {
                        return message.replaceFirst(".*\\"" + name + "\\":\\"", "").replaceFirst("\\".*", "");
                    }

                    @WebSocketTrigger("leave")
                    public void leave(WebSocketEvent event, Connections connections) {
                        connections.close(event.connectionId());
                    }

                    @WebSocketTrigger("fail")
                    public String fail() {
                        throw new IllegalStateException("broken");
                    }

                    @WebSocketTrigger("long")
                    public String answer() {
                        return "ü".repeat(50_000);
                    }
                }
                """).with("""
                package chat;

                import io.lambdamaven.annotation.*;
                import io.lambdamaven.api.*;
                import java.util.Map;

                @LambdaFunction(name = "news")
                public class News {
                    @InvokeTrigger
                    public String push(Map<String, Object> news, Connections connections) {
                        String to = (String) news.get("to");
                        try {
                            connections.post(to, (String) news.get("text"));
                            return "pushed, gone " + connections.offer("nobodysid", "x");
                        } catch (ConnectionGoneException e) {
                            return "gone " + e.connectionId().equals(to);
                        }
                    }
                }
                """).compile();
        List<Path> classPath = new ArrayList<>(List.of(classes));
        classPath.addAll(UserProject.libraries());
        ScannedProject project = ProjectScanner.scan(List.of(classes), classPath);
        jar = pack(project, classes, classPath);
        resources = desired(project);
        state = new StateDirectory(shared.resolve("state"));
        lambda = new LocalLambda(state, new LocalLambda.Settings(null, "eu-west-1", false, "print"), Clock.systemUTC());
        for (Resource each : resources) {
            put(each);
        }
    }

    private static Path pack(ScannedProject project, Path classes, List<Path> classPath) throws IOException {
        List<Dependency> dependencies = new ArrayList<>();
        for (Path each : UserProject.libraries()) {
            if (each.toString().contains("handler-runtime")) {
                dependencies.add(new Dependency("io.lambdamaven", "lambda-handler-runtime", "1", each));
            } else if (LIBRARIES.matcher(each.toString()).find()) {
                dependencies.add(new Dependency("org.lib", "lib-" + dependencies.size(), "1", each));
            }
        }
        return new Packager(Limits.LAMBDA)
                .pack(new PackRequest(
                        classes,
                        HandlerCompiler.compile(
                                HandlerGenerator.generate(project), new HandlerCompiler.Settings(classPath, 17, null)),
                        (digest, slim) -> ManifestJson.write(manifest(project)).getBytes(StandardCharsets.UTF_8),
                        dependencies,
                        RuntimeLibraries.of(project),
                        ClassReferences::read,
                        shared.resolve("chat-lambda.jar"),
                        Layout.JAR,
                        17,
                        PackRequest.EARLIEST))
                .file();
    }

    private static Manifest manifest(ScannedProject project) {
        return new Manifest(
                project.application(new ProjectId("com.example", "chat", "1")), 17, "0123456789abcdef".repeat(4), null);
    }

    private static List<Resource> desired(ScannedProject project) {
        Layers layers = new Layers(
                RawSettings.from("<configuration>").set(Setting.TARGET, "local").build(),
                Map.of(),
                RawSettings.from("the command line").build());
        return Staged.of(manifest(project), layers, "dev")
                .desired(new Whereabouts("aws", "eu-west-1", "123456789012"), new Code(jar, "digest"))
                .resources();
    }

    private static void put(Resource resource) throws Exception {
        JsonObject.Builder body =
                Json.object().put("recorded", new Recorded("com.example:chat", "dev", "eu-west-1", resource).toJson());
        if (resource instanceof LambdaFunction) {
            body.put("jar", jar.toString());
        }
        HttpResponse<String> response = control("PUT", "resource", body.build());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
    }

    @AfterAll
    static void stop() throws IOException {
        lambda.close();
    }

    private static HttpResponse<String> control(String method, String what, Json body) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + lambda.info().port() + "/_lambda/" + what);
        return HTTP.send(
                HttpRequest.newBuilder(uri)
                        .header(DaemonInfo.TOKEN_HEADER, lambda.info().token())
                        .method(method, BodyPublishers.ofString(body == null ? "" : body.canonical()))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String url() throws Exception {
        return Json.parse(control("GET", "fronts", null).body()).asArray().values().stream()
                .map(each -> each.asObject().text("url"))
                .filter(url -> url.startsWith("ws:"))
                .findFirst()
                .orElseThrow();
    }

    /** Someone who is connected, with all that was said to them. */
    private static final class Member implements WebSocket.Listener {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();
        private WebSocket socket;

        static Member connect(String query, String... headers) throws Exception {
            Member member = new Member();
            WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(60));
            for (int i = 0; i < headers.length; i += 2) {
                builder.header(headers[i], headers[i + 1]);
            }
            try {
                member.socket =
                        builder.buildAsync(URI.create(url() + query), member).get(60, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
            return member;
        }

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                heard.add(text.toString());
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closed.completeExceptionally(error);
        }

        Member say(String message) {
            socket.sendText(message, true).join();
            return this;
        }

        String hears() throws InterruptedException {
            return heard.poll(60, TimeUnit.SECONDS);
        }

        String id() throws InterruptedException {
            return say("{\"action\":\"id\"}").hears();
        }

        void leave() {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }

        int closeCode() throws Exception {
            return closed.get(60, TimeUnit.SECONDS);
        }
    }

    private static void awaitLog(String text) throws Exception {
        long end = System.currentTimeMillis() + 30_000;
        List<String> log = List.of();
        while (System.currentTimeMillis() < end && log.stream().noneMatch(line -> line.contains(text))) {
            Thread.sleep(50);
            log = LogLines.since(state.log(FUNCTION), 0);
        }
        assertThat(log).anyMatch(line -> line.contains(text));
    }

    private static String push(String to, String text) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + lambda.info().port() + "/2015-03-31/functions/" + PUSHER
                + "/invocations?Qualifier=live");
        String event = Json.object().put("to", to).put("text", text).build().canonical();
        return HTTP.send(
                        HttpRequest.newBuilder(uri)
                                .POST(BodyPublishers.ofString(event))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    @Test
    void messagesGoToTheRouteTheyNameAndItsAnswerComesBack() throws Exception {
        Member ada = Member.connect("?user=ada", "X-Client", "test");

        awaitLog("CAME ada 127.0.0.1 CONNECT test reachable false");
        assertThat(ada.id()).matches("[A-Za-z0-9_-]{15}=");
        assertThat(ada.say("hello").hears()).isEqualTo("echo hello");
        assertThat(ada.say("{\"action\":\"nowhere\"}").hears()).isEqualTo("echo {\"action\":\"nowhere\"}");
        assertThat(ada.say("{\"action\":\"$connect\"}").hears()).isNotNull();
        ada.leave();
    }

    @Test
    void whoLeavesIsToldToTheDisconnectRoute() throws Exception {
        Member ada = Member.connect("");
        String id = ada.id();

        ada.leave();

        awaitLog("LEFT " + id + " $disconnect DISCONNECT");
    }

    @Test
    void aMethodWritesToAnotherClientAndLooksAtIt() throws Exception {
        Member ada = Member.connect("");
        Member bob = Member.connect("");

        bob.say("{\"action\":\"tell\",\"to\":\"" + ada.id() + "\",\"text\":\"grüße\"}");

        assertThat(ada.hears()).isEqualTo("told grüße");
        assertThat(bob.say("{\"action\":\"look\",\"at\":\"" + ada.id() + "\"}").hears())
                .startsWith("127.0.0.1 ")
                .endsWith(" false");
        ada.leave();
        bob.leave();
    }

    @Test
    void anotherFunctionWithoutAnEventOfTheClientsWritesToThem() throws Exception {
        Member ada = Member.connect("");
        String id = ada.id();

        assertThat(push(id, "news")).isEqualTo("\"pushed, gone false\"");
        assertThat(ada.hears()).isEqualTo("news");

        ada.leave();
        awaitLog("LEFT " + id);
        assertThat(push(id, "late")).isEqualTo("\"gone true\"");
    }

    @Test
    void whoIsRefusedGetsTheStatusOfTheMethod() throws Exception {
        Throwable refused = catchThrowable(() -> Member.connect("?user=mallory"));
        Throwable broken = catchThrowable(() -> Member.connect("?user=chaos"));

        assertThat(refused)
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        each -> assertThat(each.getResponse().statusCode()).isEqualTo(403));
        assertThat(broken)
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        each -> assertThat(each.getResponse().statusCode()).isBetween(500, 502));
    }

    @Test
    void theMethodChoosesTheSubprotocol() throws Exception {
        WebSocket socket = HTTP.newWebSocketBuilder()
                .subprotocols("chat.v2")
                .buildAsync(URI.create(url()), new Member())
                .get(60, TimeUnit.SECONDS);

        assertThat(socket.getSubprotocol()).isEqualTo("chat.v2");
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    @Test
    void aMethodClosesAConnection() throws Exception {
        Member ada = Member.connect("");
        String id = ada.id();

        assertThat(ada.say("{\"action\":\"leave\"}").closeCode()).isEqualTo(WebSocket.NORMAL_CLOSURE);
        awaitLog("LEFT " + id);
    }

    @Test
    void aMethodThatFailsIsToldAsApiGatewayTellsIt() throws Exception {
        Member ada = Member.connect("");
        String id = ada.id();

        JsonObject told = Json.parse(ada.say("{\"action\":\"fail\"}").hears()).asObject();

        assertThat(told.text("message")).isEqualTo("Internal server error");
        assertThat(told.text("connectionId")).isEqualTo(id);
        assertThat(told.text("requestId")).isNotEmpty();
        ada.leave();
    }

    @Test
    void aLongAnswerArrivesInPieces() throws Exception {
        Member ada = Member.connect("");

        assertThat(ada.say("{\"action\":\"long\"}").hears()).isEqualTo("ü".repeat(50_000));
        ada.leave();
    }

    @Test
    void binaryAndOversizedMessagesEndTheConnection() throws Exception {
        Member binary = Member.connect("");
        binary.socket.sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
        assertThat(binary.closeCode()).isEqualTo(1003);

        Member large = Member.connect("");
        large.socket.sendText("x".repeat(129 * 1024), true);
        assertThat(large.closeCode()).isEqualTo(1009);
    }

    /** The JDK's client splits messages by itself. */
    @Test
    void aFrameThatApiGatewayDoesNotTakeEndsTheConnection() throws Exception {
        URI uri = URI.create(url());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET / HTTP/1.1\r\nHost: localhost:" + uri.getPort() + "\r\nUpgrade: websocket\r\n"
                            + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Extensions: permessage-deflate\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            assertThat(head.toString()).startsWith("HTTP/1.1 101 ").doesNotContain("Extensions");
            int length = 32 * 1024 + 1;
            out.write(new byte[] {(byte) 0x81, (byte) 0xFE, (byte) (length >> 8), (byte) length, 0, 0, 0, 0});
            out.write(new byte[length]);
            out.flush();
            assertThat(in.read()).isEqualTo(0x88);
            in.read();
            assertThat(in.read() << 8 | in.read()).isEqualTo(1009);
        }
    }

    @Test
    void aRouteThatIsAddedServesWhoIsConnected() throws Exception {
        Member ada = Member.connect("");
        WebSocketRoute echo = resources.stream()
                .filter(WebSocketRoute.class::isInstance)
                .map(WebSocketRoute.class::cast)
                .filter(each -> each.routeKey().equals("$default"))
                .findFirst()
                .orElseThrow();
        assertThat(control("DELETE", "resource", ResourceCodec.idToJson(echo.id()))
                        .statusCode())
                .isEqualTo(204);

        assertThat(ada.say("hello").hears()).contains("\"message\":\"Forbidden\"");
        put(echo);
        assertThat(ada.say("hello").hears()).isEqualTo("echo hello");
        ada.leave();
    }

    @Test
    void anApiThatIsUndeployedLosesItsClientsAndComesBackAtItsPort() throws Exception {
        Member ada = Member.connect("");
        String url = url();
        Resource api = resources.stream()
                .filter(WebSocketApi.class::isInstance)
                .findFirst()
                .orElseThrow();

        control("DELETE", "resource", ResourceCodec.idToJson(api.id()));
        assertThat(ada.closed.handle((code, failure) -> "closed").get(60, TimeUnit.SECONDS))
                .isEqualTo("closed");

        put(api);
        assertThat(url()).isEqualTo(url);
        assertThat(Member.connect("").say("hello").hears()).isEqualTo("echo hello");
    }

    @Test
    void awsOwnClientWritesLooksAndCloses() throws Exception {
        Member ada = Member.connect("");
        String id = ada.id();
        try (ApiGatewayManagementApiClient client = ApiGatewayManagementApiClient.builder()
                .endpointOverride(URI.create(url().replace("ws:", "http:") + "/dev"))
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(ApacheHttpClient.create())
                .build()) {
            client.postToConnection(r -> r.connectionId(id).data(SdkBytes.fromUtf8String("from the SDK")));
            assertThat(ada.hears()).isEqualTo("from the SDK");
            assertThat(client.getConnection(r -> r.connectionId(id))).satisfies(found -> {
                assertThat(found.identity().sourceIp()).isEqualTo("127.0.0.1");
                assertThat(found.connectedAt()).isBefore(found.lastActiveAt());
            });
            assertThat(catchThrowable(() -> client.postToConnection(
                            r -> r.connectionId(id).data(SdkBytes.fromByteArray(new byte[128 * 1024 + 1])))))
                    .isInstanceOf(PayloadTooLargeException.class);

            client.deleteConnection(r -> r.connectionId(id));
            assertThat(ada.closeCode()).isEqualTo(WebSocket.NORMAL_CLOSURE);
            awaitLog("LEFT " + id);
            assertThat(catchThrowable(() -> client.getConnection(r -> r.connectionId(id))))
                    .isInstanceOf(GoneException.class);
        }
    }

    @Test
    void commandsAreSignedAndPlainRequestsAreNoConnections() throws Exception {
        URI root = URI.create(url().replace("ws:", "http:"));

        HttpResponse<String> unsigned = HTTP.send(
                HttpRequest.newBuilder(root.resolve("/@connections/abc"))
                        .POST(BodyPublishers.ofString("x"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(unsigned.statusCode()).isEqualTo(403);
        assertThat(unsigned.body()).contains("Missing Authentication Token");

        HttpResponse<String> gone = HTTP.send(
                HttpRequest.newBuilder(root.resolve("/dev/@connections/abc%3D"))
                        .header("Authorization", "AWS4-HMAC-SHA256 Credential=local")
                        .GET()
                        .build(),
                BodyHandlers.ofString());
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.headers().firstValue("x-amzn-ErrorType")).contains("GoneException");

        HttpResponse<String> foreign = HTTP.send(
                HttpRequest.newBuilder(root.resolve(
                                "/@connections/" + Member.connect("").id()))
                        .header("Authorization", "AWS4-HMAC-SHA256 Credential=local")
                        .PUT(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertThat(foreign.statusCode()).isEqualTo(405);

        assertThat(get(root).statusCode()).isEqualTo(426);
        assertThat(get(root.resolve("/elsewhere")).statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> get(URI uri) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    @Test
    void pagesOfThisMachineConnectAndOthersDoNot() throws Exception {
        Member.connect("/dev", "Origin", "http://localhost:5173").leave();

        assertThat(catchThrowable(() -> Member.connect("", "Origin", "https://evil.example.com")))
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        each -> assertThat(each.getResponse().statusCode()).isEqualTo(403));
        assertThat(catchThrowable(() -> Member.connect("", "Origin", "http://localhost.example.com")))
                .isInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void functionsAreGivenKeysThatAreGoodHereAlone() throws Exception {
        JsonObject keys = Json.parse(get(URI.create(url().replace("ws:", "http:") + "/@credentials"))
                        .body())
                .asObject();

        assertThat(keys.text("AccessKeyId")).isEqualTo("local");
        assertThat(Instant.parse(keys.text("Expiration"))).isAfter(Instant.now());
    }
}
