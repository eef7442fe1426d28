package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.HttpStage.Throttling;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.LogGroup;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.RestApi;
import io.lambdamaven.plugin.plan.resource.RestApi.Authorizer;
import io.lambdamaven.plugin.plan.resource.RestApi.Method;
import io.lambdamaven.plugin.plan.resource.RestStage;
import io.lambdamaven.plugin.plan.resource.RestStage.MethodSettings;
import io.lambdamaven.plugin.plan.resource.UsagePlan;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RestFrontTest {
    private static final String FUNCTION = "arn:aws:lambda:eu-central-1:123456789012:function:";
    private static final String POOL = "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_a";
    private static final Trigger GET = new Trigger.Http("GET", "/orders/{id}");
    private static final Trigger POST = new Trigger.Http("POST", "/orders");
    private static final Trigger ITEMS = new Trigger.Http("GET", "/orders/{order}/items");
    private static final Method OPEN = new Method(RestApi.NONE, null, List.of(), false);

    private static Project shop() {
        return rest(GET, POST, ITEMS);
    }

    private static Project rest(Trigger... triggers) {
        return Project.with(triggers).pom(Setting.HTTP, "rest");
    }

    private static Map<String, Method> methods(Project project) {
        return project.only(RestApi.class).methods();
    }

    @Test
    void aRestApiHasEveryRouteAndTheStagesName() {
        Project project = shop();

        RestApi api = project.only(RestApi.class);
        assertThat(api.name()).isEqualTo("orders-dev-rest");
        assertThat(api.functionName() + ":" + api.alias()).isEqualTo("orders-dev:live");
        assertThat(api.options())
                .isEqualTo(new RestApi.Options(null, "REGIONAL", List.of(), List.of("*/*"), null, null, false));
        RestStage stage = project.only(RestStage.class);
        assertThat(stage.stageName()).isEqualTo("dev");
        assertThat(stage.methods()).isEmpty();
        assertThat(project.all(UsagePlan.class)).isEmpty();
        assertThat(project.all(HttpApi.class)).isEmpty();
        Permission permission = project.all(Permission.class).get(0);
        assertThat(permission.sourceArn())
                .isEqualTo("arn:aws:execute-api:eu-central-1:123456789012:{api-id:orders-dev-rest}/*/*");
        assertThat(stage.after()).containsExactly(permission.id());
        assertThat(project.only(LambdaFunction.class).timeout()).isEqualTo(29);
    }

    @Test
    void variablesInOnePlaceHaveOneName() {
        assertThat(methods(shop()))
                .containsOnlyKeys("GET /orders/{id}", "GET /orders/{id}/items", "POST /orders")
                .containsValue(OPEN);
    }

    @Test
    void whatATreeCannotTellApartIsToldAndAProxyTakesIt() {
        Project project = rest(GET, new Trigger.Http("GET", "/orders/{path+}"));

        assertThat(project.fault(Problem.LM251))
                .isEqualTo("LM251 <http>: A REST API has one variable below a path, and takes either one segment or all"
                        + " the rest for it: GET /orders/{path+} ({path+} beside {id}). Set <rest><proxy> or"
                        + " -Dlambda.rest.proxy to true, so that the function alone tells paths apart, or <http> or"
                        + " -Dlambda.http to api.");
        assertThat(methods(project.part("rest.proxy", "true"))).containsOnlyKeys("ANY /", "ANY /{proxy+}");
    }

    @Test
    void moreThanAnApiTakesIsTold() {
        Trigger[] many = IntStream.range(0, 301)
                .mapToObj(i -> new Trigger.Http("GET", "/p" + i))
                .toArray(Trigger[]::new);
        assertThat(rest(many).fault(Problem.LM251)).contains("have 301 resources", "takes 300", "<rest><proxy>");
    }

    @Test
    void theDefinitionChangesWithWhatCallersNotice() {
        String plain = shop().only(RestStage.class).definition();
        assertThat(plain).matches("[0-9a-f]{16}");
        assertThat(shop().part("rest.description", "x").only(RestStage.class).definition())
                .isEqualTo(plain);
        assertThat(shop().part("rest.minimumCompressionSize", "1024")
                        .only(RestStage.class)
                        .definition())
                .isNotEqualTo(plain);
        assertThat(shop().part("rest.authorizer", "AWS_IAM")
                        .only(RestStage.class)
                        .definition())
                .isNotEqualTo(plain);
    }

    @Test
    void theRoutesOwnSettingsCountBeforeThoseOfTheApi() {
        Project project = shop().part("rest.authorizer", "aws_iam")
                .part("rest.apiKeyRequired", "true")
                .part("rest.throttling.burstLimit", "5")
                .part("rest.throttling.rateLimit", "2")
                .part("rest.routes.GET *.authorizer", "NONE")
                .part("rest.routes.GET *.apiKeyRequired", "false")
                .part("rest.routes.POST /orders.logLevel", "info")
                .part("rest.routes.POST /orders.dataTrace", "true");

        assertThat(methods(project))
                .containsEntry("GET /orders/{id}", OPEN)
                .containsEntry("POST /orders", new Method(RestApi.AWS_IAM, null, List.of(), true));
        Throttling throttling = new Throttling(5, 2);
        assertThat(project.only(RestStage.class).methods())
                .isEqualTo(Map.of(
                        "*", new MethodSettings(throttling, false, null, false),
                        "POST /orders", new MethodSettings(throttling, false, "INFO", true)));
    }

    @Test
    void aMethodOfTheProjectDecidesAboutTokens() {
        Project project = rest(GET, Triggers.of("authorizer", "value", List.of("REST_TOKEN"), "resultTtl", 60))
                .part("rest.authorizer", "m1");

        assertThat(methods(project).get("GET /orders/{id}"))
                .isEqualTo(new Method(RestApi.CUSTOM, "m1", List.of(), false));
        assertThat(project.only(RestApi.class).authorizers())
                .isEqualTo(Map.of(
                        "m1",
                        new Authorizer(
                                "TOKEN",
                                FUNCTION + "orders-dev:live",
                                List.of(),
                                List.of("method.request.header.Authorization"),
                                60,
                                null,
                                null)));
        assertThat(project.all(Permission.class))
                .extracting(Permission::sourceArn)
                .contains("arn:aws:execute-api:eu-central-1:123456789012:{api-id:orders-dev-rest}/authorizers/*");
        assertThat(project.desired().notices()).isEmpty();
    }

    @Test
    void aMethodThatTakesRequestsKeepsItsSources() {
        Project project = rest(
                        GET,
                        Triggers.of(
                                "authorizer",
                                "value",
                                List.of("REST_REQUEST"),
                                "identitySources",
                                List.of("$request.header.X-Key", "context.stage")))
                .part("rest.authorizer", "guard");
        project.pom().part("rest.authorizers.guard.type", "request");

        assertThat(project.only(RestApi.class).authorizers().get("guard").identitySources())
                .containsExactly("context.stage", "method.request.header.X-Key");
    }

    @Test
    void userPoolsAndFunctionsElsewhereDecideToo() {
        Project project = shop().part("rest.authorizer", "users")
                .part("rest.authorizers.users.userPools", POOL)
                .part("rest.authorizers.users.scopes", "read")
                .part("rest.authorizers.other.function", FUNCTION + "check:live")
                .part("rest.authorizers.other.validation", "^Bearer .+")
                .part("rest.authorizers.other.credentials", "arn:aws:iam::123456789012:role/caller")
                .part("rest.routes.POST /orders.authorizer", "other")
                .part("rest.routes.GET /orders/{id}.scopes", "write,read");

        assertThat(methods(project))
                .containsEntry(
                        "GET /orders/{id}",
                        new Method(RestApi.COGNITO_USER_POOLS, "users", List.of("read", "write"), false))
                .containsEntry(
                        "GET /orders/{id}/items",
                        new Method(RestApi.COGNITO_USER_POOLS, "users", List.of("read"), false))
                .containsEntry("POST /orders", new Method(RestApi.CUSTOM, "other", List.of(), false));
        assertThat(project.only(RestApi.class).authorizers().get("other"))
                .isEqualTo(new Authorizer(
                        "TOKEN",
                        FUNCTION + "check:live",
                        List.of(),
                        List.of("method.request.header.Authorization"),
                        300,
                        "^Bearer .+",
                        "arn:aws:iam::123456789012:role/caller"));
        assertThat(project.all(Permission.class)).hasSize(1);
    }

    @Test
    void authorizersThatCannotBeAreTold() {
        assertThat(shop().part("rest.authorizer", "nobody").fault(Problem.LM257))
                .startsWith("LM257 <rest><authorizer>: There is no authorizer 'nobody'; known are AWS_IAM, NONE.");
        assertThat(shop().part("rest.authorizer", "x")
                        .part("rest.authorizers.x.function", "check")
                        .fault(Problem.LM256))
                .contains("has @AuthorizerTrigger(REST_TOKEN or REST_REQUEST) in the function 'check'.", "<userPools>");
        assertThat(shop().part("rest.authorizers.x.type", "COGNITO_USER_POOLS").fault(Problem.LM256))
                .contains("needs <userPools>");
        assertThat(shop().part("rest.authorizers.x.userPools", POOL)
                        .part("rest.authorizers.x.function", "check")
                        .fault(Problem.LM256))
                .contains("<function> and <credentials> are for authorizers of type TOKEN or REQUEST.");
        assertThat(shop().part("rest.authorizers.x.scopes", "a").fault(Problem.LM256))
                .contains("<scopes> are for authorizers of type COGNITO_USER_POOLS.");
        assertThat(shop().part("rest.authorizers.x.validation", "(").fault(Problem.LM256))
                .contains("'(' is not a regular expression");
        assertThat(shop().part("rest.authorizers.NONE.function", "check").fault(Problem.LM256))
                .contains("'NONE' cannot be the name of an authorizer.");
        assertThat(shop().part("rest.authorizers.x.type", "TOKEN")
                        .part("rest.authorizers.x.identitySources", "method.request.header.A,method.request.header.B")
                        .fault(Problem.LM256))
                .contains("An authorizer of type TOKEN has one identity source.");
        assertThat(shop().part("rest.routes.POST /orders.scopes", "a").fault(Problem.LM257))
                .contains("Scopes are in tokens of user pools, and NONE does not look at them.");
    }

    @Test
    void anAuthorizerThatNoRouteAsksIsTold() {
        Project project = rest(GET, Triggers.of("authorizer", "value", List.of("REST_TOKEN")));
        assertThat(project.desired().notices()).singleElement().asString().contains("authorizer REST_TOKEN", "<rest>");
    }

    @Test
    void keysHaveAPlan() {
        Project project = shop().part("rest.apiKeyRequired", "true")
                .part("rest.apiKeys", "shop, app")
                .part("rest.usagePlan.quota.limit", "100")
                .part("rest.usagePlan.quota.period", "week");
        UsagePlan plan = project.only(UsagePlan.class);
        assertThat(plan.keys()).containsExactly("app", "shop");
        assertThat(plan.quota()).isEqualTo(new UsagePlan.Quota(100, "WEEK"));
        assertThat(plan.dependsOn())
                .containsExactly(project.only(RestStage.class).id());
        assertThat(shop().part("rest.usagePlan.quota.limit", "100").fault(Problem.LM250))
                .startsWith("LM250 <rest><usagePlan><quota><period>: A quota has a limit and a period.");
        assertThat(shop().part("rest.apiKeys", "shop").staged().warnings())
                .anySatisfy(each ->
                        assertThat(each.render()).startsWith("LM259 <rest><apiKeys>: No route asks for an API key."));
        assertThat(shop().part("rest.usagePlan.throttling.burstLimit", "1")
                        .part("rest.usagePlan.throttling.rateLimit", "1")
                        .staged()
                        .warnings())
                .anySatisfy(each -> assertThat(each.render()).contains("there are none"));
    }

    @Test
    void aPrivateApiNeedsAPolicy() {
        assertThat(shop().part("rest.endpointType", "private").fault(Problem.LM250))
                .startsWith("LM250 <rest><policy>: Nobody can call a private API that has no resource policy.");
        assertThat(shop().part("rest.vpcEndpointIds", "vpce-0123456789abcdef0").fault(Problem.LM250))
                .contains("Only a private API has VPC endpoints.");
        assertThat(shop().part("rest.policy", "{").fault(Problem.LM250)).contains("<rest><policy>: It is not JSON");
        RestApi.Options options = shop().part("rest.endpointType", "private")
                .part("rest.policy", "{\"Statement\": []}")
                .part("rest.vpcEndpointIds", "vpce-0123456789abcdef0")
                .only(RestApi.class)
                .options();
        assertThat(options.policy()).isEqualTo("{\"Statement\":[]}");
        assertThat(options.vpcEndpointIds()).containsExactly("vpce-0123456789abcdef0");
    }

    @Test
    void theAccessLogIsOursUnlessOneIsNamed() {
        Project project = shop().part("rest.accessLog", "true");
        RestStage stage = project.only(RestStage.class);
        LogGroup group = project.all(LogGroup.class).stream()
                .filter(each -> each.name().contains("rest"))
                .findFirst()
                .orElseThrow();
        assertThat(stage.accessLog().destination()).endsWith(":log-group:" + group.name());
        assertThat(stage.after()).contains(group.id());
        assertThat(shop().part("rest.accessLog.format", "$context.path").fault(Problem.LM258))
                .startsWith("LM258 <rest><accessLog><format>: The format has neither $context.requestId nor"
                        + " $context.extendedRequestId. Add one of them to what <rest><accessLog><format> or"
                        + " -Dlambda.rest.accessLog.format says.");
    }

    @Test
    void whatCountsForNothingIsTold() {
        assertThat(Project.with(GET).part("rest.tracing", "true").staged().warnings())
                .anySatisfy(each -> assertThat(each.render())
                        .startsWith("LM259 <rest>: It says nothing to what serves the routes, which is api. Set <http>"
                                + " or -Dlambda.http to rest,"));
        assertThat(shop().part("cors.allowOrigins", "*").staged().warnings())
                .anySatisfy(each -> assertThat(each.render()).startsWith("LM259 <cors>"));
        assertThat(shop().pom(Setting.TIMEOUT, 60).staged().warnings())
                .anySatisfy(each ->
                        assertThat(each.render()).contains("A REST API gives up after 29 s, the function after 60 s."));
        assertThat(shop().part("rest.colour", "red").fault(Problem.LM254)).contains("Known are proxy, stage,");
        assertThat(shop().part("rest.proxy", "true")
                        .part("rest.routes.GET *.authorizer", "AWS_IAM")
                        .fault(Problem.LM257))
                .contains("With <proxy> the API sees no single routes");
        assertThat(shop().part("rest.routes.GET /order.authorizer", "AWS_IAM").fault(Problem.LM257))
                .contains("<rest><routes>: No route is called 'GET /order'", "-Dlambda.rest.routes entry");
        assertThat(shop().part("rest.routes..authorizer", "AWS_IAM").fault(Problem.LM257))
                .contains("A <route> does not say which one it is.");
    }

    @Test
    void theLocalLambdaServesTheRoutesWithoutIt() {
        Project local = shop().pom(Setting.TARGET, "local");
        assertThat(local.all(RestApi.class)).isEmpty();
        assertThat(local.all(HttpApi.class)).hasSize(1);
    }
}
