package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.HttpTerms;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.RestApi;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Routes that pages of other sites may call: what browsers ask has to reach the function, from anybody. */
final class CorsRoutesTest {
    private static final Trigger PAGES = pages("https://shop.example");
    private static final Trigger OTHER = new Trigger.Http("GET", "/other");

    private static Trigger pages(String origin) {
        return new Trigger.Http(
                "PUT",
                "/orders/{id}",
                HttpTerms.NONE.with(new HttpTerms.Cors(List.of(origin), List.of("*"), List.of(), false, 600)));
    }

    private static Map<String, String> access(Project project) {
        return project.all(HttpRoute.class).stream()
                .collect(Collectors.toMap(
                        HttpRoute::routeKey, route -> route.access().type()));
    }

    @Test
    void anHttpApiLetsPreflightsThroughWhateverGuardsTheRoute() {
        Project project = Project.with(PAGES, OTHER).part("httpApi.authorizer", "AWS_IAM");

        assertThat(access(project))
                .containsOnly(
                        Map.entry("PUT /orders/{id}", "AWS_IAM"),
                        Map.entry("OPTIONS /orders/{id}", "NONE"),
                        Map.entry("GET /other", "AWS_IAM"));
        assertThat(variables(project)).doesNotContainKey("LAMBDA_MAVEN__CORS");
    }

    @Test
    void aRouteOfItsOwnForOptionsKeepsItsGuard() {
        Project project =
                Project.with(PAGES, new Trigger.Http("OPTIONS", "/orders/{id}")).part("httpApi.authorizer", "AWS_IAM");

        assertThat(access(project)).containsEntry("OPTIONS /orders/{id}", "AWS_IAM");
    }

    @Test
    void aRestApiDoesSoToo() {
        RestApi api = Project.with(PAGES, OTHER)
                .pom(Setting.HTTP, "rest")
                .part("rest.authorizer", "AWS_IAM")
                .part("rest.apiKeyRequired", "true")
                .only(RestApi.class);

        assertThat(api.methods()).containsKeys("PUT /orders/{id}", "OPTIONS /orders/{id}", "GET /other");
        assertThat(api.methods().get("OPTIONS /orders/{id}"))
                .isEqualTo(new RestApi.Method(RestApi.NONE, null, List.of(), false));
    }

    @Test
    void aFrontThatAnswersPreflightsItselfIsLeftAlone() {
        for (String front : List.of("api", "url")) {
            Project project =
                    Project.with(PAGES).pom(Setting.HTTP, front).part("cors.allowOrigins", "https://shop.example");

            assertThat(variables(project)).containsEntry("LAMBDA_MAVEN__CORS", "front");
            assertThat(access(project)).doesNotContainKey("OPTIONS /orders/{id}");
        }
        assertThat(variables(Project.with(OTHER).part("cors.allowOrigins", "https://shop.example")))
                .doesNotContainKey("LAMBDA_MAVEN__CORS");
    }

    @Test
    void placeholdersInOriginsGoToTheRuntime() {
        Project project = Project.with(pages("${shop.origin}"));
        assertThat(project.fault(Problem.LM206)).contains("@Cors(value)");
        project.pom().placeholders(Map.of("shop.origin", "https://shop.example"));
        assertThat(variables(project)).containsEntry("LAMBDA_MAVEN_SHOP_ORIGIN", "https://shop.example");
    }

    private static Map<String, String> variables(Project project) {
        return project.only(LambdaFunction.class).environment();
    }
}
