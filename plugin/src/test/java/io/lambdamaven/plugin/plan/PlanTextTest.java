package io.lambdamaven.plugin.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.plan.resource.FunctionUrl;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.Resource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTextTest {
    @Test
    void unchangedProjectIsOneLine() {
        assertThat(text(World.whole(), World.whole()))
                .containsExactly("No changes: com.example:orders, stage dev is up to date (13 resources checked).");
    }

    @Test
    void changesShowOldAndNewValues() {
        World desired = World.whole().with(World.mapping(5)).withCode("code2");
        assertThat(text(desired, World.whole()))
                .containsExactly(
                        "Plan for com.example:orders, stage dev:",
                        " to change:",
                        "  ~ function orders-dev",
                        "      codeSha256: code1 -> code2",
                        "  ~ version orders-dev",
                        "      codeSha256: code1 -> code2",
                        "  ~ alias orders-dev:live",
                        "      codeSha256: code1 -> code2",
                        "  ~ alias orders-dev:ops",
                        "      codeSha256: code1 -> code2",
                        "  ~ event source mapping arn:queue -> orders-dev:live",
                        "      maximumConcurrency: (none) -> 5",
                        "0 to create, 5 to change, 0 to remove, 8 unchanged");
    }

    @Test
    void newResourcesShowWhatTheyAre() {
        assertThat(text(World.whole(), World.empty()))
                .contains(
                        "  + IAM role orders-dev-eu-central-1",
                        "      policy: {policy}",
                        "  + function orders-dev (architecture x86_64, handler com.example.LambdaHandler, memory 512, role"
                                + " orders-dev-eu-central-1, runtime java21, timeout 30)",
                        "      environment.A: 1",
                        "13 to create, 0 to change, 0 to remove, 0 unchanged");
    }

    @Test
    void removedAndLeftResourcesAreTold() {
        assertThat(text(World.empty(), World.whole()))
                .contains(
                        "  - function orders-dev",
                        " left in place:",
                        "  = log group /aws/lambda/orders-dev: it holds data and goes only with -Dlambda.deleteData",
                        "0 to create, 0 to change, 12 to remove, 0 unchanged, 1 left in place");
    }

    @Test
    void secretValuesAreMasked() {
        World desired = World.whole().with(World.function("code1", Map.of("DB_PASSWORD", "hunter2", "A", "1")));
        World observed = World.whole().with(World.function("code1", Map.of("API_TOKEN", "hunter1", "A", "1")));
        List<String> lines = text(desired, observed);
        assertThat(lines)
                .contains(
                        "      environment.API_TOKEN: (secret) -> (none)",
                        "      environment.DB_PASSWORD: (none) -> (secret)");
        assertThat(String.join("\n", lines)).doesNotContain("hunter");
    }

    @Test
    void longValuesStandBelowEachOther() {
        World observed = World.whole().with(World.function("code1", Map.of("A", "x".repeat(70))));
        assertThat(text(World.whole(), observed))
                .contains("      environment.A:", "        - " + "x".repeat(70), "        + 1");
    }

    @Test
    void longDigestsAreCut() {
        assertThat(text(World.whole().withCode("0123456789abcdef"), World.whole()))
                .contains("      codeSha256: code1 -> 0123456789ab...");
    }

    @Test
    void urlWithoutAuthorisationIsMarkedPublicAlsoWhenItStays() {
        Resource url = new FunctionUrl(World.FUNCTION, "live", "NONE");
        String mark = " function URL orders-dev:live (authType NONE)  PUBLIC: anyone who knows the URL can call it";
        assertThat(text(World.whole().with(url), World.whole())).contains("  +" + mark);
        assertThat(text(World.whole().with(url).withCode("code2"), World.whole().with(url)))
                .contains("  = function URL orders-dev:live  PUBLIC: anyone who knows the URL can call it");
        assertThat(text(World.whole().with(new FunctionUrl(World.FUNCTION, "live", "AWS_IAM")), World.whole()))
                .noneMatch(line -> line.contains("PUBLIC"));
    }

    @Test
    void openRoutesAreMarkedAndThoseThatStayShareALine() {
        String mark = "  PUBLIC: anyone who knows the URL can call it";
        assertThat(text(open(), World.whole())).contains("  + HTTP route orders-dev GET /0" + mark);
        assertThat(text(open().withCode("code2"), open()))
                .contains("  = HTTP API orders-dev, GET /0, GET /1, GET /2, GET /3, GET /4 and 1 more routes" + mark);
        Resource closed = new HttpRoute(
                World.FUNCTION, "GET /0", World.api().id(), new HttpRoute.Access("AWS_IAM", null, List.of()));
        assertThat(text(World.whole().with(closed), World.whole()))
                .contains("  + HTTP route orders-dev GET /0 (authorization AWS_IAM)")
                .noneMatch(line -> line.contains("PUBLIC"));
    }

    private static World open() {
        World open = World.whole();
        for (int i = 0; i < 6; i++) {
            open = open.with(
                    new HttpRoute(World.FUNCTION, "GET /" + i, World.api().id(), HttpRoute.Access.OPEN));
        }
        return open;
    }

    private static List<String> text(World desired, World observed) {
        Plan plan = Planner.plan(desired.desired(), observed.observed(), false);
        return PlanText.lines(plan, desired.desired());
    }
}
