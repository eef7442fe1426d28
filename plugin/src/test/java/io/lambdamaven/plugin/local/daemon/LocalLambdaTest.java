package io.lambdamaven.plugin.local.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.local.HandlerJar;
import io.lambdamaven.plugin.local.wire.DaemonInfo;
import io.lambdamaven.plugin.local.wire.Recorded;
import io.lambdamaven.plugin.local.wire.ResourceCodec;
import io.lambdamaven.plugin.local.wire.StateDirectory;
import io.lambdamaven.plugin.plan.resource.Alias;
import io.lambdamaven.plugin.plan.resource.FunctionUrl;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.ScheduleRule;
import io.lambdamaven.plugin.plan.resource.Version;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalLambdaTest {
    private static final String FUNCTION = "shop-dev";
    private static final String INVOKE = "/2015-03-31/functions/" + FUNCTION + "/invocations";
    private static final ScheduleTest.HandClock CLOCK =
            new ScheduleTest.HandClock(Instant.parse("2026-01-30T10:00:30Z"));

    @TempDir
    static Path shared;

    private static Path first;
    private static Path second;
    private static LocalLambda lambda;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void deploy() throws Exception {
        first = HandlerJar.write(shared, "one");
        second = HandlerJar.write(shared, "two");
        start();
        publish(first, "hello");
        put(new HttpApi(FUNCTION, FUNCTION, "live", Map.of()));
        ResourceId permission = new ResourceId(ResourceType.PERMISSION, "p");
        put(new HttpRoute(FUNCTION, "GET /orders/{id}", permission));
        put(new HttpRoute(FUNCTION, "ANY /structured", permission));
        put(new FunctionUrl(FUNCTION, "live", "NONE"));
    }

    private static void start() throws Exception {
        lambda = new LocalLambda(
                new StateDirectory(shared.resolve("state")),
                new LocalLambda.Settings(null, "eu-west-1", false, "print"),
                CLOCK);
    }

    @AfterAll
    static void stop() throws IOException {
        lambda.close();
    }

    private static void publish(Path jar, String greeting) throws Exception {
        Resource function = new LambdaFunction(
                FUNCTION,
                "sells",
                "java17",
                "x86_64",
                HandlerJar.HANDLER,
                "role",
                256,
                2,
                Map.of("GREETING", greeting),
                "/aws/lambda/" + FUNCTION,
                jar.toString(),
                Map.of());
        put(function, jar);
        put(new Version(FUNCTION, jar.toString(), greeting));
        put(new Alias(FUNCTION, "live", jar.toString(), greeting));
        put(new Alias(FUNCTION, "ops", jar.toString(), greeting));
    }

    private static void put(Resource resource) throws Exception {
        put(resource, null);
    }

    private static void put(Resource resource, Path jar) throws Exception {
        JsonObject.Builder body =
                Json.object().put("recorded", new Recorded("g:shop", "dev", "eu-west-1", resource).toJson());
        if (jar != null) {
            body.put("jar", jar.toString());
        }
        HttpResponse<String> response = control("PUT", "resource", body.build());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
    }

    private static HttpResponse<String> control(String method, String what, Json body) throws Exception {
        return HTTP.send(
                main("/_lambda/" + what)
                        .header(DaemonInfo.TOKEN_HEADER, lambda.info().token())
                        .method(method, BodyPublishers.ofString(body == null ? "" : body.canonical()))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder main(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + lambda.info().port() + path));
    }

    private static HttpResponse<String> invoke(String path, String payload, String... headers) throws Exception {
        HttpRequest.Builder request = main(path).POST(BodyPublishers.ofString(payload));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static String front(int index) throws Exception {
        return Json.parse(control("GET", "fronts", null).body())
                .asArray()
                .get(index)
                .asObject()
                .text("url");
    }

    private static HttpResponse<String> get(String url, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    @Order(1)
    void invokesThroughTheAliasWithLogAndColdStart() throws Exception {
        HttpResponse<String> cold = invoke(INVOKE + "?Qualifier=live", "{\"a\":1}", "X-Amz-Log-Type", "Tail");
        HttpResponse<String> warm = invoke(INVOKE + "?Qualifier=live", "{\"a\":2}");

        assertThat(cold.statusCode()).as(cold.body()).isEqualTo(200);
        assertThat(Json.parse(cold.body())).isEqualTo(Json.parse("""
                {"says":"one","greeting":"hello","event":{"a":1},
                "arn":"arn:aws:lambda:eu-west-1:123456789012:function:shop-dev:live"}"""));
        assertThat(cold.headers().firstValue("X-Amz-Executed-Version")).contains("1");
        assertThat(cold.headers().firstValue(LambdaApi.INIT_MILLIS)).isPresent();
        assertThat(cold.headers().firstValue(LambdaApi.MILLIS)).isPresent();
        String log = new String(
                Base64.getDecoder()
                        .decode(cold.headers().firstValue("X-Amz-Log-Result").orElseThrow()),
                StandardCharsets.UTF_8);
        assertThat(log).contains("START RequestId", "took {\"a\":1}", "REPORT RequestId");
        assertThat(warm.headers().firstValue(LambdaApi.INIT_MILLIS)).isEmpty();
        assertThat(warm.headers().firstValue("X-Amz-Log-Result")).isEmpty();
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource({
        "shop-dev,?Qualifier=1,1",
        "shop-dev,?Qualifier=$LATEST,$LATEST",
        "shop-dev,'',$LATEST",
        "shop-dev:ops,'',1",
        "arn:aws:lambda:eu-west-1:123456789012:function:shop-dev:live,'',1",
        "arn%3Aaws%3Alambda%3Aeu-west-1%3A123456789012%3Afunction%3Ashop-dev,?Qualifier=live,1",
        "123456789012:function:shop-dev,?Qualifier=live,1"
    })
    void understandsEveryWayToNameAFunction(String name, String qualifier, String version) throws Exception {
        String path = "/2015-03-31/functions/" + name + "/invocations" + qualifier;

        HttpResponse<String> response = invoke(path, "{}", "X-Amz-Invocation-Type", "DryRun");
        HttpResponse<String> described = HTTP.send(
                main("/2015-03-31/functions/" + name + "/configuration" + qualifier)
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
        assertThat(Json.parse(described.body()).asObject().text("Version")).isEqualTo(version);
    }

    @Test
    @Order(3)
    void aFunctionThatFailsIsAnAnswer() throws Exception {
        HttpResponse<String> response = invoke(INVOKE + "?Qualifier=live", "\"boom\"");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-Amz-Function-Error")).contains("Unhandled");
        assertThat(Json.parse(response.body()).asObject().text("errorMessage")).isEqualTo("no stock");
    }

    @Test
    @Order(4)
    void refusesWhatLambdaRefuses() throws Exception {
        HttpResponse<String> missing = invoke("/2015-03-31/functions/other/invocations?Qualifier=live", "{}");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("x-amzn-ErrorType")).contains("ResourceNotFoundException");
        assertThat(missing.body())
                .isEqualTo("{\"Message\":\"Function not found: "
                        + "arn:aws:lambda:eu-west-1:123456789012:function:other:live\",\"Type\":\"User\"}");

        HttpResponse<String> malformed = invoke(INVOKE, "{");
        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(malformed.headers().firstValue("x-amzn-ErrorType")).contains("InvalidRequestContentException");

        HttpResponse<String> large = invoke(INVOKE, "\"" + "x".repeat(6 * 1024 * 1024) + "\"");
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.headers().firstValue("x-amzn-ErrorType")).contains("RequestTooLargeException");

        HttpResponse<String> largeEvent =
                invoke(INVOKE, "\"" + "x".repeat(1024 * 1024) + "\"", "X-Amz-Invocation-Type", "Event");
        assertThat(largeEvent.statusCode()).isEqualTo(413);
    }

    @Test
    @Order(4)
    void aFunctionUrlPassesThePathAsItCame() throws Exception {
        HttpResponse<String> response = get(front(0) + "/a%2Fb//%2e%2E/c;d=e/%25?f=%2F");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonObject event = Json.parse(response.body()).asObject().object("event");
        assertThat(event.text("rawPath")).isEqualTo("/a%2Fb//%2e%2E/c;d=e/%25");
        assertThat(event.text("rawQueryString")).isEqualTo("f=%2F");
        assertThat(event.object("requestContext").text("domainName")).endsWith(".lambda-url.localhost");
    }

    @Test
    @Order(4)
    void anHttpApiDecodesThePathOnce() throws Exception {
        HttpResponse<String> response = get(front(1) + "/orders/a%2Fb%2525");

        JsonObject event = Json.parse(response.body()).asObject().object("event");
        assertThat(event.text("rawPath")).isEqualTo("/orders/a/b%25");
        assertThat(event.object("requestContext").text("domainName")).isEqualTo("localhost");
    }

    @Test
    @Order(5)
    void anEventIsTakenAndRunsLater() throws Exception {
        HttpResponse<String> response =
                invoke(INVOKE + "?Qualifier=live", "{\"later\":1}", "X-Amz-Invocation-Type", "Event");

        assertThat(response.statusCode()).isEqualTo(202);
        awaitLog("took {\"later\":1}");
    }

    private static void awaitLog(String text) throws Exception {
        long end = System.currentTimeMillis() + 10_000;
        String log = "";
        while (System.currentTimeMillis() < end && !log.contains(text)) {
            log = String.join(
                    "\n",
                    Json.parse(control("GET", "logs?function=" + FUNCTION + "&since=0", null)
                                    .body())
                            .asArray()
                            .asTexts());
            Thread.sleep(50);
        }
        assertThat(log).contains(text);
    }

    @Test
    @Order(6)
    void listsAndDescribesFunctions() throws Exception {
        JsonObject list = Json.parse(HTTP.send(main("/2015-03-31/functions/").build(), BodyHandlers.ofString())
                        .body())
                .asObject();
        JsonObject one = Json.parse(
                        HTTP.send(main("/2015-03-31/functions/" + FUNCTION).build(), BodyHandlers.ofString())
                                .body())
                .asObject();

        assertThat(list.array("Functions").get(0).asObject().text("FunctionName"))
                .isEqualTo(FUNCTION);
        assertThat(one.object("Configuration").text("Handler")).isEqualTo(HandlerJar.HANDLER);
        assertThat(one.object("Configuration").number("MemorySize")).isEqualTo(256);
        assertThat(one.object("Code").text("Location")).startsWith("file:");
    }

    @Test
    @Order(7)
    void theCommandLineOfAwsInvokes() throws Exception {
        Path out = shared.resolve("out.json");
        ProcessBuilder builder = new ProcessBuilder(
                        "aws",
                        "--endpoint-url",
                        "http://127.0.0.1:" + lambda.info().port(),
                        "lambda",
                        "invoke",
                        "--function-name",
                        FUNCTION,
                        "--qualifier",
                        "live",
                        "--payload",
                        "fileb://" + Files.writeString(shared.resolve("in.json"), "{\"cli\":1}"),
                        out.toString())
                .redirectErrorStream(true);
        builder.environment().put("AWS_ACCESS_KEY_ID", "test");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "test");
        builder.environment().put("AWS_REGION", "eu-west-1");
        builder.environment().put("AWS_DEFAULT_REGION", "eu-west-1");
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            assumeThat(false).as("the aws command is not installed").isTrue();
            return;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("\"StatusCode\": 200", "\"ExecutedVersion\": \"1\"");
        assertThat(Files.readString(out)).contains("\"says\":\"one\"");
    }

    @Test
    @Order(8)
    void theHttpApiServesItsRoutesOnly() throws Exception {
        HttpResponse<String> found = get(front(1) + "/orders/7?a=1", "Cookie", "s=1");
        HttpResponse<String> structured = get(front(1) + "/structured");
        HttpResponse<String> missing = get(front(1) + "/other");

        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        JsonObject event = Json.parse(found.body()).asObject().object("event");
        assertThat(event.text("routeKey")).isEqualTo("GET /orders/{id}");
        assertThat(event.object("pathParameters").text("id")).isEqualTo("7");
        assertThat(event.array("cookies").asTexts()).containsExactly("s=1");
        assertThat(structured.statusCode()).isEqualTo(201);
        assertThat(structured.body()).isEqualTo("hi");
        assertThat(structured.headers().firstValue("content-type")).contains("image/png");
        assertThat(structured.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @Test
    @Order(9)
    void theTwoFrontsTellOfFailuresAsAwsDoes() throws Exception {
        assertThat(get(front(1) + "/orders/boom").statusCode()).isEqualTo(500);
        assertThat(get(front(0) + "/anything/boom").statusCode()).isEqualTo(502);
        HttpResponse<String> late = get(front(1) + "/orders/hang");
        assertThat(late.statusCode()).isEqualTo(503);
        assertThat(late.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
    }

    @Test
    @Order(10)
    void aForeignHostOrOriginIsForbiddenEverywhere() throws Exception {
        int api = lambda.info().port();
        for (String url : List.of("http://127.0.0.1:" + api, front(0), front(1))) {
            int port = URI.create(url).getPort();
            assertThat(status(port, "evil.example:" + port, null)).isEqualTo(403);
            assertThat(status(port, "127.0.0.1:1", null)).isEqualTo(403);
            assertThat(status(port, "127.0.0.1", null)).isEqualTo(403);
            assertThat(status(port, "localhost:" + port, "https://evil.example"))
                    .isEqualTo(403);
            assertThat(status(port, "localhost:" + port, "null")).isEqualTo(403);
            assertThat(status(port, "localhost:" + port, "http://localhost.evil.example:1"))
                    .isEqualTo(403);
            // A front end's own server, beside the functions that it calls.
            assertThat(status(port, "localhost:" + port, "http://localhost:1") == 403)
                    .isEqualTo(port == api);
            assertThat(status(port, "LOCALHOST:" + port, "http://127.0.0.1:" + port))
                    .isNotEqualTo(403);
            assertThat(status(port, "[::1]:" + port, null)).isNotEqualTo(403);
        }
    }

    private static int status(int port, String host, String origin) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET /nowhere HTTP/1.1\r\nHost: " + host + "\r\n"
                                    + (origin == null ? "" : "Origin: " + origin + "\r\n")
                                    + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }

    @Test
    @Order(11)
    void whatChangesStateNeedsTheToken() throws Exception {
        for (String what : List.of("state", "fronts", "resource", "stop")) {
            HttpResponse<String> none = HTTP.send(
                    main("/_lambda/" + what).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
            HttpResponse<String> wrong = HTTP.send(
                    main("/_lambda/" + what)
                            .header(DaemonInfo.TOKEN_HEADER, "wrong")
                            .POST(BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
            assertThat(none.statusCode()).isEqualTo(403);
            assertThat(wrong.statusCode()).isEqualTo(403);
        }
        Path info = shared.resolve("state/daemon.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(info)))
                .isEqualTo("rw-------");
    }

    @Test
    @Order(12)
    void aScheduleInvokesTheAlias() throws Exception {
        ScheduleRule rule = new ScheduleRule(
                FUNCTION + "-a1b2c3d4",
                "rate(1 hour)",
                "",
                true,
                FUNCTION,
                "live",
                new ResourceId(ResourceType.PERMISSION, "p"),
                Map.of());
        put(rule);
        CLOCK.pass(Duration.ofHours(1));
        lambda.tick();

        awaitLog("arn:aws:events:eu-west-1:123456789012:rule/" + FUNCTION + "-a1b2c3d4");
        HttpResponse<String> gone = control("DELETE", "resource", ResourceCodec.idToJson(rule.id()));
        assertThat(gone.statusCode()).isEqualTo(204);
    }

    @Test
    @Order(13)
    void aMalformedScheduleIsRefused() throws Exception {
        JsonObject body = Json.object()
                .put("recorded", ScheduleTest.rule("bad", "cron(* *)", true).toJson())
                .build();

        HttpResponse<String> response = control("PUT", "resource", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("The schedule 'cron(* *)' is not understood");
    }

    @Test
    @Order(14)
    void aNewDeployMovesTheAliasAndKeepsTheOldVersion() throws Exception {
        publish(second, "again");

        HttpResponse<String> live = invoke(INVOKE + "?Qualifier=live", "{}");
        HttpResponse<String> old = invoke(INVOKE + "?Qualifier=1", "{}");

        assertThat(live.body()).contains("\"says\":\"two\"", "\"greeting\":\"again\"");
        assertThat(live.headers().firstValue("X-Amz-Executed-Version")).contains("2");
        assertThat(old.body()).contains("\"says\":\"one\"", "\"greeting\":\"hello\"");
    }

    @Test
    @Order(15)
    void publishingWhatIsPublishedMakesNoVersion() throws Exception {
        publish(second, "again");

        assertThat(invoke(INVOKE + "?Qualifier=live", "{}").headers().firstValue("X-Amz-Executed-Version"))
                .contains("2");
    }

    @Test
    @Order(16)
    void aRestartKeepsFunctionsAndPorts() throws Exception {
        int port = lambda.info().port();
        String api = front(1);
        String token = lambda.info().token();
        lambda.close();
        assertThat(shared.resolve("state/daemon.json")).doesNotExist();

        start();

        assertThat(lambda.info().port()).isEqualTo(port);
        assertThat(lambda.info().token()).isNotEqualTo(token);
        assertThat(front(1)).isEqualTo(api);
        assertThat(get(api + "/orders/7").body()).contains("\"says\":\"two\"");
    }

    @Test
    @Order(17)
    void oneDaemonWorksInADirectory() {
        assertThat(catchThrowable(LocalLambdaTest::start))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Another local Lambda works in");
    }

    @Test
    @Order(18)
    void whatIsTakenAwayIsGone() throws Exception {
        for (ResourceId id : List.of(
                new ResourceId(ResourceType.HTTP_API, FUNCTION),
                new ResourceId(ResourceType.FUNCTION_URL, FUNCTION + ":live"),
                Alias.id(FUNCTION, "live"),
                new ResourceId(ResourceType.VERSION, FUNCTION),
                new ResourceId(ResourceType.FUNCTION, FUNCTION))) {
            assertThat(control("DELETE", "resource", ResourceCodec.idToJson(id)).statusCode())
                    .isEqualTo(204);
        }

        assertThat(invoke(INVOKE, "{}").statusCode()).isEqualTo(404);
        assertThat(control("GET", "fronts", null).body()).isEqualTo("[]");
        try (var code = Files.list(shared.resolve("state/code"))) {
            assertThat(code).isEmpty();
        }
    }
}
