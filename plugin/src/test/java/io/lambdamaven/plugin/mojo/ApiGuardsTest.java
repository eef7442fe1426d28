package io.lambdamaven.plugin.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.openapi.ApiSecurity;
import io.lambdamaven.plugin.openapi.ApiSecurity.Rule;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.stage.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What settings of a stage say of callers. */
final class ApiGuardsTest {
    private static final String POOL = "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_a";
    private static final String CHECK = "arn:aws:lambda:eu-central-1:123456789012:function:check:live";
    private static final String SIGNATURE = "{\"in\":\"header\",\"name\":\"Authorization\",\"type\":\"apiKey\","
            + "\"x-amazon-apigateway-authtype\":\"awsSigv4\"}";

    private static Project shop() {
        return Project.with(
                new Trigger.Http("GET", "/orders/{id}"),
                new Trigger.Http("GET", "/orders/{order}/items"),
                new Trigger.Http("POST", "/orders"),
                new Trigger.Http("ANY", "/open"));
    }

    private static ApiSecurity of(Project project) {
        return ApiGuards.of(project.staged());
    }

    private static String scheme(ApiSecurity security, String name) {
        JsonObject scheme = security.schemes().get(name);
        assertThat(scheme).as(name).isNotNull();
        return scheme.canonical();
    }

    @Test
    void whatEverybodyMayCallHasNoRule() {
        assertThat(of(shop())).isEqualTo(ApiSecurity.UNKNOWN);
        assertThat(of(shop().pom(Setting.HTTP, "none"))).isEqualTo(ApiSecurity.UNKNOWN);
        assertThat(of(shop().pom(Setting.TARGET, "local").part("httpApi.authorizer", "AWS_IAM")))
                .as("the local Lambda asks nobody")
                .isEqualTo(ApiSecurity.UNKNOWN);
    }

    @Test
    void anHttpApisRoutesAskForTokensSignaturesOrFunctions() {
        ApiSecurity security = of(shop().part("httpApi.authorizers.users.issuer", "https://issuer.example/")
                .part("httpApi.authorizers.users.audience", "web")
                .part("httpApi.authorizers.check.function", CHECK)
                .part("httpApi.authorizers.check.identitySources", "$request.header.X-Key,$request.querystring.k")
                .part("httpApi.authorizer", "users")
                .part("httpApi.routes.GET /orders/{id}.scopes", "write,read")
                .part("httpApi.routes.POST /orders.authorizer", "check")
                .part("httpApi.routes.GET /orders/{order}/items.authorizer", "AWS_IAM")
                .part("httpApi.routes.ANY /open.authorizer", "NONE"));

        assertThat(security.rules())
                .containsOnlyKeys(" GET /orders/{id}", " POST /orders", " GET /orders/{order}/items")
                .containsEntry(" GET /orders/{id}", new Rule(List.of("users"), "users", List.of("read", "write")))
                .containsEntry(" GET /orders/{order}/items", new Rule(List.of("sigv4"), "", List.of()))
                .containsEntry(" POST /orders", new Rule(List.of("check-X-Key", "check-k"), "", List.of()));
        assertThat(scheme(security, "users"))
                .isEqualTo("{\"openIdConnectUrl\":\"https://issuer.example/.well-known/openid-configuration\","
                        + "\"type\":\"openIdConnect\"}");
        assertThat(scheme(security, "sigv4")).isEqualTo(SIGNATURE);
        assertThat(scheme(security, "check-X-Key")).contains("\"in\":\"header\",\"name\":\"X-Key\"", "custom");
        assertThat(scheme(security, "check-k")).contains("\"in\":\"query\",\"name\":\"k\"");
    }

    @Test
    void aRestApisMethodsAskForUserPoolsFunctionsAndKeys() {
        ApiSecurity security = of(shop().pom(Setting.HTTP, "rest")
                .part("rest.authorizers.users.userPools", POOL)
                .part("rest.authorizers.other.function", CHECK)
                .part("rest.authorizer", "users")
                .part("rest.routes.POST /orders.authorizer", "other")
                .part("rest.routes.POST /orders.apiKeyRequired", "true")
                .part("rest.routes.GET /orders/{order}/items.authorizer", "AWS_IAM")
                .part("rest.routes.GET /orders/{id}.scopes", "read")
                .part("rest.routes.ANY /open.authorizer", "NONE"));

        assertThat(security.rules())
                .containsOnlyKeys(" GET /orders/{id}", " POST /orders", " GET /orders/{order}/items")
                .containsEntry(" GET /orders/{id}", new Rule(List.of("users"), "users", List.of("read")))
                .containsEntry(" GET /orders/{order}/items", new Rule(List.of("sigv4"), "", List.of()))
                .containsEntry(" POST /orders", new Rule(List.of("other", "apiKey"), "", List.of()));
        assertThat(scheme(security, "users"))
                .contains("https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_a/.well-known/");
        assertThat(scheme(security, "other")).contains("\"name\":\"Authorization\"", "custom");
        assertThat(scheme(security, "apiKey")).contains("\"name\":\"x-api-key\"");
    }

    @Test
    void oneMethodForAllPathsAsksForAllRoutes() {
        ApiSecurity security = of(shop().pom(Setting.HTTP, "rest")
                .part("rest.proxy", "true")
                .part("rest.authorizers.users.userPools", POOL + "," + POOL + "b")
                .part("rest.authorizer", "users"));

        assertThat(security.rules()).hasSize(4);
        assertThat(scheme(security, "users"))
                .isEqualTo("{\"bearerFormat\":\"JWT\",\"scheme\":\"bearer\",\"type\":\"http\"}");
    }

    @Test
    void aFunctionUrlAsksForSignaturesUnlessItIsPublic() {
        ApiSecurity security = of(shop().pom(Setting.HTTP, "url"));

        assertThat(security.rules()).hasSize(4);
        assertThat(security.schemes()).containsOnlyKeys("sigv4");
        assertThat(of(shop().pom(Setting.HTTP, "url").pom(Setting.URL_AUTH, "NONE")))
                .isEqualTo(ApiSecurity.UNKNOWN);
    }
}
