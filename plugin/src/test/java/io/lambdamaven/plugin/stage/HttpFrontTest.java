package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.Cors;
import io.lambdamaven.plugin.plan.resource.FunctionUrl;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.HttpAuthorizer;
import io.lambdamaven.plugin.plan.resource.HttpAuthorizer.Check;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.HttpRoute.Access;
import io.lambdamaven.plugin.plan.resource.HttpStage;
import io.lambdamaven.plugin.plan.resource.HttpStage.RouteSettings;
import io.lambdamaven.plugin.plan.resource.HttpStage.Throttling;
import io.lambdamaven.plugin.plan.resource.LogGroup;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HttpFrontTest {
    private static final String FUNCTION = "arn:aws:lambda:eu-central-1:123456789012:function:";
    private static final Trigger GET = new Trigger.Http("GET", "/orders/{id}");
    private static final Trigger POST = new Trigger.Http("POST", "/orders");
    private static final Trigger ADMIN = new Trigger.Http("ANY", "/admin/{proxy+}");
    private static final Trigger AUTHORIZER = Triggers.of("authorizer", "value", List.of("HTTP_API"));

    private static Project shop() {
        return Project.with(GET, POST, ADMIN);
    }

    private static Project tokens() {
        return shop().part("httpApi.authorizers.users.issuer", "https://issuer")
                .part("httpApi.authorizers.users.audience", "web");
    }

    private static Map<String, Access> access(Project project) {
        return project.all(HttpRoute.class).stream().collect(Collectors.toMap(HttpRoute::routeKey, HttpRoute::access));
    }

    @Test
    void partsAreLaidOverEachOtherAndNoneTakesThemBack() {
        Project project = shop();
        project.pom().part("cors.allowOrigins", "https://a").part("cors.maxAge", "60");
        assertThat(project.part("cors.maxAge", "5").only(HttpApi.class).cors())
                .isEqualTo(new Cors(List.of("https://a"), List.of(), List.of(), List.of(), 5, false));
        assertThat(project.part("cors.maxAge", "none")
                        .only(HttpApi.class)
                        .cors()
                        .maxAge())
                .isZero();
        assertThat(project.part("cors", "none").only(HttpApi.class).cors()).isEqualTo(Cors.NONE);
    }

    @Test
    void corsIsForApisAndUrls() {
        Project project = shop().part("cors.allowOrigins", "*").pom(Setting.HTTP, "url");
        assertThat(project.only(FunctionUrl.class).cors().allowOrigins()).containsExactly("*");
        assertThat(project.part("cors.allowMethods", "GET, OPTIONS").fault(Problem.LM255))
                .contains("A function URL answers OPTIONS itself");
    }

    @Test
    void credentialsAndAStarAreRefused() {
        assertThat(shop().part("cors.allowOrigins", "*")
                        .part("cors.allowCredentials", "true")
                        .fault(Problem.LM255))
                .isEqualTo("LM255 <cors><allowCredentials>: Browsers refuse * where credentials are allowed. Name the"
                        + " origins, methods and headers in <cors> instead of *, or set <allowCredentials> or"
                        + " -Dlambda.cors.allowCredentials to false.");
        assertThat(shop().part("cors.maxAge", "60").fault(Problem.LM255)).contains("No origin is allowed");
    }

    @Test
    void whatIsNoPartOrNoValueIsTold() {
        assertThat(shop().part("cors.alowOrigins", "*")
                        .part("cors.allowOrigins", "*")
                        .fault(Problem.LM254))
                .startsWith("LM254 <cors><alowOrigins>: There is no such part of <cors>. Known are allowOrigins,");
        assertThat(shop().part("httpApi.routes.GET /orders/{id}.autorizer", "x").fault(Problem.LM254))
                .contains("<httpApi><routes> GET /orders/{id}.autorizer");
        assertThat(shop().part("cors.allowOrigins", "shop").faults().get(0).render())
                .startsWith("LM203 <cors><allowOrigins>: 'shop' is not an origin. Set <cors><allowOrigins> or"
                        + " -Dlambda.cors.allowOrigins to origins such as");
        assertThat(shop().part("httpApi.ipAddressType", "ipv6").fault(Problem.LM203))
                .contains("ipv4 or dualstack");
        assertThat(shop().part("httpApi.detailedMetrics", "maybe").fault(Problem.LM203))
                .contains("neither true nor false");
        assertThat(shop().part("cors.allowOrigins", "*")
                        .part("cors.maxAge", "1.5")
                        .fault(Problem.LM202))
                .contains("is not a whole number");
        assertThat(shop().part("cors.allowOrigins", "*")
                        .part("cors.maxAge", "100000")
                        .fault(Problem.LM202))
                .contains("from 0 to 86400");
    }

    @Test
    void everyRouteIsOpenUnlessSomethingIsSaid() {
        assertThat(access(shop()).values()).containsOnly(Access.OPEN);
        assertThat(shop().all(HttpAuthorizer.class)).isEmpty();
        assertThat(access(shop().part("httpApi.authorizer", "aws_iam")).values())
                .containsOnly(new Access("AWS_IAM", null, List.of()));
    }

    @Test
    void theRoutesOwnWordCountsThenTheLongestPatternThenTheDefault() {
        Project project = tokens().part("httpApi.authorizer", "users")
                .part("httpApi.authorizers.users.scopes", "read")
                .part("httpApi.routes.*.authorizer", "AWS_IAM")
                .part("httpApi.routes.POST *.authorizer", "users")
                .part("httpApi.routes.POST *.scopes", "write, admin")
                .part("httpApi.routes.GET /orders/{id}.authorizer", "NONE");
        assertThat(access(project))
                .containsEntry("GET /orders/{id}", Access.OPEN)
                .containsEntry("POST /orders", new Access("JWT", "users", List.of("admin", "write")))
                .containsEntry("ANY /admin/{proxy+}", new Access("AWS_IAM", null, List.of()));
        assertThat(access(tokens().part("httpApi.authorizer", "users").part("httpApi.authorizers.users.scopes", "read"))
                        .values())
                .containsOnly(new Access("JWT", "users", List.of("read")));
        assertThat(project.only(HttpAuthorizer.class))
                .isEqualTo(new HttpAuthorizer(
                        "orders-dev",
                        "users",
                        Check.tokens("https://issuer", List.of("web")),
                        List.of("$request.header.Authorization"),
                        null));
    }

    @Test
    void anAuthorizerThatNoRouteAsksIsNotMade() {
        assertThat(tokens().all(HttpAuthorizer.class)).isEmpty();
    }

    @Test
    void aMethodOfTheProjectIsAskedByItsName() {
        Project project = Project.with(GET, Triggers.of("authorizer", "value", List.of("HTTP_API"), "resultTtl", 60))
                .part("httpApi.authorizer", "m1");
        HttpAuthorizer authorizer = project.only(HttpAuthorizer.class);
        assertThat(authorizer.check())
                .as("without a source nothing is kept")
                .isEqualTo(new Check("REQUEST", null, List.of(), FUNCTION + "orders-dev:live", "2.0", true, 0, null));
        Permission permission = project.all(Permission.class).stream()
                .filter(each -> each.id().equals(authorizer.permission()))
                .findFirst()
                .orElseThrow();
        assertThat(permission.sourceArn())
                .isEqualTo("arn:aws:execute-api:eu-central-1:123456789012:{api-id:orders-dev}/authorizers/*");
        assertThat(permission.statementId()).matches("lambda-maven-authorizer-[0-9a-f]{8}");
        assertThat(access(project).values()).containsOnly(new Access("CUSTOM", "m1", List.of()));
        assertThat(project.desired().notices()).isEmpty();
    }

    @Test
    void theAnnotationSaysWhatTheSettingsDoNot() {
        Project project = Project.with(
                        GET,
                        Triggers.of(
                                "authorizer",
                                "value",
                                List.of("HTTP_API"),
                                "response",
                                "IAM",
                                "identitySources",
                                List.of("method.request.header.${header}"),
                                "resultTtl",
                                60))
                .placeholders(Map.of("header", "X-Key"))
                .part("httpApi.authorizer", "guard");
        project.pom().part("httpApi.authorizers.guard.type", "request");
        HttpAuthorizer authorizer = project.only(HttpAuthorizer.class);
        assertThat(authorizer.identitySources()).containsExactly("$request.header.X-Key");
        assertThat(authorizer.check().simpleResponses()).isFalse();
        assertThat(authorizer.check().resultTtl()).isEqualTo(60);
        HttpAuthorizer said = project.part("httpApi.authorizers.guard.resultTtl", "5")
                .part("httpApi.authorizers.guard.identitySources", "$context.path")
                .only(HttpAuthorizer.class);
        assertThat(said.identitySources()).containsExactly("$context.path");
        assertThat(said.check().resultTtl()).isEqualTo(5);
    }

    @Test
    void anotherFunctionOfTheProjectMayBeAsked() {
        Project project = Project.with(GET)
                .function("guard", AUTHORIZER)
                .part("httpApi.authorizers.key.function", "guard")
                .part("httpApi.authorizer", "key");
        assertThat(project.only(HttpAuthorizer.class).check().function()).isEqualTo(FUNCTION + "orders-guard-dev:live");
        assertThat(project.all(Permission.class))
                .extracting(Permission::functionName)
                .contains("orders-guard-dev");
        assertThat(Project.with(GET)
                        .function("guard", AUTHORIZER)
                        .part("httpApi.authorizers.key.function", "other")
                        .part("httpApi.authorizer", "key")
                        .fault(Problem.LM256))
                .contains("has @AuthorizerTrigger(HTTP_API) in the function 'other'");
    }

    @Test
    void anAuthorizerThatNobodyAsksIsLeftToTheUser() {
        assertThat(Project.with(GET, AUTHORIZER).desired().notices())
                .containsExactly(
                        "authorizer HTTP_API -> Orders.m1: no route asks it; name m1 in <httpApi><authorizer> or"
                                + " -Dlambda.httpApi.authorizer, or in a <route> of <httpApi><routes>");
        assertThat(Project.with(GET, Triggers.of("authorizer", "value", List.of("HTTP_API", "WEBSOCKET")))
                        .desired()
                        .notices())
                .hasSize(2)
                .anyMatch(notice -> notice.contains("make an authorizer of the API"));
    }

    @Test
    void anUnknownAuthorizerLeavesNoRouteOpen() {
        assertThat(tokens().part("httpApi.authorizer", "usres").fault(Problem.LM257))
                .isEqualTo("LM257 <httpApi><authorizer>: There is no authorizer 'usres'; known are AWS_IAM, NONE,"
                        + " users. Add <usres> to <httpApi><authorizers>, or correct the <authorizer> or"
                        + " -Dlambda.httpApi.authorizer.");
        assertThat(tokens().part("httpApi.routes.POST /orders.authorizer", "usres")
                        .fault(Problem.LM257))
                .contains("<httpApi><routes> POST /orders");
    }

    @Test
    void aMisspelledRouteLeavesNoRouteOpen() {
        assertThat(shop().part("httpApi.routes.GET /order.authorizer", "AWS_IAM")
                        .fault(Problem.LM257))
                .contains("No route is called 'GET /order'; known are ANY /admin/{proxy+}, GET /orders/{id}, POST"
                        + " /orders.");
        assertThat(Project.with(GET)
                        .function("more", POST)
                        .part("httpApi.routes.POST /orders.authorizer", "AWS_IAM")
                        .faults())
                .as("it is another function's")
                .isEmpty();
        assertThat(shop().part("httpApi.routes..authorizer", "AWS_IAM").fault(Problem.LM257))
                .contains("does not say which one it is");
    }

    @Test
    void authorizersAreOfOneKindOrTheOther() {
        assertThat(shop().part("httpApi.authorizers.users.type", "JWT")
                        .part("httpApi.authorizer", "users")
                        .fault(Problem.LM256))
                .contains("needs <issuer> and <audience>");
        assertThat(tokens().part("httpApi.authorizers.users.resultTtl", "5").fault(Problem.LM256))
                .contains("are for authorizers of type REQUEST");
        assertThat(tokens().part("httpApi.authorizers.users.identitySources", "$request.header.A, $request.header.B")
                        .fault(Problem.LM256))
                .contains("has one identity source");
        assertThat(shop().part("httpApi.authorizers.guard.scopes", "a").fault(Problem.LM256))
                .contains("are for authorizers of type JWT");
        assertThat(shop().part("httpApi.authorizers.guard.payloadFormatVersion", "1.0")
                        .part("httpApi.authorizers.guard.simpleResponses", "true")
                        .fault(Problem.LM256))
                .contains("Simple responses need the payload format 2.0");
        assertThat(shop().part("httpApi.authorizers.none-", "x").faults()).isNotEmpty();
        assertThat(shop().part("httpApi.authorizers.AWS_IAM.function", "f").fault(Problem.LM256))
                .contains("cannot be the name of an authorizer");
        assertThat(shop().part("httpApi.authorizers.guard.function", FUNCTION + "guard")
                        .part("httpApi.authorizers.guard.resultTtl", "5")
                        .part("httpApi.authorizer", "guard")
                        .fault(Problem.LM256))
                .contains("nothing by which an answer could be kept");
        assertThat(shop().part("httpApi.authorizers.guard.type", "REQUEST")
                        .part("httpApi.authorizer", "guard")
                        .fault(Problem.LM256))
                .contains("No method, or more than one, has @AuthorizerTrigger(HTTP_API).");
        assertThat(shop().part("httpApi.authorizer", "AWS_IAM")
                        .part("httpApi.routes.POST /orders.scopes", "write")
                        .fault(Problem.LM257))
                .contains("AWS_IAM does not look at tokens");
    }

    @Test
    void anApiTakesTenAuthorizers() {
        Project project = shop();
        IntStream.range(0, 11)
                .forEach(i -> project.part("httpApi.authorizers.a" + i + ".issuer", "https://i")
                        .part("httpApi.authorizers.a" + i + ".audience", "c"));
        assertThat(project.fault(Problem.LM256)).contains("11 authorizers are more than the 10");
        String scopes = IntStream.range(0, 11).mapToObj(i -> "s" + i).collect(Collectors.joining(","));
        assertThat(tokens().part("httpApi.authorizer", "users")
                        .part("httpApi.routes.POST /orders.scopes", scopes)
                        .fault(Problem.LM257))
                .contains("11 scopes are more than the 10");
    }

    @Test
    void requestsAreToldInALogGroupThatIsMadeOrInOnesOwn() {
        Project project = shop().part("httpApi.accessLog", "on").pom(Setting.LOG_RETENTION, 7);
        String name = "/aws/vendedlogs/apigateway/orders-dev";
        assertThat(project.all(LogGroup.class))
                .filteredOn(group -> group.name().equals(name))
                .extracting(LogGroup::retentionDays)
                .containsExactly(7);
        HttpStage stage = project.only(HttpStage.class);
        assertThat(stage.accessLog().destination())
                .isEqualTo("arn:aws:logs:eu-central-1:123456789012:log-group:" + name);
        assertThat(stage.dependsOn()).extracting(Object::toString).contains("log group " + name);

        Project own = shop().part("httpApi.accessLog.destination", "arn:aws:logs:::log-group:mine:*")
                .part("httpApi.accessLog.format", "$context.requestId\n   $context.status");
        assertThat(own.only(HttpStage.class).accessLog())
                .isEqualTo(new HttpStage.AccessLog(
                        "arn:aws:logs:eu-central-1:123456789012:log-group:mine", "$context.requestId $context.status"));
        assertThat(own.all(LogGroup.class)).hasSize(1);
        assertThat(own.part("httpApi.accessLog", "off").only(HttpStage.class).accessLog())
                .isNull();
        assertThat(shop().part("httpApi.accessLog.format", "$context.status").fault(Problem.LM258))
                .contains("neither $context.requestId nor $context.extendedRequestId");
    }

    @Test
    void aRouteWithSettingsOfItsOwnKeepsTheDefaultsForTheRest() {
        HttpStage stage = shop().part("httpApi.throttling.burstLimit", "50")
                .part("httpApi.throttling.rateLimit", "10.5")
                .part("httpApi.routes.POST *.detailedMetrics", "true")
                .only(HttpStage.class);
        Throttling throttling = new Throttling(50, 10.5);
        assertThat(stage.defaults()).isEqualTo(new RouteSettings(throttling, false));
        assertThat(stage.routes()).isEqualTo(Map.of("POST /orders", new RouteSettings(throttling, true)));
        assertThat(stage.dependsOn()).contains(HttpRoute.id("orders-dev", "POST /orders"));
        assertThat(stage.attributes())
                .containsEntry("routes", "POST /orders: burstLimit 50 rateLimit 10.5 detailedMetrics");
        assertThat(shop().part("httpApi.throttling.burstLimit", "50").fault(Problem.LM257))
                .isEqualTo(
                        "LM257 <httpApi><throttling><rateLimit>: API Gateway takes a limit that is not given for 0, and"
                                + " lets nothing through. Set <httpApi><throttling><rateLimit> or"
                                + " -Dlambda.httpApi.throttling.rateLimit too.");
    }

    @Test
    void routesThatTheApiDoesNotSeeHaveNoSettings() {
        Trigger[] many = IntStream.range(0, 251)
                .mapToObj(i -> new Trigger.Http("GET", "/" + i))
                .toArray(Trigger[]::new);
        assertThat(Project.with(many)
                        .part("httpApi.routes.GET /1.authorizer", "AWS_IAM")
                        .fault(Problem.LM257))
                .contains("Of more than 250 routes an HTTP API sees one only");
        assertThat(access(Project.with(many).part("httpApi.authorizer", "AWS_IAM")))
                .containsEntry("$default", new Access("AWS_IAM", null, List.of()));
    }

    @Test
    void settingsThatSayNothingAreWarnedOf() {
        Project project = shop().pom(Setting.HTTP, "url");
        project.pom().part("httpApi.detailedMetrics", "true");
        assertThat(project.staged().warnings())
                .extracting(Diagnostic::render)
                .containsExactly(
                        "LM259 <httpApi>: It says nothing to what serves the routes, which is url. Set <http> or"
                                + " -Dlambda.http to api, or -Dlambda.httpApi to none.");
        assertThat(project.part("httpApi", "none").staged().warnings()).isEmpty();
    }

    @Test
    void theLocalLambdaAsksNobody() {
        Project project = tokens().part("httpApi.authorizer", "users").pom(Setting.TARGET, "local");
        assertThat(access(project).values()).containsOnly(Access.UNKNOWN);
        assertThat(project.all(HttpAuthorizer.class)).isEmpty();
        assertThat(project.all(HttpStage.class)).isEmpty();
    }
}
