package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.Change;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.stage.Setting;
import io.lambdamaven.plugin.testing.Fault;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiKey;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.RestApi;
import software.amazon.awssdk.services.apigateway.model.Stage;
import software.amazon.awssdk.services.apigateway.model.UsagePlan;

class RestApiPortTest extends PortTest {
    private static final String NAME = "orders-dev-rest";
    private static final String REMOVE_STATEMENT = "lambda:RemovePermission";

    private ApiGatewayClient gateway;

    @Override
    void prepare() {
        gateway = cloud.direct.of(ApiGatewayClient.class, ApiGatewayClient::builder);
        gateway.createRestApi(r -> r.name("theirs"));
    }

    private static Project project(String... parts) {
        Project project = Project.with(
                        new Trigger.Http("GET", "/orders/{id}"),
                        new Trigger.Http("POST", "/orders"),
                        new Trigger.Http("GET", "/files/{path+}"))
                .pom(Setting.HTTP, "rest")
                // The emulator forgets them.
                .part("rest.binaryMediaTypes", "none");
        for (int i = 0; i < parts.length; i += 2) {
            project.part("rest." + parts[i], parts[i + 1]);
        }
        return project;
    }

    private Desired orders(String... parts) throws IOException, NoSuchAlgorithmException {
        return wired.desired(project(parts));
    }

    private RestApi api() {
        List<RestApi> ours = gateway.getRestApis(r -> {}).items().stream()
                .filter(each -> each.name().equals(NAME))
                .toList();
        assertThat(ours).hasSize(1);
        return ours.get(0);
    }

    private Map<String, Method> methods() {
        Map<String, Method> methods = new TreeMap<>();
        for (Resource each : gateway.getResources(
                        r -> r.restApiId(api().id()).embed("methods").limit(500))
                .items()) {
            each.resourceMethods().forEach((verb, method) -> methods.put(verb + " " + each.path(), method));
        }
        return methods;
    }

    private Stage stage(String name) {
        return gateway.getStages(r -> r.restApiId(api().id())).item().stream()
                .filter(each -> each.stageName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private UsagePlan plan() {
        return gateway.getUsagePlans(r -> {}).items().stream()
                .filter(each -> each.name().equals(NAME))
                .findFirst()
                .orElseThrow();
    }

    private List<String> keys() {
        return gateway.getApiKeys(r -> r.includeValues(false)).items().stream()
                .map(ApiKey::name)
                .sorted()
                .toList();
    }

    @Test
    void everyMethodCallsTheAliasAndASecondDeployWritesNothing() throws IOException, NoSuchAlgorithmException {
        assertThat(writesOf(orders()))
                .containsSubsequence(
                        "apigateway:CreateRestApi",
                        "apigateway:PutRestApi",
                        "lambda:AddPermission",
                        "apigateway:CreateDeployment",
                        "apigateway:CreateStage");

        assertThat(api().endpointConfiguration().typesAsStrings()).containsExactly("REGIONAL");
        assertThat(methods().keySet()).containsExactly("GET /files/{path+}", "GET /orders/{id}", "POST /orders");
        assertThat(methods().values()).allSatisfy(method -> {
            assertThat(method.methodIntegration().typeAsString()).isEqualToIgnoringCase("AWS_PROXY");
            assertThat(method.methodIntegration().uri())
                    .isEqualTo(
                            "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/" + ALIAS + "/invocations");
        });
        assertThat(stage("dev").deploymentId()).isNotBlank();
        String policy = cloud.direct
                .lambda
                .getPolicy(r -> r.functionName("orders-dev").qualifier("live"))
                .policy();
        assertThat(policy).contains("arn:aws:execute-api:eu-west-1:123456789012:" + api().id() + "/*/*");
        assertThat(planOf(cloud, orders()).changes()).allMatch(each -> each instanceof Change.Keep);
        assertThat(writesOf(orders())).isEmpty();
    }

    @Test
    void itsUrlIsThatOfTheStage() throws IOException, NoSuchAlgorithmException {
        writesOf(orders());
        try (AwsFunctions functions = new AwsFunctions(Cloud.settings(cloud.moto.endpoint()), Cloud.KEYS)) {
            assertThat(functions.restEndpoints("orders-dev"))
                    .containsExactly("https://" + api().id() + ".execute-api.eu-west-1.amazonaws.com/dev");
            assertThat(functions.restEndpoints("orders")).isEmpty();
        }
    }

    @Test
    void changedRoutesArePutAndDeployedAndTheOldDeploymentGoes() throws IOException, NoSuchAlgorithmException {
        writesOf(orders());
        String before = stage("dev").deploymentId();

        Desired fewer = wired.desired(Project.with(new Trigger.Http("GET", "/orders/{key}"))
                .pom(Setting.HTTP, "rest")
                .part("rest.binaryMediaTypes", "none"));
        assertThat(writesOf(fewer))
                .containsExactly(
                        "apigateway:PutRestApi",
                        "apigateway:CreateDeployment",
                        "apigateway:UpdateStage",
                        "apigateway:DeleteDeployment");

        assertThat(methods().keySet()).containsExactly("GET /orders/{key}");
        assertThat(stage("dev").deploymentId()).isNotEqualTo(before);
        assertThat(gateway.getDeployments(r -> r.restApiId(api().id())).items()).hasSize(1);
        assertThat(writesOf(fewer)).isEmpty();
    }

    @Test
    void optionsOfTheApiAreChangedInPlace() throws IOException, NoSuchAlgorithmException {
        writesOf(orders());
        String id = api().id();

        assertThat(writesOf(orders("description", "Orders of the shop"))).containsExactly("apigateway:UpdateRestApi");
        assertThat(api().description()).isEqualTo("Orders of the shop");
        assertThat(writesOf(orders("description", "Orders of the shop", "endpointType", "EDGE")))
                .containsExactly("apigateway:UpdateRestApi");
        assertThat(api().endpointConfiguration().typesAsStrings()).containsExactly("EDGE");
        writesOf(orders());
        assertThat(writesOf(orders("disableExecuteApiEndpoint", "true"))).containsExactly("apigateway:UpdateRestApi");
        assertThat(api().disableExecuteApiEndpoint()).isTrue();
        assertThat(api().id()).isEqualTo(id);
    }

    @Test
    void aResourcePolicyIsComparedByWhatItSays() throws IOException, NoSuchAlgorithmException {
        String policy = """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"},
                 "Action": ["execute-api:Invoke"], "Resource": "execute-api:/*",
                 "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}}]}""";
        writesOf(orders("policy", policy));

        assertThat(api().policy()).contains("203.0.113.0/24");
        assertThat(writesOf(orders("policy", policy))).isEmpty();
        gateway.updateRestApi(r -> r.restApiId(api().id())
                .patchOperations(p -> p.op("replace")
                        .path("/policy")
                        .value(api().policy()
                                .replace(
                                        "execute-api:/*",
                                        "arn:aws:execute-api:eu-west-1:123456789012:" + api().id() + "/*")
                                .replace("\"", "\\\""))));
        assertThat(writesOf(orders("policy", policy))).isEmpty();
        assertThat(writesOf(orders()))
                .containsExactly(
                        "apigateway:UpdateRestApi",
                        "apigateway:CreateDeployment",
                        "apigateway:UpdateStage",
                        "apigateway:DeleteDeployment");
    }

    @Test
    void stageOptionsAreSetByThemselves() throws IOException, NoSuchAlgorithmException {
        writesOf(orders());

        assertThat(writesOf(orders("tracing", "true"))).containsExactly("apigateway:UpdateStage");
        assertThat(stage("dev").tracingEnabled()).isTrue();
        List<String> all = List.of(
                "tracing", "true", "throttling.burstLimit", "5", "throttling.rateLimit", "2.5", "logLevel", "error");
        assertThat(writesOf(orders(all.toArray(new String[0])))).containsExactly("apigateway:UpdateStage");
        assertThat(stage("dev").methodSettings().get("*/*").throttlingRateLimit())
                .isEqualTo(2.5);
        assertThat(stage("dev").methodSettings().get("*/*").loggingLevel()).isEqualTo("ERROR");
        List<String> ofRoute = new ArrayList<>(all);
        ofRoute.addAll(List.of("routes.GET /orders/{id}.detailedMetrics", "true"));
        assertThat(writesOf(orders(ofRoute.toArray(new String[0])))).containsExactly("apigateway:UpdateStage");
        assertThat(stage("dev").methodSettings().get("~1orders~1{id}/GET").metricsEnabled())
                .isTrue();
        assertThat(stage("dev").methodSettings().get("~1orders~1{id}/GET").throttlingBurstLimit())
                .isEqualTo(5);
        assertThat(writesOf(orders(ofRoute.toArray(new String[0])))).isEmpty();
    }

    @Test
    void anAccessLogIsWrittenToAGroupOfOurOwn() throws IOException, NoSuchAlgorithmException {
        writesOf(orders());
        assertThat(writesOf(orders("accessLog", "true"))).contains("logs:CreateLogGroup");
        assertThat(stage("dev").accessLogSettings().destinationArn()).contains("orders-dev-rest");
        assertThat(stage("dev").accessLogSettings().format()).contains("$context.requestId");
        assertThat(writesOf(orders("accessLog", "true"))).isEmpty();

        // What was logged is data, and stays unless it is said otherwise.
        assertThat(writesOf(orders())).containsExactly("apigateway:UpdateStage");
        assertThat(stage("dev").accessLogSettings()).isNull();
    }

    @Test
    void anAccountThatCannotLogIsToldWhatToSet() throws IOException, NoSuchAlgorithmException {
        writesOf(orders());
        Fault refused = new Fault.Answer(
                400,
                "BadRequestException",
                "CloudWatch Logs role ARN must be set in account settings to enable logging");
        cloud.proxy.restart(call -> call.name().equals("apigateway:UpdateStage") ? refused : new Fault.Pass());

        assertThatThrownBy(() -> cloud.deploy(orders("logLevel", "ERROR")))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM359 REST stage " + NAME + "/dev")
                .hasMessageContaining("cloudwatchRoleArn");
    }

    @Test
    void aDeleteThatAwsThrottlesIsTriedAgain() throws IOException, NoSuchAlgorithmException {
        writesOf(orders());
        AtomicInteger tries = new AtomicInteger();
        Fault throttled = new Fault.Answer(429, "TooManyRequestsException", "Too Many Requests");
        cloud.proxy.restart(call -> call.name().equals("apigateway:DeleteRestApi") && tries.incrementAndGet() < 7
                ? throttled
                : new Fault.Pass());

        cloud.deploy(without());

        assertThat(gateway.getRestApis(r -> {}).items())
                .extracting(RestApi::name)
                .containsExactly("theirs");
    }

    @Test
    void aRenamedStageIsMadeBeforeTheOldOneGoes() throws IOException, NoSuchAlgorithmException {
        writesOf(orders("apiKeys", "shop"));

        assertThat(writesOf(orders("apiKeys", "shop", "stage", "v1")))
                .containsSubsequence("apigateway:CreateStage", "apigateway:UpdateUsagePlan", "apigateway:DeleteStage");

        assertThat(gateway.getStages(r -> r.restApiId(api().id())).item())
                .extracting(Stage::stageName)
                .containsExactly("v1");
        assertThat(plan().apiStages())
                .singleElement()
                .satisfies(each -> assertThat(each.stage()).isEqualTo("v1"));
    }

    @Test
    void foreignStagesAndKeysStay() throws IOException, NoSuchAlgorithmException {
        writesOf(orders("apiKeys", "shop"));
        String theirKey = gateway.createApiKey(
                        r -> r.name("orders-dev-rest-theirs").enabled(true))
                .id();
        gateway.createUsagePlanKey(
                r -> r.usagePlanId(plan().id()).keyId(theirKey).keyType("API_KEY"));
        gateway.createStage(r -> r.restApiId(api().id())
                .stageName("beta")
                .deploymentId(stage("dev").deploymentId()));

        writesOf(orders("apiKeys", "shop,app"));
        assertThat(keys()).containsExactly("orders-dev-rest-app", "orders-dev-rest-shop", "orders-dev-rest-theirs");
        writesOf(orders("apiKeys", "app"));

        assertThat(keys()).containsExactly("orders-dev-rest-app", "orders-dev-rest-theirs");
        assertThat(stage("beta").stageName()).isEqualTo("beta");
    }

    @Test
    void keysAndTheirPlanAreMadeChangedAndRemoved() throws IOException, NoSuchAlgorithmException {
        List<String> keyed = List.of("apiKeys", "shop");
        assertThat(writesOf(orders(keyed.toArray(new String[0]))))
                .containsSubsequence(
                        "apigateway:CreateStage",
                        "apigateway:CreateUsagePlan",
                        "apigateway:CreateApiKey",
                        "apigateway:CreateUsagePlanKey");
        assertThat(plan().apiStages())
                .singleElement()
                .satisfies(each -> assertThat(each.stage()).isEqualTo("dev"));

        List<String> limited = new ArrayList<>(keyed);
        limited.addAll(List.of(
                "usagePlan.throttling.burstLimit",
                "3",
                "usagePlan.throttling.rateLimit",
                "1",
                "usagePlan.quota.limit",
                "100",
                "usagePlan.quota.period",
                "day"));
        assertThat(writesOf(orders(limited.toArray(new String[0])))).containsExactly("apigateway:UpdateUsagePlan");
        assertThat(plan().quota().limit()).isEqualTo(100);
        assertThat(plan().throttle().burstLimit()).isEqualTo(3);
        assertThat(writesOf(orders(limited.toArray(new String[0])))).isEmpty();
        assertThat(writesOf(orders(keyed.toArray(new String[0])))).containsExactly("apigateway:UpdateUsagePlan");

        assertThat(writesOf(orders()))
                .contains("apigateway:DeleteApiKey", "apigateway:DeleteUsagePlan")
                .doesNotContain("apigateway:DeleteStage");
        assertThat(keys()).isEmpty();
        assertThat(gateway.getUsagePlans(r -> {}).items()).isEmpty();
    }

    @Test
    void withoutRoutesEverythingGoesAndTheirApiStays() throws IOException, NoSuchAlgorithmException {
        writesOf(orders("apiKeys", "shop", "accessLog", "true"));

        assertThat(writesOf(without()))
                .containsSubsequence("apigateway:DeleteStage", REMOVE_STATEMENT, "apigateway:DeleteRestApi");

        assertThat(gateway.getRestApis(r -> {}).items())
                .extracting(RestApi::name)
                .containsExactly("theirs");
        assertThat(gateway.getUsagePlans(r -> {}).items()).isEmpty();
        assertThat(keys()).isEmpty();
    }

    @Test
    void anApiWhoseStatementIsGoneIsStillFound() throws IOException, NoSuchAlgorithmException {
        writesOf(orders());
        cloud.direct.lambda.removePermission(
                r -> r.functionName("orders-dev").qualifier("live").statementId("lambda-maven-rest-api"));

        writesOf(without());

        assertThat(gateway.getRestApis(r -> {}).items())
                .extracting(RestApi::name)
                .containsExactly("theirs");
    }

    @Test
    void anotherOnesApiOfTheSameNameIsNotTouched() {
        gateway.createRestApi(r -> r.name(NAME));

        assertThatThrownBy(() -> cloud.deploy(orders()))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM307 REST API " + NAME);
    }

    @Test
    void whoWantsNoneNeedNotBeAllowedToReadThem() throws IOException, NoSuchAlgorithmException {
        cloud.proxy.restart(
                call -> call.name().equals("apigateway:GetRestApis") ? Fault.accessDenied(call) : new Fault.Pass());
        cloud.deploy(without());

        cloud.proxy.restart(
                call -> call.name().equals("apigateway:GetRestApis") ? Fault.accessDenied(call) : new Fault.Pass());
        assertThatThrownBy(() -> cloud.deploy(orders()))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM305")
                .hasMessageContaining("GetRestApis");
    }
}
