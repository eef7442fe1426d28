package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.stage.Setting;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.List;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** People, their sockets and other services: what is in pools and rules of others, tasks, and a REST API with keys. */
final class ServiceStreet implements Street {
    private static final String REMOVE = "lambda:RemovePermission";
    private String pool = "";

    @Override
    public List<Stall> stalls() {
        return List.of(
                new Stall(
                        "HTTP",
                        new Trigger.Http("GET", "/orders/{id}"),
                        new Trigger.Http("GET", "/orders/{key}/bill"),
                        List.of(
                                "apigateway:PutRestApi",
                                "apigateway:CreateDeployment",
                                "apigateway:UpdateStage",
                                "apigateway:DeleteDeployment"),
                        List.of(
                                "apigateway:DeleteApiKey",
                                "apigateway:UpdateUsagePlan",
                                "apigateway:DeleteUsagePlan",
                                "apigateway:DeleteStage",
                                REMOVE,
                                "apigateway:DeleteRestApi")),
                new Stall(
                        "User pool",
                        Triggers.of("cognito", "value", List.of("PRE_SIGN_UP"), "userPool", pool),
                        Triggers.of("cognito", "value", List.of("POST_CONFIRMATION"), "userPool", pool),
                        List.of("cognito-idp:UpdateUserPool"),
                        List.of("cognito-idp:UpdateUserPool", REMOVE)),
                new Stall(
                        "Config",
                        Triggers.of("config", "rule", "tagged", "resourceTypes", List.of("AWS::S3::Bucket")),
                        Triggers.of("config", "rule", "tagged", "resourceTypes", List.of("AWS::EC2::Instance")),
                        List.of("config:PutConfigRule"),
                        List.of("iam:PutRolePolicy", "config:DeleteConfigRule", REMOVE)),
                new Stall(
                        "WebSocket",
                        Triggers.of("websocket", "value", "say"),
                        Triggers.of("websocket", "value", "shout"),
                        List.of("apigateway:DELETE /v2/apis/*/routes/*", "apigateway:POST /v2/apis/*/routes"),
                        // The role may no longer send to connections.
                        List.of(
                                "iam:PutRolePolicy",
                                "apigateway:DELETE /v2/apis/*/routes/*",
                                REMOVE,
                                "apigateway:DELETE /v2/apis/*")),
                new Stall(
                        "Connect",
                        Triggers.of("connect", "instance", "11111111-2222-3333-4444-555555555555"),
                        Triggers.of("connect", "instance", "22222222-2222-3333-4444-555555555555"),
                        List.of(REMOVE, "lambda:AddPermission"),
                        List.of(REMOVE)),
                new Stall(
                        "Bedrock",
                        Triggers.of("bedrock-agent", "agent", "ABCDEFGHIJ"),
                        Triggers.of("bedrock-agent", "agent", "KLMNOPQRST"),
                        List.of(REMOVE, "lambda:AddPermission"),
                        List.of(REMOVE)),
                new Stall(
                        "Task over SQS",
                        new Trigger.Task("bake", "SQS", true, true),
                        new Trigger.Task("bake", "SQS", false, true),
                        // Whether results are kept is in the code.
                        List.of(),
                        // The queue and the table have data, and stay.
                        List.of(
                                "iam:PutRolePolicy",
                                "lambda:DeleteEventSourceMapping",
                                "lambda:UpdateFunctionConfiguration",
                                "lambda:TagResource",
                                "lambda:PublishVersion",
                                "lambda:UpdateAlias",
                                "lambda:TagResource")));
    }

    @Override
    public void prepare(Cloud cloud) {
        CognitoIdentityProviderClient cognito =
                cloud.direct.of(CognitoIdentityProviderClient.class, CognitoIdentityProviderClient::builder);
        pool = cognito.createUserPool(r -> r.poolName("customers")
                        .lambdaConfig(c -> c.customMessage("arn:aws:lambda:eu-west-1:123456789012:function:theirs")))
                .userPool()
                .id();
        ApiGatewayClient gateway = cloud.direct.of(ApiGatewayClient.class, ApiGatewayClient::builder);
        gateway.createRestApi(r -> r.name("theirs"));
        gateway.createApiKey(r -> r.name("theirs"));
        cloud.direct.api.createApi(
                r -> r.name("theirs").protocolType("WEBSOCKET").routeSelectionExpression("$request.body.action"));
    }

    @Override
    public Project project(List<Trigger> triggers) {
        return Project.with(triggers.toArray(Trigger[]::new))
                .pom(Setting.HTTP, "rest")
                .part("rest.apiKeys", "shop")
                // The emulator forgets them.
                .part("rest.binaryMediaTypes", "none");
    }
}
