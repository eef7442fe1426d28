package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.GetAuthorizerResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.Route;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

class HttpApiPortTest extends PortTest {
    private static final String ISSUER = "https://issuer.example/pool";
    private static final String SOURCE = "$request.header.Authorization";

    private ApiGatewayV2Client gateway;

    @Override
    void prepare() {
        gateway = cloud.direct.api;
    }

    private static Project open() {
        return Project.with(new Trigger.Http("GET", "/orders"), new Trigger.Http("POST", "/orders"));
    }

    private static Project guarded() {
        return Project.with(
                        new Trigger.Http("GET", "/orders"),
                        new Trigger.Http("POST", "/orders"),
                        Triggers.of("authorizer", "value", List.of("HTTP_API"), "identitySources", List.of(SOURCE)))
                .part("httpApi.authorizer", "m2");
    }

    private static Project withTokens() {
        return open().part("httpApi.authorizers.users.issuer", ISSUER)
                .part("httpApi.authorizers.users.audience", "web, app")
                .part("httpApi.authorizer", "users");
    }

    private Desired desired(Project project) throws Exception {
        return wired.desired(project);
    }

    /** Each write without the ids that the emulator gives. */
    private List<String> calls(Project project) throws Exception {
        return writesOf(desired(project)).stream()
                .map(call -> call.replaceAll("/v2/apis/[a-z]+", "/apis/*")
                        .replaceAll("/(routes|authorizers|integrations)/[a-z]+", "/$1/*"))
                .toList();
    }

    private Api api() {
        assertThat(gateway.getApis().items()).hasSize(1);
        return gateway.getApis().items().get(0);
    }

    private List<Route> routes() {
        return gateway.getRoutes(r -> r.apiId(api().apiId())).items();
    }

    private Route route(String key) {
        return routes().stream()
                .filter(route -> route.routeKey().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The emulator has no list of them. */
    private List<GetAuthorizerResponse> authorizers() {
        String id = api().apiId();
        return routes().stream()
                .map(Route::authorizerId)
                .filter(authorizer -> authorizer != null && !authorizer.isEmpty())
                .distinct()
                .map(authorizer -> gateway.getAuthorizer(r -> r.apiId(id).authorizerId(authorizer)))
                .toList();
    }

    private List<Integration> integrations() {
        return gateway.getIntegrations(r -> r.apiId(api().apiId())).items();
    }

    private Stage stage() {
        return gateway.getStages(r -> r.apiId(api().apiId())).items().stream()
                .filter(stage -> stage.stageName().equals("$default"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anApiIsMadeWholeAndASecondDeployWritesNothing() throws Exception {
        cloud.deploy(desired(open()));

        assertThat(integrations()).singleElement().satisfies(integration -> {
            assertThat(integration.integrationUri()).isEqualTo(ALIAS);
            assertThat(integration.payloadFormatVersion()).isEqualTo("2.0");
        });
        assertThat(routes()).extracting(Route::routeKey).containsExactlyInAnyOrder("GET /orders", "POST /orders");
        assertThat(routes()).extracting(Route::authorizationTypeAsString).containsOnly("NONE");
        assertThat(stage().autoDeploy()).isTrue();
        assertThat(stage().tags()).containsEntry("lambda-maven:project", "com.example:orders");
        assertThat(calls(open())).isEmpty();
    }

    @Test
    void corsIsSetChangedAndTakenAway() throws Exception {
        Project project = open().part("cors.allowOrigins", "https://shop.example")
                .part("cors.allowMethods", "GET, POST")
                .part("cors.allowHeaders", "content-type")
                .part("cors.exposeHeaders", "etag")
                .part("cors.maxAge", "600")
                .part("cors.allowCredentials", "true");
        cloud.deploy(desired(project));
        assertThat(api().corsConfiguration()).satisfies(cors -> {
            assertThat(cors.allowOrigins()).containsExactly("https://shop.example");
            assertThat(cors.allowMethods()).containsExactly("GET", "POST");
            assertThat(cors.allowHeaders()).containsExactly("content-type");
            assertThat(cors.exposeHeaders()).containsExactly("etag");
            assertThat(cors.maxAge()).isEqualTo(600);
            assertThat(cors.allowCredentials()).isTrue();
        });
        assertThat(calls(project)).isEmpty();

        assertThat(calls(project.part("cors.maxAge", "none").part("cors.exposeHeaders", "none")))
                .containsExactly("apigateway:PATCH /apis/*");
        assertThat(api().corsConfiguration().exposeHeaders()).isEmpty();
        assertThat(calls(project)).isEmpty();

        assertThat(calls(open())).containsExactly("apigateway:DELETE /apis/*/cors");
        assertThat(api().corsConfiguration()).isNull();
        assertThat(calls(open())).isEmpty();
    }

    @Test
    void theEndpointIsSwitchedOffAndOnAgain() throws Exception {
        cloud.deploy(desired(open()));

        assertThat(calls(open().part("httpApi.disableExecuteApiEndpoint", "true")))
                .containsExactly("apigateway:PATCH /apis/*");
        assertThat(api().disableExecuteApiEndpoint()).isTrue();
        assertThat(calls(open().part("httpApi.disableExecuteApiEndpoint", "true")))
                .isEmpty();
        assertThat(calls(open())).containsExactly("apigateway:PATCH /apis/*");
        assertThat(calls(open())).isEmpty();
    }

    @Test
    void tokensAreCheckedBeforeARouteAsksForIt() throws Exception {
        assertThat(calls(withTokens()))
                .containsSubsequence("apigateway:POST /apis/*/authorizers", "apigateway:POST /apis/*/routes");

        assertThat(authorizers()).singleElement().satisfies(authorizer -> {
            assertThat(authorizer.name()).isEqualTo(DerivedNames.authorizer("orders-dev", "JWT", "users"));
            assertThat(authorizer.jwtConfiguration().issuer()).isEqualTo(ISSUER);
            assertThat(authorizer.jwtConfiguration().audience()).containsExactly("app", "web");
            assertThat(authorizer.identitySource()).containsExactly(SOURCE);
        });
        assertThat(routes()).allSatisfy(route -> {
            assertThat(route.authorizationTypeAsString()).isEqualTo("JWT");
            assertThat(route.authorizerId()).isEqualTo(authorizers().get(0).authorizerId());
        });
        assertThat(calls(withTokens())).isEmpty();

        assertThat(calls(withTokens().part("httpApi.authorizers.users.audience", "web")))
                .containsExactly("apigateway:PATCH /apis/*/authorizers/*");
        Project scoped = withTokens()
                .part("httpApi.authorizers.users.audience", "web")
                .part("httpApi.routes.POST /orders.scopes", "orders/write");
        assertThat(calls(scoped)).containsExactly("apigateway:PATCH /apis/*/routes/*");
        assertThat(route("POST /orders").authorizationScopes()).containsExactly("orders/write");
        assertThat(calls(scoped)).isEmpty();
    }

    @Test
    void aRouteOfItsOwnMindAsksIamOrNobody() throws Exception {
        cloud.deploy(desired(withTokens()));

        Project mixed = withTokens()
                .part("httpApi.routes.GET /*.authorizer", "NONE")
                .part("httpApi.routes.POST /orders.authorizer", "AWS_IAM");
        assertThat(calls(mixed))
                .containsExactly(
                        "apigateway:PATCH /apis/*/routes/*",
                        "apigateway:PATCH /apis/*/routes/*",
                        "apigateway:DELETE /apis/*/authorizers/*");
        assertThat(route("GET /orders").authorizationTypeAsString()).isEqualTo("NONE");
        assertThat(route("POST /orders").authorizationTypeAsString()).isEqualTo("AWS_IAM");
        assertThat(calls(mixed)).isEmpty();
    }

    @Test
    void anAuthorizerThatIsGoneIsRemovedAfterItsRoutesHaveLetGo() throws Exception {
        cloud.deploy(desired(withTokens()));

        assertThat(calls(open()))
                .containsExactly(
                        "apigateway:PATCH /apis/*/routes/*",
                        "apigateway:PATCH /apis/*/routes/*",
                        "apigateway:DELETE /apis/*/authorizers/*");
        assertThat(authorizers()).isEmpty();
        assertThat(calls(open())).isEmpty();
    }

    @Test
    void theProjectsMethodIsAskedThroughTheAliasAndMayBe() throws Exception {
        assertThat(calls(guarded()))
                .containsSubsequence(
                        "lambda:AddPermission",
                        "apigateway:POST /apis/*/authorizers",
                        "apigateway:POST /apis/*/routes");

        assertThat(authorizers()).singleElement().satisfies(authorizer -> {
            assertThat(authorizer.authorizerUri())
                    .isEqualTo(
                            "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/" + ALIAS + "/invocations");
            assertThat(authorizer.authorizerPayloadFormatVersion()).isEqualTo("2.0");
            assertThat(authorizer.enableSimpleResponses()).isTrue();
            assertThat(authorizer.authorizerResultTtlInSeconds()).isEqualTo(300);
            assertThat(authorizer.identitySource()).containsExactly(SOURCE);
        });
        assertThat(routes()).extracting(Route::authorizationTypeAsString).containsOnly("CUSTOM");
        assertThat(cloud.direct
                        .lambda
                        .getPolicy(r -> r.functionName("orders-dev").qualifier("live"))
                        .policy())
                .contains(":" + api().apiId() + "/authorizers/*");
        assertThat(calls(guarded())).isEmpty();

        Project uncached = guarded()
                .part("httpApi.authorizers.m2.resultTtl", "0")
                .part("httpApi.authorizers.m2.simpleResponses", "false");
        assertThat(calls(uncached)).containsExactly("apigateway:PATCH /apis/*/authorizers/*");
        assertThat(authorizers().get(0).authorizerResultTtlInSeconds()).isZero();
        assertThat(calls(uncached)).isEmpty();

        assertThat(calls(open()))
                .containsExactly(
                        "apigateway:PATCH /apis/*/routes/*",
                        "apigateway:PATCH /apis/*/routes/*",
                        "apigateway:DELETE /apis/*/authorizers/*",
                        "lambda:RemovePermission");
        assertThat(calls(open())).isEmpty();
    }

    @Test
    void somebodyElsesFunctionIsAskedInARole() throws Exception {
        String function = "arn:aws:lambda:eu-west-1:999999999999:function:guard:live";
        Project project = open().part("httpApi.authorizer", "guard")
                .part("httpApi.authorizers.guard.function", function)
                .part("httpApi.authorizers.guard.payloadFormatVersion", "1.0")
                .part("httpApi.authorizers.guard.credentials", "arn:aws:iam::123456789012:role/ask")
                .part("httpApi.authorizers.guard.identitySources", SOURCE + ", $request.querystring.key");
        cloud.deploy(desired(project));

        assertThat(authorizers()).singleElement().satisfies(authorizer -> {
            assertThat(authorizer.authorizerUri()).contains(function);
            assertThat(authorizer.authorizerPayloadFormatVersion()).isEqualTo("1.0");
            assertThat(authorizer.authorizerCredentialsArn()).endsWith("role/ask");
            assertThat(authorizer.enableSimpleResponses()).isFalse();
        });
        assertThat(calls(project)).isEmpty();
    }

    @Test
    void theStageIsMadeWithLogThrottlingAndMetrics() throws Exception {
        Project project = open().part("httpApi.accessLog", "true")
                .part("httpApi.throttling.burstLimit", "50")
                .part("httpApi.throttling.rateLimit", "20.5")
                .part("httpApi.detailedMetrics", "true")
                .part("httpApi.routes.POST /orders.throttling.burstLimit", "5")
                .part("httpApi.routes.POST /orders.throttling.rateLimit", "2");
        assertThat(calls(project))
                .containsSubsequence("logs:CreateLogGroup", "apigateway:POST /apis/*/stages")
                .containsSubsequence("apigateway:POST /apis/*/routes", "apigateway:POST /apis/*/stages");

        Stage stage = stage();
        assertThat(stage.accessLogSettings().destinationArn())
                .isEqualTo("arn:aws:logs:eu-west-1:123456789012:log-group:/aws/vendedlogs/apigateway/orders-dev");
        assertThat(stage.accessLogSettings().format())
                .startsWith("{\"requestId\":\"$context.requestId\"")
                .doesNotContain("\n");
        assertThat(stage.defaultRouteSettings().throttlingBurstLimit()).isEqualTo(50);
        assertThat(stage.defaultRouteSettings().throttlingRateLimit()).isEqualTo(20.5);
        assertThat(stage.defaultRouteSettings().detailedMetricsEnabled()).isTrue();
        assertThat(stage.routeSettings()).containsOnlyKeys("POST /orders");
        assertThat(stage.routeSettings().get("POST /orders").throttlingBurstLimit())
                .isEqualTo(5);
        assertThat(stage.routeSettings().get("POST /orders").detailedMetricsEnabled())
                .isTrue();
        assertThat(calls(project)).isEmpty();
    }

    @Test
    void anAuthorizerOfTheOtherTypeIsAnotherOne() throws Exception {
        cloud.deploy(desired(withTokens()));

        Project asking = open().part("httpApi.authorizer", "users")
                .part("httpApi.authorizers.users.function", "arn:aws:lambda:eu-west-1:999999999999:function:guard");
        assertThat(calls(asking))
                .containsExactly(
                        "apigateway:POST /apis/*/authorizers",
                        "apigateway:PATCH /apis/*/routes/*",
                        "apigateway:PATCH /apis/*/routes/*",
                        "apigateway:DELETE /apis/*/authorizers/*");
        assertThat(routes()).extracting(Route::authorizationTypeAsString).containsOnly("CUSTOM");
        assertThat(calls(asking)).isEmpty();
    }

    @Test
    void theAccessLogIsKeptUnlessToldSo() throws Exception {
        Project project = open().part("httpApi.accessLog", "true");
        cloud.deploy(desired(project));
        cloud.deploy(Wired.nothing());
        assertThat(cloud.told).anyMatch(line -> line.contains("= log group /aws/vendedlogs/apigateway/orders-dev:"));

        cloud.deploy(desired(project));
        cloud.deploy(Wired.nothing(), true);

        assertThat(gateway.getApis().items()).isEmpty();
        assertThat(cloud.direct.logs.describeLogGroups().logGroups()).isEmpty();
    }

    @Test
    void whatOthersAddToTheApiStays() throws Exception {
        cloud.deploy(desired(withTokens()));
        String id = api().apiId();
        String integration = gateway.createIntegration(r -> r.apiId(id)
                        .integrationType("HTTP_PROXY")
                        .integrationMethod("GET")
                        .integrationUri("https://example.com")
                        .payloadFormatVersion("1.0"))
                .integrationId();
        gateway.createIntegration(r -> r.apiId(id)
                .integrationType("AWS_PROXY")
                .integrationUri("arn:aws:lambda:eu-west-1:123456789012:function:other")
                .payloadFormatVersion("2.0"));
        String authorizer = gateway.createAuthorizer(r -> r.apiId(id)
                        .name("users")
                        .authorizerType("JWT")
                        .identitySource(SOURCE)
                        .jwtConfiguration(j -> j.issuer("https://other").audience("x")))
                .authorizerId();
        gateway.createRoute(r -> r.apiId(id)
                .routeKey("GET /legacy")
                .target("integrations/" + integration)
                .authorizationType("JWT")
                .authorizerId(authorizer));
        gateway.createStage(r -> r.apiId(id).stageName("canary"));

        assertThat(calls(withTokens())).isEmpty();
        cloud.deploy(desired(Project.with(new Trigger.Http("GET", "/orders"))));

        assertThat(routes()).extracting(Route::routeKey).containsExactlyInAnyOrder("GET /orders", "GET /legacy");
        assertThat(integrations()).hasSize(3);
        assertThat(authorizers())
                .singleElement()
                .satisfies(left -> assertThat(left.name()).isEqualTo("users"));
        assertThat(gateway.getStages(r -> r.apiId(id)).items()).hasSize(2);
    }

    @Test
    void anIntegrationThatSomebodyTurnedAwayIsTurnedBack() throws Exception {
        cloud.deploy(desired(open()));
        gateway.updateIntegration(r -> r.apiId(api().apiId())
                .integrationId(integrations().get(0).integrationId())
                .integrationUri("arn:aws:lambda:eu-west-1:123456789012:function:other"));

        assertThat(calls(open())).containsExactly("apigateway:PATCH /apis/*/integrations/*");
        assertThat(integrations())
                .singleElement()
                .satisfies(
                        integration -> assertThat(integration.integrationUri()).isEqualTo(ALIAS));
    }

    @Test
    void theApiGoesWithItsLastRouteAndOthersStay() throws Exception {
        IntStream.range(0, 3)
                .forEach(i -> gateway.createApi(r -> r.name("foreign" + i).protocolType("HTTP")));
        cloud.deploy(desired(guarded()));

        cloud.deploy(without());

        assertThat(gateway.getApis().items()).hasSize(3);
        assertThat(gateway.getApis().items()).extracting(Api::name).allMatch(name -> name.startsWith("foreign"));
        assertThat(writesOf(without())).isEmpty();
    }
}
