package io.lambdamaven.plugin.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.plan.Plan;
import io.lambdamaven.plugin.plan.Planner;
import io.lambdamaven.plugin.plan.World;
import io.lambdamaven.plugin.plan.resource.Alias;
import io.lambdamaven.plugin.plan.resource.FunctionUrl;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.LogGroup;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.plan.resource.Version;
import io.lambdamaven.plugin.report.Line;
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

    @Test
    void severalFunctionsHaveASectionEachAndWhatTheyShareComesLast() {
        World desired = World.whole()
                .with(new Role("billing-dev-eu-central-1", "{trust}", "{policy}", null, World.TAGS))
                .with(billing())
                .with(new Version("billing-dev", "code1", "digest1"))
                .with(new Alias("billing-dev", "live", "code1", "digest1"))
                .with(new LogGroup("/aws/lambda/unused", 30, World.TAGS));
        List<String> headings = text(desired, World.empty()).stream()
                .filter(line -> line.endsWith(":"))
                .toList();
        assertThat(headings)
                .containsExactly(
                        "Plan for com.example:orders, stage dev:",
                        " function billing-dev:",
                        " function orders-dev:",
                        " shared:");
        List<String> lines = text(desired, World.empty());
        assertThat(lines.subList(lines.indexOf(" function billing-dev:"), lines.indexOf(" function orders-dev:")))
                .anyMatch(line -> line.startsWith("  + IAM role billing-dev-eu-central-1"))
                .anyMatch(line -> line.startsWith("  + function billing-dev"))
                .anyMatch(line -> line.startsWith("  + alias billing-dev:live"))
                .noneMatch(line -> line.contains("orders-dev"));
        assertThat(lines.get(lines.indexOf(" shared:") + 1)).startsWith("  + log group /aws/lambda/unused");
    }

    @Test
    void aLineSaysWhatItMeans() {
        World desired = World.whole().with(World.mapping(5)).with(new FunctionUrl(World.FUNCTION, "live", "NONE"));
        World observed = World.whole().with(World.permission("gone", List.of()));
        Plan plan = Planner.plan(desired.desired(), observed.observed(), false);
        assertThat(PlanText.lines(plan, desired.desired()))
                .extracting(line -> line.tone() + line.text().substring(0, 3))
                .contains("HEADINGPla", "ALERT  +", "CHANGED  ~", "REMOVED  -", "PLAIN   ");
    }

    private static LambdaFunction billing() {
        LambdaFunction like = World.function("code1", Map.of());
        return new LambdaFunction(
                "billing-dev",
                like.description(),
                like.runtime(),
                like.architecture(),
                like.handler(),
                "billing-dev-eu-central-1",
                like.memory(),
                like.timeout(),
                like.environment(),
                "/aws/lambda/billing-dev",
                like.codeSha256(),
                like.tags());
    }

    private static List<String> text(World desired, World observed) {
        Plan plan = Planner.plan(desired.desired(), observed.observed(), false);
        return PlanText.lines(plan, desired.desired()).stream().map(Line::text).toList();
    }
}
