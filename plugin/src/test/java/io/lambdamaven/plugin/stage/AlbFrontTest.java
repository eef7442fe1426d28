package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.ListenerRule;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.TargetGroup;
import io.lambdamaven.plugin.report.Problem;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AlbFrontTest {
    private static final String LISTENER =
            "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2";

    private static Project shop(String... paths) {
        return Project.with(Arrays.stream(paths)
                        .map(path -> new Trigger.Http("GET", path))
                        .toArray(Trigger[]::new))
                .pom(Setting.HTTP, "alb");
    }

    private static Project behind(String... paths) {
        return shop(paths).part("alb.listenerArn", LISTENER);
    }

    private static List<String> paths(String... paths) {
        return behind(paths).only(ListenerRule.class).paths();
    }

    @Test
    void aRuleForwardsToTheTargetGroupOfTheAlias() {
        Project project = behind("/orders/{id}");

        TargetGroup group = project.only(TargetGroup.class);
        assertThat(group.name()).isEqualTo("orders-dev");
        assertThat(group.attributes()).containsEntry("target", "orders-dev:live");
        assertThat(group.multiValueHeaders()).isTrue();
        assertThat(group.healthCheck()).isNull();

        ListenerRule rule = project.only(ListenerRule.class);
        assertThat(rule.listener()).isEqualTo(LISTENER);
        assertThat(rule.priority()).isNull();
        assertThat(rule.hosts()).isEmpty();
        assertThat(rule.paths()).containsExactly("/orders/*");
        assertThat(rule.forward()).isEqualTo("orders-dev");
        assertThat(rule.tags()).containsEntry(ListenerRule.NAME_TAG, "orders-dev");
        assertThat(rule.dependsOn()).containsExactly(group.id());
        assertThat(project.all(HttpApi.class)).isEmpty();
    }

    @Test
    void theLoadBalancerMayCallForThisTargetGroupOnly() {
        Project project = behind("/orders");

        Permission permission = project.only(Permission.class);
        assertThat(permission.principal()).isEqualTo("elasticloadbalancing.amazonaws.com");
        assertThat(permission.alias()).isEqualTo("live");
        assertThat(permission.sourceArn())
                .isEqualTo("arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/orders-dev/*");
        assertThat(permission.sourceAccount()).isEqualTo("123456789012");
        assertThat(project.only(TargetGroup.class).dependsOn()).containsExactly(permission.id());
    }

    @Test
    void everyPartCanBeSet() {
        Project project = behind("/orders")
                .part("alb.priority", "7")
                .part("alb.hosts", "shop.example, *.shop.example")
                .part("alb.paths", "/v1/*")
                .part("alb.multiValueHeaders", "false")
                .part("alb.healthCheck", "/health");

        ListenerRule rule = project.only(ListenerRule.class);
        assertThat(rule.priority()).isEqualTo(7);
        assertThat(rule.hosts()).containsExactly("shop.example", "*.shop.example");
        assertThat(rule.paths()).containsExactly("/v1/*");
        TargetGroup group = project.only(TargetGroup.class);
        assertThat(group.multiValueHeaders()).isFalse();
        assertThat(group.healthCheck()).isEqualTo("/health");
    }

    @Test
    void pathsAreThoseOfTheRoutes() {
        assertThat(paths("/orders", "/orders/{id}", "/orders/{id}/items")).containsExactly("/orders", "/orders/*");
        assertThat(paths("/files/{path+}")).containsExactly("/files/*");
        assertThat(paths("/{proxy+}", "/orders")).containsExactly("/*");
        assertThat(paths("/caf\u00e9/a b")).containsExactly("/caf?/a?b");
        assertThat(paths("/" + "x".repeat(200)).get(0)).hasSize(128).endsWith("x*");
    }

    @Test
    void manyPathsBecomeTheFolderThatAllAreIn() {
        assertThat(paths("/v1", "/v1/a", "/v1/b", "/v1/c", "/v1/d", "/v1/e")).containsExactly("/v1", "/v1/*");
        assertThat(paths("/v1/a", "/v1/ab", "/v1/b", "/v1/c", "/v1/d", "/v1/e")).containsExactly("/v1/*");
        assertThat(paths("/v1/{a}/x", "/v1/{a}/y", "/v1/{b}/z/{c}", "/v1/{a}/p", "/v1/{a}/q", "/v1/{a}/r"))
                .containsExactly("/v1/*");
    }

    @Test
    void withAHostOfItsOwnTheFunctionGetsEveryPathWhereThereAreTooMany() {
        ListenerRule rule = behind("/a", "/b", "/c", "/d", "/e")
                .part("alb.hosts", "shop.example")
                .only(ListenerRule.class);
        assertThat(rule.hosts()).containsExactly("shop.example");
        assertThat(rule.paths()).isEmpty();
    }

    @Test
    void tooManyPathsAreToldOf() {
        assertThat(behind("/a", "/b", "/c", "/d", "/e").only(ListenerRule.class).paths())
                .hasSize(5);
        assertThat(behind("/a", "/b", "/c", "/d", "/e", "/f").fault(Problem.LM268))
                .isEqualTo("LM268 <alb>: The paths of the routes take more than the 5 patterns of a listener rule. Set"
                        + " <alb><hosts> or -Dlambda.alb.hosts to the host that is the function's alone, or <alb><paths>"
                        + " or -Dlambda.alb.paths to patterns that fit the routes.");
        assertThat(behind("/a").part("alb.paths", "/a, /b, /c, /d, /e, /f").fault(Problem.LM268))
                .contains("takes 5 values with 5 wildcards");
        assertThat(behind("/a").part("alb.paths", "/*/*/*, /*/?/*").fault(Problem.LM268))
                .contains("takes 5 values with 5 wildcards");
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/net/shop/50dc6c495c0c9188/f2f7dc8efc522ab2",
        "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/shop/50dc6c495c0c9188",
        "shop",
    })
    void whatIsNoListenerIsToldOf(String listener) {
        assertThat(shop("/orders").part("alb.listenerArn", listener).fault(Problem.LM267))
                .startsWith("LM267 <alb><listenerArn>: '" + listener + "' is not the ARN of a listener")
                .contains("Set <alb><listenerArn> or -Dlambda.alb.listenerArn to one such as arn:aws:");
    }

    @Test
    void noListenerIsToldOfWhereRoutesNeedOne() {
        assertThat(shop("/orders").fault(Problem.LM267)).contains("No listener is named");
        assertThat(shop().faults()).isEmpty();
    }

    @Test
    void partsThatAreNoneAreToldOf() {
        assertThat(behind("/a").part("alb.priority", "50001").fault(Problem.LM202))
                .contains("from 1 to 50000");
        assertThat(behind("/a").part("alb.hosts", "localhost").fault(Problem.LM203))
                .contains("'localhost' is not a host name");
        assertThat(behind("/a").part("alb.paths", "orders").fault(Problem.LM203))
                .contains("'orders' is not a pattern of paths");
        assertThat(behind("/a").part("alb.healthCheck", "health").fault(Problem.LM203))
                .contains("is not a path");
        assertThat(behind("/a").part("alb.port", "80").fault(Problem.LM254))
                .contains("Known are listenerArn, priority, hosts, paths, multiValueHeaders, healthCheck.");
    }

    @Test
    void whatIsSetForNothingIsWarnedOf() {
        assertThat(Project.with(new Trigger.Http("GET", "/a"))
                        .part("alb.listenerArn", LISTENER)
                        .staged()
                        .warnings())
                .singleElement()
                .asString()
                .contains("LM259", "<alb>", "which is api", "to alb, or -Dlambda.alb to none");
        assertThat(behind("/a").part("cors.allowOrigins", "*").staged().warnings())
                .singleElement()
                .asString()
                .contains("LM259", "<cors>", "which is alb");
    }

    @Test
    void twoFunctionsOfOnePriorityAreToldOf() {
        Project project =
                behind("/a").function("Bills", new Trigger.Http("GET", "/b")).part("alb.priority", "7");
        assertThat(project.fault(Problem.LM269))
                .contains("The rules to 'orders-dev' and 'orders-Bills-dev' would both have priority 7");
        assertThat(project.part("alb.priority", "none").all(ListenerRule.class)).hasSize(2);
    }

    @Test
    void theLocalLambdaServesTheRoutesItself() {
        Project project = shop("/a").part("alb.listenerArn", LISTENER).pom(Setting.TARGET, "local");
        assertThat(project.all(HttpApi.class)).hasSize(1);
        assertThat(project.all(ListenerRule.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "orders-dev, orders-dev",
        "orders_dev, orders-dev-[0-9a-f]{8}",
        "orders--dev, orders-dev-[0-9a-f]{8}",
        "-orders-, orders-[0-9a-f]{8}",
        "_, f-[0-9a-f]{8}",
        "a-function-with-a-name-of-over-32-letters, a-function-with-a-name-[0-9a-f]{8}",
    })
    void namesOfTargetGroupsAreCutWhereTheyHaveTo(String function, String name) {
        assertThat(DerivedNames.targetGroup(function)).matches(name).hasSizeLessThanOrEqualTo(32);
    }

    @Test
    void functionsAlikeHaveTargetGroupsOfTheirOwn() {
        assertThat(DerivedNames.targetGroup("orders_dev"))
                .isNotEqualTo(DerivedNames.targetGroup("orders-dev"))
                .isNotEqualTo(DerivedNames.targetGroup("orders--dev"));
    }
}
