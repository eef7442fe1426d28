package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.plan.resource.RestApi;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A REST API as the OpenAPI document that PutRestApi takes, with <a
 * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html">API Gateway's
 * extensions</a>.
 */
final class RestBody {
    private static final String SIGV4 = "sigv4";
    private static final String API_KEY = "api_key";
    private static final String EXTENSION = "x-amazon-apigateway-";
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}+]+)\\+?}");

    private final RestApi api;
    private final Arns arns;

    RestBody(RestApi api, Arns arns) {
        this.api = api;
        this.arns = arns;
    }

    String json() {
        RestApi.Options options = api.options();
        JsonObject.Builder info = Json.object().put("title", api.name()).put("version", "1");
        info.putIfPresent("description", options.description());
        JsonObject.Builder body = Json.object()
                .put("openapi", "3.0.1")
                .put("info", info)
                .put("paths", paths())
                .put("components", Json.object().put("securitySchemes", schemes()))
                .put(EXTENSION + "binary-media-types", texts(options.binaryMediaTypes()))
                .put(EXTENSION + "api-key-source", "HEADER")
                .put(EXTENSION + "endpoint-configuration", endpoint(options));
        body.putIfPresent(EXTENSION + "minimum-compression-size", options.minimumCompressionSize());
        if (options.policy() != null) {
            body.put(EXTENSION + "policy", Json.parse(options.policy()));
        }
        return body.build().canonical();
    }

    private static JsonObject.Builder endpoint(RestApi.Options options) {
        JsonObject.Builder endpoint =
                Json.object().put("disableExecuteApiEndpoint", options.disableExecuteApiEndpoint());
        if (!options.vpcEndpointIds().isEmpty()) {
            endpoint.put("vpcEndpointIds", texts(options.vpcEndpointIds()));
        }
        return endpoint;
    }

    private JsonObject.Builder paths() {
        Map<String, JsonObject.Builder> paths = new TreeMap<>();
        api.methods().forEach((key, method) -> {
            int space = key.indexOf(' ');
            String verb = key.substring(0, space);
            String path = key.substring(space + 1);
            paths.computeIfAbsent(path, first -> Json.object())
                    .put(
                            verb.equals("ANY") ? EXTENSION + "any-method" : verb.toLowerCase(Locale.ROOT),
                            method(path, method));
        });
        JsonObject.Builder object = Json.object();
        paths.forEach(object::put);
        return object;
    }

    private JsonObject.Builder method(String path, RestApi.Method method) {
        JsonObject.Builder built = Json.object()
                .put("responses", Json.object())
                .put(
                        EXTENSION + "integration",
                        Json.object()
                                .put("type", "aws_proxy")
                                .put("httpMethod", "POST")
                                .put("passthroughBehavior", "when_no_match")
                                .put("uri", arns.invocation(api.functionName(), api.alias())));
        List<Json> parameters =
                VARIABLE.matcher(path).results().map(RestBody::parameter).toList();
        if (!parameters.isEmpty()) {
            built.put("parameters", new JsonArray(parameters));
        }
        // All schemes of one object are asked for, not one of them.
        JsonObject.Builder security = Json.object();
        if (method.type().equals(RestApi.AWS_IAM)) {
            security.put(SIGV4, texts(List.of()));
        } else if (method.authorizer() != null) {
            security.put(method.authorizer(), texts(method.scopes()));
        }
        if (method.apiKey()) {
            security.put(API_KEY, texts(List.of()));
        }
        JsonObject asked = security.build();
        if (!asked.members().isEmpty()) {
            built.put("security", new JsonArray(List.of(asked)));
        }
        return built;
    }

    private static Json parameter(java.util.regex.MatchResult variable) {
        return Json.object()
                .put("name", variable.group(1))
                .put("in", "path")
                .put("required", true)
                .put("schema", Json.object().put("type", "string"))
                .build();
    }

    private JsonObject.Builder schemes() {
        JsonObject.Builder schemes = Json.object();
        if (api.methods().values().stream().anyMatch(each -> each.type().equals(RestApi.AWS_IAM))) {
            schemes.put(SIGV4, scheme("Authorization").put(EXTENSION + "authtype", "awsSigv4"));
        }
        if (api.methods().values().stream().anyMatch(RestApi.Method::apiKey)) {
            schemes.put(API_KEY, scheme("x-api-key"));
        }
        api.authorizers().forEach((name, authorizer) -> schemes.put(name, scheme(authorizer)));
        return schemes;
    }

    private static JsonObject.Builder scheme(String header) {
        return Json.object().put("type", "apiKey").put("name", header).put("in", "header");
    }

    private JsonObject.Builder scheme(RestApi.Authorizer authorizer) {
        boolean pools = authorizer.type().equals(RestApi.COGNITO_USER_POOLS);
        JsonObject.Builder asked = Json.object()
                .put("type", authorizer.type().toLowerCase(Locale.ROOT))
                .put("authorizerResultTtlInSeconds", authorizer.resultTtl());
        if (pools) {
            asked.put("providerARNs", texts(authorizer.userPools()));
        } else if (authorizer.function() != null) {
            asked.put("authorizerUri", arns.invocation(authorizer.function()));
        }
        asked.putIfPresent("authorizerCredentials", authorizer.credentials());
        asked.putIfPresent("identityValidationExpression", authorizer.validation());
        if (!authorizer.identitySources().isEmpty()) {
            asked.put("identitySource", String.join(", ", authorizer.identitySources()));
        }
        return scheme(header(authorizer))
                .put(EXTENSION + "authtype", pools ? "cognito_user_pools" : "custom")
                .put(EXTENSION + "authorizer", asked);
    }

    /** Of a request that is looked at whole, API Gateway does not look at this name. */
    private static String header(RestApi.Authorizer authorizer) {
        Matcher source = Pattern.compile("method\\.request\\.header\\.(.+)")
                .matcher(String.join(", ", authorizer.identitySources()));
        return !authorizer.type().equals(RestApi.Authorizer.REQUEST) && source.matches() ? source.group(1) : "Unused";
    }

    private static JsonArray texts(List<String> texts) {
        return new JsonArray(texts.stream().map(text -> Json.of(text)).toList());
    }
}
