package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.plan.resource.RestApi;
import io.lambdamaven.plugin.plan.resource.RestApi.Authorizer;
import io.lambdamaven.plugin.plan.resource.RestApi.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What API Gateway is given, for what the emulator does not keep: who may call, options, methods of any name. */
class RestBodyTest {
    private static final String CHECK = "arn:aws:lambda:eu-west-1:123456789012:function:check:live";
    private static final RestApi.Options PLAIN =
            new RestApi.Options(null, "REGIONAL", List.of(), List.of("*/*"), null, null, false);

    private static JsonObject body(Map<String, Method> methods, Map<String, Authorizer> authorizers) {
        return body(methods, authorizers, PLAIN);
    }

    private static JsonObject body(
            Map<String, Method> methods, Map<String, Authorizer> authorizers, RestApi.Options options) {
        RestApi api = new RestApi(
                "orders-rest", "orders", "live", new TreeMap<>(methods), new TreeMap<>(authorizers), options, Map.of());
        return Json.parse(new RestBody(api, new Arns(new Whereabouts("aws", "eu-west-1", "123456789012"))).json())
                .asObject();
    }

    private static Method method(String type, String authorizer, boolean apiKey, String... scopes) {
        return new Method(type, authorizer, List.of(scopes), apiKey);
    }

    private static String at(JsonObject body, String first, String... more) {
        return body.find(first, more).map(Json::canonical).orElse("nothing");
    }

    @Test
    void aMethodIsAProxyOfTheAliasWithItsVariables() {
        JsonObject body = body(
                Map.of(
                        "GET /orders/{id}", method(RestApi.NONE, null, false),
                        "ANY /files/{path+}", method(RestApi.NONE, null, false)),
                Map.of());

        assertThat(at(body, "info")).isEqualTo("{\"title\":\"orders-rest\",\"version\":\"1\"}");
        assertThat(at(body, "paths", "/orders/{id}", "get"))
                .isEqualTo("{\"parameters\":[{\"in\":\"path\",\"name\":\"id\",\"required\":true,"
                        + "\"schema\":{\"type\":\"string\"}}],\"responses\":{},"
                        + "\"x-amazon-apigateway-integration\":{\"httpMethod\":\"POST\","
                        + "\"passthroughBehavior\":\"when_no_match\",\"type\":\"aws_proxy\","
                        + "\"uri\":\"arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/"
                        + "arn:aws:lambda:eu-west-1:123456789012:function:orders:live/invocations\"}}");
        assertThat(at(body, "paths", "/files/{path+}", "x-amazon-apigateway-any-method", "parameters"))
                .contains("\"name\":\"path\"");
        assertThat(at(body, "components", "securitySchemes")).isEqualTo("{}");
    }

    @Test
    void eachWayToSayWhoMayCallHasItsScheme() {
        JsonObject body = body(
                Map.of(
                        "GET /iam", method(RestApi.AWS_IAM, null, false),
                        "GET /key", method(RestApi.NONE, null, true),
                        "GET /pool", method(RestApi.COGNITO_USER_POOLS, "users", true, "read"),
                        "GET /token", method(RestApi.CUSTOM, "token", false),
                        "GET /request", method(RestApi.CUSTOM, "request", false)),
                Map.of(
                        "users",
                                new Authorizer(
                                        RestApi.COGNITO_USER_POOLS,
                                        null,
                                        List.of("arn:aws:cognito-idp:eu-west-1:123456789012:userpool/p"),
                                        List.of("method.request.header.X-Token"),
                                        300,
                                        null,
                                        null),
                        "token",
                                new Authorizer(
                                        "TOKEN",
                                        CHECK,
                                        List.of(),
                                        List.of("method.request.header.Authorization"),
                                        60,
                                        "^Bearer .+",
                                        null),
                        "request",
                                new Authorizer(
                                        "REQUEST",
                                        CHECK,
                                        List.of(),
                                        List.of("method.request.querystring.key", "context.stage"),
                                        0,
                                        null,
                                        "arn:aws:iam::123456789012:role/caller")));

        assertThat(at(body, "paths", "/iam", "get", "security")).isEqualTo("[{\"sigv4\":[]}]");
        assertThat(at(body, "paths", "/key", "get", "security")).isEqualTo("[{\"api_key\":[]}]");
        assertThat(at(body, "paths", "/pool", "get", "security")).isEqualTo("[{\"api_key\":[],\"users\":[\"read\"]}]");
        JsonObject schemes = body.object("components").object("securitySchemes");
        assertThat(at(schemes, "sigv4"))
                .isEqualTo("{\"in\":\"header\",\"name\":\"Authorization\",\"type\":\"apiKey\","
                        + "\"x-amazon-apigateway-authtype\":\"awsSigv4\"}");
        assertThat(at(schemes, "api_key")).isEqualTo("{\"in\":\"header\",\"name\":\"x-api-key\",\"type\":\"apiKey\"}");
        assertThat(at(schemes, "users"))
                .contains("\"name\":\"X-Token\"", "cognito_user_pools", "\"providerARNs\":[\"arn:aws:cognito-idp:");
        assertThat(at(schemes, "token"))
                .contains(
                        "\"x-amazon-apigateway-authtype\":\"custom\"",
                        "\"type\":\"token\"",
                        "\"authorizerResultTtlInSeconds\":60",
                        "\"identityValidationExpression\":\"^Bearer .+\"",
                        "lambda:path/2015-03-31/functions/" + CHECK + "/invocations");
        assertThat(at(schemes, "request"))
                .contains(
                        "\"type\":\"request\"",
                        "\"name\":\"Unused\"",
                        "\"identitySource\":\"context.stage, method.request.querystring.key\"",
                        "\"authorizerCredentials\":\"arn:aws:iam::123456789012:role/caller\"");
    }

    @Test
    void optionsStandInExtensions() {
        RestApi.Options options = new RestApi.Options(
                "Orders", "PRIVATE", List.of("vpce-1"), List.of("image/*"), 1024, "{\"Statement\":[]}", true);
        JsonObject body = body(Map.of(), Map.of(), options);

        assertThat(at(body, "x-amazon-apigateway-binary-media-types")).isEqualTo("[\"image/*\"]");
        assertThat(at(body, "x-amazon-apigateway-minimum-compression-size")).isEqualTo("1024");
        assertThat(at(body, "x-amazon-apigateway-policy")).isEqualTo("{\"Statement\":[]}");
        assertThat(at(body, "x-amazon-apigateway-endpoint-configuration"))
                .isEqualTo("{\"disableExecuteApiEndpoint\":true,\"vpcEndpointIds\":[\"vpce-1\"]}");
        assertThat(at(body, "info", "description")).isEqualTo("\"Orders\"");
    }
}
