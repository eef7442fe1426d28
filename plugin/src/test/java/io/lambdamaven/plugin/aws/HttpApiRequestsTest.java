package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.lambdamaven.plugin.plan.Change;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.Observed;
import io.lambdamaven.plugin.plan.Planner;
import io.lambdamaven.plugin.plan.resource.Cors;
import io.lambdamaven.plugin.plan.resource.FunctionUrl;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.HttpAuthorizer;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.HttpRoute.Access;
import io.lambdamaven.plugin.plan.resource.HttpStage;
import io.lambdamaven.plugin.plan.resource.HttpStage.AccessLog;
import io.lambdamaven.plugin.plan.resource.HttpStage.RouteSettings;
import io.lambdamaven.plugin.plan.resource.HttpStage.Throttling;
import io.lambdamaven.plugin.plan.resource.Resource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;

/** What of HTTP APIs and function URLs the emulator lacks: the requests, and what the answers are read as. */
final class HttpApiRequestsTest {
    private static final String STAGE = "/v2/apis/a1/stages/$default";
    private static final Throttling SLOW = new Throttling(5, 2);

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final Arns arns = new Arns(Wired.WHERE);
    private final Known known = new Known();
    private HttpServer server;
    private AwsClients clients;

    @BeforeEach
    void start() throws IOException {
        known.apis.put("orders", "a1");
        known.integrations.put("orders", "i1");
        known.routes.put("orders GET /x", "r1");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String uri = URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8);
            String call = exchange.getRequestMethod() + " " + uri;
            requests.add((call + " " + new String(body, StandardCharsets.UTF_8)).strip());
            byte[] answer = answers.getOrDefault(call, "{}").getBytes(StandardCharsets.UTF_8);
            Integer failure = failures.remove(call);
            exchange.sendResponseHeaders(failure == null ? 200 : failure, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        clients = new AwsClients(
                Cloud.settings(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
                Cloud.KEYS);
    }

    @AfterEach
    void stop() {
        clients.close();
        server.stop(0);
    }

    private static HttpStage stage(AccessLog log, RouteSettings defaults, Map<String, RouteSettings> routes) {
        return new HttpStage("orders", log, defaults, new TreeMap<>(routes), null, Map.of("team", "a"));
    }

    private static HttpStage plain() {
        return stage(null, RouteSettings.USUAL, Map.of());
    }

    private HttpStageResource stages() {
        return new HttpStageResource(clients.api, arns, known);
    }

    /** Changes one into the other as a deploy would, and tells the requests. */
    private <R extends Resource> List<String> change(Kind<R> kind, R there, R wanted) {
        Desired desired = new Desired("p", "dev", List.of(), List.of(wanted), null);
        Change change = Planner.plan(desired, new Observed(List.of(there)), false)
                .changes()
                .get(0);
        requests.clear();
        if (change instanceof Change.Update update) {
            kind.update(there, wanted, update.attributes(), desired);
        }
        return List.copyOf(requests);
    }

    @Test
    void theAccessLogIsSwitchedOnAndOff() {
        HttpStage logged = stage(new AccessLog("arn:logs", "$context.requestId"), RouteSettings.USUAL, Map.of());
        assertThat(change(stages(), plain(), logged))
                .containsExactly(
                        "PATCH " + STAGE
                                + " {\"accessLogSettings\":{\"destinationArn\":\"arn:logs\",\"format\":\"$context.requestId\"}}");
        assertThat(change(stages(), logged, plain())).containsExactly("DELETE " + STAGE + "/accesslogsettings");
        assertThat(change(stages(), logged, logged)).isEmpty();
    }

    @Test
    void limitsAreSetAndGiveWayToTheAccountsOwn() {
        HttpStage slow = stage(null, new RouteSettings(SLOW, true), Map.of());
        assertThat(change(stages(), plain(), slow))
                .containsExactly("PATCH " + STAGE + " {\"defaultRouteSettings\":{\"detailedMetricsEnabled\":true,"
                        + "\"throttlingBurstLimit\":5,\"throttlingRateLimit\":2.0}}");
        assertThat(change(stages(), slow, plain()))
                .as("what is left out would stay, or count for nothing at all")
                .containsExactly("PATCH " + STAGE + " {\"defaultRouteSettings\":{\"detailedMetricsEnabled\":false,"
                        + "\"throttlingBurstLimit\":5000,\"throttlingRateLimit\":10000.0}}");
        assertThat(change(stages(), plain(), stage(null, new RouteSettings(null, true), Map.of())))
                .containsExactly("PATCH " + STAGE + " {\"defaultRouteSettings\":{\"detailedMetricsEnabled\":true}}");
    }

    @Test
    void theSettingsOfARouteComeAndGoAlone() {
        HttpStage one = stage(null, RouteSettings.USUAL, Map.of("GET /x", new RouteSettings(SLOW, false)));
        String put = "PATCH " + STAGE + " {\"routeSettings\":{\"GET /x\":{\"detailedMetricsEnabled\":%s,"
                + "\"throttlingBurstLimit\":5,\"throttlingRateLimit\":2.0}}}";
        assertThat(change(stages(), plain(), one)).containsExactly(put.formatted("false"));
        assertThat(change(
                        stages(),
                        one,
                        stage(null, RouteSettings.USUAL, Map.of("GET /x", new RouteSettings(SLOW, true)))))
                .containsExactly(put.formatted("true"));
        assertThat(change(stages(), one, plain())).containsExactly("DELETE " + STAGE + "/routesettings/GET /x");
        assertThat(change(
                        stages(),
                        one,
                        stage(null, RouteSettings.USUAL, Map.of("GET /x", new RouteSettings(null, true)))))
                .containsExactly(
                        "DELETE " + STAGE + "/routesettings/GET /x",
                        "PATCH " + STAGE + " {\"routeSettings\":{\"GET /x\":{\"detailedMetricsEnabled\":true}}}");
    }

    @Test
    void aStageThatDoesNotKnowARouteYetIsAskedAgain() {
        answers.put("PATCH " + STAGE, "{\"message\":\"Unable to find Route by key GET /x\"}");
        failures.put("PATCH " + STAGE, 404);
        HttpStage one = stage(null, RouteSettings.USUAL, Map.of("GET /x", new RouteSettings(SLOW, false)));
        assertThat(change(stages(), plain(), one)).hasSize(2);
    }

    @Test
    void anApiThatIsBeingChangedIsAskedAgain() {
        String call = "POST /v2/apis/a1/routes";
        answers.put(
                call,
                "{\"message\":\"Unable to complete operation due to concurrent modification. Please try again later.\"}");
        failures.put(call, 409);
        HttpRoute route = new HttpRoute("orders", "GET /new", HttpApi.id("orders"), Access.OPEN);
        new HttpRouteResource(clients.api, known).create(route, new Desired("p", "dev", List.of(), List.of(), null));
        assertThat(requests)
                .hasSize(2)
                .allMatch(
                        request -> request.equals(
                                call
                                        + " {\"authorizationType\":\"NONE\",\"routeKey\":\"GET /new\",\"target\":\"integrations/i1\"}"));

        String authorizers = "POST /v2/apis/a1/authorizers";
        answers.put(authorizers, "{\"authorizerId\":\"z1\",\"message\":\"concurrent modification\"}");
        failures.put(authorizers, 409);
        HttpAuthorizer authorizer = new HttpAuthorizer(
                "orders", "users", HttpAuthorizer.Check.tokens("https://i", List.of("c")), List.of("$a"), null);
        requests.clear();
        new HttpAuthorizerResource(clients, arns, known, false)
                .create(authorizer, new Desired("p", "dev", List.of(), List.of(), null));
        assertThat(requests).hasSize(2);
    }

    @Test
    void tagsOfAStageAreWrittenToTheStage() {
        HttpStage retagged =
                new HttpStage("orders", null, RouteSettings.USUAL, new TreeMap<>(), null, Map.of("team", "b"));
        assertThat(change(stages(), plain(), retagged))
                .containsExactly("POST /v2/tags/arn:aws:apigateway:eu-west-1::/apis/a1/stages/$default"
                        + " {\"tags\":{\"team\":\"b\"}}");
    }

    @Test
    void aStageIsReadWholeAndFromTheLastPageToo() {
        answers.put(
                "GET /v2/apis/a1/stages?maxResults=100", "{\"items\":[{\"stageName\":\"test\"}],\"nextToken\":\"2\"}");
        answers.put(
                "GET /v2/apis/a1/stages?maxResults=100&nextToken=2",
                "{\"items\":[{\"stageName\":\"$default\",\"tags\":{\"team\":\"a\"},"
                        + "\"accessLogSettings\":{\"destinationArn\":\"arn:aws:logs:eu-west-1:1:log-group:g:*\","
                        + "\"format\":\"f\"},\"defaultRouteSettings\":{\"detailedMetricsEnabled\":false,"
                        + "\"throttlingBurstLimit\":5000,\"throttlingRateLimit\":10000.0},"
                        + "\"routeSettings\":{\"GET /x\":{\"throttlingBurstLimit\":5,\"throttlingRateLimit\":2}}}]}");
        HttpStage read = stages().observe("a1", "orders").orElseThrow();
        assertThat(read.accessLog()).isEqualTo(new AccessLog("arn:aws:logs:eu-west-1:1:log-group:g", "f"));
        assertThat(read.defaults()).isEqualTo(RouteSettings.USUAL);
        assertThat(read.routes()).isEqualTo(Map.of("GET /x", new RouteSettings(SLOW, false)));
        assertThat(read.dependsOn()).extracting(Object::toString).contains("log group g");
    }

    @Test
    void authorizersAreListedToTheLastPageAndKnownByTheirWholeName() {
        answers.put(
                "GET /v2/apis/a1/authorizers?maxResults=100",
                "{\"items\":[{\"authorizerId\":\"z1\",\"name\":\"users\",\"authorizerType\":\"JWT\"},"
                        + "{\"authorizerId\":\"z2\",\"name\":\"users-00000000\",\"authorizerType\":\"JWT\"}],"
                        + "\"nextToken\":\"2\"}");
        answers.put(
                "GET /v2/apis/a1/authorizers?maxResults=100&nextToken=2",
                "{\"items\":[{\"authorizerId\":\"z3\",\"name\":\"" + DerivedNames.authorizer("orders", "JWT", "users")
                        + "\",\"authorizerType\":\"JWT\",\"identitySource\":[\"$request.header.Authorization\"],"
                        + "\"jwtConfiguration\":{\"issuer\":\"https://i\",\"audience\":[\"c\"]}}]}");
        assertThat(new HttpAuthorizerResource(clients, arns, known, false)
                        .observe("a1", "orders")
                        .orElseThrow())
                .containsExactly(new HttpAuthorizer(
                        "orders",
                        "users",
                        HttpAuthorizer.Check.tokens("https://i", List.of("c")),
                        List.of("$request.header.Authorization"),
                        null));
        assertThat(known.authorizers).containsEntry("orders JWT users", "z3");
    }

    @Test
    void aRouteLetsGoOfAuthorizerAndScopes() {
        HttpRoute guarded = new HttpRoute(
                "orders", "GET /x", HttpApi.id("orders"), new Access(HttpRoute.JWT, "users", List.of("orders/read")));
        HttpRoute open = new HttpRoute("orders", "GET /x", HttpApi.id("orders"), Access.OPEN);
        assertThat(change(new HttpRouteResource(clients.api, known), guarded, open))
                .containsExactly("PATCH /v2/apis/a1/routes/r1 {\"authorizationScopes\":[],"
                        + "\"authorizationType\":\"NONE\",\"authorizerId\":\"\",\"target\":\"integrations/i1\"}");
    }

    @Test
    void theTypeOfAddressesIsChangedAlone() {
        HttpApi there = new HttpApi("orders", "f", "live", Map.of());
        HttpApi wanted = new HttpApi("orders", "f", "live", Cors.NONE, false, "dualstack", Map.of());
        Kind<HttpApi> apis = new HttpApiResource(clients, new HttpIntegration(clients, arns, known), arns, known);
        assertThat(change(apis, there, wanted)).containsExactly("PATCH /v2/apis/a1 {\"ipAddressType\":\"dualstack\"}");
        assertThat(change(apis, wanted, there)).containsExactly("PATCH /v2/apis/a1 {\"ipAddressType\":\"ipv4\"}");
    }

    @Test
    void aFunctionUrlAnswersOtherSitesPagesOrNot() {
        Cors cors = new Cors(List.of("https://shop.example"), List.of("GET"), List.of(), List.of(), 60, true);
        FunctionUrl there = new FunctionUrl("f", "live", "AWS_IAM");
        FunctionUrl wanted = new FunctionUrl("f", "live", "AWS_IAM", cors);
        FunctionUrlResource urls = new FunctionUrlResource(clients.lambda);
        String call = "PUT /2021-10-31/functions/f/url?Qualifier=live ";
        assertThat(change(urls, there, wanted))
                .containsExactly(call + "{\"AuthType\":\"AWS_IAM\",\"Cors\":{\"AllowCredentials\":true,"
                        + "\"AllowHeaders\":[],\"AllowMethods\":[\"GET\"],\"AllowOrigins\":[\"https://shop.example\"],"
                        + "\"ExposeHeaders\":[],\"MaxAge\":60}}");
        assertThat(change(urls, wanted, there)).containsExactly(call + "{\"AuthType\":\"AWS_IAM\",\"Cors\":{}}");
        assertThat(change(urls, wanted, new FunctionUrl("f", "live", "NONE", cors)))
                .containsExactly(call + "{\"AuthType\":\"NONE\"}");
        answers.put(
                "GET /2021-10-31/functions/f/url?Qualifier=live",
                "{\"AuthType\":\"AWS_IAM\",\"Cors\":{\"AllowOrigins\":[\"https://shop.example\"],"
                        + "\"AllowMethods\":[\"GET\"],\"MaxAge\":60,\"AllowCredentials\":true}}");
        assertThat(urls.observe("f", "live")).contains(wanted);
    }

    @Test
    void whatAwsRefusesIsToldWithItsRemedy() {
        answers.put(
                "PATCH " + STAGE,
                "{\"message\":\"Insufficient permissions to enable logging\",\"code\":\"BadRequestException\"}");
        failures.put("PATCH " + STAGE, 400);
        HttpStage logged = stage(new AccessLog("arn:logs", "f"), RouteSettings.USUAL, Map.of());
        assertThatThrownBy(() -> translated(() -> change(stages(), plain(), logged), logged))
                .hasMessageContaining("LM357 HTTP stage orders")
                .hasMessageContaining("logs:CreateLogDelivery");

        known.authorizers.put("orders JWT users", "z1");
        answers.put("DELETE /v2/apis/a1/authorizers/z1", "{\"message\":\"referenced by routes\"}");
        failures.put("DELETE /v2/apis/a1/authorizers/z1", 409);
        HttpAuthorizer authorizer = new HttpAuthorizer(
                "orders", "users", HttpAuthorizer.Check.tokens("https://i", List.of("c")), List.of(), null);
        Desired nothing = new Desired("p", "dev", List.of(), List.of(), null);
        assertThatThrownBy(() -> translated(
                        () -> new HttpAuthorizerResource(clients, arns, known, false).delete(authorizer, nothing),
                        authorizer))
                .hasMessageContaining("LM358 HTTP authorizer orders JWT users")
                .hasMessageContaining("referenced by routes");
    }

    private static void translated(Runnable call, Resource subject) {
        try {
            call.run();
        } catch (SdkException e) {
            throw new AwsErrors(Cloud.settings(URI.create("http://127.0.0.1")))
                    .translate(e, subject.id().toString());
        }
    }
}
