package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
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
