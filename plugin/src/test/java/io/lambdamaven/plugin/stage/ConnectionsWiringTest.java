package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.plan.resource.WebSocketApi;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionsWiringTest {
    private static Project chat() {
        return Project.orders().route(Triggers.of("websocket", "value", "say"), Granularity.EACH, "()V");
    }

    private static String variable(Project project, int function) {
        return project.all(LambdaFunction.class).get(function).environment().get(WebSocketApi.VARIABLE);
    }

    @Test
    void theFunctionsOwnApiIsNamedAndComesFirst() {
        Project project = chat().connections();

        assertThat(variable(project, 0)).isEqualTo("{api-id:orders-dev-websocket}/dev");
        assertThat(project.only(LambdaFunction.class).dependsOn())
                .contains(project.only(WebSocketApi.class).id());
    }

    @Test
    void whoAnswersEventsOfItsClientsOnlyNeedsNoName() {
        assertThat(variable(chat(), 0)).isNull();
    }

    @Test
    void anotherFunctionsApiIsNamedAndOpenedForThisStageOnly() {
        Project project = Project.orders()
                .connections()
                .function("chat", Triggers.of("websocket", "value", "say"))
                .pom(Setting.WEB_SOCKET_STAGE, "v1");

        assertThat(variable(project, 0)).isEqualTo("{api-id:orders-chat-dev-websocket}/v1");
        Role role = project.all(Role.class).stream()
                .filter(each -> each.name().startsWith("orders-dev"))
                .findFirst()
                .orElseThrow();
        assertThat(role.policy())
                .contains("execute-api:ManageConnections")
                .contains("\"arn:aws:execute-api:eu-central-1:123456789012:{api-id:orders-chat-dev-websocket}/v1/*\"");
        assertThat(role.dependsOn()).isEqualTo(List.of(WebSocketApi.id("orders-chat-dev-websocket")));
    }

    @Test
    void aProjectWithoutAWebSocketApiHasNobodyToWriteTo() {
        assertThat(Project.orders().connections().fault(Problem.LM148))
                .contains("no function of the project has a WebSocket API")
                .contains("<environment><LAMBDA_WEBSOCKET_API>", "@Permission");
    }

    @Test
    void ofSeveralApisNoneIsMeant() {
        Project project = Project.orders()
                .connections()
                .function("chat", Triggers.of("websocket", "value", "say"))
                .function("game", Triggers.of("websocket", "value", "move"));

        assertThat(project.fault(Problem.LM148))
                .contains("several functions have a WebSocket API: orders-chat-dev, orders-game-dev");
    }

    @Test
    void anApiThatTheUserNamesIsLeftAsItIs() {
        Project project = Project.orders().connections().environment(Map.of(WebSocketApi.VARIABLE, "a1b2c3/prod"));

        assertThat(variable(project, 0)).isEqualTo("a1b2c3/prod");
        assertThat(project.only(Role.class).policy()).doesNotContain("execute-api");
        assertThat(project.only(LambdaFunction.class).dependsOn())
                .noneMatch(each -> each.name().contains("websocket"));
    }
}
