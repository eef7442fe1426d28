package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.plan.resource.WebSocketApi;
import io.lambdamaven.plugin.plan.resource.WebSocketRoute;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebSocketWiringTest {
    private static Project of(String... keys) {
        Project project = Project.orders();
        for (String key : keys) {
            project.route(Triggers.of("websocket", "value", key), Granularity.EACH, "()Ljava/lang/String;");
        }
        return project;
    }

    @Test
    void allRoutesShareAnApiAndAPermission() {
        Project project = of("$connect", "$disconnect", "$default", "say");

        WebSocketApi api = project.only(WebSocketApi.class);
        assertThat(api.name()).isEqualTo("orders-dev-websocket");
        assertThat(api.stage()).isEqualTo("dev");
        assertThat(project.only(Permission.class).sourceArn())
                .isEqualTo("arn:aws:execute-api:eu-central-1:123456789012:{api-id:orders-dev-websocket}/*/*");
        assertThat(project.all(WebSocketRoute.class))
                .filteredOn(WebSocketRoute::answers)
                .extracting(WebSocketRoute::routeKey)
                .containsExactlyInAnyOrder("$default", "say");
        assertThat(project.only(Role.class).dependsOn()).isEqualTo(List.of(api.id()));
    }

    @Test
    void twoMethodsForOneRouteAreAFault() {
        assertThat(of("say", "say").fault(Problem.LM260)).contains("@WebSocketTrigger(value)");
    }

    @Test
    void anExpressionThatSelectsNothingIsAFault() {
        assertThat(of("say").pom(Setting.WEB_SOCKET_ROUTE_SELECTION, "action").fault(Problem.LM261))
                .contains("-Dlambda.webSocketRouteSelection");
    }

    @Test
    void aStageNeedsAName() {
        assertThat(of("say").pom(Setting.WEB_SOCKET_STAGE, "v 2").fault(Problem.LM262))
                .contains("<webSocketStage> or -Dlambda.webSocketStage");
    }
}
