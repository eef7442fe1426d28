package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.stage.Setting;
import io.lambdamaven.plugin.testing.Triggers;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.Route;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

class WebSocketPortTest extends PortTest {
    private ApiGatewayV2Client api;

    @Override
    void prepare() {
        api = cloud.direct.api;
    }

    private static Project project(String descriptor, String... keys) {
        Project project = Project.orders();
        for (String key : keys) {
            project.route(Triggers.of("websocket", "value", key), Granularity.EACH, descriptor);
        }
        return project;
    }

    private Desired chat() throws IOException, NoSuchAlgorithmException {
        return wired.desired(project("()V", "$connect", "say"));
    }

    /** The calls that could change anything, API Gateway's with the ids left out. */
    private static List<String> calls(Desired desired) {
        return writesOf(desired).stream()
                .map(call -> call.replaceFirst("apigateway:POST /v2/tags/.*", "api:TAG")
                        .replaceFirst("apigateway:([A-Z]+) /v2/apis/[^/]+", "api:$1 ID")
                        .replaceFirst("apigateway:([A-Z]+) /v2/apis", "api:$1")
                        .replaceFirst("/routes/[^/]+", "/routes/ID"))
                .toList();
    }

    private Api only() {
        return api.getApis(r -> {}).items().get(0);
    }

    private List<Route> routes() {
        return api.getRoutes(r -> r.apiId(only().apiId())).items();
    }

    private List<String> stages() {
        return api.getStages(r -> r.apiId(only().apiId())).items().stream()
                .map(Stage::stageName)
                .toList();
    }

    @Test
    void oneApiHasARouteForEachKeyAndASecondDeployWritesNothing() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(chat());

        assertThat(only().name()).isEqualTo("orders-dev-websocket");
        assertThat(only().protocolTypeAsString()).isEqualTo("WEBSOCKET");
        assertThat(only().routeSelectionExpression()).isEqualTo("$request.body.action");
        assertThat(api.getIntegrations(r -> r.apiId(only().apiId())).items())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.integrationTypeAsString()).isEqualTo("AWS_PROXY");
                    assertThat(each.integrationUri())
                            .isEqualTo("arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/" + ALIAS
                                    + "/invocations");
                });
        assertThat(routes()).extracting(Route::routeKey).containsExactlyInAnyOrder("$connect", "say");
        assertThat(api.getStages(r -> r.apiId(only().apiId())).items())
                .singleElement()
                .satisfies(stage -> {
                    assertThat(stage.stageName()).isEqualTo("dev");
                    assertThat(stage.autoDeploy()).isTrue();
                });
        assertThat(calls(chat())).isEmpty();
    }

    @Test
    void theRoleMayWriteToConnectionsOfThisStageAndThePermissionIsForThisApi()
            throws IOException, NoSuchAlgorithmException {
        assertThat(calls(chat()))
                .containsSubsequence("api:POST", "iam:PutRolePolicy", "lambda:AddPermission", "api:POST ID/routes");

        String arn = "arn:aws:execute-api:eu-west-1:123456789012:" + only().apiId();
        String policy = cloud.direct
                .iam
                .getRolePolicy(r -> r.roleName("orders-dev-eu-west-1").policyName("lambda-maven"))
                .policyDocument();
        assertThat(URLDecoder.decode(policy, StandardCharsets.UTF_8))
                .contains("execute-api:ManageConnections")
                .contains("\"" + arn + "/dev/*\"");
        assertThat(cloud.direct
                        .lambda
                        .getPolicy(r -> r.functionName("orders-dev").qualifier("live"))
                        .policy())
                .contains("lambda-maven-websocket-api")
                .contains(arn + "/*/*");
    }

    private String variable() {
        return cloud.direct
                .lambda
                .getFunctionConfiguration(r -> r.functionName("orders-dev").qualifier("live"))
                .environment()
                .variables()
                .get("LAMBDA_WEBSOCKET_API");
    }

    @Test
    void whoWritesWithoutAnEventIsToldTheApisId() throws IOException, NoSuchAlgorithmException {
        Desired desired = wired.desired(project("()V", "$connect", "say").connections());

        assertThat(calls(desired)).containsSubsequence("api:POST", "lambda:CreateFunction");
        assertThat(variable()).isEqualTo(only().apiId() + "/dev");
        assertThat(calls(desired)).isEmpty();
    }

    @Test
    void anApiThatWasMadeAnewIsToldToTheFunction() throws IOException, NoSuchAlgorithmException {
        Desired desired = wired.desired(project("()V", "$connect", "say").connections());
        cloud.deploy(desired);
        String before = variable();
        String id = only().apiId();
        api.deleteApi(r -> r.apiId(id));

        assertThat(calls(desired)).contains("api:POST", "lambda:UpdateFunctionConfiguration", "lambda:PublishVersion");
        assertThat(variable()).isEqualTo(only().apiId() + "/dev").isNotEqualTo(before);
        assertThat(calls(desired)).isEmpty();
    }

    @Test
    void whatAMethodReturnsGoesBackToTheSender() throws IOException, NoSuchAlgorithmException {
        Desired answering = wired.desired(project("()Ljava/lang/String;", "$connect", "say"));
        cloud.deploy(answering);

        assertThat(routes())
                .filteredOn(route -> route.routeResponseSelectionExpression() != null)
                .extracting(Route::routeKey)
                .containsExactly("say");
        assertThat(calls(answering)).isEmpty();

        assertThat(calls(wired.desired(project("()V", "$connect", "say"))))
                .containsExactly("api:DELETE ID/routes/ID", "api:POST ID/routes");
        assertThat(calls(answering)).containsExactly("api:POST ID/routes/ID/routeresponses", "api:PATCH ID/routes/ID");
    }

    @Test
    void theSelectionExpressionChangesInPlace() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(chat());
        Desired changed = wired.desired(
                project("()V", "$connect", "say").pom(Setting.WEB_SOCKET_ROUTE_SELECTION, "$request.body.kind"));

        assertThat(calls(changed)).containsExactly("api:PATCH ID");
        assertThat(only().routeSelectionExpression()).isEqualTo("$request.body.kind");
        assertThat(calls(changed)).isEmpty();
    }

    @Test
    void anotherStageTakesThePlaceOfOursAndOthersStay() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(chat());
        api.createStage(r -> r.apiId(only().apiId()).stageName("theirs"));
        Desired changed = wired.desired(project("()V", "$connect", "say").pom(Setting.WEB_SOCKET_STAGE, "v2"));

        assertThat(calls(changed)).contains("api:POST ID/stages", "api:DELETE ID/stages/dev", "iam:PutRolePolicy");
        assertThat(stages()).containsExactlyInAnyOrder("theirs", "v2");
        assertThat(calls(changed)).isEmpty();
    }

    @Test
    void tagsChangeInPlace() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(chat());
        Desired tagged = wired.desired(project("()V", "$connect", "say").tags(java.util.Map.of("team", "chat")));

        assertThat(calls(tagged)).filteredOn(each -> each.startsWith("api:")).containsExactly("api:TAG");
        assertThat(only().tags()).containsEntry("team", "chat");
    }

    @Test
    void aRouteThatIsGoneIsRemovedAndSomebodyElsesStays() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(chat());
        api.createRoute(r -> r.apiId(only().apiId()).routeKey("theirs").target("integrations/other"));

        assertThat(calls(wired.desired(project("()V", "$connect")))).containsExactly("api:DELETE ID/routes/ID");
        assertThat(routes()).extracting(Route::routeKey).containsExactlyInAnyOrder("$connect", "theirs");
    }

    @Test
    void theApiGoesWithItsLastRouteAndOthersStay() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(chat());
        api.createApi(r -> r.name("theirs").protocolType("WEBSOCKET").routeSelectionExpression("$request.body.x"));

        cloud.deploy(without());

        assertThat(api.getApis(r -> {}).items()).extracting(Api::name).containsExactly("theirs");
        assertThat(calls(without())).isEmpty();
    }

    @Test
    void anUndeployLeavesNothing() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(chat());

        cloud.deploy(Wired.nothing());

        assertThat(api.getApis(r -> {}).items()).isEmpty();
        assertThat(calls(Wired.nothing())).isEmpty();
    }

    @Test
    void anApiOfTheNameThatIsSomebodyElsesIsNotTouched() throws IOException, NoSuchAlgorithmException {
        api.createApi(r ->
                r.name("orders-dev-websocket").protocolType("WEBSOCKET").routeSelectionExpression("$request.body.x"));
        Desired desired = chat();

        assertThatThrownBy(() -> cloud.deploy(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM307");
        assertThat(cloud.proxy.writes()).isEmpty();
    }

    @Test
    void itsAddressIsTold() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(chat());

        try (AwsFunctions functions = new AwsFunctions(Cloud.settings(cloud.moto.endpoint()), Cloud.KEYS)) {
            assertThat(functions.endpoints("orders-dev")).containsExactly(only().apiEndpoint() + "/dev");
        }
    }
}
