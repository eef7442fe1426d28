package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.ListenerRule;
import io.lambdamaven.plugin.plan.resource.RestApi;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What stands before a hosted application, and what it is told. */
class WebWiringTest {
    private static final Trigger.Web APP = new Trigger.Web("main", "shop.App", 0, "");

    @Test
    void anHttpApiSendsItEverythingThatHasNoRoute() {
        assertThat(Project.with(APP, new Trigger.Http("GET", "/health"))
                        .desired()
                        .resources())
                .filteredOn(HttpRoute.class::isInstance)
                .extracting(each -> ((HttpRoute) each).routeKey())
                .containsExactlyInAnyOrder("$default", "GET /health");
    }

    @Test
    void aRestApiHasItsRootAndTheRestWhateverTheBasePath() {
        for (String base : List.of("", "/shop")) {
            Project project =
                    Project.with(new Trigger.Web("main", "shop.App", 0, base)).pom(Setting.HTTP, "rest");

            assertThat(project.only(RestApi.class).methods().keySet()).containsExactly("ANY /", "ANY /{proxy+}");
        }
    }

    @Test
    void aLoadBalancerSendsItTheBasePathAndAllBelow() {
        assertThat(patterns("")).containsExactly("/*");
        assertThat(patterns("/shop")).containsExactly("/shop", "/shop/*");
        assertThat(patterns("/shop/v1")).containsExactly("/shop/v1", "/shop/v1/*");
    }

    private static List<String> patterns(String base) {
        return behindBalancer(base).only(ListenerRule.class).paths();
    }

    private static Project behindBalancer(String base) {
        return Project.with(new Trigger.Web("main", "shop.App", 0, base))
                .pom(Setting.HTTP, "alb")
                .part(
                        "alb.listenerArn",
                        "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2");
    }

    @Test
    void whatStandsInForALoadBalancerHereTakesTheRootToo() {
        assertThat(local("")).containsExactlyInAnyOrder("ANY /", "ANY /{proxy+}");
        assertThat(local("/shop")).containsExactlyInAnyOrder("ANY /shop", "ANY /shop/{proxy+}");
    }

    private static List<String> local(String base) {
        return behindBalancer(base).pom(Setting.TARGET, "local").all(HttpRoute.class).stream()
                .map(HttpRoute::routeKey)
                .toList();
    }

    @Test
    void theFunctionsEnvironmentTellsThePort() {
        assertThat(environment(APP))
                .containsEntry("PORT", "8080")
                .containsEntry("SERVER_PORT", "8080")
                .containsEntry(WebVariables.FREE, "free");
        assertThat(environment(new Trigger.Web("main", "shop.App", 7000, "")))
                .containsEntry("PORT", "7000")
                .doesNotContainKey(WebVariables.FREE);
    }

    @Test
    void aTimeoutThatLetsPreparedStartsTakeLongerIsTold() {
        assertThat(environment(APP)).doesNotContainKey(WebVariables.TIMEOUT);
        SortedMap<String, String> environment = new TreeMap<>();
        WebVariables.add(APP, 130, environment);
        assertThat(environment).doesNotContainKey(WebVariables.TIMEOUT);
        WebVariables.add(APP, 600, environment);
        assertThat(environment).containsEntry(WebVariables.TIMEOUT, "600");
    }

    private static java.util.Map<String, String> environment(Trigger.Web web) {
        return Project.with(web).desired().resources().stream()
                .filter(LambdaFunction.class::isInstance)
                .map(each -> ((LambdaFunction) each).environment())
                .findFirst()
                .orElseThrow();
    }
}
